package numpy

import "math"

// Tanh is the form of the C library, which numpy's published figures have: math.Tanh differs from it in the last place
// of one number in forty, this in one of ten thousand.
func Tanh(x float64) float64 {
	t := math.Abs(x)
	switch {
	case t >= 22:
		t = 1
	case t >= 1:
		t = 1 - 2/(math.Expm1(2*t)+2)
	default: // also NaN
		e := math.Expm1(-2 * t)
		t = -e / (e + 2)
	}
	return math.Copysign(t, x)
}
