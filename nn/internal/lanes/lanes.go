// Package lanes computes functions of many numbers, four at a time where the processor can. Each number is, to the bit, what the
// function of one number gives, so that it makes no difference how many there are, and which of them are computed together.
package lanes

//go:generate go run ./generate -out lanes_amd64.s -stubs lanes_amd64.go -pkg lanes

import (
	"math"

	"nekonote/nn/internal/numpy"
)

// kernels compute groups of four numbers: so many, or until there is a number in a group that a kernel does not know. They are nil
// where this processor has none.
type kernels struct{ tanh, exp, sigmoid kernel }

type kernel func(fours int, to, x *float64) (done int)

// Tanh computes numpy.Tanh of each number of x. All of these panic where x is shorter than to, which may be x itself.
func Tanh(to, x []float64) { available.tanh.along(to, x, numpy.Tanh) }

// Exp computes math.Exp of each number of x.
func Exp(to, x []float64) { available.exp.along(to, x, math.Exp) }

// Sigmoid computes 1 / (1 + math.Exp(−x)) of each number of x.
func Sigmoid(to, x []float64) {
	available.sigmoid.along(to, x, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
}

// along computes numbers by the kernel, and one by one those that it does not know, with their neighbours, and those at the end.
func (k kernel) along(to, x []float64, one func(x float64) float64) {
	x = x[:len(to)]
	for i := 0; i < len(to); {
		if fours := (len(to) - i) / 4; k != nil && fours > 0 {
			i += 4 * k(fours, &to[i], &x[i])
		}
		for end := min(i+4, len(to)); i < end; i++ {
			to[i] = one(x[i])
		}
	}
}
