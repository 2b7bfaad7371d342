package nn

import (
	"slices"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn/words"
)

// Reshape returns the same numbers, read row by row, in n rows of m.
func (A Matrix) Reshape(n, m int) Matrix {
	a, b := A.Dims()
	if n < 0 || m < 0 || a*b != n*m {
		panic(reshaped(A, n, m))
	}
	if n*m == 0 {
		return Matrix{}
	}
	return Matrix{dense: mat.NewDense(n, m, A.copied())}
}

// Slice returns rows i0 up to but without i1 and columns j0 up to but without j1 (numpy: A[i0:i1, j0:j1]).
func (A Matrix) Slice(i0, i1, j0, j1 int) Matrix {
	n, m := A.Dims()
	if i0 < 0 || i0 >= i1 || i1 > n || j0 < 0 || j0 >= j1 || j1 > m {
		panic(sliced(A, i0, i1, j0, j1))
	}
	out := Zeros(i1-i0, j1-j0)
	for i := range i1 - i0 {
		row := out.row(i)
		for j := range row {
			row[j] = A.At(i0+i, j0+j)
		}
	}
	return out
}

// ConcatCols puts matrices of equally many rows side by side; 0×0 ones are left out.
func ConcatCols(all ...Matrix) Matrix {
	all = withoutEmpty(all)
	width := 0
	for _, A := range all {
		if shape(A)[0] != shape(all[0])[0] {
			panic(misfit("ConcatCols", all[0], A, words.T("matrices side by side need equally many rows", "左右に並べる行列は、行の数をそろえてください")))
		}
		width += shape(A)[1]
	}
	if width == 0 {
		return Matrix{}
	}
	out, left := Zeros(shape(all[0])[0], width), 0
	for _, A := range all {
		n, m := A.Dims()
		numbers := A.values()
		for i := range n {
			copy(out.row(i)[left:], numbers[i*m:(i+1)*m])
		}
		left += m
	}
	return out
}

// ConcatRows puts matrices of equally many columns below one another; 0×0 ones are left out.
func ConcatRows(all ...Matrix) Matrix {
	all = withoutEmpty(all)
	var numbers []float64
	for _, A := range all {
		if shape(A)[1] != shape(all[0])[1] {
			panic(misfit("ConcatRows", all[0], A, words.T("matrices below one another need equally many columns", "上下に並べる行列は、列の数をそろえてください")))
		}
		numbers = append(numbers, A.values()...)
	}
	if len(numbers) == 0 {
		return Matrix{}
	}
	m := shape(all[0])[1]
	return Matrix{dense: mat.NewDense(len(numbers)/m, m, numbers)}
}

func withoutEmpty(all []Matrix) []Matrix {
	return slices.DeleteFunc(slices.Clone(all), Matrix.IsEmpty)
}

// values returns the numbers row by row; they may be the matrix's own, and are not to be changed.
func (A Matrix) values() []float64 {
	n, m := A.Dims()
	if n == 0 || m == 0 {
		return nil
	}
	a := A.raw()
	if a.Stride == m {
		return a.Data[:n*m]
	}
	out := make([]float64, 0, n*m)
	for i := range n {
		out = append(out, a.Data[i*a.Stride:i*a.Stride+m]...)
	}
	return out
}

// copied returns a copy of the numbers row by row.
func (A Matrix) copied() []float64 { return slices.Clone(A.values()) }
