package blas

import "gonum.org/v1/gonum/floats"

// AddScaledTo computes dst = y + alpha·x, shared between processors where that is worth it: a step of gradient descent.
// It panics if the lengths differ.
func AddScaledTo(dst, y []float64, alpha float64, x []float64) {
	if len(y) != len(dst) || len(x) != len(dst) {
		panic("blas: AddScaledTo of different lengths") // here, where the caller can recover from it
	}
	Divide(len(dst), 1, func(i, next int) { floats.AddScaledTo(dst[i:next], y[i:next], alpha, x[i:next]) })
}

// Divide has part compute numbers i to next of n, for parts that together are all of them, and shares the parts between
// processors where that is worth it: a number takes as long as so many multiplications.
func Divide(n, multiplications int, part func(i, next int)) {
	const unit = 8 // a cache line
	work := n * multiplications
	parts := split(processors(work), n, unit)
	if parts <= 1 {
		part(0, n)
		return
	}
	share(work, parts, func(i int) { part(begin(n, unit, parts, i), begin(n, unit, parts, i+1)) })
}
