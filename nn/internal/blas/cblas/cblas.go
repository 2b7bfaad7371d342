//go:build (darwin || linux) && (amd64 || arm64)

// Package cblas computes products with a BLAS library of the system, through its C interface and without cgo.
//
// On macOS that library is Accelerate, and package blas imports this package there, only there. On Linux its tests run it, so
// that what calls Accelerate is tried before it meets it: with a library in Go, and with the OpenBLAS that numpy brings.
package cblas

import (
	"fmt"
	"math"

	"github.com/ebitengine/purego"
	"gonum.org/v1/gonum/blas"
)

// Library is a BLAS library that was found. Several goroutines may use it at a time, as far as the library itself allows it:
// Accelerate and OpenBLAS do.
type Library struct {
	name  string
	most  int // the largest number that its integers hold
	dgemm func(tA, tB, m, n, k int, alpha float64, a *float64, lda int, b *float64, ldb int, beta float64, c *float64, ldc int)
}

// Open finds a library at path with a function that is called dgemm, whose integers have 32 bits, or 64 if wide. It fails where
// there is none.
func Open(name, path, dgemm string, wide bool) (*Library, error) {
	handle, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_LOCAL)
	if err != nil {
		return nil, fmt.Errorf("cblas: %w", err)
	}
	address, err := purego.Dlsym(handle, dgemm)
	if err != nil {
		return nil, fmt.Errorf("cblas: %s has no %s: %w", path, dgemm, err)
	}
	return At(name, address, wide), nil
}

// At is the library whose cblas_dgemm lies at an address.
func At(name string, dgemm uintptr, wide bool) *Library {
	if wide {
		return &Library{name, math.MaxInt64, bind[int64](dgemm)}
	}
	return &Library{name, math.MaxInt32, bind[int32](dgemm)}
}

// What C calls the order of the numbers, and the transpositions.
const (
	rowMajor = 101
	asItIs   = 111
	turned   = 112
)

// bind makes a Go function of a cblas_dgemm whose integers are I.
//
// Apple's arm64 packs what does not fit into registers more tightly than purego does. Here both are the same: eight integers
// go into registers, and of the other four, b, ldb, c and ldc, each pointer begins a word of its own anyway.
func bind[I int32 | int64](address uintptr) func(tA, tB, m, n, k int, alpha float64, a *float64, lda int, b *float64, ldb int, beta float64, c *float64, ldc int) {
	var call func(order, tA, tB, m, n, k I, alpha float64, a *float64, lda I, b *float64, ldb I, beta float64, c *float64, ldc I)
	purego.RegisterFunc(&call, address)
	return func(tA, tB, m, n, k int, alpha float64, a *float64, lda int, b *float64, ldb int, beta float64, c *float64, ldc int) {
		call(rowMajor, I(tA), I(tB), I(m), I(n), I(k), alpha, a, I(lda), b, I(ldb), beta, c, I(ldc))
	}
}

// Name is the library's name.
func (l *Library) Name() string { return l.name }

// Fits reports whether the library's integers hold these sizes.
func (l *Library) Fits(sizes ...int) bool {
	for _, n := range sizes {
		if n > l.most {
			return false
		}
	}
	return true
}

// Dgemm computes C = alpha·op(A)·op(B) + beta·C, as package blas does. The matrices must be whole: the library ends the program
// where they are not.
func (l *Library) Dgemm(tA, tB blas.Transpose, m, n, k int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int) {
	l.dgemm(code(tA), code(tB), m, n, k, alpha, &a[0], lda, &b[0], ldb, beta, &c[0], ldc)
}

// code is what C calls a transposition; that of a real matrix is its conjugate one too.
func code(t blas.Transpose) int {
	if t == blas.NoTrans {
		return asItIs
	}
	return turned
}
