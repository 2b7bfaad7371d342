package numpy

import "math"

// logarithm is the natural logarithm of x > 0, right to the last place but in the rarest cases. The C library's is, and
// numpy's normal numbers come from it; math.Log differs from it in one of twenty numbers.
//
// It corrects y = math.Log(x) by log(x·e⁻ʸ) ≈ x·e⁻ʸ − 1, with e⁻ʸ to twice the usual precision. What a rounding loses is
// computed here as well, so no product may go into a sum unrounded, as the compiler lets it on some processors: each is
// converted to float64, which keeps it from that.
func logarithm(x float64) float64 {
	y := math.Log(x)
	e := exponential(-y)
	p := float64(x * e.high)
	return y + ((p - 1) + (math.FMA(x, e.high, -p) + float64(x*e.low)))
}

// double is a number of twice the usual precision: high + low, low being less than the last place of high.
type double struct{ high, low float64 }

// The logarithm of 2, its first part with so few digits that small multiples of it are exact.
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

// exponential is eᵗ, by halving: eᵗ = 2ᵏ · (e^(r/64))⁶⁴ with t = k·ln 2 + r, and a few terms of the series for e^(r/64).
func exponential(t float64) double {
	k := math.Round(t / math.Ln2)
	a, b := t-float64(k*ln2High), float64(k*ln2Low)
	r := sum(a, -b)
	r.low -= math.FMA(k, ln2Low, -b)
	r.high, r.low = r.high/64, r.low/64
	p := double{1, 0}
	for n := 8.0; n >= 1; n-- { // 1 + r(1 + r/2 (1 + r/3 (…)))
		q := p.times(r).over(n)
		p = sum(1, q.high)
		p.low += q.low
	}
	for range 6 {
		p = p.times(p)
	}
	return double{math.Ldexp(p.high, int(k)), math.Ldexp(p.low, int(k))}
}

// sum is a + b without loss.
func sum(a, b float64) double {
	s := a + b
	c := s - a
	return double{s, (a - (s - c)) + (b - c)}
}

func (a double) times(b double) double {
	p := float64(a.high * b.high)
	low := math.FMA(a.high, b.high, -p) + (float64(a.high*b.low) + float64(a.low*b.high))
	return sum(p, low)
}

func (a double) over(n float64) double {
	q := a.high / n
	return sum(q, (math.FMA(-q, n, a.high)+a.low)/n)
}
