package nn_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"nekonote/nn"
)

// Is a number above 1½? One neuron can say.
func ExampleLogisticRegression() {
	X, Y := nn.Row(0, 1, 2, 3), nn.Row(0, 0, 1, 1)
	model := nn.NewLogisticRegression(1)
	err := model.Train(context.Background(), X, Y, nn.Training{
		Alpha:      0.5,
		Iterations: 3000,
		Each: func(i int, cost float64) {
			if i%1000 == 0 {
				fmt.Printf("cost after iteration %d: %.6f\n", i, cost)
			}
		},
	})
	fmt.Println(err, model.Accuracy(X, Y), "%")
	// Output:
	// cost after iteration 0: 0.693147
	// cost after iteration 1000: 0.024834
	// cost after iteration 2000: 0.012896
	// <nil> 100 %
}

// XOR, which no single neuron can learn.
func ExampleTwoLayer() {
	X := nn.Rows([][]float64{
		{0, 0, 1, 1},
		{0, 1, 0, 1},
	})
	Y := nn.Row(0, 1, 1, 0)
	nn.Seed(3)
	model := nn.NewTwoLayer(2, 8, 1)
	if err := model.Train(context.Background(), X, Y, nn.Training{Alpha: 1.2, Iterations: 10000}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(model.Predict(X))
	// Output:
	// 1×4
	// [0  1  1  0]
}

func ExampleDeep() {
	nn.Seed(1)
	model := nn.NewDeep(3, 4, 1) // 3 inputs, 4 hidden units, 1 output
	X, Y := nn.Randn(3, 2), nn.Row(1, 0)
	for range 100 {
		AL, caches := model.Forward(X)
		model.Update(model.Backward(AL, Y, caches), 0.5)
	}
	fmt.Println(model.Predict(X))
	// Output:
	// 1×2
	// [1  0]
}

func ExampleCheckGradients() {
	nn.Seed(3)
	X, Y := nn.Randn(2, 5), nn.Row(1, 0, 1, 1, 0)
	for _, c := range nn.CheckGradients(nn.NewTwoLayer(2, 3, 1), X, Y) {
		fmt.Println(c.Name, c.Difference < 1e-6)
	}
	// Output:
	// W1 true
	// b1 true
	// W2 true
	// b2 true
}

// A learner's own cost and gradient.
func ExampleNumericalGradient() {
	J := func(w nn.Matrix) float64 { return w.Mul(w).Sum() } // J = Σ w²
	dw := func(w nn.Matrix) nn.Matrix { return w.Scale(2) }  // dJ/dw = 2w
	w := nn.Column(1, -2)
	difference := nn.GradientDifference(dw(w), nn.NumericalGradient(J, w))
	fmt.Println(difference < 1e-6)
	// Output: true
}

func ExampleSave() {
	folder, err := os.MkdirTemp("", "models")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "cats.json")

	trained := nn.NewTwoLayer(2, 3, 1)
	fmt.Println(nn.Save(path, trained))

	var model nn.TwoLayer
	fmt.Println(nn.Load(path, &model), model.W1.Equal(trained.W1, 0))
	// Output:
	// <nil>
	// <nil> true
}

func ExampleCost() {
	A, Y := nn.Row(0.8, 0.9, 0.4), nn.Row(1, 1, 1)
	fmt.Printf("%.8f\n", nn.Cost(A, Y))
	// Output: 0.41493160
}

func ExampleAccuracy() {
	fmt.Println(nn.Accuracy(nn.Row(1, 0, 1, 1), nn.Row(1, 0, 0, 1)), "%")
	// Output: 75 %
}

func ExampleActivation() {
	Z := nn.Row(-1, 0, 2)
	dA := nn.Row(10, 10, 10)
	fmt.Println(nn.ReLU.Of(Z))
	fmt.Println(nn.ReLU.Backward(dA, Z))
	// Output:
	// 1×3
	// [0  0  2]
	// 1×3
	// [ 0   0  10]
}
