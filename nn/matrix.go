// Package nn computes: matrices that know their shape, random numbers, networks and their training.
//
// It is written to be read. An operation is a method that returns a new matrix and reads like the formula, so that
// Z = W·A + b is W.Dot(A).Add(b); a model is a small struct whose Forward, Cost, Backward and Update are the course's
// equations, line by line. Start with matrix.go and logistic.go.
//
// Numbers equal numpy's: after Seed(1), Randn(n, m) draws what np.random.seed(1); np.random.randn(n, m) draws.
//
// A wrong shape panics with a *ShapeError, which says the operation, both shapes and the usual way out.
package nn

import (
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// Matrix is a table of n×m numbers. It always has two dimensions: what numpy would make a rank-1 array is an n×1 or a
// 1×m matrix here. No method changes a matrix; results are new values. The zero value is 0×0 and may be printed.
//
// The transpose shares the numbers of its matrix, in the other order: T costs nothing, and products read it as it lies.
type Matrix struct {
	dense      *mat.Dense // the numbers, row by row; nil for 0×0
	waiting    *waiting   // in the place of dense: a large result, which may not be computed yet
	transposed bool       // whether the matrix is the transpose of the numbers
}

// Rows returns the matrix with the given rows, which must be equally long. The numbers are copied.
func Rows(rows [][]float64) Matrix {
	if len(rows) == 0 {
		return Matrix{}
	}
	m := len(rows[0])
	out := Zeros(len(rows), m)
	for i, row := range rows {
		if len(row) != m {
			panic(unevenRows(m, i, len(row)))
		}
		if m > 0 {
			copy(out.row(i), row)
		}
	}
	return out
}

// Rows returns the numbers as slices, row by row: what [Rows] would make the matrix from again. They are copied; 0×0 gives
// no rows.
func (A Matrix) Rows() [][]float64 {
	n, m := A.Dims()
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, m)
		for j := range rows[i] {
			rows[i][j] = A.At(i, j)
		}
	}
	return rows
}

// Zeros returns an n×m matrix of zeros; 0×0 if n or m is 0.
func Zeros(n, m int) Matrix {
	if n < 0 || m < 0 {
		panic(negativeShape("Zeros", n, m))
	}
	if n == 0 || m == 0 {
		return Matrix{}
	}
	return Matrix{dense: zeroed(n, m)}
}

// Column returns the numbers below one another, as an n×1 matrix.
func Column(x ...float64) Matrix {
	out := Zeros(len(x), 1)
	for i := range x {
		out.row(i)[0] = x[i]
	}
	return out
}

// Row returns the numbers beside one another, as a 1×m matrix.
func Row(x ...float64) Matrix { return Rows([][]float64{x}) }

// From takes a gonum matrix over. A *mat.Dense, or the transpose of one, is not copied: what changes it there changes
// it here. Other kinds (symmetric, triangular, vectors …) are copied.
func From(M mat.Matrix) Matrix {
	if t, ok := M.(mat.Transpose); ok {
		return From(t.Matrix).T()
	}
	if n, m := M.Dims(); n == 0 || m == 0 {
		return Matrix{}
	}
	if d, ok := M.(*mat.Dense); ok {
		return Matrix{dense: d}
	}
	return Matrix{dense: mat.DenseCopyOf(M)}
}

// Dense gives the matrix to gonum. It is not a copy (except for a transpose, which gonum wants in its own order): what
// changes it there changes it here.
func (A Matrix) Dense() *mat.Dense {
	if A.waiting != nil && !A.transposed {
		return A.waiting.show()
	}
	return A.inOrder()
}

// inOrder is Dense for nn itself, which changes nothing.
func (A Matrix) inOrder() *mat.Dense {
	switch dense := A.numbers(); {
	case dense == nil:
		return &mat.Dense{}
	case A.transposed:
		return mat.DenseCopyOf(dense.T())
	default:
		return dense
	}
}

// Dims returns the shape: n rows and m columns.
func (A Matrix) Dims() (n, m int) {
	switch {
	case A.waiting != nil:
		n, m = A.waiting.n, A.waiting.m
	case A.dense != nil:
		n, m = A.dense.Dims()
	}
	if A.transposed {
		return m, n
	}
	return n, m
}

// IsEmpty reports whether the matrix is 0×0.
func (A Matrix) IsEmpty() bool {
	n, m := A.Dims()
	return n == 0 || m == 0
}

// At returns the number in row i and column j, both counted from 0. It panics outside the matrix.
func (A Matrix) At(i, j int) float64 {
	if n, m := A.Dims(); i < 0 || i >= n || j < 0 || j >= m {
		panic(outside(A, i, j))
	}
	if A.transposed {
		i, j = j, i
	}
	return A.numbers().At(i, j)
}

// T returns the transpose: its entry (i, j) is A's entry (j, i).
func (A Matrix) T() Matrix {
	A.transposed = !A.transposed
	return A
}

// numbers returns the numbers as they lie, without the transposition; nil for 0×0.
func (A Matrix) numbers() *mat.Dense {
	if A.waiting != nil {
		return A.waiting.computed()
	}
	return A.dense
}

// raw returns the numbers row by row: row i is Data[i*Stride : i*Stride+Cols].
func (A Matrix) raw() blas64.General { return A.inOrder().RawMatrix() }

// row returns the numbers of row i themselves, to be filled in by who has just made the matrix.
func (A Matrix) row(i int) []float64 { return A.numbers().RawRowView(i) }
