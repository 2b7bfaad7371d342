package nn

// Layer is one layer of a Deep network: A = g(W·A_prev + b).
type Layer struct {
	W, B Matrix     // n×n_prev and n×1
	G    Activation // g
}

// LayerCache is what a layer's Forward computes on its way, and its Backward needs again.
type LayerCache struct {
	APrev Matrix // what came in, n_prev×m
	Z     Matrix // W·A_prev + b, n×m
}

// LayerGradients is how the cost changes with a layer's parameters and with what came in.
type LayerGradients struct {
	W, B  Matrix // dW and db, with the shapes of W and b
	APrev Matrix // dA_prev, n_prev×m
}

// Forward returns the layer's activations for those of the layer before.
//
//	Z = W·A_prev + b    A = g(Z)
func (l *Layer) Forward(APrev Matrix) (A Matrix, cache LayerCache) {
	Z := l.W.Dot(APrev).Add(l.B)
	return l.G.Of(Z), LayerCache{APrev: APrev, Z: Z}
}

// Backward returns how the cost changes with the layer's parameters and with A_prev, when dA (n×m) says how it changes
// with A.
//
//	dZ = dA ∗ g′(Z)    dW = (1/m) dZ·A_prevᵀ    db = (1/m) Σ dZ    dA_prev = Wᵀ·dZ
func (l *Layer) Backward(dA Matrix, cache LayerCache) LayerGradients {
	_, m := dA.Dims()
	dZ := l.G.Backward(dA, cache.Z)
	mean := dZ.Scale(1 / float64(m)) // scaled before the product: dZ is smaller than dW
	return LayerGradients{
		W:     mean.Dot(cache.APrev.T()),
		B:     mean.SumRows(),
		APrev: l.W.T().Dot(dZ),
	}
}

// Update takes a step of gradient descent: W ← W − α·dW, b ← b − α·db.
func (l *Layer) Update(d LayerGradients, alpha float64) {
	l.W = l.W.descend(alpha, d.W)
	l.B = l.B.descend(alpha, d.B)
}
