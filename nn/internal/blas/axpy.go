package blas

import "gonum.org/v1/gonum/floats"

// AddScaledTo computes dst = y + alpha·x, shared between two processors where that is worth it: a step of gradient descent.
// It panics if the lengths differ.
func AddScaledTo(dst, y []float64, alpha float64, x []float64) {
	if len(y) != len(dst) || len(x) != len(dst) {
		panic("blas: AddScaledTo of different lengths") // here, where the caller can recover from it
	}
	half := len(dst) / 2
	both(len(dst), func() {
		floats.AddScaledTo(dst[:half], y[:half], alpha, x[:half])
	}, func() {
		floats.AddScaledTo(dst[half:], y[half:], alpha, x[half:])
	})
}
