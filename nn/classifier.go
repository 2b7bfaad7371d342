package nn

import (
	"context"
	"fmt"
	"math"
)

// Classifier is a network that tells any number of classes apart: hidden layers as in Deep, and a last layer whose scores
// the softmax turns into one probability for each class.
//
// Its labels Y are one-hot, C×m, or class numbers, 1×m, from 0.
type Classifier struct {
	Hidden []Layer // layer l of the course is Hidden[l-1]
	W, B   Matrix  // of the last layer: C×n_prev and C×1
}

// ClassifierCache is what Forward computes on its way, and Backward needs again.
type ClassifierCache struct {
	Hidden []LayerCache
	APrev  Matrix // what comes into the last layer
	Z      Matrix // its scores, C×m
}

// NewClassifier returns a network with layers of the given sizes: n_x inputs, the hidden layers with ReLU, and one output
// for each class. Each W is drawn from the common stream (see Seed) as randn / √n_prev, in order; the b are zero. It panics
// with a *SizesError where there are fewer than two sizes, one below 1, or a single class.
func NewClassifier(sizes ...int) *Classifier {
	if len(sizes) >= 2 && sizes[len(sizes)-1] == 1 {
		panic(&SizesError{Op: "NewClassifier", Sizes: sizes})
	}
	deep := newDeep("NewClassifier", sizes, func(W Matrix, nPrev int) Matrix { return W.Div(Row(math.Sqrt(float64(nPrev)))) })
	last := len(deep.Layers) - 1
	return &Classifier{Hidden: deep.Layers[:last:last], W: deep.Layers[last].W, B: deep.Layers[last].B}
}

// Forward returns for each example of X (n_x×m) the probability of each class, A (C×m), with all that led to it.
//
//	Z = W·A_prev + b    A = softmax(Z)
func (p *Classifier) Forward(X Matrix) (A Matrix, cache ClassifierCache) {
	A = X
	for l := range p.Hidden {
		var c LayerCache
		A, c = p.Hidden[l].Forward(A)
		cache.Hidden = append(cache.Hidden, c)
	}
	cache.APrev, cache.Z = A, p.W.Dot(A).Add(p.B)
	return Softmax(cache.Z), cache
}

// Cost returns the cross-entropy of the network on X (n_x×m) and the labels Y.
func (p *Classifier) Cost(X, Y Matrix) float64 {
	_, cache := p.Forward(X)
	return SoftmaxCost(cache.Z, Y)
}

// Backward returns how the cost changes with each layer's parameters, and with what came into it; the last layer's are the
// last ones. It begins with
//
//	dZ = A − Y    dW = (1/m) dZ·A_prevᵀ    db = (1/m) Σ dZ    dA_prev = Wᵀ·dZ
func (p *Classifier) Backward(A, Y Matrix, cache ClassifierCache) []LayerGradients {
	n, m := A.Dims()
	dZ := A.Sub(labels("Backward", Y, n, m))
	mean := dZ.Scale(1 / float64(m))
	grads := make([]LayerGradients, len(p.Hidden)+1)
	grads[len(p.Hidden)] = LayerGradients{W: mean.Dot(cache.APrev.T()), B: mean.SumRows(), APrev: p.W.T().Dot(dZ)}
	for l := len(p.Hidden) - 1; l >= 0; l-- {
		grads[l] = p.Hidden[l].Backward(grads[l+1].APrev, cache.Hidden[l])
	}
	return grads
}

// Update takes a step of gradient descent in each layer: W ← W − α·dW, b ← b − α·db.
func (p *Classifier) Update(grads []LayerGradients, alpha float64) {
	for l := range p.Hidden {
		p.Hidden[l].Update(grads[l], alpha)
	}
	last := grads[len(p.Hidden)]
	p.W, p.B = p.W.descend(alpha, last.W), p.B.descend(alpha, last.B)
}

// Train repeats Forward, Backward and Update on X (n_x×m) and the labels Y. See Training for how it is told and stopped.
func (p *Classifier) Train(ctx context.Context, X, Y Matrix, how Training) error {
	return how.run(ctx, p, func() (cost float64, done []Matrix) {
		A, cache := p.Forward(X)
		grads := p.Backward(A, Y, cache)
		p.Update(grads, how.Alpha)
		for _, d := range grads {
			done = append(done, d.W, d.APrev)
		}
		return SoftmaxCost(cache.Z, Y), done
	})
}

// Predict returns for each example of X (n_x×m) the number of its most probable class: 1×m.
func (p *Classifier) Predict(X Matrix) Matrix {
	A, _ := p.Forward(X)
	return Largest(A)
}

// Accuracy returns how many of the examples X (n_x×m) are predicted as the labels Y say, in percent.
func (p *Classifier) Accuracy(X, Y Matrix) float64 {
	return p.agree(p.Predict(X), Y)
}

// agree returns how many of the predicted classes (1×m) are what the labels Y say, in percent.
func (p *Classifier) agree(predicted, Y Matrix) float64 {
	n, _ := p.W.Dims()
	_, m := predicted.Dims()
	right, should := 0, Largest(labels("Accuracy", Y, n, m))
	for j := range m {
		if predicted.At(0, j) == should.At(0, j) {
			right++
		}
	}
	return 100 * float64(right) / float64(m)
}

func (p *Classifier) parameters() []parameter {
	last := len(p.Hidden) + 1
	return append(parametersOf(p.Hidden), parameter{fmt.Sprintf("W%d", last), &p.W}, parameter{fmt.Sprintf("b%d", last), &p.B})
}

func (p *Classifier) gradients(X, Y Matrix) []Matrix {
	A, cache := p.Forward(X)
	var list []Matrix
	for _, d := range p.Backward(A, Y, cache) {
		list = append(list, d.W, d.B)
	}
	return list
}

func (p *Classifier) saved() savedModel {
	return savedModel{Model: "classes", Activations: activationsOf(p.Hidden)}
}

func (p *Classifier) restore(s savedModel) error {
	q := Classifier{Hidden: s.layers()}
	if err := s.fillLayers(q.parameters()); err != nil {
		return err
	}
	*p = q
	return nil
}
