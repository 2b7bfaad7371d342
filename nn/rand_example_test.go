package nn_test

import (
	"fmt"

	"nekonote/nn"
)

func ExampleRandn() {
	nn.Seed(1)
	fmt.Println(nn.Randn(2, 3)) // what numpy draws after np.random.seed(1)
	// Output:
	// 2×3
	// [ 1.62434536  -0.61175641  -0.52817175]
	// [-1.07296862   0.86540763  -2.30153870]
}

func ExampleRand() {
	nn.Seed(1)
	fmt.Println(nn.Rand(1, 3))
	// Output:
	// 1×3
	// [0.41702200  0.72032449  0.00011437]
}

func ExampleSeed() {
	nn.Seed(7)
	A := nn.Randn(2, 2)
	nn.Seed(7)
	B := nn.Randn(2, 2)
	fmt.Println(A.Equal(B, 0))
	// Output: true
}

func ExampleNewRand() {
	mine := nn.NewRand(1)
	nn.Seed(2) // has no effect on mine
	fmt.Println(mine.Permutation(5), mine.Intn(6))
	// Output: [2 1 4 0 3] 1
}
