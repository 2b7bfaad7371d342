package nn

import (
	"gonum.org/v1/gonum/mat"

	"nekonote/nn/internal/blas"
)

// What stands here saves time and memory, and changes no number: a first reader may leave it out.

// memory is where a layer keeps its large results, so that training need not ask for megabytes in each iteration.
type memory struct {
	dW, dAPrev mat.Dense
	w          [2]mat.Dense // W before a step and after it, in turn; the W that training began with is left as it was
	turn       int
}

// descend returns W − α·dW, in memory that is used again by the step after the next.
func (keep *memory) descend(W Matrix, alpha float64, dW Matrix) Matrix {
	next := &keep.w[keep.turn]
	keep.turn = 1 - keep.turn
	return W.descendInto(next, alpha, dW)
}

// dotInto is Dot with its result in the memory of out, which is empty or n×p and none of the operands.
func (A Matrix) dotInto(out *mat.Dense, B Matrix) Matrix {
	n, k := A.Dims()
	l, p := B.Dims()
	if k != l || A.IsEmpty() || B.IsEmpty() {
		panic(innerSizes(A, B))
	}
	filled(out, n, p).Mul(A.operand(), B.operand())
	return Matrix{dense: out}
}

// descendInto is descend with its result in the memory of out, which is empty or of θ's shape and none of the operands.
func (theta Matrix) descendInto(out *mat.Dense, alpha float64, d Matrix) Matrix {
	sameShape("Update", theta, d)
	n, m := theta.Dims()
	t, g, o := theta.raw(), d.raw(), filled(out, n, m).RawMatrix()
	count, length := pieces(n, m, t.Stride, g.Stride, o.Stride)
	for i := range count {
		blas.AddScaledTo(o.Data[i*o.Stride:i*o.Stride+length], t.Data[i*t.Stride:i*t.Stride+length], -alpha, g.Data[i*g.Stride:i*g.Stride+length])
	}
	return Matrix{dense: out}
}

// filled returns out, with n×m zeros of its own if it was empty.
func filled(out *mat.Dense, n, m int) *mat.Dense {
	if out.IsEmpty() {
		out.ReuseAs(n, m)
		blas.LargePages(out.RawMatrix().Data)
	}
	return out
}

// operand is the matrix as gonum's products take it: a transpose is read as it lies, without a copy.
func (A Matrix) operand() mat.Matrix {
	if A.transposed {
		return A.dense.T()
	}
	return A.dense
}

// pieces returns in how many pieces of memory n×m numbers lie, and how long each piece is: row by row, or all in one where
// the rows of every operand follow each other. A column would otherwise be n pieces of a single number.
func pieces(n, m int, strides ...int) (count, length int) {
	for _, stride := range strides {
		if stride != m {
			return n, m
		}
	}
	return 1, n * m
}
