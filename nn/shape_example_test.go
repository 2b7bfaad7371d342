package nn_test

import (
	"fmt"

	"nekonote/nn"
)

func ExampleMatrix_Reshape() {
	fmt.Println(nn.Row(1, 2, 3, 4, 5, 6).Reshape(2, 3))
	// Output:
	// 2×3
	// [1  2  3]
	// [4  5  6]
}

func ExampleMatrix_Reshape_wrongShape() {
	defer func() { fmt.Println(recover()) }()
	nn.Zeros(2, 3).Reshape(2, 2)
	// Output: Reshape: (2×3) and (2×2) do not fit; 6 numbers do not fill 4 places
}

func ExampleMatrix_Slice() {
	fmt.Println(table.Slice(0, 2, 1, 3))
	// Output:
	// 2×2
	// [2  3]
	// [5  6]
}

func ExampleConcatCols() {
	fmt.Println(nn.ConcatCols(nn.Column(1, 2), nn.Column(3, 4)))
	// Output:
	// 2×2
	// [1  3]
	// [2  4]
}

func ExampleConcatRows() {
	fmt.Println(nn.ConcatRows(nn.Row(1, 2), nn.Row(3, 4)))
	// Output:
	// 2×2
	// [1  2]
	// [3  4]
}
