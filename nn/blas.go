package nn

import (
	"os"

	"gonum.org/v1/gonum/blas/blas64"

	"nekonote/nn/internal/blas"
)

// Products, gonum's own too, are computed by package blas as soon as nn is imported. NEKONOTE_BLAS=gonum leaves them to
// gonum, for comparison. On a Mac large products are computed by Apple's Accelerate, unless NEKONOTE_ACCELERATE=off.
func init() {
	switch {
	case os.Getenv("NEKONOTE_BLAS") == "gonum":
	case os.Getenv("NEKONOTE_ACCELERATE") == "off":
		blas64.Use(blas.New())
	default:
		blas64.Use(blas.New().System())
	}
}

// BLAS says what computes the products: "avx512", "avx2", "neon", or "gonum"; on a Mac "neon+accelerate" or the like.
func BLAS() string {
	if used, ours := blas64.Implementation().(blas.Implementation); ours {
		return used.Name()
	}
	return "gonum"
}
