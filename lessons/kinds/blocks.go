package kinds

import "nekonote/nn"

// Blocks are the functions of this notebook, as they should be: for notebooks that build on them, where the learner's own are
// not there yet. Each does what the exercise of its name asks for.
var Blocks = blocks{
	Softmax:         softmax,
	CrossEntropy:    crossEntropy,
	SoftmaxBackward: softmaxBackward,
}

type blocks struct {
	Softmax         func(Z nn.Matrix) (A nn.Matrix)
	CrossEntropy    func(A, Y nn.Matrix) (J float64)
	SoftmaxBackward func(Z, Y nn.Matrix) (dZ nn.Matrix)
}
