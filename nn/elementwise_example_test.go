package nn_test

import (
	"fmt"
	"math"

	"nekonote/nn"
)

func ExampleMatrix_Apply() {
	fmt.Println(nn.Row(1, 4, 9).Apply(math.Sqrt))
	// Output:
	// 1×3
	// [1  2  3]
}

func ExampleMatrix_Exp() {
	fmt.Println(nn.Row(0, 1).Exp())
	// Output:
	// 1×2
	// [1.00000000  2.71828183]
}

func ExampleMatrix_Log() {
	fmt.Println(nn.Row(1, 10, 0).Log())
	// Output:
	// 1×3
	// [0.00000000  2.30258509        -Inf]
}

func ExampleMatrix_Sigmoid() {
	fmt.Println(nn.Row(0, 2).Sigmoid())
	// Output:
	// 1×2
	// [0.50000000  0.88079708]
}

func ExampleMatrix_Tanh() {
	fmt.Println(nn.Row(0, 1).Tanh())
	// Output:
	// 1×2
	// [0.00000000  0.76159416]
}

func ExampleMatrix_ReLU() {
	fmt.Println(nn.Row(-2, 0, 3).ReLU())
	// Output:
	// 1×3
	// [0  0  3]
}

func ExampleMatrix_LeakyReLU() {
	fmt.Println(nn.Row(-2, 0, 3).LeakyReLU(0.01))
	// Output:
	// 1×3
	// [-0.02   0.00   3.00]
}

func ExampleCheck() {
	defer func() { fmt.Println(recover()) }()
	A := nn.Row(0.5, 0)
	nn.Check("log A", A.Log())
	// Output: log A: -Inf in row 0, column 1 (counted from 0); log(0) makes it: an activation has become exactly 0 or 1
}
