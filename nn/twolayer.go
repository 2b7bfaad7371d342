package nn

import "context"

// TwoLayer is a network with one hidden layer: A1 = g(W1·X + b1), A2 = σ(W2·A1 + b2). It is week 3 of the course.
type TwoLayer struct {
	W1, B1 Matrix     // n_h×n_x and n_h×1
	W2, B2 Matrix     // n_y×n_h and n_y×1
	G      Activation // g of the hidden layer
}

// Cache is what Forward computes on its way, and Backward needs again.
type Cache struct {
	Z1, A1 Matrix // n_h×m
	Z2, A2 Matrix // n_y×m
}

// Gradients is how the cost changes with each parameter; each has its parameter's shape.
type Gradients struct {
	W1, B1, W2, B2 Matrix
}

// NewTwoLayer returns a network of n_x inputs, n_h hidden units with tanh, and n_y outputs. The W are drawn from the
// common stream (see Seed) as 0.01·randn, W1 first; the b are zero. It panics with a *SizesError where one of them is below 1.
func NewTwoLayer(nx, nh, ny int) *TwoLayer {
	checkSizes("NewTwoLayer", 3, nx, nh, ny)
	return &TwoLayer{
		W1: Randn(nh, nx).Scale(0.01),
		B1: Zeros(nh, 1),
		W2: Randn(ny, nh).Scale(0.01),
		B2: Zeros(ny, 1),
		G:  Tanh,
	}
}

// Forward returns the activations A2 (n_y×m) for the examples X (n_x×m), with all that led to them.
//
//	Z1 = W1·X + b1    A1 = g(Z1)    Z2 = W2·A1 + b2    A2 = σ(Z2)
func (p *TwoLayer) Forward(X Matrix) (A2 Matrix, cache Cache) {
	Z1 := p.W1.Dot(X).Add(p.B1)
	A1 := p.G.Of(Z1)
	Z2 := p.W2.Dot(A1).Add(p.B2)
	A2 = Sigmoid.Of(Z2)
	return A2, Cache{Z1: Z1, A1: A1, Z2: Z2, A2: A2}
}

// Cost returns the cross-entropy of the network on X (n_x×m) and Y (n_y×m).
func (p *TwoLayer) Cost(X, Y Matrix) float64 {
	A2, _ := p.Forward(X)
	return Cost(A2, Y)
}

// Backward returns how the cost changes with each parameter.
//
//	dZ2 = A2 − Y               dW2 = (1/m) dZ2·A1ᵀ    db2 = (1/m) Σ dZ2
//	dZ1 = W2ᵀ·dZ2 ∗ g′(Z1)     dW1 = (1/m) dZ1·Xᵀ     db1 = (1/m) Σ dZ1
func (p *TwoLayer) Backward(cache Cache, X, Y Matrix) Gradients {
	sameShape("Backward", cache.A2, Y)
	_, m := X.Dims()
	dZ2 := cache.A2.Sub(Y)
	dZ1 := p.G.Backward(p.W2.T().Dot(dZ2), cache.Z1)
	return Gradients{
		W1: dZ1.Dot(X.T()).Scale(1 / float64(m)),
		B1: dZ1.SumRows().Scale(1 / float64(m)),
		W2: dZ2.Dot(cache.A1.T()).Scale(1 / float64(m)),
		B2: dZ2.SumRows().Scale(1 / float64(m)),
	}
}

// Update takes a step of gradient descent: θ ← θ − α·dθ for each parameter θ.
func (p *TwoLayer) Update(d Gradients, alpha float64) {
	p.W1 = p.W1.descend(alpha, d.W1)
	p.B1 = p.B1.descend(alpha, d.B1)
	p.W2 = p.W2.descend(alpha, d.W2)
	p.B2 = p.B2.descend(alpha, d.B2)
}

// Train repeats Forward, Backward and Update on X (n_x×m) and Y (n_y×m). See Training for how it is told and stopped.
func (p *TwoLayer) Train(ctx context.Context, X, Y Matrix, how Training) error {
	return how.run(ctx, p, func() (cost float64, done []Matrix) {
		A2, cache := p.Forward(X)
		d := p.Backward(cache, X, Y)
		p.Update(d, how.Alpha)
		return Cost(A2, Y), []Matrix{d.W1, d.W2}
	})
}

// Predict returns 1 for each example of X (n_x×m) whose activation is above ½, and 0 for the others: n_y×m.
func (p *TwoLayer) Predict(X Matrix) Matrix {
	A2, _ := p.Forward(X)
	return predictions(A2)
}

// Accuracy returns how many of the examples X (n_x×m) are predicted as Y (1×m) says, in percent.
func (p *TwoLayer) Accuracy(X, Y Matrix) float64 { return Accuracy(p.Predict(X), Y) }

func (p *TwoLayer) parameters() []parameter {
	return []parameter{{"W1", &p.W1}, {"b1", &p.B1}, {"W2", &p.W2}, {"b2", &p.B2}}
}

func (p *TwoLayer) gradients(X, Y Matrix) []Matrix {
	_, cache := p.Forward(X)
	d := p.Backward(cache, X, Y)
	return []Matrix{d.W1, d.B1, d.W2, d.B2}
}
