package nn

import (
	"context"
	"fmt"
	"math"
)

// Convolutional is a network that sees: layers of filters, each of which looks for one thing at every place of a picture, and behind
// them a Classifier that says from what they have found which class it is.
//
// Its labels Y are those of the Classifier: one-hot, C×m, or class numbers, 1×m, from 0.
type Convolutional struct {
	Filters []Convolution
	Classes Classifier
}

// NewConvolutional returns a network for pictures of the given size: for each number in filters a layer with so many filters of
// side×side pixels, then layers of the given sizes, the last one the number of classes.
//
//	NewConvolutional(Picture{Height: 8, Width: 8, Channels: 1}, 3, []int{8}, 10)
//
// has 8 filters of 3×3 pixels, which make 8 pictures of 6×6, pooled 3×3, and ten classes. Each W is drawn from the common stream
// (see Seed) as randn / √n_prev, in order, where n_prev is how many numbers a filter looks at; the b are zero. It panics with a
// *PictureError where a layer of filters finds no room or there is no such layer, and with a *SizesError where the rest has no possible sizes.
func NewConvolutional(picture Picture, side int, filters []int, sizes ...int) *Convolutional {
	if len(filters) == 0 {
		panic(&PictureError{Picture: picture, Side: side})
	}
	p := new(Convolutional)
	for l, n := range filters {
		if to := picture.filtered(n, side).halved(); min(side, n, picture.Channels, to.Height, to.Width) < 1 {
			panic(&PictureError{Picture: picture, Side: side, Filters: n, Layer: l + 1})
		}
		numbers := side * side * picture.Channels
		c := Convolution{W: Randn(n, numbers).Div(Row(math.Sqrt(float64(numbers)))), B: Zeros(n, 1), From: picture}
		p.Filters, picture = append(p.Filters, c), c.To()
	}
	p.Classes = *NewClassifier(append([]int{picture.numbers()}, sizes...)...)
	return p
}

// ConvolutionalCache is what Forward computes on its way, and Backward needs again.
type ConvolutionalCache struct {
	Filters []ConvolutionCache
	Classes ClassifierCache
}

// Forward returns for each picture of X (n_x×m) the probability of each class, A (C×m), with all that led to it.
func (p *Convolutional) Forward(X Matrix) (A Matrix, cache ConvolutionalCache) {
	A = X
	for l := range p.Filters {
		var c ConvolutionCache
		A, c = p.Filters[l].Forward(A)
		cache.Filters = append(cache.Filters, c)
	}
	A, cache.Classes = p.Classes.Forward(A)
	return A, cache
}

// Cost returns the cross-entropy of the network on X (n_x×m) and the labels Y.
func (p *Convolutional) Cost(X, Y Matrix) float64 {
	_, cache := p.Forward(X)
	return SoftmaxCost(cache.Classes.Z, Y)
}

// Backward returns how the cost changes with each layer's parameters, and with what came into it: the layers of filters first, the
// layer of the classes last.
func (p *Convolutional) Backward(A, Y Matrix, cache ConvolutionalCache) []LayerGradients {
	grads := p.Classes.Backward(A, Y, cache.Classes)
	for l := len(p.Filters) - 1; l >= 0; l-- {
		grads = append([]LayerGradients{p.Filters[l].Backward(grads[0].APrev, cache.Filters[l])}, grads...)
	}
	return grads
}

// Update takes a step of gradient descent in each layer: W ← W − α·dW, b ← b − α·db.
func (p *Convolutional) Update(grads []LayerGradients, alpha float64) {
	for l := range p.Filters {
		p.Filters[l].Update(grads[l], alpha)
	}
	p.Classes.Update(grads[len(p.Filters):], alpha)
}

// Train repeats Forward, Backward and Update on X (n_x×m) and the labels Y. See Training for how it is told and stopped.
func (p *Convolutional) Train(ctx context.Context, X, Y Matrix, how Training) error {
	return how.run(ctx, p, func() (cost float64, done []Matrix) {
		A, cache := p.Forward(X)
		grads := p.Backward(A, Y, cache)
		p.Update(grads, how.Alpha)
		for _, d := range grads {
			done = append(done, d.W, d.APrev)
		}
		for _, c := range cache.Filters {
			done = append(done, c.Patches, c.Z, c.Pooled)
		}
		return SoftmaxCost(cache.Classes.Z, Y), done
	})
}

// Predict returns for each picture of X (n_x×m) the number of its most probable class: 1×m.
func (p *Convolutional) Predict(X Matrix) Matrix {
	A, _ := p.Forward(X)
	return Largest(A)
}

// Accuracy returns how many of the pictures X (n_x×m) are predicted as the labels Y say, in percent.
func (p *Convolutional) Accuracy(X, Y Matrix) float64 {
	return p.Classes.agree(p.Predict(X), Y)
}

// parameters are those of all layers, with their names in the course: W1, b1, W2, b2 …
func (p *Convolutional) parameters() (list []parameter) {
	for l := range p.Filters {
		list = append(list, parameter{"", &p.Filters[l].W}, parameter{"", &p.Filters[l].B})
	}
	list = append(list, p.Classes.parameters()...)
	for k := range list {
		list[k].name = fmt.Sprint([]string{"W", "b"}[k%2], k/2+1)
	}
	return list
}

func (p *Convolutional) gradients(X, Y Matrix) []Matrix {
	A, cache := p.Forward(X)
	var list []Matrix
	for _, d := range p.Backward(A, Y, cache) {
		list = append(list, d.W, d.B)
	}
	return list
}
