package advice

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

func TestASentenceIsInBothLanguagesAndWhole(t *testing.T) {
	for _, all := range [][]Advice{python, prose, Syntax, Types, Calls, Panics, machine} {
		for _, a := range all {
			groups := make([]any, a.when().NumSubexp())
			for i := range groups {
				groups[i] = "x"
			}
			for _, lang := range words.Langs {
				said := a.say.In(lang)
				if strings.Contains(said, "%[") {
					said = a.say.Fill(groups...).In(lang)
				}
				if said == "" || strings.Contains(said, "%!") {
					t.Errorf("%s in %s: %q", a.when(), lang, said)
				}
			}
			en, ja := strings.Contains(a.say.In(words.English), "%["), strings.Contains(a.say.In(words.Japanese), "%[")
			if en != ja {
				t.Errorf("%s names what it is about in one language only", a.when())
			}
		}
	}
}

// A line of Python is told from prose, and a line of Go that is cut is neither.
func TestLinesThatAreNoGo(t *testing.T) {
	for line, want := range map[string]string{
		"for x in xs:":              "Go counts with for i := range n",
		"while not done:":           "Go has no while",
		"if a and b:":               "braces where Python has a colon",
		"import numpy as np":        "Nothing needs to be imported",
		"x = a and b":               "&& for and",
		"Now we train the network.": "looks like a sentence",
		"Train and test it":         "looks like a sentence",
		"now we train the network":  "looks like a sentence",
		"次に、学習させます。":                "looks like a sentence",
		"pip install numpy":         "command of a terminal",
		"type T struct":             "",
		"return the mean":           "",
		"for i range n":             "",
		"var x float y":             "",
	} {
		said, ok := Line(line)
		if ok != (want != "") || !strings.Contains(said.In(words.English), want) {
			t.Errorf("%s: %q; want %q", line, said.In(words.English), want)
		}
	}
}
