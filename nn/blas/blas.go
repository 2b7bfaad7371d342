// Package blas computes matrix products fast: gonum's BLAS with its Dgemm and Dgemv replaced by kernels for AVX-512, or
// for AVX2 with FMA, on two processors. Package nn registers it, so that every mat.Dense.Mul has the speed.
//
// Everything else, other processors and unusual calls are gonum's.
package blas

//go:generate go run ./generate -out kernels_amd64.s -stubs kernels_amd64.go -pkg blas

import (
	"unsafe"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// Implementation is gonum's BLAS, faster. The zero value computes as gonum does; New finds the kernels that fit.
type Implementation struct {
	gonum.Implementation
	kernels kernels
}

// kernels are what one instruction set offers: rows[r-1] computes a tile of r rows of width numbers.
type kernels struct {
	name  string
	width int
	rows  []kernel
}

// kernel computes a tile of C, and fetches the memory at ahead into the cache meanwhile; strides are in bytes.
type kernel func(k int, a *float64, aRow, aCol int, b *float64, bRow int, c *float64, cRow int, alpha float64, add bool, ahead uintptr)

// New returns the fastest implementation for this processor; gonum's own, if there is none of ours for it.
func New() Implementation { return Implementation{kernels: detect()} }

// Name says which kernels are used: "avx512", "avx2", or "gonum".
func (p Implementation) Name() string {
	if p.kernels.rows == nil {
		return "gonum"
	}
	return p.kernels.name
}

// smallest is the number of multiplications below which gonum is as good.
const smallest = 4096

// Dgemm computes C = alpha·op(A)·op(B) + beta·C, where op(A) is m×k, op(B) k×n and C m×n, all row by row.
//
// gonum passes over the zeros of A, so that 0·Inf may be 0 there; here it is NaN.
func (p Implementation) Dgemm(tA, tB blas.Transpose, m, n, k int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int) {
	if p.kernels.rows == nil || alpha == 0 || m*n*k < smallest || !fits(tA, m, k, a, lda) || !fits(tB, k, n, b, ldb) || !fits(blas.NoTrans, m, n, c, ldc) {
		p.Implementation.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
		return
	}
	product{p.kernels, m, n, k, alpha, op(tA, a, lda), op(tB, b, ldb), view{c, ldc, 1}}.compute(beta)
}

// Dgemv computes y = alpha·op(A)·x + beta·y, where A is m×n, row by row.
func (p Implementation) Dgemv(tA blas.Transpose, m, n int, alpha float64, a []float64, lda int, x []float64, incX int, beta float64, y []float64, incY int) {
	rows, cols := m, n // of op(A)
	if tA != blas.NoTrans {
		rows, cols = n, m
	}
	if p.kernels.rows == nil || alpha == 0 || m*n < smallest || !fits(blas.NoTrans, m, n, a, lda) ||
		incX < 1 || incY < 1 || len(x) <= (cols-1)*incX || len(y) <= (rows-1)*incY {
		p.Implementation.Dgemv(tA, m, n, alpha, a, lda, x, incX, beta, y, incY)
		return
	}
	product{p.kernels, rows, 1, cols, alpha, op(tA, a, lda), view{x, incX, 1}, view{y, incY, 1}}.compute(beta)
}

// fits reports whether the n×m op(A) is whole and not empty; gonum says what is wrong where it is not.
func fits(t blas.Transpose, n, m int, a []float64, lda int) bool {
	if t == blas.Trans || t == blas.ConjTrans {
		n, m = m, n
	} else if t != blas.NoTrans {
		return false
	}
	return n > 0 && m > 0 && lda >= m && len(a) >= (n-1)*lda+m
}

// view is a matrix as it lies in memory: entry (i, j) is data[i*row+j*col].
type view struct {
	data     []float64
	row, col int
}

func op(t blas.Transpose, a []float64, lda int) view {
	if t == blas.NoTrans {
		return view{a, lda, 1}
	}
	return view{a, 1, lda}
}

func (v view) t() view            { return view{v.data, v.col, v.row} }
func (v view) from(i, j int) view { return view{v.data[i*v.row+j*v.col:], v.row, v.col} }

// address is where entry (i, j) lies or would lie: good for fetching ahead, which asks for nothing to be there.
func (v view) address(i, j int) uintptr {
	return uintptr(unsafe.Pointer(unsafe.SliceData(v.data))) + uintptr(8*(i*v.row+j*v.col))
}

func (v view) scale(n, m int, k float64) {
	for i := range n {
		for j := range m {
			v.data[i*v.row+j*v.col] *= k
		}
	}
}
