package nn

import (
	"sync"

	"gonum.org/v1/gonum/mat"
)

// What stands here saves time, and changes no number: a first reader may leave it out.
//
// Back propagation ends with dA_prev of the first layer, W1ᵀ·dZ1: for the cats 12288×209 numbers, as much work as the other two
// large products of a step, and nobody looks at them. So a product that is larger than its factors waits until somebody does.
// It has copies of its factors, as they are at the call: whatever is done to them later, through Dense or From, it does not see.
// Since the copies are smaller than the product, waiting never costs more memory than computing.

// waiting is a product that is computed when somebody looks at it.
type waiting struct {
	n, m    int // its shape
	once    sync.Once
	A, B    Matrix // copies of the factors, until it is computed
	product *mat.Dense
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
	return Matrix{waiting: &waiting{n: n, m: m, A: A.duplicate(), B: B.duplicate()}}
}

// computed returns the product. Several goroutines may ask for it at a time.
func (w *waiting) computed() *mat.Dense {
	w.once.Do(func() {
		w.product = multiply(w.A, w.B)
		giveBack(w.A, w.B)
		w.A, w.B = Matrix{}, Matrix{}
	})
	return w.product
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
