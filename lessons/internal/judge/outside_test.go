package judge_test

import (
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/internal/card"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/verdict"
	"nekonote/nn"
	"nekonote/nn/words"
)

// TestAnAnswerThatLooksElsewhere: an argument left unused, or a variable of the notebook in its place, is named.
func TestAnAnswerThatLooksElsewhere(t *testing.T) {
	sum := func(X, b nn.Matrix) nn.Matrix { return X.Add(b) }
	wrong := func(X, b nn.Matrix) nn.Matrix { return nn.Zeros(X.Dims()) }
	for name, c := range map[string]struct {
		source string
		want   words.Text
	}{
		"global instead of the argument": {"var trainX nn.Matrix\n\nfunc total(X, b nn.Matrix) nn.Matrix { return trainX.Add(b) }", judge.SayGlobal.Fill("trainX", "X")},
		"global besides the argument":    {"var k = 3.0\n\nfunc total(X, b nn.Matrix) nn.Matrix { return X.Add(b).Scale(k) }", judge.SayAlsoGlobal.Fill("k")},
		"argument unused":                {"func total(X, bias nn.Matrix) nn.Matrix { return X.Scale(1) }", judge.SayUnused.Fill("bias")},
	} {
		if v := lessons.Judge(adding(sum), wrong, c.source, 1); !contains(v.Say, c.want) {
			t.Errorf("%s: %s\nwant %s", name, card.Text(v, words.English), c.want.In(words.English))
		}
	}
	for name, source := range map[string]string{
		"a local of the same name": "var s nn.Matrix\n\nfunc total(X, b nn.Matrix) nn.Matrix { s := X.Add(b); return s.Scale(2) }",
		"a constant":               "const k = 3.0\n\nfunc total(X, b nn.Matrix) nn.Matrix { return X.Add(b).Scale(k) }",
	} {
		v := lessons.Judge(adding(sum), wrong, source, 1)
		for _, not := range []words.Text{judge.SayAlsoGlobal.Fill("s"), judge.SayAlsoGlobal.Fill("k")} {
			if contains(v.Say, not) {
				t.Errorf("%s: %s", name, card.Text(v, words.English))
			}
		}
	}
}

// TestSolutionsOfAnyWeekAreFound: also under another name, and where a helper takes it.
func TestSolutionsOfAnyWeekAreFound(t *testing.T) {
	sum := func(X, b nn.Matrix) nn.Matrix { return X.Add(b) }
	for _, source := range []string{
		"func total(X, b nn.Matrix) nn.Matrix { return week9.Total.Reference(X, b) }",
		"func total(X, b nn.Matrix) nn.Matrix { return w.Sum.Reference(X, b) }",
		"var e = basics.Softmax\n\nfunc total(X, b nn.Matrix) nn.Matrix { return e.Reference(X, b) }",
		"func help(X, b nn.Matrix) nn.Matrix { return week4.LinearForward.Reference(X, b) }\n\nfunc total(X, b nn.Matrix) nn.Matrix { return help(X, b) }",
	} {
		if v := lessons.Judge(adding(sum), sum, source, 1); v.Reason != verdict.ReasonBorrowed {
			t.Errorf("%s: %s", source, card.Text(v, words.English))
		}
	}
}
