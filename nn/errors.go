package nn

import (
	"math"

	"nekonote/nn/words"
)

// ShapeError is what an operation panics with when the shapes do not fit.
type ShapeError struct {
	Op     string     // the operation, such as "Dot"
	A, B   [2]int     // rows and columns of both operands; of the wanted shape, where there is one operand
	Advice words.Text // the reason and the usual way out
}

// Words says in both languages which operation it was, both shapes, and the way out.
func (e *ShapeError) Words() words.Text {
	return words.T("%s: (%d×%d) and (%d×%d) do not fit; %s", "%s：(%d×%d) と (%d×%d) は形が合いません。%s").
		Fill(e.Op, e.A[0], e.A[1], e.B[0], e.B[1], e.Advice)
}

// Error says the same in the learner's language.
func (e *ShapeError) Error() string { return e.Words().String() }

// NotFiniteError is what Check panics with when it finds a NaN or an infinity.
type NotFiniteError struct {
	Name     string  // the name given to Check
	Row, Col int     // where it is, counted from 0; the first in reading order
	Value    float64 // NaN, +Inf or −Inf
}

// Words says in both languages where it is and what usually makes it.
func (e *NotFiniteError) Words() words.Text {
	why := words.T("a number became too large: a smaller learning rate, or smaller W, may help", "数が大きくなりすぎました。学習率か W を小さくしてみましょう")
	switch {
	case math.IsNaN(e.Value):
		why = words.T("it comes from 0/0, 0·log(0) or Inf − Inf; check the step before", "0/0、0·log(0)、Inf − Inf などから生まれます。一つ前の計算を調べてみましょう")
	case math.IsInf(e.Value, -1):
		why = words.T("log(0) makes it: an activation has become exactly 0 or 1", "log(0) から生まれます。活性化の値がちょうど 0 か 1 になっています")
	}
	return words.T("%s: %v in row %d, column %d (counted from 0); %s", "%s：%[3]d 行 %[4]d 列（0 から数えて）が %[2]v です。%[5]s").
		Fill(e.Name, e.Value, e.Row, e.Col, why)
}

// Error says the same in the learner's language.
func (e *NotFiniteError) Error() string { return e.Words().String() }

// Check returns A if all its numbers are finite. Otherwise it panics with a *NotFiniteError that says where the first
// NaN or infinity stands. Put it around the steps of a computation to find where things first go wrong:
//
//	Z := nn.Check("Z", W.Dot(X).Add(b))
func Check(name string, A Matrix) Matrix {
	if i, j, found := A.firstNotFinite(); found {
		panic(&NotFiniteError{Name: name, Row: i, Col: j, Value: A.At(i, j)})
	}
	return A
}

// firstNotFinite returns the place of the first NaN or infinity, in reading order.
func (A Matrix) firstNotFinite() (i, j int, found bool) {
	n, m := A.Dims()
	for i := range n {
		for j := range m {
			if x := A.At(i, j); math.IsNaN(x) || math.IsInf(x, 0) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

func shape(A Matrix) [2]int {
	n, m := A.Dims()
	return [2]int{n, m}
}

func misfit(op string, A, B Matrix, advice words.Text) *ShapeError {
	return &ShapeError{Op: op, A: shape(A), B: shape(B), Advice: advice}
}

// emptyOperand is the advice where one of the matrices is 0×0, whatever the other is.
var emptyOperand = words.T("a 0×0 matrix holds no numbers yet; was it given a value?", "0×0 の行列には、まだ数が入っていません。値を入れましたか")

// innerSizes is the error of a product whose inner sizes differ.
func innerSizes(A, B Matrix) *ShapeError {
	if A.IsEmpty() || B.IsEmpty() {
		return misfit("Dot", A, B, emptyOperand)
	}
	a, b := shape(A), shape(B)
	said := words.T("the inner sizes %d and %d differ", "内側の大きさ %d と %d が違います").Fill(a[1], b[0])
	way := words.T("print the shapes of both with Dims()", "両方の形を Dims() で確かめてみましょう")
	switch {
	case a[0] == b[0]:
		way = words.T("did you mean the transpose of the first, .T()?", "一つ目の転置 .T() ではありませんか")
	case a[1] == b[1]:
		way = words.T("did you mean the transpose of the second, .T()?", "二つ目の転置 .T() ではありませんか")
	case b[1] == a[0]:
		way = words.T("did you mean them in the other order?", "順番が逆ではありませんか")
	}
	return misfit("Dot", A, B, words.T("%s; %s", "%s。%s").Fill(said, way))
}

// elementwise is the error of an entry-by-entry operation on shapes that cannot be repeated to fit.
func elementwise(op string, A, B Matrix) *ShapeError {
	if A.IsEmpty() || B.IsEmpty() {
		return misfit(op, A, B, emptyOperand)
	}
	a, b := shape(A), shape(B)
	way := words.T("both need the same shape, or one of them is a row, a column or 1×1 that fits", "同じ形にするか、一方を合う長さの行、列、または 1×1 にしてください")
	switch {
	case a[0] == b[1] && a[1] == b[0], b[0] == a[1] && b[1] == 1, b[1] == a[0] && b[0] == 1:
		way = words.T("did you mean the transpose of the second, .T()?", "二つ目の転置 .T() ではありませんか")
	case a[0] == b[1] && a[1] == 1, a[1] == b[0] && a[0] == 1:
		way = words.T("did you mean the transpose of the first, .T()?", "一つ目の転置 .T() ではありませんか")
	}
	return misfit(op, A, B, way)
}

func unevenRows(want, row, got int) *ShapeError {
	return &ShapeError{Op: "Rows", A: [2]int{1, want}, B: [2]int{1, got},
		Advice: words.T("row %d (counted from 0) needs %d numbers, like the first", "（0 から数えて）%d 行目にも、最初の行と同じ %d 個の数が必要です").Fill(row, want)}
}

func negativeShape(op string, n, m int) *ShapeError {
	return &ShapeError{Op: op, B: [2]int{n, m}, Advice: words.T("sizes cannot be negative", "大きさは負にできません")}
}

func outside(A Matrix, i, j int) *ShapeError {
	n, m := A.Dims()
	return &ShapeError{Op: "At", A: shape(A), B: [2]int{i, j},
		Advice: words.T("rows go from 0 to %d, columns from 0 to %d", "行は 0 から %d、列は 0 から %d までです").Fill(n-1, m-1)}
}

// reshaped is the error of a new shape with another number of entries.
func reshaped(A Matrix, n, m int) *ShapeError {
	a, b := A.Dims()
	return &ShapeError{Op: "Reshape", A: shape(A), B: [2]int{n, m},
		Advice: words.T("%d numbers do not fill %d places", "%d 個の数では %d 個の場所をちょうど埋められません").Fill(a*b, n*m)}
}

// sliced is the error of a slice that reaches outside the matrix, or is empty.
func sliced(A Matrix, i0, i1, j0, j1 int) *ShapeError {
	n, m := A.Dims()
	return &ShapeError{Op: "Slice", A: shape(A), B: [2]int{i1 - i0, j1 - j0},
		Advice: words.T("rows %d:%d must lie in 0:%d, columns %d:%d in 0:%d, and hold at least one entry", "行 %d:%d は 0:%d、列 %d:%d は 0:%d の中に、少なくとも一つの要素を含むように指定してください").
			Fill(i0, i1, n, j0, j1, m)}
}
