package blas

import (
	"unsafe"

	"gonum.org/v1/gonum/blas"
)

// view is a matrix as it lies in memory: entry (i, j) is i·row + j·col bytes behind p. It is a pointer, not a slice, since
// the kernels take pointers and a product has thousands of tiles.
type view struct {
	p        unsafe.Pointer
	row, col int
}

// one is the step from a number to the one that lies beside it, in bytes.
const one = 8

// over returns the view of numbers whose rows and columns lie so many numbers apart.
func over(data []float64, row, col int) view {
	return view{unsafe.Pointer(unsafe.SliceData(data)), one * row, one * col}
}

// op is the view of op(A), for a matrix A that lies row by row.
func op(t blas.Transpose, a []float64, lda int) view {
	if t == blas.NoTrans {
		return over(a, lda, 1)
	}
	return over(a, 1, lda)
}

func (v view) t() view { return view{v.p, v.col, v.row} }

// from is the part of v that begins at entry (i, j), which must be there.
func (v view) from(i, j int) view { return view{unsafe.Add(v.p, i*v.row+j*v.col), v.row, v.col} }

// at is where entry (i, j) lies.
func (v view) at(i, j int) *float64 { return (*float64)(unsafe.Add(v.p, i*v.row+j*v.col)) }

// address is where entry (i, j) lies or would lie: for fetching ahead, nothing needs to be there.
func (v view) address(i, j int) uintptr { return uintptr(v.p) + uintptr(i*v.row+j*v.col) }

// along is n numbers of row i that lie together, from column j on.
func (v view) along(i, j, n int) []float64 { return unsafe.Slice(v.at(i, j), n) }

// scale multiplies m×n entries by x; zero makes them zero, whatever they were.
func (v view) scale(m, n int, x float64) {
	for i := range m {
		for j := range n {
			*v.at(i, j) *= x
		}
	}
}

// take copies the first m×n entries of a tile, or adds them to what is there.
func (v view) take(tile view, m, n int, add bool) {
	if v.col != one {
		v, tile, m, n = v.t(), tile.t(), n, m // what lies together in v is written together
	}
	for i := range m {
		switch {
		case v.col == one && tile.col == one && !add:
			copy(v.along(i, 0, n), tile.along(i, 0, n))
		case v.col == one && tile.col == one:
			for j, x := range tile.along(i, 0, n) {
				*v.at(i, j) += x
			}
		case add:
			for j := range n {
				*v.at(i, j) += *tile.at(i, j)
			}
		default:
			for j := range n {
				*v.at(i, j) = *tile.at(i, j)
			}
		}
	}
}
