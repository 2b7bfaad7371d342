package nn_test

import (
	"fmt"

	"nekonote/nn"
)

func ExampleMatrix_Dot() {
	A := nn.Rows([][]float64{{1, 2}, {3, 4}})
	fmt.Println(A.Dot(nn.Column(1, 10)))
	// Output:
	// 2×1
	// [21]
	// [43]
}

func ExampleMatrix_Dot_wrongShape() {
	defer func() { fmt.Println(recover()) }()
	W, A := nn.Zeros(4, 3), nn.Zeros(4, 5)
	W.Dot(A)
	// Output: Dot: (4×3) and (4×5) do not fit; the inner sizes 3 and 4 differ; did you mean the transpose of the first, .T()?
}

func ExampleMatrix_Add() {
	A := nn.Rows([][]float64{{1, 2}, {3, 4}})
	fmt.Println(A.Add(nn.Column(10, 20))) // the column is added to every column
	fmt.Println(A.Add(nn.Row(10, 20)))    // the row to every row
	// Output:
	// 2×2
	// [11  12]
	// [23  24]
	// 2×2
	// [11  22]
	// [13  24]
}

func ExampleMatrix_Add_wrongShape() {
	defer func() { fmt.Println(recover()) }()
	nn.Zeros(2, 3).Add(nn.Zeros(3, 1))
	// Output: Add: (2×3) and (3×1) do not fit; did you mean the transpose of the second, .T()?
}

func ExampleMatrix_Sub() {
	A, Y := nn.Row(0.75, 0.25), nn.Row(1, 0)
	fmt.Println(A.Sub(Y))
	// Output:
	// 1×2
	// [-0.25   0.25]
}

func ExampleMatrix_Mul() {
	fmt.Println(nn.Row(1, 2, 3).Mul(nn.Row(4, 5, 6)))
	// Output:
	// 1×3
	// [ 4  10  18]
}

func ExampleMatrix_Div() {
	A := nn.Rows([][]float64{{3, 4}, {6, 8}})
	fmt.Println(A.Div(nn.Column(5, 10)))
	// Output:
	// 2×2
	// [0.6  0.8]
	// [0.6  0.8]
}

func ExampleMatrix_Scale() {
	fmt.Println(nn.Row(1, 2).Scale(0.5))
	// Output:
	// 1×2
	// [0.5  1.0]
}

func ExampleMatrix_AddScalar() {
	fmt.Println(nn.Row(1, 2).Scale(-1).AddScalar(1)) // 1 − x
	// Output:
	// 1×2
	// [ 0  -1]
}
