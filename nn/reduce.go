package nn

import "math"

// Sum returns the sum of all entries; 0 for 0×0.
func (A Matrix) Sum() float64 {
	sum := 0.0
	for _, s := range A.SumRows().values() {
		sum += s
	}
	return sum
}

// SumRows returns each row's sum: n×m becomes n×1 (numpy: axis=1, keepdims=True).
func (A Matrix) SumRows() Matrix {
	n, m := A.Dims()
	if n == 0 || m == 0 {
		return Matrix{}
	}
	out, a := Zeros(n, 1), A.raw()
	for i := range n {
		sum := 0.0
		for _, x := range a.Data[i*a.Stride : i*a.Stride+m] {
			sum += x
		}
		out.row(i)[0] = sum
	}
	return out
}

// SumCols returns each column's sum: n×m becomes 1×m (numpy: axis=0, keepdims=True).
func (A Matrix) SumCols() Matrix {
	n, m := A.Dims()
	if n == 0 || m == 0 {
		return Matrix{}
	}
	out, a := Zeros(1, m), A.raw()
	sums := out.row(0)
	for i := range n {
		for j, x := range a.Data[i*a.Stride : i*a.Stride+m] {
			sums[j] += x
		}
	}
	return out
}

// Mean returns the mean of all entries; NaN for 0×0.
func (A Matrix) Mean() float64 {
	n, m := A.Dims()
	return A.Sum() / float64(n*m)
}

// Max returns the largest entry; NaN if one is NaN, −Inf for 0×0.
func (A Matrix) Max() float64 {
	largest := math.Inf(-1)
	for _, x := range A.values() {
		largest = max(largest, x)
	}
	return largest
}

// MaxCols returns each column's largest entry: n×m becomes 1×m (numpy: axis=0, keepdims=True). It is NaN where the column
// has a NaN.
func (A Matrix) MaxCols() Matrix {
	n, m := A.Dims()
	if n == 0 || m == 0 {
		return Matrix{}
	}
	out := Zeros(1, m)
	for j := range m {
		largest := math.Inf(-1)
		for i := range n {
			largest = max(largest, A.At(i, j))
		}
		out.row(0)[j] = largest
	}
	return out
}

// ArgMax returns the place of the largest entry, the first of them in reading order; of a NaN, if there is one.
func (A Matrix) ArgMax() (i, j int) {
	n, m := A.Dims()
	for r := range n {
		for c := range m {
			x := A.At(r, c)
			if math.IsNaN(x) {
				return r, c
			}
			if x > A.At(i, j) {
				i, j = r, c
			}
		}
	}
	return i, j
}

// Norm returns the square root of the sum of all squares: the length of a row or column, the Frobenius norm of a matrix.
func (A Matrix) Norm() float64 {
	largest := A.Apply(math.Abs).Max()
	if !(largest > 0) || math.IsInf(largest, 1) {
		return max(0, largest) // all are 0, or one is infinite or NaN
	}
	sum := 0.0
	for _, x := range A.values() {
		x /= largest // so that no square is too large or too small for a float64
		sum += x * x
	}
	return largest * math.Sqrt(sum)
}

// Equal reports whether both matrices have the same shape, and entries that differ by at most tol. Equal infinities
// are equal; a NaN equals nothing.
func (A Matrix) Equal(B Matrix, tol float64) bool {
	if shape(A) != shape(B) {
		return false
	}
	b := B.values()
	for k, a := range A.values() {
		if a != b[k] && !(math.Abs(a-b[k]) <= tol) {
			return false
		}
	}
	return true
}
