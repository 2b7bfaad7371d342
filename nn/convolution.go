package nn

import "math"

// Convolution is one layer of a Convolutional network: small filters that look for the same thing at every place of a picture, and a
// pooling that keeps of each 2×2 square of answers the largest one.
//
//	Z = W·patches(A_prev) + b    A = ReLU(max pool(Z))
//
// The largest number of four and the ReLU may be taken in either order; in this one the ReLU has a quarter of the work.
type Convolution struct {
	W, B Matrix  // a filter a row, n×k·k·c, its numbers in the order of a picture of k×k pixels and c channels; and n×1
	From Picture // the pictures that come in
}

// ConvolutionCache is what a Convolution's Forward computes on its way, and its Backward needs again.
type ConvolutionCache struct {
	Patches Matrix // all squares of the pictures that came in, k·k·c×P·m: column p·m + j is place p of picture j
	Z       Matrix // what each filter answers at each place, n×P·m
	Pooled  Matrix // the largest of each 2×2 square, as pictures again, one a column
}

// side is k, the side of the filters.
func (c *Convolution) side() int {
	_, numbers := c.W.Dims()
	return int(math.Round(math.Sqrt(float64(numbers) / float64(c.From.Channels))))
}

// found is the size of Z as a picture: a channel for each filter.
func (c *Convolution) found() Picture {
	filters, _ := c.W.Dims()
	return c.From.filtered(filters, c.side())
}

// To is the size of the pictures that come out.
func (c *Convolution) To() Picture { return c.found().halved() }

// Forward returns the layer's activations for the pictures that come in, one a column.
func (c *Convolution) Forward(APrev Matrix) (A Matrix, cache ConvolutionCache) {
	c.From.check("Forward", APrev)
	cache.Patches = c.From.patches(APrev, c.side())
	cache.Z = c.W.Dot(cache.Patches).Add(c.B)
	cache.Pooled = maxPool(cache.Z, c.found())
	return ReLU.Of(cache.Pooled), cache
}

// Backward returns how the cost changes with the layer's parameters and with A_prev, when dA says how it changes with A.
//
//	dW = (1/m) dZ·patchesᵀ    db = (1/m) Σ dZ    dA_prev = each number of Wᵀ·dZ, added where its patch was taken from
//
// The sums run over all places as well as all examples: a filter is the same everywhere, so it learns from everywhere.
func (c *Convolution) Backward(dA Matrix, cache ConvolutionCache) LayerGradients {
	_, m := dA.Dims()
	dZ := maxPoolBackward(ReLU.Backward(dA, cache.Pooled), cache.Z, cache.Pooled, c.found())
	mean := dZ.Scale(1 / float64(m))
	return LayerGradients{
		W:     mean.Dot(cache.Patches.T()),
		B:     mean.SumRows(),
		APrev: c.From.gathered(c.W.T().Dot(dZ), c.side()),
	}
}

// Update takes a step of gradient descent: W ← W − α·dW, b ← b − α·db.
func (c *Convolution) Update(d LayerGradients, alpha float64) {
	c.W = c.W.descend(alpha, d.W)
	c.B = c.B.descend(alpha, d.B)
}
