package judge_test

import (
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

// Params and Grads stand for the types that a later week offers: parameters of two layers, a cache, gradients in a map.
type Params struct{ W1, B1, W2 nn.Matrix }

type Cache struct{ Z1, A1 nn.Matrix }

const structSource = `package week9

type Params struct{ W1, B1, W2 nn.Matrix }

type Cache struct{ Z1, A1 nn.Matrix }

// back returns gradients.
func back(p Params, X, Y nn.Matrix) (grads map[string]nn.Matrix, cache Cache, cost float64) {
	// BLANK
	// …
	cache = Cache{Z1: X}
	// END
	return grads, cache, cost
}
`

type backward = func(p Params, X, Y nn.Matrix) (map[string]nn.Matrix, Cache, float64)

// back is linear regression through a linear hidden layer: J = ½ Σ (W2(W1·X + B1) − Y)² / m.
func back(p Params, X, Y nn.Matrix) (map[string]nn.Matrix, Cache, float64) {
	_, m := X.Dims()
	k := 1 / float64(m)
	Z1 := p.W1.Dot(X).Add(p.B1)
	d := p.W2.Dot(Z1).Sub(Y)
	d1 := p.W2.T().Dot(d)
	grads := map[string]nn.Matrix{"dW1": d1.Dot(X.T()).Scale(k), "dB1": d1.SumRows().Scale(k), "dW2": d.Dot(Z1.T()).Scale(k)}
	return grads, Cache{Z1: Z1, A1: Z1.Scale(1)}, d.Mul(d).Sum() * k / 2
}

func spoilt(change func(g map[string]nn.Matrix, c *Cache)) backward {
	return func(p Params, X, Y nn.Matrix) (map[string]nn.Matrix, Cache, float64) {
		g, c, cost := back(p, X, Y)
		change(g, &c)
		return g, c, cost
	}
}

var noScale = spoilt(func(g map[string]nn.Matrix, _ *Cache) { g["dW1"] = g["dW1"].Scale(3) })
var noCache = spoilt(func(_ map[string]nn.Matrix, c *Cache) { c.A1 = c.A1.AddScalar(1) })

func structured() *lessons.Exercise[backward] {
	random := func(d *lessons.Draw) []any {
		n, h, m := d.Size(2, 4), d.Size(2, 4), d.Size(3, 6)
		return []any{Params{d.Matrix(h, n), d.Matrix(h, 1), d.Matrix(1, h)}, d.Matrix(n, m), d.Matrix(1, m)}
	}
	return &lessons.Exercise[backward]{
		ID: "week9/back", Title: words.T("Back", "逆"), Points: 4, Formula: "…", Reference: back,
		Week:  &lessons.Week{Source: fstest.MapFS{"back.go": {Data: []byte(structSource)}}},
		Cases: []lessons.Case{{Args: random(lessons.NewDraw(1))}}, Random: random,
		Mistakes: []lessons.Mistake[backward]{
			lessons.Wrong(noScale, "dW1 is three times", "dW1 が 3 倍"),
			lessons.Wrong(noCache, "A1 is one too many", "A1 が 1 多い"),
		},
		Cost: func(a []any) float64 {
			_, _, cost := back(a[0].(Params), a[1].(nn.Matrix), a[2].(nn.Matrix))
			return cost
		},
		Slopes: map[string]string{`grads["dW1"]`: "p.W1", `grads["dB1"]`: "p.B1", `grads["dW2"]`: "p.W2"},
	}
}

func TestExercisesOfStructsMapsAndCaches(t *testing.T) {
	if v := lessons.Judge(structured(), backward(back), "", 3); v.Outcome != verdict.Correct {
		t.Errorf("reference: %s", card.Text(v, words.English))
	}
	both := spoilt(func(g map[string]nn.Matrix, c *Cache) { g["dW1"], c.A1 = g["dW1"].Scale(3), c.A1.AddScalar(1) })
	if v := lessons.Judge(structured(), both, "", 3); v.Outcome != verdict.Almost || len(v.Say) != 2 {
		t.Errorf("two mistakes at once: %s", card.Text(v, words.English))
	}
	off := spoilt(func(g map[string]nn.Matrix, _ *Cache) { g["dB1"] = g["dB1"].AddScalar(0.5).Scale(2) })
	text := card.Text(lessons.Judge(structured(), off, "", 3), words.English)
	for _, want := range []string{`Slope test ✗ grads["dB1"].At(`, `when p.B1.At(`, `Slope test ✓ grads["dW1"] agrees`, `Slope test ✓ grads["dW2"]`} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
	lacking := spoilt(func(g map[string]nn.Matrix, _ *Cache) { delete(g, "dW2") })
	if v := lessons.Judge(structured(), lacking, "", 3); v.Reason != verdict.ReasonNil || !contains(v.Say, judge.SayNil.Fill(`grads["dW2"]`)) {
		t.Errorf("a missing gradient: %s", card.Text(v, words.English))
	}
	written := func(p Params, X, Y nn.Matrix) (map[string]nn.Matrix, Cache, float64) {
		p.W1.Dense().Set(0, 0, 9)
		return back(p, X, Y)
	}
	if v := lessons.Judge(structured(), backward(written), "", 3); v.Reason != verdict.ReasonChanged || !contains(v.Say, judge.SayChanged.Fill("p.W1")) {
		t.Errorf("a changed parameter: %s", card.Text(v, words.English))
	}
}
