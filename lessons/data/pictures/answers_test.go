package pictures

import (
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"nekonote/nn"
	"nekonote/nn/words"
)

func TestAnswersNameTheSurestFirst(t *testing.T) {
	kinds := []words.Text{words.T("tea", "お茶"), words.T("coffee", "コーヒー"), words.T("milk", "牛乳")}
	for _, test := range []struct {
		A    nn.Matrix
		lang words.Lang
		want string
	}{
		{nn.Column(0.2, 0.7, 0.1), words.English, "The network says: coffee\n  coffee: 70.0 %\n  tea: 20.0 %\n  milk: 10.0 %"},
		{nn.Column(0.2, 0.3, 0.5), words.Japanese, "ネットワークの答え：牛乳\n  牛乳：50.0 %"},
		{nn.Column(0.9, 0.9, 0.9), words.English, "Is the softmax missing?"},
		{nn.Column(1.5, -0.5, 0), words.English, "Is the softmax missing?"},
		{nn.Column(0.5, 0.5), words.Japanese, "ソフトマックスを忘れていませんか"},
		{nn.Column(math.NaN(), 0, 1), words.English, "no probabilities"},
	} {
		t.Setenv(words.Variable, string(test.lang))
		if said := printed(t, func() { Answers(photo(), test.A, kinds) }); !strings.Contains(said, test.want) {
			t.Errorf("%v: it says\n%s\nwant %q in it", test.A, said, test.want)
		}
	}
}

// printed is what f prints.
func printed(t *testing.T, f func()) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stdout
	os.Stdout = write
	f()
	os.Stdout = before
	_ = write.Close()
	said, err := io.ReadAll(read)
	if err != nil {
		t.Fatal(err)
	}
	return string(said)
}
