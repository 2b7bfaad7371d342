package nn_test

import (
	"fmt"

	"nekonote/nn"
)

var table = nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}})

func ExampleMatrix_Sum() {
	fmt.Println(table.Sum())
	// Output: 21
}

func ExampleMatrix_SumRows() {
	fmt.Println(table.SumRows())
	// Output:
	// 2×1
	// [ 6]
	// [15]
}

func ExampleMatrix_SumCols() {
	fmt.Println(table.SumCols())
	// Output:
	// 1×3
	// [5  7  9]
}

func ExampleMatrix_Mean() {
	fmt.Println(table.Mean())
	// Output: 3.5
}

func ExampleMatrix_Max() {
	fmt.Println(table.Max())
	// Output: 6
}

func ExampleMatrix_ArgMax() {
	i, j := table.ArgMax()
	fmt.Println(i, j)
	// Output: 1 2
}

func ExampleMatrix_Norm() {
	fmt.Println(nn.Row(3, 4).Norm())
	// Output: 5
}

func ExampleMatrix_Equal() {
	A := nn.Row(0.1).Add(nn.Row(0.2))
	B := nn.Row(0.3)
	fmt.Println(A.Equal(B, 0), A.Equal(B, 1e-9))
	// Output: false true
}
