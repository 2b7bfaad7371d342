package nn

import (
	"math"

	"nekonote/nn/words"
)

// Softmax turns the scores Z (C×m, one column an example, one row a class) into probabilities that sum to 1 in each column:
//
//	a_ij = exp(z_ij − max_j) / Σ_k exp(z_kj − max_j)
//
// The largest score of the column is taken away first. That changes no probability, and keeps exp from becoming infinite.
func Softmax(Z Matrix) Matrix {
	E := Z.Sub(Z.MaxCols()).Exp()
	return E.Div(E.SumCols())
}

// CrossEntropy returns what the probabilities A (C×m) cost for the labels Y, which are one-hot (C×m) or class numbers
// (1×m, from 0):
//
//	J = −(1/m) Σ Y·log A
//
// Only the probability of an example's own class counts. It is +Inf where that one has become exactly 0; SoftmaxCost, which
// begins with the scores, stays finite.
func CrossEntropy(A, Y Matrix) float64 {
	n, m := A.Dims()
	Y = labels("CrossEntropy", Y, n, m)
	sum := 0.0
	for i := range n {
		for j := range m {
			if y := Y.At(i, j); y != 0 { // 0·log 0 is 0 here, not NaN
				sum -= y * math.Log(A.At(i, j))
			}
		}
	}
	return sum / float64(m)
}

// SoftmaxCost returns CrossEntropy(Softmax(Z), Y), computed from the scores themselves, so that no probability can become
// too small for a float64:
//
//	J = (1/m) Σ Y·( log Σ_k exp(z_k) − z )
func SoftmaxCost(Z, Y Matrix) float64 {
	n, m := Z.Dims()
	Y = labels("SoftmaxCost", Y, n, m)
	below := Z.Sub(Z.MaxCols())
	logs := below.Exp().SumCols().Log()
	total := 0.0
	for i := range n {
		for j := range m {
			if y := Y.At(i, j); y != 0 {
				total += y * (logs.At(0, j) - below.At(i, j))
			}
		}
	}
	return total / float64(m)
}

// OneHot turns class numbers Y (1×m, from 0) into columns of n numbers: 1 in the row of the example's class, 0 elsewhere. It
// panics with a *ClassError where there is no such class.
func OneHot(Y Matrix, n int) Matrix {
	rows, m := Y.Dims()
	if rows != 1 {
		panic(misfit("OneHot", Zeros(1, m), Y, words.T("class numbers are a row, 1×m", "クラスの番号は 1×m の行です")))
	}
	out := Zeros(n, m)
	for j := range m {
		y := Y.At(0, j)
		if !(y >= 0 && y < float64(n)) || y != math.Trunc(y) {
			panic(&ClassError{Col: j, Value: y, Classes: n})
		}
		out.row(int(y))[j] = 1
	}
	return out
}

// Largest returns for each column of A the number of the row with the largest entry, the first of them, as 1×m: the class
// that is most probable.
func Largest(A Matrix) Matrix {
	n, m := A.Dims()
	out := Zeros(1, m)
	for j := range m {
		best := 0
		for i := range n {
			if A.At(i, j) > A.At(best, j) {
				best = i
			}
		}
		out.row(0)[j] = float64(best)
	}
	return out
}

// labels returns Y as one-hot columns, n×m, whether it is given so or as class numbers.
func labels(op string, Y Matrix, n, m int) Matrix {
	switch shape(Y) {
	case [2]int{n, m}:
		return Y
	case [2]int{1, m}:
		return OneHot(Y, n)
	}
	panic(misfit(op, Zeros(n, m), Y, words.T("labels are one-hot, a row a class, or class numbers in one row", "ラベルは、クラスごとに 1 行のワンホットか、クラスの番号を並べた 1 行です")))
}

// ClassError is what OneHot, and what takes class numbers, panics with when there is no such class.
type ClassError struct {
	Col     int     // where it is, counted from 0
	Value   float64 // no whole number from 0 to Classes−1
	Classes int     // how many classes there are
}

// Words says in both languages where it is, and what there is.
func (e *ClassError) Words() words.Text {
	return words.T("%v in column %d (counted from 0) is no class: %d classes have the numbers 0 to %d",
		"列 %[2]d（0 から数えて）の %[1]v はクラスの番号ではありません。クラスは %[3]d 個なので、番号は 0 から %[4]d までです").
		Fill(e.Value, e.Col, e.Classes, e.Classes-1)
}

// Error says the same in the learner's language.
func (e *ClassError) Error() string { return e.Words().String() }
