// Package formulas holds what the exercises of several weeks have in common.
package formulas

import "nekonote/nn"

// OneMinus is 1 − A.
func OneMinus(A nn.Matrix) nn.Matrix {
	return A.Scale(-1).AddScalar(1)
}

// Examples is the number m of examples, one a column.
func Examples(X nn.Matrix) float64 {
	_, m := X.Dims()
	return float64(m)
}
