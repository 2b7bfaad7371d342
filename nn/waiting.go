package nn

import (
	"sync"
	"sync/atomic"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn/internal/blas"
)

// What stands here and in lending.go saves time, and changes no number: a first reader may leave it out.
//
// Back propagation ends with dA_prev of the first layer, W1ᵀ·dZ1: for the cats 12288×209 numbers, as much work as the other two
// large products of a step, and nobody looks at them. So a product that is larger than its factors waits until somebody does.
// It has copies of its factors, as they are at the call: whatever is done to them later, through Dense or From, it does not see.
// Since the copies are smaller than the product, waiting never costs more memory than computing. In the same way k·A waits, where
// A's numbers can be had without a copy: W − α·dW then goes once through W and dW, and makes no α·dW.

// waiting is the numbers of a large result, or what they are computed from when somebody looks at it. All copies of the
// matrix share it.
type waiting struct {
	n, m    int                       // its shape
	numbers atomic.Pointer[mat.Dense] // nil until they are computed

	sync.Mutex            // for what follows
	A, B       Matrix     // the factors of a product, until it is computed
	borrowed   [2]bool    // whether they are lent, instead of copies
	of         *mat.Dense // the numbers to be scaled, lent, until that is done
	by         []float64  // what with, one after the other
	lent       bool       // whether something waits that has borrowed the numbers
	shown      bool       // whether Dense gave them out: then anybody may change them
	passed     bool       // whether a product was computed for a result, and not kept
}

// mayWait reports whether a product A·B is better left to wait.
func mayWait(A, B Matrix) bool {
	n, k := A.Dims()
	_, m := B.Dims()
	return n*m >= worthwhile && n*m > n*k+k*m
}

// wait returns A·B, which is computed when somebody looks at it.
func wait(A, B Matrix) Matrix {
	n, _ := A.Dims()
	_, m := B.Dims()
	w := &waiting{n: n, m: m}
	w.A, w.borrowed[0] = A.kept()
	w.B, w.borrowed[1] = B.kept()
	return Matrix{waiting: w}
}

// computed returns the numbers. Several goroutines may ask for them at a time.
func (w *waiting) computed() *mat.Dense {
	if numbers := w.numbers.Load(); numbers != nil {
		return numbers
	}
	w.Lock()
	defer w.Unlock()
	return w.compute()
}

// compute returns the numbers to the only goroutine that may compute them.
func (w *waiting) compute() *mat.Dense {
	numbers := w.numbers.Load()
	if numbers != nil {
		return numbers
	}
	if w.of != nil {
		numbers = unfilled(w.n, w.m)
		to, from := numbers.RawMatrix().Data, w.of.RawMatrix().Data
		blas.Divide(w.n*w.m, cheap, func(i, next int) { scale(to[i:next], from[i:next], w.by) })
	} else {
		numbers = multiply(w.A, w.B)
		giveBack(w.copies()...)
	}
	w.A, w.B, w.of = Matrix{}, Matrix{}, nil
	w.numbers.Store(numbers)
	return numbers
}

// fresh returns the numbers of a product that waits, for a result that is made over them: W·X + b then takes no memory for W·X. The
// product goes on waiting, since most often nobody looks at it again; the second one who does makes it stay. It is nil where A is no
// such product of n×m.
func (A Matrix) fresh(n, m int) *mat.Dense {
	w := A.waiting
	if w == nil || A.transposed || w.n != n || w.m != m {
		return nil
	}
	w.Lock()
	defer w.Unlock()
	if w.numbers.Load() != nil || w.of != nil || w.passed {
		return nil
	}
	w.passed = true
	return multiply(w.A, w.B)
}

// copies are the factors that are the product's own.
func (w *waiting) copies() (own []Matrix) {
	for i, factor := range []Matrix{w.A, w.B} {
		if !w.borrowed[i] {
			own = append(own, factor)
		}
	}
	return own
}

// scale computes the products of numbers with each of the factors, one after the other.
func scale(to, from, factors []float64) {
	for _, k := range factors {
		from = from[:len(to)]
		for i := range to {
			to[i] = k * from[i]
		}
		from = to
	}
}

// duplicate returns a copy of the matrix, which lies in memory as it does: a transpose stays one.
func (A Matrix) duplicate() Matrix {
	from := A.numbers()
	n, m := from.Dims()
	out := taken(n, m)
	if out == nil {
		out = mat.NewDense(n, m, Matrix{dense: from}.copied()) // memory that is copied to need not be zeroed before
	} else {
		out.Copy(from)
	}
	return Matrix{dense: out, transposed: A.transposed}
}
