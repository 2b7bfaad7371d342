package plots

import (
	"math"
	"testing"
)

func TestNumbersAreShort(t *testing.T) {
	for _, c := range []struct {
		x                   float64
		fixed, brief, plain string // fixed with four decimals
	}{
		{0, "0.0000", "0", "0"}, {0.693147, "0.6931", "0.69", "0.6931"}, {-0.25, "-0.2500", "−0.25", "−0.25"},
		{1e120, "1·10¹²⁰", "1e+120", "1e+120"}, {-1.7e308, "-1.7·10³⁰⁸", "−2e+308", "−1.7e+308"}, {123456789, "123456789.0000", "1e+08", "1.235e+08"},
		{3e-9, "3·10⁻⁹", "0", "3e−09"}, {0.00005, "0.0001", "0", "5e−05"}, {5e-324, "4.94·10⁻³²⁴", "0", "4.941e−324"},
		{math.NaN(), "NaN", "NaN", "NaN"}, {math.Inf(1), "+Inf", "+Inf", "+Inf"},
	} {
		if f, b, n := fixed(c.x, 4), brief(c.x), number(c.x); f != c.fixed || b != c.brief || n != c.plain {
			t.Errorf("%v: %q, %q, %q; want %q, %q, %q", c.x, f, b, n, c.fixed, c.brief, c.plain)
		}
	}
	for _, c := range [][2]float64{{1, 1}, {1e120, 1e120}, {0, 0}, {1, 1 + 1e-15}} {
		if low, high := apart(c[0], c[1]); !(low < c[0] && high > c[1]) {
			t.Errorf("apart(%v) = %v, %v", c, low, high)
		}
	}
	if low, high := apart(1, 2); low != 1 || high != 2 {
		t.Errorf("apart(1, 2) = %v, %v", low, high)
	}
}
