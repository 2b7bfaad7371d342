// Package blas computes matrix products fast: gonum's BLAS with its Dgemm and Dgemv replaced by kernels for AVX-512, for
// AVX2 with FMA, or for NEON on arm64, on up to 16 processors. Package nn registers it, so that every mat.Dense.Mul has the
// speed.
//
// Everything else, other processors and unusual calls are gonum's. Large products may be left to a library of the system
// instead: see Library.
package blas

//go:generate go run ./generate -out kernels_amd64.s -stubs kernels_amd64.go -pkg blas

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// Implementation is gonum's BLAS, faster. The zero value computes as gonum does; New finds the kernels that fit.
type Implementation struct {
	gonum.Implementation
	kernels kernels

	least   int            // from how many multiplications on the library computes a product
	library func() Library // nil where everything is computed here
}

// kernels are what one instruction set offers: outer[r-1] and inner[r-1] compute a tile of r rows.
type kernels struct {
	name    string
	width   int // columns of an outer tile; those of an inner one are four
	fetches int // bytes that an outer tile fetches at each step: as many as it reads of B, or less
	depth   int // how many steps along k are computed at a time where B is read as it lies
	outer   []outerKernel
	inner   []innerKernel

	combine combineKernel
	dots    dotsKernel
	fetch   fetchKernel
}

// New returns the fastest implementation for this processor; gonum's own, if there is none of ours for it.
func New() Implementation {
	if all := Available(); len(all) > 0 {
		return all[0]
	}
	return Implementation{}
}

// Available returns the implementations of ours that this processor can run, the fastest first.
func Available() []Implementation {
	var all []Implementation
	for _, k := range available() {
		all = append(all, Implementation{kernels: k})
	}
	return all
}

// Name says which kernels are used: "avx512", "avx2", "neon", or "gonum"; and which library, as in "neon+accelerate".
func (p Implementation) Name() string {
	name := p.kernels.name
	if p.kernels.outer == nil {
		name = "gonum"
	}
	if p.library != nil {
		if l := p.library(); l != nil {
			name += "+" + l.Name()
		}
	}
	return name
}

// Dgemm computes C = alpha·op(A)·op(B) + beta·C, where op(A) is m×k, op(B) k×n and C m×n, all row by row.
//
// gonum passes over the zeros of A, so that 0·Inf may be 0 there; here it is NaN.
func (p Implementation) Dgemm(tA, tB blas.Transpose, m, n, k int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int) {
	if alpha == 0 || !fits(tA, m, k, a, lda) || !fits(tB, k, n, b, ldb) || !fits(blas.NoTrans, m, n, c, ldc) {
		p.Implementation.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
		return
	}
	if l := p.found(m, n, k, lda, ldb, ldc); l != nil {
		l.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
		return
	}
	if p.kernels.outer == nil || m*n*k < smallest {
		p.Implementation.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
		return
	}
	product{p.kernels, m, n, k, alpha, op(tA, a, lda), op(tB, b, ldb), over(c, ldc, 1), nil}.compute(beta)
}

// Dgemv computes y = alpha·op(A)·x + beta·y, where A is m×n, row by row.
func (p Implementation) Dgemv(tA blas.Transpose, m, n int, alpha float64, a []float64, lda int, x []float64, incX int, beta float64, y []float64, incY int) {
	rows, cols := m, n // of op(A)
	if tA != blas.NoTrans {
		rows, cols = n, m
	}
	if p.kernels.outer == nil || alpha == 0 || m*n < smallest || !fits(blas.NoTrans, m, n, a, lda) ||
		incX < 1 || incY < 1 || len(x) <= (cols-1)*incX || len(y) <= (rows-1)*incY {
		p.Implementation.Dgemv(tA, m, n, alpha, a, lda, x, incX, beta, y, incY)
		return
	}
	product{p.kernels, rows, 1, cols, alpha, op(tA, a, lda), over(x, incX, 1), over(y, incY, 1), nil}.compute(beta)
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
