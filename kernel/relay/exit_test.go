package relay

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// What a check says where a program grades is one failure, once and whole, in lines that the program does not cut.
func TestAGraderReadsASentenceOnceAndWhole(t *testing.T) {
	for _, lang := range []string{"en", "ja"} {
		k := startKernel(t, gonb(t), module(t), "NEKONOTE_LANG="+lang, "NEKONOTE_DIR="+t.TempDir(), "NBGRADER_EXECUTION=validate")
		k.run("func sigmoid(z nn.Matrix) nn.Matrix { return z.Apply(func(x float64) float64 { return 1 / (1 + math.Pow(2, -x)) }) }")
		r := k.run("fmt.Fprintln(os.Stderr, \"before\")\nweek2.Sigmoid.Check(sigmoid)")
		if len(r.errors) != 1 || r.stderr != "before\n" {
			t.Fatalf("%s: %s", lang, r.all())
		}
		e := r.errors[0]
		if !strings.HasPrefix(e.Value, "week2/sigmoid: ") || strings.ReplaceAll(strings.Join(e.Trace, ""), " ", "") != strings.ReplaceAll(e.Value, " ", "") {
			t.Errorf("%s: %q is not whole in %q ", lang, e.Value, e.Trace)
		}
		for _, line := range e.Trace {
			if utf8.RuneCountInString(line) > graderWidth {
				t.Errorf("%s: %q would be cut", lang, line)
			}
		}
		if r := k.run("fmt.Fprint(os.Stderr, \"no end\")"); r.stderr != "no end" || r.status() != "ok" {
			t.Errorf("%s: what a program that is all right writes: %s", lang, r.all())
		}
	}
}

func TestFolds(t *testing.T) {
	for said, want := range map[string]string{
		"": "", "one two": "one two", "one two three": "one two|three", "猫の手も借りたい忙しさ": "猫の手も借りた|い忙しさ", "one twothreefour": "one|twothre|efour",
	} {
		if got := strings.Join(folds(said, 7), "|"); got != want {
			t.Errorf("%q: %q; want %q", said, got, want)
		}
	}
}
