package share

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// A page replaces an older page, and nothing else that a learner may have under that name.
func TestWriteReplacesPagesAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my-network.html")
	kinds := []words.Text{words.T("</script><b>", "猫"), words.T("dog", "犬")}
	c := Classifier{Kinds: kinds, Learned: []int{1, 1}, Tested: []int{1, 1}, Wrong: []int{0, 0}, Squares: 1, Network: json.RawMessage(`{}`)}
	page, err := c.Page(words.English)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page, "</script><b>") {
		t.Error("the name of a kind gets out of where it stands")
	}
	for range 2 {
		if err := Write(path, page); err != nil {
			t.Fatal(err)
		}
	}
	const hers = "<!DOCTYPE html><title>my homework</title>"
	if err := os.WriteFile(path, []byte(hers), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, page); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v; want one that names the file", err)
	}
	if text, _ := os.ReadFile(path); string(text) != hers {
		t.Errorf("her file is now %.60q", text)
	}
}
