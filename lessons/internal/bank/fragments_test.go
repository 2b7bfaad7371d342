package bank_test

import (
	"strings"
	"testing"

	"nekonote/lessons/internal/bank"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// TestFragmentsCompile sees to it that every piece of Go in a hint, in the words of a mistake and in a prompt compiles where it is to
// be written: in the body of the exercise's function. An ellipsis stands for what is to be found.
func TestFragmentsCompile(t *testing.T) {
	checker, err := bank.NewChecker(weeks.All)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, e := range weeks.All {
		info, parts := e.Info(), e.Anatomy()
		texts := append([]words.Text{info.Prompt}, parts.Hints...)
		for _, m := range parts.Mistakes {
			texts = append(texts, m.Words)
		}
		_, solution, err := e.Texts(words.English)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range texts {
			for _, lang := range words.Langs {
				said := text.In(lang)
				for _, f := range bank.Fragments(said) {
					found++
					for _, fault := range checker.Misfits(info.ID, solution, f, strings.Replace(said, f, "", 1)) {
						t.Errorf("%s: %q: %s\n\tin: %s", info.ID, f, fault, said)
					}
				}
			}
		}
	}
	const least = 300
	if found < least {
		t.Errorf("%d pieces of Go; want at least %d", found, least)
	}
	for code, fits := range map[string]bool{
		"nx, _ := X.Dims()": false, "nx, _ = X.Dims()": true, "ny = X.Dims()": false, "nx, _ = …": true, "k, _ := X.Dims()": false, "nx = Y": false, "nx = len(…)": true,
	} {
		_, solution, _ := weeks.All[at(t, "week3/layerSizes")].Texts(words.English)
		if got := len(checker.Misfits("week3/layerSizes", solution, code, "")) == 0; got != fits {
			t.Errorf("%s: fits: %v; want %v", code, got, fits)
		}
	}
}

func at(t *testing.T, id string) int {
	t.Helper()
	for i, e := range weeks.All {
		if e.Info().ID == id {
			return i
		}
	}
	t.Fatal(id)
	return 0
}
