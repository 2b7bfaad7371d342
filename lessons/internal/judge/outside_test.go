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
		"global instead of the argument":    {"var trainX nn.Matrix\n\nfunc total(X, b nn.Matrix) nn.Matrix { return trainX.Add(b) }", judge.SayGlobal.Fill("trainX", "X")},
		"global besides the argument":       {"var k = 3.0\n\nfunc total(X, b nn.Matrix) nn.Matrix { return X.Add(b).Scale(k) }", judge.SayAlsoGlobal.Fill("k")},
		"a result that nothing is put into": {"func total(X, b nn.Matrix) (S nn.Matrix, n float64) { S = X.Add(b); return S, n }", judge.SayUnset.Fill("`n`")},
		"argument unused":                   {"func total(X, bias nn.Matrix) nn.Matrix { return X.Scale(1) }", judge.SayUnused.Fill("bias")},
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

// TestSolutionsAreFound: a name to avoid, and the block that a week hands to later notebooks, also under another name, through
// a variable, and where a helper takes it.
func TestSolutionsAreFound(t *testing.T) {
	sum := func(X, b nn.Matrix) nn.Matrix { return X.Add(b) }
	exercise := adding(sum)
	exercise.Avoid = []string{"Total2"}
	for _, source := range []string{
		"func total(X, b nn.Matrix) nn.Matrix { return week9.Blocks.Total(X, b) }",
		"var all = week9.Blocks\n\nfunc total(X, b nn.Matrix) nn.Matrix { return all.Total(X, b) }",
		"func help(X, b nn.Matrix) nn.Matrix { return X.Total2(b) }\n\nfunc total(X, b nn.Matrix) nn.Matrix { return help(X, b) }",
		"var f = nn.Matrix.Total2\n\nfunc total(X, b nn.Matrix) nn.Matrix { return f(X, b) }",
		"type sums struct{}\n\nfunc (sums) of(X, b nn.Matrix) nn.Matrix { return X.Total2(b) }\n\nfunc total(X, b nn.Matrix) nn.Matrix { return sums{}.of(X, b) }",
	} {
		if v := lessons.Judge(exercise, sum, source, 1); v.Reason != verdict.ReasonBorrowed {
			t.Errorf("%s: %s", source, card.Text(v, words.English))
		}
	}
	for _, source := range []string{
		"func total(X, b nn.Matrix) nn.Matrix { return week9.Blocks.Other(X, b) }",
		"func total(X, b nn.Matrix) nn.Matrix { return X.Add(b) }\n\nfunc other(X nn.Matrix) nn.Matrix { return X.Total2(X) }",
	} {
		if v := lessons.Judge(exercise, sum, source, 1); v.Reason == verdict.ReasonBorrowed {
			t.Errorf("%s: %s", source, card.Text(v, words.English))
		}
	}
}
