package nn

import (
	"os"

	"gonum.org/v1/gonum/blas/blas64"

	"nekonote/nn/internal/blas"
)

// Products, gonum's own too, are computed by package blas as soon as nn is imported. NEKONOTE_BLAS=gonum leaves them to
// gonum, for comparison.
func init() {
	if os.Getenv("NEKONOTE_BLAS") != "gonum" {
		blas64.Use(blas.New())
	}
}

// BLAS says what computes the products: "avx512", "avx2", "neon", or "gonum".
func BLAS() string {
	if used, ours := blas64.Implementation().(blas.Implementation); ours {
		return used.Name()
	}
	return "gonum"
}
