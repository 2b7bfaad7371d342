package week4

import (
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
)

// Trained is a network after its training.
type Trained struct {
	Params []Layer
	Costs  []float64 // the costs of iterations 0, 100, 200 …
}

// Blocks are the functions of this week, as they should be: for notebooks that build on them, where the learner's own are not
// there yet. Each does what the exercise of its name asks for.
var Blocks = blocks{
	InitializeParameters:     initializeParameters,
	InitializeParametersDeep: initializeParametersDeep,
	InitializeScaled:         initializeScaled,
	LinearForward:            linearForward,
	LinearBackward:           linearBackward,
	LinearActivationForward:  linearActivationForward,
	LinearActivationBackward: linearActivationBackward,
	ModelForward:             modelForward,
	ComputeCost:              computeCost,
	ModelBackward:            leanBackward,
	UpdateParameters:         updateParameters,
	Predict:                  predict,
	DeepModel:                deepModel,
}

type blocks struct {
	InitializeParameters     func(nx, nh, ny int) []Layer
	InitializeParametersDeep func(sizes []int) []Layer
	InitializeScaled         func(sizes []int) []Layer
	LinearForward            func(A, W, b nn.Matrix) (Z nn.Matrix)
	LinearBackward           linearReturn
	LinearActivationForward  func(APrev, W, b nn.Matrix, activation string) (A nn.Matrix, cache Cache)
	LinearActivationBackward func(dA nn.Matrix, cache Cache, activation string) (dAPrev, dW, db nn.Matrix)
	ModelForward             func(X nn.Matrix, params []Layer) (AL nn.Matrix, caches []Cache)
	ComputeCost              func(AL, Y nn.Matrix) float64
	ModelBackward            func(AL, Y nn.Matrix, caches []Cache) []Gradients
	UpdateParameters         func(params []Layer, grads []Gradients, alpha float64) []Layer
	Predict                  prediction
	DeepModel                Training
}

// leanBackward is modelBackward without the first layer's dA_prev. Nobody asks how the cost changes with a picture, and
// for the cats that is more than a third of all work.
func leanBackward(AL, Y nn.Matrix, caches []Cache) []Gradients {
	grads := make([]Gradients, len(caches))
	dA := firstSlope(AL, Y)
	for l := len(caches) - 1; l > 0; l-- {
		dA, grads[l].DW, grads[l].DB = linearActivationBackward(dA, caches[l], name(l, len(caches)))
	}
	first := caches[0]
	dZ := slopeOf(dA, first.Z, name(0, len(caches)))
	m := formulas.Examples(Y)
	grads[0] = Gradients{DW: dZ.Dot(first.APrev.T()).Scale(1 / m), DB: dZ.SumRows().Scale(1 / m)}
	return grads
}
