package nn

// Broadcasting: in an operation entry by entry, a 1×m row is repeated for every row of the other matrix, an n×1 column
// for every column, and a 1×1 for every entry, as numpy does. A row and a column repeat each other. Nothing else fits.

// zip computes f of the entries of A and B in the same place.
func (A Matrix) zip(op string, B Matrix, f func(a, b float64) float64) Matrix {
	an, am := A.Dims()
	bn, bm := B.Dims()
	if A.IsEmpty() || B.IsEmpty() || !repeats(an, bn) || !repeats(am, bm) {
		panic(elementwise(op, A, B))
	}
	out := Zeros(max(an, bn), max(am, bm))
	a, b := A.raw(), B.raw()
	stepA, stepB := step(am), step(bm)
	for i := range max(an, bn) {
		rowA := a.Data[a.Stride*(i*step(an)):]
		rowB := b.Data[b.Stride*(i*step(bn)):]
		for j, row := 0, out.row(i); j < len(row); j++ {
			row[j] = f(rowA[j*stepA], rowB[j*stepB])
		}
	}
	return out
}

// repeats reports whether two sizes are equal, or one of them is 1 and can be repeated.
func repeats(a, b int) bool { return a == b || a == 1 || b == 1 }

// step is how far to go in a direction of the given size for each step in the result: 0 repeats a single entry.
func step(size int) int {
	if size == 1 {
		return 0
	}
	return 1
}
