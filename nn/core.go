// Package nn computes: matrices that know their shape, and read like the formula.
//
// A Matrix is a value over gonum's *mat.Dense. Its operations are methods that return a new matrix: Z = W·A + b is
// W.Dot(A).Add(b). Where one operand of an elementwise operation is a row, a column or 1×1, it is repeated to fit, as
// numpy does; any other difference of shapes panics with a *ShapeError.
package nn

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn/words"
)

// Matrix is a two-dimensional array of numbers. The zero value is 0×0. Nothing that is passed to a method is changed.
type Matrix struct {
	dense *mat.Dense
}

// ShapeError is what an operation panics with when shapes do not fit.
type ShapeError struct {
	Op     string     // the method
	A, B   [2]int     // rows and columns of both operands
	Advice words.Text // the usual way out
}

// Words says in both languages which operation it was, both shapes, and the way out.
func (e *ShapeError) Words() words.Text {
	said := words.T("%s: (%d×%d) and (%d×%d) do not fit", "%s：(%d×%d) と (%d×%d) は形が合いません").Fill(e.Op, e.A[0], e.A[1], e.B[0], e.B[1])
	if e.Advice.Empty() {
		return said
	}
	return words.T("%s; %s", "%s。%s").Fill(said, e.Advice)
}

// Error says the same in English.
func (e *ShapeError) Error() string { return e.Words().In(words.English) }

// Rows returns the matrix with the given rows, which must be equally long.
func Rows(rows [][]float64) Matrix {
	if len(rows) == 0 || len(rows[0]) == 0 {
		return Matrix{}
	}
	out := mat.NewDense(len(rows), len(rows[0]), nil)
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			panic(&ShapeError{Op: "Rows", A: [2]int{1, len(rows[0])}, B: [2]int{1, len(row)}, Advice: words.T("all rows need the same length", "すべての行を同じ長さにしてください")})
		}
		out.SetRow(i, row)
	}
	return Matrix{out}
}

// Zeros returns an n×m matrix of zeros.
func Zeros(n, m int) Matrix {
	if n == 0 || m == 0 {
		return Matrix{}
	}
	return Matrix{mat.NewDense(n, m, nil)}
}

// Column returns the numbers as an n×1 matrix.
func Column(x ...float64) Matrix { return Row(x...).T() }

// Row returns the numbers as a 1×m matrix.
func Row(x ...float64) Matrix { return Rows([][]float64{x}) }

// From makes a Matrix of a gonum matrix; a *mat.Dense is not copied.
func From(m mat.Matrix) Matrix {
	if d, ok := m.(*mat.Dense); ok {
		return Matrix{d}
	}
	return Matrix{mat.DenseCopyOf(m)}
}

// Dense returns the gonum matrix below, not a copy; an empty one for the zero Matrix.
func (m Matrix) Dense() *mat.Dense {
	if m.dense == nil {
		return &mat.Dense{}
	}
	return m.dense
}

// IsEmpty reports whether the matrix is 0×0.
func (m Matrix) IsEmpty() bool { return m.dense == nil || m.dense.IsEmpty() }

// Dims returns the numbers of rows and columns.
func (m Matrix) Dims() (rows, cols int) {
	if m.IsEmpty() {
		return 0, 0
	}
	return m.dense.Dims()
}

// At returns the entry in row i and column j, both from 0.
func (m Matrix) At(i, j int) float64 { return m.Dense().At(i, j) }

// T returns the transposed matrix.
func (m Matrix) T() Matrix {
	if m.IsEmpty() {
		return m
	}
	return Matrix{mat.DenseCopyOf(m.dense.T())}
}

// Dot returns the matrix product m·other: (n×k)·(k×p) is n×p.
func (m Matrix) Dot(other Matrix) Matrix {
	n, k := m.Dims()
	l, p := other.Dims()
	if k != l || k == 0 {
		e := &ShapeError{Op: "Dot", A: [2]int{n, k}, B: [2]int{l, p}, Advice: words.T("inner sizes %d and %d differ", "内側の大きさ %d と %d が違います").Fill(k, l)}
		switch {
		case n == l:
			e.Advice = words.T("%s; did you mean the transpose, .T(), of the first?", "%s。一つ目を転置（.T()）するとよいかもしれません").Fill(e.Advice)
		case k == p:
			e.Advice = words.T("%s; did you mean the transpose, .T(), of the second?", "%s。二つ目を転置（.T()）するとよいかもしれません").Fill(e.Advice)
		}
		panic(e)
	}
	var out mat.Dense
	out.Mul(m.dense, other.dense)
	return Matrix{&out}
}

// Add returns m + other, entry by entry.
func (m Matrix) Add(other Matrix) Matrix {
	return m.zip("Add", other, func(a, b float64) float64 { return a + b })
}

// Sub returns m − other, entry by entry.
func (m Matrix) Sub(other Matrix) Matrix {
	return m.zip("Sub", other, func(a, b float64) float64 { return a - b })
}

// Mul returns the product of m and other, entry by entry.
func (m Matrix) Mul(other Matrix) Matrix {
	return m.zip("Mul", other, func(a, b float64) float64 { return a * b })
}

// Div returns the quotient of m and other, entry by entry.
func (m Matrix) Div(other Matrix) Matrix {
	return m.zip("Div", other, func(a, b float64) float64 { return a / b })
}

// zip combines two matrices entry by entry, repeating rows, columns or numbers to fit.
func (m Matrix) zip(op string, other Matrix, f func(a, b float64) float64) Matrix {
	n, k := m.Dims()
	p, q := other.Dims()
	fits := func(a, b int) bool { return a == b || a == 1 || b == 1 }
	if m.IsEmpty() || other.IsEmpty() || !fits(n, p) || !fits(k, q) {
		panic(&ShapeError{Op: op, A: [2]int{n, k}, B: [2]int{p, q}})
	}
	out := mat.NewDense(max(n, p), max(k, q), nil)
	out.Apply(func(i, j int, _ float64) float64 {
		return f(m.dense.At(min(i, n-1), min(j, k-1)), other.dense.At(min(i, p-1), min(j, q-1)))
	}, out)
	return Matrix{out}
}

// Apply returns f of every entry.
func (m Matrix) Apply(f func(float64) float64) Matrix {
	if m.IsEmpty() {
		return m
	}
	var out mat.Dense
	out.Apply(func(_, _ int, x float64) float64 { return f(x) }, m.dense)
	return Matrix{&out}
}

// Scale returns k·m.
func (m Matrix) Scale(k float64) Matrix { return m.Apply(func(x float64) float64 { return k * x }) }

// AddScalar returns m with k added to every entry.
func (m Matrix) AddScalar(k float64) Matrix { return m.Apply(func(x float64) float64 { return x + k }) }

// Exp returns e to the power of every entry.
func (m Matrix) Exp() Matrix { return m.Apply(math.Exp) }

// Log returns the natural logarithm of every entry.
func (m Matrix) Log() Matrix { return m.Apply(math.Log) }

// Sigmoid returns 1 / (1 + e⁻ˣ) of every entry.
func (m Matrix) Sigmoid() Matrix {
	return m.Apply(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
}

// Tanh returns the hyperbolic tangent of every entry.
func (m Matrix) Tanh() Matrix { return m.Apply(math.Tanh) }

// ReLU returns max(0, x) of every entry.
func (m Matrix) ReLU() Matrix { return m.Apply(func(x float64) float64 { return max(0, x) }) }

// Sum returns the sum of all entries.
func (m Matrix) Sum() float64 { return mat.Sum(m.Dense()) }

// SumRows returns each row's sum, n×1.
func (m Matrix) SumRows() Matrix {
	n, k := m.Dims()
	out := Zeros(n, 1)
	for i := range n {
		sum := 0.0
		for j := range k {
			sum += m.dense.At(i, j)
		}
		out.dense.Set(i, 0, sum)
	}
	return out
}

// SumCols returns each column's sum, 1×m.
func (m Matrix) SumCols() Matrix { return m.T().SumRows().T() }

// Mean returns the mean of all entries.
func (m Matrix) Mean() float64 {
	n, k := m.Dims()
	return m.Sum() / float64(n*k)
}

// Max returns the largest entry.
func (m Matrix) Max() float64 { return mat.Max(m.Dense()) }

// Equal reports whether both matrices have the same shape, and entries that differ by at most tol.
func (m Matrix) Equal(other Matrix, tol float64) bool {
	return mat.EqualApprox(m.Dense(), other.Dense(), tol)
}

// ConcatCols puts matrices with equally many rows side by side.
func ConcatCols(all ...Matrix) Matrix {
	var out Matrix
	for _, m := range all {
		if out.IsEmpty() {
			out = m
			continue
		}
		var joined mat.Dense
		joined.Augment(out.dense, m.Dense())
		out = Matrix{&joined}
	}
	return out
}

// String returns the shape and the numbers.
func (m Matrix) String() string {
	n, k := m.Dims()
	return fmt.Sprintf("%d×%d\n%.6g", n, k, mat.Formatted(m.Dense(), mat.Squeeze(), mat.Excerpt(3)))
}
