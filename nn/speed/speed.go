// Package speed tells those who measure nn what it could reach at most on this machine, and lets them compare its ways to
// compute a product.
package speed

import (
	gonum "gonum.org/v1/gonum/blas"

	"nekonote/nn/internal/blas"
)

// Limits is what this machine can do at most.
type Limits = blas.Limits

// Measure finds the limits, in about half a second. They are zero where nn computes as gonum does.
func Measure() Limits { return blas.Measure() }

// Kernels returns what computes products under the given name, "avx512", "avx2" or "neon", and whether this processor has it.
func Kernels(name string) (gonum.Float64, bool) {
	for _, k := range blas.Available() {
		if k.Name() == name {
			return k, true
		}
	}
	return nil, false
}
