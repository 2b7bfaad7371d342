package nn_test

import (
	"fmt"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn"
)

func Example() {
	W := nn.Row(1, 2)
	X := nn.Rows([][]float64{
		{1, 0, 1},
		{0, 1, 1},
	})
	b := nn.Column(0.5)
	Z := W.Dot(X).Add(b) // Z = W·X + b
	fmt.Println(Z)
	// Output:
	// 1×3
	// [1.5  2.5  3.5]
}

func ExampleRows() {
	fmt.Println(nn.Rows([][]float64{{1, 2}, {3, 4}}))
	// Output:
	// 2×2
	// [1  2]
	// [3  4]
}

func ExampleMatrix_Rows() {
	fmt.Println(nn.Rows([][]float64{{1, 2}, {3, 4}}).T().Rows())
	// Output: [[1 3] [2 4]]
}

func ExampleZeros() {
	fmt.Println(nn.Zeros(2, 3))
	// Output:
	// 2×3
	// [0  0  0]
	// [0  0  0]
}

func ExampleColumn() {
	fmt.Println(nn.Column(1, 2))
	// Output:
	// 2×1
	// [1]
	// [2]
}

func ExampleRow() {
	fmt.Println(nn.Row(1, 2))
	// Output:
	// 1×2
	// [1  2]
}

func ExampleFrom() {
	d := mat.NewDense(1, 2, []float64{1, 2})
	A := nn.From(d)
	d.Set(0, 0, 10) // the numbers are shared
	fmt.Println(A)
	// Output:
	// 1×2
	// [10   2]
}

func ExampleMatrix_Dense() {
	A := nn.Rows([][]float64{{2, 1}, {1, 1}})
	fmt.Println(mat.Det(A.Dense()))
	// Output: 1
}

func ExampleMatrix_Dims() {
	n, m := nn.Zeros(3, 2).Dims()
	fmt.Println(n, m)
	// Output: 3 2
}

func ExampleMatrix_IsEmpty() {
	var A nn.Matrix
	fmt.Println(A.IsEmpty(), A)
	// Output: true 0×0
}

func ExampleMatrix_At() {
	fmt.Println(nn.Rows([][]float64{{1, 2}, {3, 4}}).At(1, 0))
	// Output: 3
}

func ExampleMatrix_T() {
	fmt.Println(nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}}).T())
	// Output:
	// 3×2
	// [1  4]
	// [2  5]
	// [3  6]
}

func ExampleMatrix_String() {
	fmt.Println(nn.Zeros(100, 100).AddScalar(0.5))
	// Output:
	// 100×100
	// [0.5  0.5  0.5    …  0.5  0.5  0.5]
	// [0.5  0.5  0.5    …  0.5  0.5  0.5]
	// [0.5  0.5  0.5    …  0.5  0.5  0.5]
	// [  …    …    …    …    …    …    …]
	// [0.5  0.5  0.5    …  0.5  0.5  0.5]
	// [0.5  0.5  0.5    …  0.5  0.5  0.5]
	// [0.5  0.5  0.5    …  0.5  0.5  0.5]
}

func ExampleMatrix_Format() {
	fmt.Printf("%.2f\n", nn.Row(0.5, 1.0/3, 12))
	// Output:
	// 1×3
	// [ 0.50   0.33  12.00]
}

func ExampleMatrix_HTML() {
	fmt.Println(nn.Row(1, 2).HTML())
	// Output: <table><caption>1×2</caption><tr><td style="text-align:right">1</td><td style="text-align:right">2</td></tr></table>
}
