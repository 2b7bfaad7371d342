package week3

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
)

// Params is what a network with one hidden layer has learned. Its zero value is no network.
type Params struct {
	W1 nn.Matrix // weights of the hidden layer, n_h×n_x
	B1 nn.Matrix // its biases b1, n_h×1
	W2 nn.Matrix // weights of the output, n_y×n_h
	B2 nn.Matrix // its biases b2, n_y×1
}

// Cache is what the way forward computes, and the way back needs again.
type Cache struct {
	Z1, A1 nn.Matrix // of the hidden layer, n_h×m
	Z2, A2 nn.Matrix // of the output, n_y×m
}

// Gradients says how the cost changes with each parameter; each has its parameter's shape.
type Gradients struct {
	DW1 nn.Matrix // dW1, n_h×n_x
	DB1 nn.Matrix // db1, n_h×1
	DW2 nn.Matrix // dW2, n_y×n_h
	DB2 nn.Matrix // db2, n_y×1
}

// Trained is a network after its training, to be remembered.
type Trained struct {
	Params Params
	Costs  []float64 // of iterations 0, 1000, 2000 …
}

// randomParams draws a network.
func randomParams(d *lessons.Draw, nx, nh, ny int) Params {
	return Params{W1: d.Matrix(nh, nx), B1: d.Matrix(nh, 1), W2: d.Matrix(ny, nh), B2: d.Matrix(ny, 1)}
}

// courseParams is the network of the course's cases, typed there with eight digits.
func courseParams() Params {
	return Params{
		W1: nn.Rows([][]float64{{-0.00416758, -0.00056267}, {-0.02136196, 0.01640271}, {-0.01793436, -0.00841747}, {0.00502881, -0.01245288}}),
		B1: nn.Zeros(4, 1),
		W2: nn.Row(-0.01057952, -0.00909008, 0.00551454, 0.02292208),
		B2: nn.Zeros(1, 1),
	}
}

// courseX are the examples of the course's cases.
func courseX() nn.Matrix {
	return nn.Rows([][]float64{
		{1.6243453636632417, -0.6117564136500754, -0.5281717522634557},
		{-1.0729686221561705, 0.8654076293246785, -2.3015386968802827},
	})
}

// costOf is the cost of a network on X and Y, or NaN where A1 is not what the network makes of X: then the arguments do
// not belong together.
func costOf(params Params, cache Cache, X, Y nn.Matrix) float64 {
	A2, own := forwardPropagation(X, params)
	if !own.A1.Equal(cache.A1, 0.01) {
		return math.NaN()
	}
	return computeCost(A2, Y)
}
