package lessons

import (
	"math"

	"nekonote/nn"
)

// A case whose numbers are all small tells nothing of how a formula behaves where a sigmoid is all but 0 or 1. So some cases have
// examples far out, of which the network is sure, and rightly so: σ(z) is 0 or 1 there to all digits that count, whoever
// computes it, and no label asks for the logarithm of what is left. A z of 37 would be too much: 1 − σ(z) is 0 there, as numbers have
// it, and the course's own formulas give 0·log 0.

// Sure are the z of two examples far out, the first one's label 0 and the second one's 1.
var Sure = [2]float64{-40, 35}

// Far reports whether this case is to have examples far out: two of the five that a check draws.
func (d *Draw) Far() bool { return d.far }

// SureAnswers changes the first two of the answers A, 1×m, and their labels in Y: they are those to the z of Sure.
func SureAnswers(A, Y nn.Matrix) {
	for j, z := range Sure {
		A.Dense().Set(0, j, 1/(1+math.Exp(-z)))
		Y.Dense().Set(0, j, float64(j))
	}
}

// Outward moves the first two examples of X, one a column, away from 0: their numbers become so many times as large.
func Outward(X nn.Matrix, by float64) nn.Matrix {
	n, _ := X.Dims()
	far := X.Scale(1)
	for i := range n {
		for j := range 2 {
			far.Dense().Set(i, j, by*X.At(i, j))
		}
	}
	return far
}

// SureOf changes the first two examples of X, and their labels in Y, so that z = wᵀx + b is that of Sure. Y may be nil where nobody asks.
func SureOf(w nn.Matrix, b float64, X nn.Matrix, Y *nn.Matrix) nn.Matrix {
	n, m := X.Dims()
	length := w.T().Dot(w).Sum()
	far := X.Scale(1)
	for j, target := range Sure[:min(2, m)] {
		z := b
		for i := range n {
			z += w.At(i, 0) * X.At(i, j)
		}
		for i := range n {
			far.Dense().Set(i, j, X.At(i, j)+w.At(i, 0)*(target-z)/length)
		}
		if Y != nil {
			Y.Dense().Set(0, j, float64(j))
		}
	}
	return far
}
