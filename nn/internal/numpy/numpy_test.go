package numpy

import (
	"math"
	"testing"
)

// The authors of MT19937 give the 10000th word of seed 5489.
func TestWordOfTheAuthors(t *testing.T) {
	var g Generator
	g.Seed(5489)
	for range 9999 {
		g.UpTo(math.MaxUint32)
	}
	if got := g.UpTo(math.MaxUint32); got != 4123659995 {
		t.Errorf("the 10000th word is %d, want 4123659995", got)
	}
}

func TestTanhIsTheCLibrarys(t *testing.T) {
	for _, x := range []float64{0, 1e-300, 1e-9, 0.3, 0.9999, 1, 1.5, 21.9, 22, 700, math.Inf(1)} {
		for _, x := range []float64{x, -x} {
			if d := ulps(Tanh(x), math.Tanh(x)); d > 3 {
				t.Errorf("Tanh(%v) is %v, %d units from math.Tanh", x, Tanh(x), d)
			}
		}
	}
	if !math.Signbit(Tanh(math.Copysign(0, -1))) {
		t.Error("Tanh(−0) is not −0")
	}
}

// ulps is how many float64s lie between a and b.
func ulps(a, b float64) int64 {
	if a == b {
		return 0
	}
	if math.Signbit(a) != math.Signbit(b) || math.IsNaN(a) || math.IsNaN(b) {
		return math.MaxInt64
	}
	d := int64(math.Float64bits(a)) - int64(math.Float64bits(b))
	return max(d, -d)
}
