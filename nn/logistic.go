package nn

import "context"

// LogisticRegression is a single neuron: A = σ(wᵀX + b). It is week 2 of the course.
type LogisticRegression struct {
	W Matrix // w, n_x×1
	B Matrix // b, 1×1
}

// NewLogisticRegression returns the model for n_x features, with w and b zero. It panics with a *SizesError where n_x is
// below 1.
func NewLogisticRegression(nx int) *LogisticRegression {
	checkSizes("NewLogisticRegression", 1, nx)
	return &LogisticRegression{W: Zeros(nx, 1), B: Zeros(1, 1)}
}

// Forward returns the activations A = σ(wᵀX + b), 1×m, for the examples X, n_x×m.
func (p *LogisticRegression) Forward(X Matrix) Matrix {
	return p.W.T().Dot(X).Add(p.B).Sigmoid()
}

// Cost returns the cross-entropy of the model on X (n_x×m) and Y (1×m).
func (p *LogisticRegression) Cost(X, Y Matrix) float64 { return Cost(p.Forward(X), Y) }

// Backward returns how the cost changes with w (n_x×1) and b (1×1), for the activations A of Forward.
//
//	dZ = A − Y    dw = (1/m) X·dZᵀ    db = (1/m) Σ dZ
func (p *LogisticRegression) Backward(X, A, Y Matrix) (dw, db Matrix) {
	sameShape("Backward", A, Y)
	_, m := X.Dims()
	mean := A.Sub(Y).Scale(1 / float64(m)) // dZ/m: scaled before the product, since it is smaller than dw
	return X.Dot(mean.T()), mean.SumRows()
}

// Update takes a step of gradient descent: w ← w − α·dw, b ← b − α·db.
func (p *LogisticRegression) Update(dw, db Matrix, alpha float64) {
	p.W = p.W.descend(alpha, dw)
	p.B = p.B.descend(alpha, db)
}

// Train repeats Forward, Backward and Update on X (n_x×m) and Y (1×m). See Training for how it is told and stopped.
func (p *LogisticRegression) Train(ctx context.Context, X, Y Matrix, how Training) error {
	return how.run(ctx, p, func() (cost float64, done []Matrix) {
		A := p.Forward(X)
		dw, db := p.Backward(X, A, Y)
		p.Update(dw, db, how.Alpha)
		return Cost(A, Y), []Matrix{dw}
	})
}

// Predict returns 1 for each example of X (n_x×m) whose activation is above ½, and 0 for the others: 1×m.
func (p *LogisticRegression) Predict(X Matrix) Matrix { return predictions(p.Forward(X)) }

// Accuracy returns how many of the examples X (n_x×m) are predicted as Y (1×m) says, in percent.
func (p *LogisticRegression) Accuracy(X, Y Matrix) float64 { return Accuracy(p.Predict(X), Y) }

func (p *LogisticRegression) parameters() []parameter {
	return []parameter{{"w", &p.W}, {"b", &p.B}}
}

func (p *LogisticRegression) gradients(X, Y Matrix) []Matrix {
	dw, db := p.Backward(X, p.Forward(X), Y)
	return []Matrix{dw, db}
}
