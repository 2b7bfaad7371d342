package week4

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
)

// Layer is what one layer of a network has learned. Its zero value is a layer without units.
type Layer struct {
	W nn.Matrix // weights, n×n_prev: one row for each unit of the layer, one column for each of the layer before
	B nn.Matrix // biases b, n×1
}

// Cache is what a layer's way forward computes, and its way back needs again.
type Cache struct {
	APrev nn.Matrix // what came into the layer, n_prev×m
	W     nn.Matrix // its weights, n×n_prev
	B     nn.Matrix // its biases b, n×1
	Z     nn.Matrix // W·A_prev + b, n×m
}

// Gradients says how the cost changes with each number that a layer has learned.
type Gradients struct {
	DW nn.Matrix // dW, with the shape of W
	DB nn.Matrix // db, with the shape of b
}

// Training is a function that trains a network, such as twoLayerModel and deepModel: it takes so many steps of gradient
// descent from params on, with the examples X (n_x×m), the labels Y (1×m) and the learning rate alpha, and returns the new
// layers and the costs of iterations 0, 100, 200 …
type Training = func(X, Y nn.Matrix, params []Layer, iterations int, alpha float64) (trained []Layer, costs []float64)

// randomNetwork draws a network with inputs, hidden layers and one output.
func randomNetwork(d *lessons.Draw, sizes ...int) []Layer {
	var params []Layer
	for l := 1; l < len(sizes); l++ {
		params = append(params, Layer{W: d.Matrix(sizes[l], sizes[l-1]), B: d.Matrix(sizes[l], 1)})
	}
	return params
}

// randomSizes draws the sizes of a network: inputs, one to three hidden layers, one output.
func randomSizes(d *lessons.Draw) []int {
	sizes := []int{d.Dim(2, 5)}
	for range d.Size(1, 3) {
		sizes = append(sizes, d.Dim(2, 5))
	}
	return append(sizes, 1)
}

// surely moves the first two examples so far that the network is sure of them, and rightly so: their labels in Y become what it says.
func surely(params []Layer, X, Y nn.Matrix) nn.Matrix {
	far := X
	for _, by := range []float64{1, 2, 4, 8, 16, 32, 64} {
		tried := lessons.Outward(X, by)
		_, caches := modelForward(tried, params)
		last := caches[len(caches)-1].Z
		if z := last.At(0, 0); z > lessons.Sure[1] || z < lessons.Sure[0] {
			break
		}
		if z := last.At(0, 1); z > lessons.Sure[1] || z < lessons.Sure[0] {
			break
		}
		far = tried
	}
	AL, _ := modelForward(far, params)
	for j := range 2 {
		Y.Dense().Set(0, j, math.Round(AL.At(0, j)))
	}
	return far
}

// costFrom is the cost that a network of these caches has, computed anew from what came into its first layer. Where Z is
// not what W and b give, as in the course's published cases, which are plain random numbers, there is no such cost: NaN.
func costFrom(caches []Cache, Y nn.Matrix) float64 {
	var params []Layer
	for _, c := range caches {
		params = append(params, Layer{W: c.W, B: c.B})
	}
	AL, again := modelForward(caches[0].APrev, params)
	for l, c := range again {
		if !c.Z.Equal(caches[l].Z, 0.01) {
			return math.NaN()
		}
	}
	return computeCost(AL, Y)
}

// changed returns a copy of a list with another entry.
func changed[T any](list []T, change func(i int, x T) T) []T {
	out := make([]T, len(list))
	for i, x := range list {
		out[i] = change(i, x)
	}
	return out
}
