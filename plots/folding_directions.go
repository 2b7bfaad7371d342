package plots

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn"
)

// directions are the two from which the numbers of a layer are looked at: x = P₁·a + at₁, y = P₂·a + at₂.
type directions struct {
	P  nn.Matrix // 2×n
	At nn.Matrix // 2×1
}

// of is where the columns of A are seen, 2×m.
func (d directions) of(A nn.Matrix) nn.Matrix { return d.P.Dot(A).Add(d.At) }

// asTheyAre looks at one or two numbers as they are.
func asTheyAre(n int) directions {
	P := nn.Zeros(2, n)
	for i := range n {
		P.Dense().Set(i, i, 1)
	}
	return directions{P, nn.Zeros(2, 1)}
}

// widest looks at A from where its columns are spread most: along its first two principal components, which are turned so that they
// come as near as they can to the places where the examples were seen before.
func widest(A, before nn.Matrix) directions {
	mean := meanOf(A)
	P := principal(A.Sub(mean), 2)
	P = turned(P, A.Sub(mean), before.Sub(meanOf(before)))
	return directions{P, P.Dot(mean).Scale(-1)}
}

// cuts reports whether a layer's answer ½ is a boundary at all. Where its weights are all 0, the answer is the same everywhere.
func cuts(output nn.Layer) bool { return lengthOf(output.W) != 0 }

// across looks at what the last layer gets so that its answer ½ is a straight line upright, x = 0, and class 1 lies to the right of it:
// x goes along its weights w, y along what is spread most at a right angle to them; where nothing is spread there, as where there is but
// one number, y is 0.
func across(A nn.Matrix, output nn.Layer, before nn.Matrix) directions {
	long := lengthOf(output.W)
	e, mean := output.W.Scale(1/long), meanOf(A)
	rest := A.Sub(mean)
	beside := rest.Sub(e.T().Dot(e.Dot(rest)))
	up := nn.Zeros(1, columnsOf(e))
	if lengthOf(beside) > 1e-9*lengthOf(rest) { // less is what rounding has left
		up = principal(beside, 1)
	}
	if up.Dot(rest).Mul(before.Slice(1, 2, 0, columnsOf(before)).Sub(meanOf(before.Slice(1, 2, 0, columnsOf(before))))).Sum() < 0 {
		up = up.Scale(-1)
	}
	return directions{nn.ConcatRows(e, up), nn.ConcatRows(output.B.Scale(1/long), up.Dot(mean).Scale(-1))}
}

// principal are the first k principal components of A, whose rows have the mean 0: k×n.
func principal(A nn.Matrix, k int) nn.Matrix {
	n, _ := A.Dims()
	var found mat.SVD
	P := nn.Zeros(k, n)
	if !found.Factorize(A.Dense(), mat.SVDThin) {
		return P
	}
	var U mat.Dense
	found.UTo(&U)
	_, have := U.Dims()
	for i := range min(k, have) {
		for j := range n {
			P.Dense().Set(i, j, U.At(j, i))
		}
	}
	return P
}

// turned turns and mirrors two directions so that what they see of A lies as near as possible to before: Procrustes' problem.
func turned(P, A, before nn.Matrix) nn.Matrix {
	var found mat.SVD
	if !found.Factorize(before.Dot(P.Dot(A).T()).Dense(), mat.SVDFull) {
		return P
	}
	var U, V, Q mat.Dense
	found.UTo(&U)
	found.VTo(&V)
	Q.Mul(&U, V.T())
	out := nn.Zeros(2, columnsOf(P))
	out.Dense().Mul(&Q, P.Dense())
	return out
}

// seenOf is the part of the spread of A that directions show, 0 to 1.
func seenOf(d directions, A nn.Matrix) float64 {
	rest := A.Sub(meanOf(A))
	seen := d.P.Dot(rest)
	return seen.Mul(seen).Sum() / max(rest.Mul(rest).Sum(), 1e-300)
}

// separable is how many percent of the examples a straight cut through all numbers of A gets right: that of least squares.
func separable(A, Y nn.Matrix) float64 {
	n, m := A.Dims()
	B := nn.ConcatRows(A, nn.Zeros(1, m).AddScalar(1))
	sides := Y.Scale(2).AddScalar(-1)
	gram := B.Dot(B.T())
	for i := range n + 1 {
		gram.Dense().Set(i, i, gram.At(i, i)+1e-9*(1+gram.At(i, i)))
	}
	w := nn.Zeros(n+1, 1)
	if err := w.Dense().Solve(gram.Dense(), B.Dot(sides.T()).Dense()); err != nil {
		if _, imprecise := err.(mat.Condition); !imprecise {
			return math.NaN()
		}
	}
	return accuracy(func(A nn.Matrix) nn.Matrix { return w.T().Dot(B).Scale(0.5).AddScalar(0.5) }, A, Y)
}

// meanOf is the mean of each row, n×1.
func meanOf(A nn.Matrix) nn.Matrix { return A.SumRows().Scale(1 / float64(columnsOf(A))) }

func columnsOf(A nn.Matrix) int {
	_, m := A.Dims()
	return m
}
