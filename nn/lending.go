package nn

import "gonum.org/v1/gonum/mat"

// No method changes a matrix, so what waits could do with the numbers of its operands instead of copies, were it not for Dense
// and From: who has a *mat.Dense may change it. So large results remember whether Dense gave their numbers out. Until then they
// can be lent, and should it happen later, Dense gives out a copy, and the borrower keeps the numbers as they were.

// held is the matrix of a result that has just been made. If it is large, its numbers can be lent.
func held(numbers *mat.Dense) Matrix {
	n, m := numbers.Dims()
	if n*m < worthwhile {
		return Matrix{dense: numbers}
	}
	w := &waiting{n: n, m: m}
	w.numbers.Store(numbers)
	return Matrix{waiting: w}
}

// lend returns the numbers as they lie, which will stay as they are; nil where that cannot be promised.
func (A Matrix) lend() *mat.Dense {
	w := A.waiting
	if w == nil {
		return nil
	}
	w.Lock()
	defer w.Unlock()
	if w.shown {
		return nil
	}
	w.lent = true
	return w.compute()
}

// show returns the numbers for somebody who may change them.
func (w *waiting) show() *mat.Dense {
	w.Lock()
	defer w.Unlock()
	numbers := w.compute()
	if w.lent && !w.shown {
		numbers = mat.DenseCopyOf(numbers)
		w.numbers.Store(numbers)
	}
	w.shown = true
	return numbers
}

// kept returns the matrix as it is now, whatever is done to it later: borrowed, or a copy.
func (A Matrix) kept() (kept Matrix, borrowed bool) {
	if numbers := A.lend(); numbers != nil {
		return Matrix{dense: numbers, transposed: A.transposed}, true
	}
	return A.duplicate(), false
}

// scaledLater returns k·A, which is computed when somebody looks at it, and whether A can wait for that.
func (A Matrix) scaledLater(k float64) (scaled Matrix, ok bool) {
	if A.waiting == nil {
		return Matrix{}, false
	}
	w := &waiting{n: A.waiting.n, m: A.waiting.m, by: []float64{k}}
	if of, by := A.scaling(); of != nil {
		w.of, w.by = of, append(by[:len(by):len(by)], k)
	} else if w.of = A.lend(); w.of == nil {
		return Matrix{}, false
	}
	return Matrix{waiting: w, transposed: A.transposed}, true
}

// scaling returns the numbers that wait to be scaled, and what with; nil where the matrix is something else.
func (A Matrix) scaling() (of *mat.Dense, by []float64) {
	if A.waiting == nil {
		return nil, nil
	}
	A.waiting.Lock()
	defer A.waiting.Unlock()
	return A.waiting.of, A.waiting.by
}

// atOnce is how many numbers of a matrix that waits to be scaled are computed at a time: they stay in the fastest cache.
const atOnce = 1024

// source is where the numbers of an operand come from, in reading order.
type source struct {
	all []float64
	by  []float64 // what they are to be scaled with first; nil if they are as they are
}

func (A Matrix) source() source {
	if of, by := A.scaling(); of != nil && !A.transposed {
		return source{of.RawMatrix().Data, by}
	}
	return source{A.values(), nil}
}

// between returns numbers i to next, atOnce at most. The buffer is for one goroutine and one source.
func (s source) between(i, next int, buffer *[]float64) []float64 {
	if s.by == nil {
		return s.all[i:next]
	}
	if *buffer == nil {
		*buffer = make([]float64, atOnce)
	}
	to := (*buffer)[:next-i]
	scale(to, s.all[i:next], s.by)
	return to
}
