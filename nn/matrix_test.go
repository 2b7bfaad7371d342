package nn

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn/words"
)

// forms returns matrices of the same shape that lie in memory in different ways: plain, a transpose, part of a larger one.
func forms(s *Stream, n, m int) []Matrix {
	part := From(s.Randn(n+2, m+3).Dense().Slice(1, n+1, 2, m+2))
	return []Matrix{s.Randn(n, m), s.Randn(m, n).T(), part, s.Randn(m, n).T().T().T()}
}

// Every operation entry by entry, in all shapes that repeat and all forms, against plain loops.
func TestElementwiseAgainstLoops(t *testing.T) {
	s := NewRand(1)
	ops := []struct {
		name string
		do   func(A, B Matrix) Matrix
		one  func(a, b float64) float64
	}{
		{"Add", Matrix.Add, func(a, b float64) float64 { return a + b }},
		{"Sub", Matrix.Sub, func(a, b float64) float64 { return a - b }},
		{"Mul", Matrix.Mul, func(a, b float64) float64 { return a * b }},
		{"Div", Matrix.Div, func(a, b float64) float64 { return a / b }},
	}
	shapes := [][2]int{{3, 4}, {1, 4}, {3, 1}, {1, 1}}
	for _, op := range ops {
		for _, a := range shapes {
			for _, b := range shapes {
				for _, A := range forms(s, a[0], a[1]) {
					for _, B := range forms(s, b[0], b[1]) {
						beforeA, beforeB := fmt.Sprint(A), fmt.Sprint(B)
						got := op.do(A, B)
						for i := range max(a[0], b[0]) {
							for j := range max(a[1], b[1]) {
								want := op.one(A.At(i%a[0], j%a[1]), B.At(i%b[0], j%b[1]))
								if got.At(i, j) != want {
									t.Fatalf("%v %s %v: entry %d, %d is %v, want %v", a, op.name, b, i, j, got.At(i, j), want)
								}
							}
						}
						if fmt.Sprint(A) != beforeA || fmt.Sprint(B) != beforeB {
							t.Fatalf("%s changed an operand", op.name)
						}
					}
				}
			}
		}
	}
}

func TestDotAgainstLoops(t *testing.T) {
	s := NewRand(2)
	for _, A := range forms(s, 3, 5) {
		for _, B := range forms(s, 5, 2) {
			got := A.Dot(B)
			for i := range 3 {
				for j := range 2 {
					want := 0.0
					for k := range 5 {
						want += A.At(i, k) * B.At(k, j)
					}
					if math.Abs(got.At(i, j)-want) > 1e-14 {
						t.Fatalf("entry %d, %d is %v, want %v", i, j, got.At(i, j), want)
					}
				}
			}
		}
	}
}

func TestReductionsAndShapes(t *testing.T) {
	for _, A := range forms(NewRand(3), 4, 3) {
		sum, largest, squares := 0.0, math.Inf(-1), 0.0
		for i := range 4 {
			for j := range 3 {
				x := A.At(i, j)
				sum += x
				largest = max(largest, x)
				squares += x * x
				if y := A.Reshape(2, 6).At((3*i+j)/6, (3*i+j)%6); y != x {
					t.Errorf("Reshape is not row by row: %v, want %v", y, x)
				}
				if y := A.Reshape(12, 1).At(3*i+j, 0); y != x {
					t.Errorf("Reshape is not row by row: %v, want %v", y, x)
				}
				if i >= 1 && j < 2 && A.Slice(1, 4, 0, 2).At(i-1, j) != x {
					t.Error("Slice took another entry")
				}
				if ConcatCols(A, A).At(i, j+3) != x || ConcatRows(A, A).At(i+4, j) != x {
					t.Error("Concat put an entry elsewhere")
				}
			}
		}
		i, j := A.ArgMax()
		for name, d := range map[string]float64{
			"Sum": A.Sum() - sum, "Mean": A.Mean() - sum/12, "SumRows": A.SumRows().Sum() - sum, "SumCols": A.SumCols().Sum() - sum,
			"Max": A.Max() - largest, "ArgMax": A.At(i, j) - largest, "Norm": A.Norm() - math.Sqrt(squares),
		} {
			if math.Abs(d) > 1e-14 {
				t.Errorf("%s is off by %v", name, d)
			}
		}
	}
}

// A learner who changes what came out must not change what went in.
func TestResultsAreNew(t *testing.T) {
	A := Rows([][]float64{{1, 2}, {3, 4}})
	for name, B := range map[string]Matrix{
		"Add": A.Add(Zeros(1, 1)), "Apply": A.Scale(1), "Reshape": A.Reshape(1, 4), "Slice": A.Slice(0, 2, 0, 2),
		"ConcatCols": ConcatCols(A), "ConcatRows": ConcatRows(A),
	} {
		B.Dense().Set(0, 0, 99)
		if A.At(0, 0) != 1 {
			t.Fatalf("%s shares its numbers with its operand", name)
		}
	}
	rows := [][]float64{{1, 2}}
	Rows(rows).Dense().Set(0, 0, 99)
	if rows[0][0] != 1 {
		t.Error("Rows shares its numbers with the slices")
	}
	d := mat.NewDense(1, 2, nil)
	if From(d).Dense() != d {
		t.Error("From and Dense copied a *mat.Dense")
	}
	if From(mat.NewVecDense(2, []float64{1, 2})).At(1, 0) != 2 || From(A.Dense().T()).At(0, 1) != 3 {
		t.Error("From read a vector or a transpose wrongly")
	}
}

func TestEmpty(t *testing.T) {
	var A Matrix
	for _, B := range []Matrix{A, A.T(), Zeros(0, 3), Row(), Column(), Rows([][]float64{{}, {}}), A.Exp(), A.SumRows(), A.SumCols(),
		A.Reshape(0, 0), ConcatCols(), ConcatRows(A, A), From(&mat.Dense{}), Randn(0, 2)} {
		if !B.IsEmpty() || B.String() != "0×0" || B.Sum() != 0 || !B.Equal(A, 0) || !B.Dense().IsEmpty() {
			t.Errorf("%v is not 0×0", B)
		}
	}
	if !math.IsNaN(A.Mean()) || !math.IsInf(A.Max(), -1) || A.Norm() != 0 {
		t.Error("mean, max or norm of 0×0")
	}
	if ConcatCols(A, Row(1)).At(0, 0) != 1 {
		t.Error("ConcatCols with 0×0")
	}
}

// Each wrong shape panics with a ShapeError that names the operation and both shapes, in both languages.
func TestShapeErrors(t *testing.T) {
	A, B := Zeros(4, 3), Zeros(4, 5)
	for _, c := range []struct {
		name, says, jaSays string
		do                 func()
	}{
		{"Dot", "the first, .T()", "一つ目の転置", func() { A.Dot(B) }},
		{"Dot", "the second, .T()", "二つ目の転置", func() { A.Dot(Zeros(7, 3)) }},
		{"Dot", "the other order", "順番が逆", func() { A.Dot(Zeros(2, 4)) }},
		{"Dot", "holds no numbers", "まだ数が", func() { A.Dot(Matrix{}) }},
		{"Dot", "holds no numbers", "まだ数が", func() { Matrix{}.Dot(Matrix{}) }},
		{"Add", "holds no numbers", "まだ数が", func() { Matrix{}.Add(Matrix{}) }},
		{"Add", "the same shape", "同じ形", func() { A.Add(B) }},
		{"Sub", "the second, .T()", "二つ目の転置", func() { A.Sub(Zeros(3, 4)) }},
		{"Mul", "the second, .T()", "二つ目の転置", func() { A.Mul(Zeros(3, 1)) }},
		{"Mul", "the second, .T()", "二つ目の転置", func() { A.Mul(Zeros(1, 4)) }},
		{"Div", "the first, .T()", "一つ目の転置", func() { Zeros(3, 1).Div(A) }},
		{"Add", "(4×3) and (0×0)", "(4×3) と (0×0)", func() { A.Add(Matrix{}) }},
		{"Reshape", "12 numbers do not fill 10", "12 個の数", func() { A.Reshape(5, 2) }},
		{"Reshape", "(-4×-3)", "(-4×-3)", func() { A.Reshape(-4, -3) }},
		{"Slice", "rows 0:5 must lie in 0:4", "行 0:5", func() { A.Slice(0, 5, 0, 1) }},
		{"Slice", "at least one", "少なくとも一つ", func() { A.Slice(1, 1, 0, 1) }},
		{"Rows", "row 1 (counted from 0) needs 2", "1 行目", func() { Rows([][]float64{{1, 2}, {3}}) }},
		{"Zeros", "cannot be negative", "負に", func() { Zeros(-1, 2) }},
		{"At", "rows go from 0 to 3, columns from 0 to 2", "行は 0 から 3", func() { A.At(4, 0) }},
		{"At", "columns from 0 to 3", "列は 0 から 3", func() { A.T().At(0, -1) }},
		{"ConcatCols", "equally many rows", "行の数", func() { ConcatCols(A, Zeros(3, 3)) }},
		{"ConcatRows", "equally many columns", "列の数", func() { ConcatRows(A, B) }},
	} {
		func() {
			defer func() {
				var e *ShapeError
				err, _ := recover().(error)
				if !errors.As(err, &e) || e.Op != c.name || !strings.Contains(e.Words().In(words.English), c.says) || !strings.Contains(e.Words().In(words.Japanese), c.jaSays) {
					t.Errorf("%s panicked with %v; want a ShapeError of %s that says %q", c.name, err, c.name, c.says)
				}
			}()
			c.do()
			t.Errorf("%s: no panic", c.name)
		}()
	}
}

func TestNotFinite(t *testing.T) {
	A := Rows([][]float64{{1, 2}, {3, math.NaN()}, {math.Inf(1), 4}})
	defer func() {
		e, ok := recover().(*NotFiniteError)
		if !ok || e.Row != 1 || e.Col != 1 || !math.IsNaN(e.Value) || !strings.Contains(e.Words().In(words.Japanese), "1 行 1 列") {
			t.Errorf("Check found %v, want the NaN in row 1, column 1", e)
		}
	}()
	if !Check("first row", A.Slice(0, 1, 0, 2)).Equal(Row(1, 2), 0) {
		t.Error("Check changed what it looked at")
	}
	Check("A", A)
}

// NaN and infinities must not hide: the largest of them is one, and none of them equals a number.
func TestNaNShows(t *testing.T) {
	A := Row(1, math.NaN(), 5)
	if i, j := A.ArgMax(); !math.IsNaN(A.Max()) || !math.IsNaN(A.Norm()) || i != 0 || j != 1 {
		t.Error("Max, Norm or ArgMax passed over a NaN")
	}
	if A.Equal(A, math.Inf(1)) || !Row(math.Inf(1)).Equal(Row(math.Inf(1)), 0) || Row(math.Inf(1)).Equal(Row(1), 1e300) || Row(1).Equal(Column(1, 1), 9) {
		t.Error("Equal is wrong about NaN, infinities or shapes")
	}
	if !math.IsNaN(A.ReLU().At(0, 1)) || !math.IsNaN(A.Tanh().At(0, 1)) || !math.IsInf(Row(1, math.Inf(-1)).Norm(), 1) {
		t.Error("ReLU, Tanh or Norm hid a NaN or an infinity")
	}
	if got := Row(3e200, 4e200).Norm(); math.Abs(got/5e200-1) > 1e-15 {
		t.Errorf("Norm of large numbers is %v", got)
	}
}

func TestFormat(t *testing.T) {
	for want, A := range map[string]Matrix{
		"1×2\n[1.000000e-07  1.000000e+00]":   Row(1e-7, 1),
		"1×2\n[ 2.000000e+09  -1.000000e+00]": Row(2e9, -1),
		"1×3\n[ NaN  +Inf   0.5]":             Row(math.NaN(), math.Inf(1), 0.5),
		"1×9\n[1  2  3  …  7  8  9]":          Row(1, 2, 3, 4, 5, 6, 7, 8, 9),
		"2×1\n[ 0.12345679]\n[-3.00000000]":   Column(0.123456789, -3),
	} {
		if got := A.String(); got != want {
			t.Errorf("String gives\n%s\nwant\n%s", got, want)
		}
	}
	if got := Rows([][]float64{{1}}).HTML(); !strings.Contains(got, "<caption>1×1</caption>") {
		t.Errorf("HTML gives %s", got)
	}
}

// The verbs of a number reach each of them; %v and Println show what String does.
func TestFormatVerbs(t *testing.T) {
	A := Rows([][]float64{{1, -2.345}, {1000, math.NaN()}})
	for verb, want := range map[string]string{
		"%v": A.String(), "%+v": A.String(), "%s": A.String(),
		"%.2f":  "2×2\n[   1.00    -2.35]\n[1000.00      NaN]",
		"%5.1f": "2×2\n[   1.0    -2.3]\n[1000.0     NaN]",
		"%+.1e": "2×2\n[+1.0e+00  -2.3e+00]\n[+1.0e+03      +NaN]",
		"%d":    "%!d(nn.Matrix=" + A.String() + ")",
	} {
		if got := fmt.Sprintf(verb, A); got != want {
			t.Errorf("%s prints\n%s\nwant\n%s", verb, got, want)
		}
	}
	if got := fmt.Sprintf("%.2f", Matrix{}); got != "0×0" {
		t.Errorf("an empty matrix prints %q", got)
	}
	if got, want := fmt.Sprintln(A), A.String()+"\n"; got != want {
		t.Errorf("Println prints %q, want %q", got, want)
	}
}
