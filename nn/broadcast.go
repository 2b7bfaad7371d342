package nn

import "nekonote/nn/internal/blas"

// Broadcasting: in an operation entry by entry, a 1×m row is repeated for every row of the other matrix, an n×1 column
// for every column, and a 1×1 for every entry, as numpy does. A row and a column repeat each other. Nothing else fits.

// operation computes each number of a result from the numbers in the same place of a and of b; all are equally many. Where the
// shapes differ, the result may be written over a.
type operation func(to, a, b []float64)

// zip computes f of the entries of A and B in the same place. f must not depend on the order in which it gets them.
func (A Matrix) zip(op string, B Matrix, f operation) Matrix {
	an, am := A.Dims()
	bn, bm := B.Dims()
	if A.IsEmpty() || B.IsEmpty() || !repeats(an, bn) || !repeats(am, bm) {
		panic(elementwise(op, A, B))
	}
	n, m := max(an, bn), max(am, bm)
	if shape(A) == shape(B) {
		out := zeroed(n, m)
		to, a, b := out.RawMatrix().Data, A.source(), B.source()
		blas.Divide(n*m, cheap, func(i, end int) {
			var bufferA, bufferB []float64
			for ; i < end; i += atOnce {
				next := min(i+atOnce, end)
				f(to[i:next], a.between(i, next, &bufferA), b.between(i, next, &bufferB))
			}
		})
		return held(out)
	}
	out := A.fresh(n, m)
	if out != nil {
		A = Matrix{dense: out} // each number is replaced by the result in its place
	} else {
		out = zeroed(n, m)
	}
	a, b := A.raw(), B.raw()
	blas.Divide(n, m*cheap, func(i, end int) {
		rowA, rowB := repeated(an, am, m), repeated(bn, bm, m)
		for ; i < end; i++ {
			f(out.RawRowView(i), rowA(a.Data, a.Stride, i), rowB(b.Data, b.Stride, i))
		}
	})
	return held(out)
}

// repeats reports whether two sizes are equal, or one of them is 1 and can be repeated.
func repeats(a, b int) bool { return a == b || a == 1 || b == 1 }

// repeated returns how to find row i of an an×am matrix that is repeated to have m columns and any number of rows.
func repeated(an, am, m int) func(data []float64, stride, i int) []float64 {
	var copies []float64 // of the row's only number
	if am < m {
		copies = make([]float64, m)
	}
	return func(data []float64, stride, i int) []float64 {
		row := data[stride*min(i, an-1):][:am]
		if copies == nil {
			return row
		}
		for j := range copies {
			copies[j] = row[0]
		}
		return copies
	}
}

// each is the operation that computes f of every pair of numbers.
func each(f func(a, b float64) float64) operation {
	return func(to, a, b []float64) {
		a, b = a[:len(to)], b[:len(to)]
		for i := range to {
			to[i] = f(a[i], b[i])
		}
	}
}

// These are written out, since to call a function takes longer than to add.

func sum(to, a, b []float64) {
	a, b = a[:len(to)], b[:len(to)]
	for i := range to {
		to[i] = a[i] + b[i]
	}
}

func difference(to, a, b []float64) {
	a, b = a[:len(to)], b[:len(to)]
	for i := range to {
		to[i] = a[i] - b[i]
	}
}

func product(to, a, b []float64) {
	a, b = a[:len(to)], b[:len(to)]
	for i := range to {
		to[i] = a[i] * b[i]
	}
}

func quotient(to, a, b []float64) {
	a, b = a[:len(to)], b[:len(to)]
	for i := range to {
		to[i] = a[i] / b[i]
	}
}
