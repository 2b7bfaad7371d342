package advice

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

func TestASentenceIsInBothLanguagesAndWhole(t *testing.T) {
	for _, all := range [][]Advice{Python, Syntax, Types, Calls, Panics, machine} {
		for _, a := range all {
			groups := make([]any, a.when.NumSubexp())
			for i := range groups {
				groups[i] = "x"
			}
			for _, lang := range words.Langs {
				said := a.say.In(lang)
				if strings.Contains(said, "%[") {
					said = a.say.Fill(groups...).In(lang)
				}
				if said == "" || strings.Contains(said, "%!") {
					t.Errorf("%s in %s: %q", a.when, lang, said)
				}
			}
			en, ja := strings.Contains(a.say.In(words.English), "%["), strings.Contains(a.say.In(words.Japanese), "%[")
			if en != ja {
				t.Errorf("%s names what it is about in one language only", a.when)
			}
		}
	}
}
