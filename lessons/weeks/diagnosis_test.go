package weeks_test

import (
	"math"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/basics"
	"nekonote/lessons/verdict"
	"nekonote/lessons/week2"
	"nekonote/lessons/week3"
	"nekonote/nn"
	"nekonote/nn/words"
)

// An answer that is right for labels is right, whatever the course's published case has in their place.
func TestOddLabelsRefuseNobody(t *testing.T) {
	byCases := func(A2, Y nn.Matrix) float64 {
		_, m := Y.Dims()
		sum := 0.0
		for j := range m {
			if Y.At(0, j) == 1 {
				sum -= math.Log(A2.At(0, j))
			} else {
				sum -= math.Log(1 - A2.At(0, j))
			}
		}
		return sum / float64(m)
	}
	for seed := range uint64(20) {
		if v := lessons.Judge(week3.ComputeCost, byCases, "", seed); v.Outcome != verdict.Correct || len(v.Say) > 0 {
			t.Fatalf("seed %d: %s, %v; want it right, and nothing said of the published figures", seed, v.Outcome, v.Say)
		}
	}
	catsAlone := func(A2, Y nn.Matrix) float64 { // what such labels give tells nothing of the slip either
		_, m := Y.Dims()
		sum := 0.0
		for j := range m {
			if Y.At(0, j) == 1 {
				sum -= math.Log(A2.At(0, j))
			}
		}
		return sum / float64(m)
	}
	if v := lessons.Judge(week3.ComputeCost, catsAlone, "", 1); v.Outcome != verdict.Almost || !strings.Contains(said(v), "second term") {
		t.Errorf("%s:\n%s\nwant the missing term to be named", v.Outcome, said(v))
	}
	wrong := func(A2, Y nn.Matrix) float64 { return -byCases(A2, Y) }
	if v := lessons.Judge(week3.ComputeCost, wrong, "", 1); v.Outcome == verdict.Correct {
		t.Error("a wrong cost passes")
	}
}

// said is all that a verdict says, in English.
func said(v verdict.Verdict) string {
	var all []string
	for _, s := range v.Say {
		all = append(all, s.In(words.English))
	}
	return strings.Join(all, "\n")
}

// Two known mistakes in results of their own are both named; one whose other half she has not made is not.
func TestMistakesAreComposedAndExact(t *testing.T) {
	propagate := week2.Propagate.Anatomy().Reference.(func(nn.Matrix, float64, nn.Matrix, nn.Matrix) (nn.Matrix, float64, float64))
	both := func(w nn.Matrix, b float64, X, Y nn.Matrix) (nn.Matrix, float64, float64) {
		_, m := X.Dims()
		dw, db, cost := propagate(w, b, X, Y)
		return dw, db * float64(m), -cost
	}
	v := lessons.Judge(week2.Propagate, both, "", 3)
	if v.Outcome != verdict.Almost || len(v.Say) != 2 {
		t.Errorf("two mistakes: %s: %s", v.Outcome, said(v))
	}
	parameters := week3.InitializeParameters.Anatomy().Reference.(func(int, int, int) week3.Params)
	half := func(nx, nh, ny int) week3.Params {
		p := parameters(nx, nh, ny)
		p.B1 = p.B1.T()
		return p
	}
	if v := lessons.Judge(week3.InitializeParameters, half, "", 3); strings.Contains(said(v), "b2") || v.Outcome == verdict.Correct {
		t.Errorf("b1 alone is a row: %s", said(v))
	}
}

// float32 is told by what it does to the digits: one that does no harm is nobody's business.
func TestFloat32(t *testing.T) {
	l2 := func(yhat, y nn.Matrix) float64 { d := y.Sub(yhat); return d.Mul(d).Sum() }
	narrow := func(yhat, y nn.Matrix) float64 { return float64(float32(l2(yhat, y))) }
	const source = "func l2(yhat, y nn.Matrix) float64 {\n\td := y.Sub(yhat)\n\treturn float64(float32(d.Mul(d).Sum()))\n}\n"
	if v := lessons.Judge(basics.L2, narrow, source, 1); v.Outcome == verdict.Correct || !strings.Contains(said(v), "float32") {
		t.Errorf("%s: %s", v.Outcome, said(v))
	}
	const harmless = "func l2(yhat, y nn.Matrix) float64 {\n\td := y.Sub(yhat)\n\t_ = float32(1)\n\treturn d.Mul(d).Sum()\n}\n"
	if v := lessons.Judge(basics.L2, l2, harmless, 1); v.Outcome != verdict.Correct {
		t.Errorf("harmless: %s: %s", v.Outcome, said(v))
	}
}
