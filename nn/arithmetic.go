package nn

import "gonum.org/v1/gonum/mat"

// Dot returns the matrix product A·B: (n×k)·(k×p) is n×p. Entry (i, j) is the sum over l of A(i,l)·B(l,j). It panics with a
// *ShapeError where the inner sizes differ or a matrix is empty. A large product that has more numbers than A and B together is
// computed when its numbers are first asked for; what is done to A and B after the call does not change it.
func (A Matrix) Dot(B Matrix) Matrix {
	_, k := A.Dims()
	l, _ := B.Dims()
	if k != l || A.IsEmpty() || B.IsEmpty() {
		panic(innerSizes(A, B))
	}
	if mayWait(A, B) {
		return wait(A, B)
	}
	return held(multiply(A, B))
}

// multiply computes A·B.
func multiply(A, B Matrix) *mat.Dense {
	n, _ := A.Dims()
	_, p := B.Dims()
	out := unfilled(n, p)
	out.Mul(A.operand(), B.operand())
	return out
}

// Add returns A + B, entry by entry; a row, a column or 1×1 is repeated to fit.
func (A Matrix) Add(B Matrix) Matrix { return A.zip("Add", B, sum) }

// Sub returns A − B, entry by entry; a row, a column or 1×1 is repeated to fit.
func (A Matrix) Sub(B Matrix) Matrix { return A.zip("Sub", B, difference) }

// Mul returns A ∗ B, entry by entry; a row, a column or 1×1 is repeated to fit. The matrix product is Dot.
func (A Matrix) Mul(B Matrix) Matrix { return A.zip("Mul", B, product) }

// Div returns A / B, entry by entry; a row, a column or 1×1 is repeated to fit. x/0 is ±Inf, 0/0 is NaN.
func (A Matrix) Div(B Matrix) Matrix { return A.zip("Div", B, quotient) }

// Scale returns k·A.
func (A Matrix) Scale(k float64) Matrix {
	if scaled, ok := A.scaledLater(k); ok {
		return scaled
	}
	return A.entries(cheap, func(to, a []float64) {
		for i, x := range a[:len(to)] {
			to[i] = k * x
		}
	})
}

// AddScalar returns A with k added to every entry.
func (A Matrix) AddScalar(k float64) Matrix {
	return A.entries(cheap, func(to, a []float64) {
		for i, x := range a[:len(to)] {
			to[i] = x + k
		}
	})
}
