package judge_test

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"nekonote/lessons"
	"nekonote/lessons/internal/card"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/verdict"
	"nekonote/nn"
	"nekonote/nn/words"
)

const summingSource = `package week9

// total returns s = Σ over examples of (X + b).
func total(X, b nn.Matrix) (s nn.Matrix) {
	// BLANK
	// s = Σ (X + b)
	s = X.Add(b)
	// END
	return s
}
`

// adding is an exercise without known mistakes, so that only patterns can speak: S = X + b, square.
func adding(reference func(X, b nn.Matrix) nn.Matrix) *lessons.Exercise[func(X, b nn.Matrix) nn.Matrix] {
	return &lessons.Exercise[func(X, b nn.Matrix) nn.Matrix]{
		ID: "week9/total", Title: words.T("Sum", "和"), Prompt: words.T("Add.", "足してください。"), Points: 4, Formula: "S = X + b",
		Reference: reference,
		Week:      &lessons.Week{Source: fstest.MapFS{"total.go": {Data: []byte(summingSource)}}},
		Cases: []lessons.Case{{Args: []any{
			nn.Rows([][]float64{{1, 2, 5}, {3, 4, 7}, {0.5, -6, 1}}), nn.Column(10, 20, 30),
		}}},
		Random: func(d *lessons.Draw) []any {
			n := d.Size(3, 5)
			return []any{d.Matrix(n, n), d.Matrix(n, 1)}
		},
	}
}

func TestPatternsNameTheSlip(t *testing.T) {
	sum := func(X, b nn.Matrix) nn.Matrix { return X.Add(b) }
	sums := func(X, b nn.Matrix) nn.Matrix { return X.Add(b).SumRows() }
	logs := func(X, b nn.Matrix) nn.Matrix { return X.Exp().AddScalar(1).Log() }
	for _, slip := range []struct {
		name      string
		reference func(X, b nn.Matrix) nn.Matrix
		answer    func(X, b nn.Matrix) nn.Matrix
		want      words.Text
	}{
		{"−1", sum, func(X, b nn.Matrix) nn.Matrix { return sum(X, b).Scale(-1) }, judge.SaySign.Fill("s")},
		{"2", sum, func(X, b nn.Matrix) nn.Matrix { return sum(X, b).Scale(2) }, judge.SayTwice.Fill("s")},
		{"½", sum, func(X, b nn.Matrix) nn.Matrix { return sum(X, b).Scale(0.5) }, judge.SayHalf.Fill("s")},
		{"m", sum, func(X, b nn.Matrix) nn.Matrix { _, m := X.Dims(); return sum(X, b).Scale(float64(m)) }, judge.SayTimes.Fill("s", judge.SayColumnsOf.Fill("X"))},
		{"1/m", sum, func(X, b nn.Matrix) nn.Matrix { _, m := X.Dims(); return sum(X, b).Scale(1 / float64(m)) }, judge.SayDivided.Fill("s", judge.SayColumnsOf.Fill("X"))},
		{"7", sum, func(X, b nn.Matrix) nn.Matrix { return sum(X, b).Scale(7) }, judge.SayFactor.Fill("s", "7")},
		{"transposed", sum, func(X, b nn.Matrix) nn.Matrix { return sum(X, b).T() }, judge.SayTransposed.Fill("s")},
		{"on its side", sums, func(X, b nn.Matrix) nn.Matrix { return sums(X, b).T() }, judge.SayTransposed.Fill("s")},
		{"other axis", sums, func(X, b nn.Matrix) nn.Matrix { return sum(X, b).SumCols() }, judge.SaySummedWrong.Fill("s")},
		{"summed twice", sums, func(X, b nn.Matrix) nn.Matrix { return sums(X, b).SumCols() }, judge.SaySummedAll.Fill("s")},
		{"no bias", sum, func(X, b nn.Matrix) nn.Matrix { return X }, judge.SayForgotten.Fill("s", "b")},
		{"constant", sum, func(X, b nn.Matrix) nn.Matrix { return sum(X, b).AddScalar(0.5) }, judge.SayOffset.Fill("s", "0.5")},
		{"log2", logs, func(X, b nn.Matrix) nn.Matrix { return X.Exp().AddScalar(1).Apply(math.Log2) }, judge.SayLog2.Fill("s")},
		{"log10", logs, func(X, b nn.Matrix) nn.Matrix { return X.Exp().AddScalar(1).Apply(math.Log10) }, judge.SayLog10.Fill("s")},
	} {
		v := lessons.Judge(adding(slip.reference), slip.answer, "", 5)
		if v.Outcome != verdict.Incorrect || !contains(v.Say, slip.want) {
			t.Errorf("%s: %s\nwant: %s", slip.name, card.Text(v, words.English), slip.want.In(words.English))
		}
	}
	v := lessons.Judge(adding(sum), func(X, b nn.Matrix) nn.Matrix { return X.Mul(X).Add(b) }, "", 5)
	if len(v.Say) != 1 {
		t.Errorf("a pattern where there is none: %s", card.Text(v, words.English))
	}
}

func contains(said []words.Text, want words.Text) bool {
	for _, s := range said {
		if s == want {
			return true
		}
	}
	return false
}

// What comes out the same whatever is asked is said, unless it should, or is nothing.
func TestPatternsNameWhatNeverChanges(t *testing.T) {
	summing := &lessons.Exercise[func(X nn.Matrix) float64]{
		ID: "week9/total", Title: words.T("Sum", "和"), Prompt: words.T("Add.", "足してください。"), Points: 4, Formula: "s = Σ X",
		Reference: nn.Matrix.Sum,
		Week:      &lessons.Week{Source: fstest.MapFS{"total.go": {Data: []byte(strings.Replace(summingSource, "X, b nn.Matrix) (s nn.Matrix)", "X nn.Matrix) (s float64)", 1))}}},
		Cases:     []lessons.Case{{Args: []any{nn.Row(1, 2, 4)}}},
		Random:    func(d *lessons.Draw) []any { return []any{d.Matrix(1, d.Size(3, 5))} },
	}
	for always, want := range map[float64]bool{100: true, 0: false} {
		v := lessons.Judge(summing, func(X nn.Matrix) float64 { return always }, "", 5)
		if contains(v.Say, judge.SayConstant.Fill("s", "100")) != want || v.Outcome == verdict.Correct {
			t.Errorf("always %v: %s", always, card.Text(v, words.English))
		}
	}
	if v := lessons.Judge(summing, func(X nn.Matrix) float64 { return X.Sum() * X.Sum() }, "", 5); len(v.Say) != 1 {
		t.Errorf("it changes: %s", card.Text(v, words.English))
	}
}

func TestSharedMemoryIsRefused(t *testing.T) {
	identity := adding(func(X, b nn.Matrix) nn.Matrix { return X.Scale(1) })
	v := lessons.Judge(identity, func(X, b nn.Matrix) nn.Matrix { return nn.From(X.Dense()) }, "", 1)
	if v.Reason != verdict.ReasonShared || !contains(v.Say, judge.SayShared.Fill("s", "X")) {
		t.Errorf("a result in an argument's memory: %s", card.Text(v, words.English))
	}
}

func TestIncorrectShowsTheFirstFailingCase(t *testing.T) {
	sum := func(X, b nn.Matrix) nn.Matrix { return X.Add(b) }
	v := lessons.Judge(adding(sum), func(X, b nn.Matrix) nn.Matrix {
		s := X.Add(b)
		s.Dense().Set(1, 2, 99)
		return s
	}, "", 1)
	text := card.Text(v, words.English)
	for _, want := range []string{"✗ Not yet right · Sum · 0 of 4 points", "s differs in 1 of its 9 entries", "≠99", "≠27", "X (3×3)", "S = X + b", "week9.Total.Hint()"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card lacks %q:\n%s", want, text)
		}
	}
}
