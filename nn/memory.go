package nn

import "gonum.org/v1/gonum/mat"

// memory is where a layer keeps its large results, so that training need not ask for megabytes in each iteration.
type memory struct {
	dW, dAPrev mat.Dense
	w          [2]mat.Dense // W before a step and after it, in turn; the W that training began with is left as it was
	turn       int
}

// descend returns W − α·dW, in memory that is used again by the step after the next.
func (keep *memory) descend(W Matrix, alpha float64, dW Matrix) Matrix {
	next := &keep.w[keep.turn]
	keep.turn = 1 - keep.turn
	return W.descendInto(next, alpha, dW)
}
