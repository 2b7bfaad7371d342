package nn

import (
	"context"
	"fmt"
	"math"
)

// Deep is a network of any number of layers: the hidden ones with ReLU, or what their G says, the last one with the
// sigmoid. It is week 4 of the course.
type Deep struct {
	Layers []Layer // layer l of the course is Layers[l-1]
}

// NewDeep returns a network with layers of the given sizes: n_x inputs, the hidden layers, the outputs. Each W is drawn
// from the common stream (see Seed) as randn / √n_prev, in order; the b are zero. NewDeep(12288, 20, 7, 5, 1) is the
// course's network for the cats. It panics with a *SizesError where there are fewer than two sizes, or one below 1.
func NewDeep(sizes ...int) *Deep {
	return newDeep("NewDeep", sizes, func(W Matrix, nPrev int) Matrix { return W.Div(Row(math.Sqrt(float64(nPrev)))) })
}

// NewSmallDeep is NewDeep with each W drawn as 0.01·randn, as in the course's first steps of week 4. It suits two
// layers; through more of them so small numbers fade away, and the network learns nothing.
func NewSmallDeep(sizes ...int) *Deep {
	return newDeep("NewSmallDeep", sizes, func(W Matrix, _ int) Matrix { return W.Scale(0.01) })
}

func newDeep(op string, sizes []int, scaled func(W Matrix, nPrev int) Matrix) *Deep {
	checkSizes(op, 2, sizes...)
	p := new(Deep)
	for l := 1; l < len(sizes); l++ {
		n, nPrev := sizes[l], sizes[l-1]
		g := ReLU
		if l == len(sizes)-1 {
			g = Sigmoid
		}
		p.Layers = append(p.Layers, Layer{W: scaled(Randn(n, nPrev), nPrev), B: Zeros(n, 1), G: g})
	}
	return p
}

// Forward returns the activations AL of the last layer for the examples X (n_x×m), and each layer's cache.
func (p *Deep) Forward(X Matrix) (AL Matrix, caches []LayerCache) {
	A := X
	for l := range p.Layers {
		var cache LayerCache
		A, cache = p.Layers[l].Forward(A)
		caches = append(caches, cache)
	}
	return A, caches
}

// Cost returns the cross-entropy of the network on X (n_x×m) and Y (1×m).
func (p *Deep) Cost(X, Y Matrix) float64 {
	AL, _ := p.Forward(X)
	return Cost(AL, Y)
}

// Backward returns how the cost changes with each layer's parameters, and with what came into it: the layers from the
// last to the first, beginning with
//
//	dAL = −( Y/AL − (1 − Y)/(1 − AL) )
func (p *Deep) Backward(AL, Y Matrix, caches []LayerCache) []LayerGradients {
	sameShape("Backward", AL, Y)
	grads := make([]LayerGradients, len(p.Layers))
	dA := oneMinus(Y).Div(oneMinus(AL)).Sub(Y.Div(AL))
	for l := len(p.Layers) - 1; l >= 0; l-- {
		grads[l] = p.Layers[l].Backward(dA, caches[l])
		dA = grads[l].APrev
	}
	return grads
}

// Update takes a step of gradient descent in each layer: W ← W − α·dW, b ← b − α·db.
func (p *Deep) Update(grads []LayerGradients, alpha float64) {
	for l := range p.Layers {
		p.Layers[l].Update(grads[l], alpha)
	}
}

// Train repeats Forward, Backward and Update on X (n_x×m) and Y (1×m). See Training for how it is told and stopped.
func (p *Deep) Train(ctx context.Context, X, Y Matrix, how Training) error {
	return how.run(ctx, p, func() (cost float64, done []Matrix) {
		AL, caches := p.Forward(X)
		grads := p.Backward(AL, Y, caches)
		p.Update(grads, how.Alpha)
		for _, d := range grads {
			done = append(done, d.W, d.APrev)
		}
		return Cost(AL, Y), done
	})
}

// Predict returns 1 for each example of X (n_x×m) whose activation is above ½, and 0 for the others: 1×m.
func (p *Deep) Predict(X Matrix) Matrix {
	AL, _ := p.Forward(X)
	return predictions(AL)
}

// Accuracy returns how many of the examples X (n_x×m) are predicted as Y (1×m) says, in percent.
func (p *Deep) Accuracy(X, Y Matrix) float64 { return Accuracy(p.Predict(X), Y) }

func (p *Deep) parameters() []parameter { return parametersOf(p.Layers) }

// parametersOf are those of layers, with their names in the course: W1, b1, W2, b2 …
func parametersOf(layers []Layer) (list []parameter) {
	for l := range layers {
		list = append(list,
			parameter{fmt.Sprintf("W%d", l+1), &layers[l].W},
			parameter{fmt.Sprintf("b%d", l+1), &layers[l].B})
	}
	return list
}

func (p *Deep) gradients(X, Y Matrix) []Matrix {
	AL, caches := p.Forward(X)
	var list []Matrix
	for _, d := range p.Backward(AL, Y, caches) {
		list = append(list, d.W, d.B)
	}
	return list
}
