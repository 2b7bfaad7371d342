package display

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

func TestValuesAreBounded(t *testing.T) {
	for lang, want := range map[words.Lang][3]string{
		words.English:  {"and 998000 more values", "and 60000 more letters", "and 60000 more letters"},
		words.Japanese: {"ほか 998000 個", "ほか 60000 文字", "ほか 60000 文字"},
	} {
		t.Setenv(words.Variable, string(lang))
		for i, value := range []any{make([]float64, 1e6), strings.Repeat("猫", 1e5), struct{ S string }{strings.Repeat("x", 1e5-4)}} {
			if text := inWords(value); len(text) > 3*mostText+100 || !strings.HasSuffix(text, "\n… "+want[i]) {
				t.Errorf("%T in %s: %d bytes, and at their end %q", value, lang, len(text), text[len(text)-40:])
			}
		}
	}
	if text := inWords(make([]int, mostParts)); strings.Contains(text, "…") {
		t.Errorf("nothing is to be left out of %s", text)
	}
}
