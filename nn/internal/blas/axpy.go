package blas

import "gonum.org/v1/gonum/floats"

// AddScaledTo computes dst = y + alpha·x, shared between processors where that is worth it: a step of gradient descent.
// It panics if the lengths differ.
func AddScaledTo(dst, y []float64, alpha float64, x []float64) {
	if len(y) != len(dst) || len(x) != len(dst) {
		panic("blas: AddScaledTo of different lengths") // here, where the caller can recover from it
	}
	const unit = 8 // a cache line
	parts := split(processors(len(dst)), len(dst), unit)
	share(len(dst), parts, func(i int) {
		j, next := begin(len(dst), unit, parts, i), begin(len(dst), unit, parts, i+1)
		floats.AddScaledTo(dst[j:next], y[j:next], alpha, x[j:next])
	})
}
