package words

import (
	"encoding/json"
	"testing"
)

func TestJSONKeepsBothLanguages(t *testing.T) {
	want := T("cat", "猫")
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got Text
	if err := json.Unmarshal(data, &got); err != nil || got != want {
		t.Errorf("%s read back = %v, %v; want %v", data, got, err, want)
	}
	if err := json.Unmarshal([]byte(`"cat"`), &got); err == nil {
		t.Error("a bare string is a Text; want an error")
	}
}
