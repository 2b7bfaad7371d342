package blas

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/floats"
)

func TestAddScaledTo(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{0, 1, 2, 7, 2*piece + 1} {
		x, y := make([]float64, n), make([]float64, n)
		for i := range x {
			x[i], y[i] = r.NormFloat64(), r.NormFloat64()
		}
		got, want := make([]float64, n), make([]float64, n)
		AddScaledTo(got, y, -0.3, x)
		floats.AddScaledTo(want, y, -0.3, x)
		if !floats.Equal(got, want) {
			t.Errorf("%d numbers: not as gonum", n)
		}
	}
}

func TestAddScaledToRefusesOtherLengths(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a short x was accepted")
		}
	}()
	AddScaledTo(make([]float64, 8), make([]float64, 8), 1, make([]float64, 7))
}
