package lessons

import (
	"math/rand/v2"
	"slices"

	"nekonote/nn"
)

// Draw makes the arguments of a random case. The same seed draws the same case again.
type Draw struct {
	rng   *rand.Rand
	given []int // the dimensions of this case so far
	far   bool  // whether this case has examples far out
}

// NewDraw returns a stream of draws that begins at seed.
func NewDraw(seed uint64) *Draw {
	return &Draw{rng: rand.New(rand.NewPCG(seed, 0x6e656b6f)), far: seed%2 == 1}
}

// Size returns a whole number from lo to hi, both included.
func (d *Draw) Size(lo, hi int) int {
	return lo + d.rng.IntN(hi-lo+1)
}

// Dim returns a dimension from lo to hi that no other of the same case has, a prime number where there is one: so that no product,
// no division and no square of one can be mistaken for another. Where none is left, it is a larger prime.
func (d *Draw) Dim(lo, hi int) int {
	for _, fits := range []func(int) bool{isPrime, func(int) bool { return true }} {
		var free []int
		for n := lo; n <= hi; n++ {
			if fits(n) && !slices.Contains(d.given, n) {
				free = append(free, n)
			}
		}
		if len(free) > 0 {
			return d.give(free[d.rng.IntN(len(free))])
		}
	}
	n := hi + 1
	for !isPrime(n) || slices.Contains(d.given, n) {
		n++
	}
	return d.give(n)
}

func (d *Draw) give(n int) int {
	d.given = append(d.given, n)
	return n
}

func isPrime(n int) bool {
	for k := 2; k*k <= n; k++ {
		if n%k == 0 {
			return false
		}
	}
	return n > 1
}

// Uniform returns a number in [lo, hi).
func (d *Draw) Uniform(lo, hi float64) float64 {
	return lo + (hi-lo)*d.rng.Float64()
}

// Normal returns a number of the standard normal distribution.
func (d *Draw) Normal() float64 {
	return d.rng.NormFloat64()
}

// Matrix returns an n×m matrix of standard normal numbers.
func (d *Draw) Matrix(n, m int) nn.Matrix {
	return d.fill(n, m, d.Normal)
}

// Between returns an n×m matrix of numbers in [lo, hi).
func (d *Draw) Between(n, m int, lo, hi float64) nn.Matrix {
	return d.fill(n, m, func() float64 { return d.Uniform(lo, hi) })
}

// Labels returns a 1×m row of zeros and ones, with at least one of each where m ≥ 2.
func (d *Draw) Labels(m int) nn.Matrix {
	for {
		Y := d.fill(1, m, func() float64 { return float64(d.rng.IntN(2)) })
		if sum := Y.Sum(); m < 2 || (sum > 0 && sum < float64(m)) {
			return Y
		}
	}
}

func (d *Draw) fill(n, m int, next func() float64) nn.Matrix {
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, m)
		for j := range rows[i] {
			rows[i][j] = next()
		}
	}
	return nn.Rows(rows)
}
