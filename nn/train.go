package nn

import (
	"context"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn/words"
)

// Training says how a model is trained.
type Training struct {
	Alpha      float64                   // α, the learning rate
	Iterations int                       // how many steps of gradient descent
	Each       func(i int, cost float64) // called after each step, with its number from 0 and the cost before it; may be nil
}

// StoppedError is what Train returns when its context ended. The model keeps what it learned until then.
type StoppedError struct {
	Done  int   // steps that were taken
	Cause error // the context's error
}

// Words says so in both languages.
func (e *StoppedError) Words() words.Text {
	return words.T("training was stopped after %d iterations (%v); the model keeps what it has learned", "学習を %d 回の反復で止めました（%v）。そこまでに学んだことはモデルに残っています").Fill(e.Done, e.Cause)
}

// Error says the same in the learner's language.
func (e *StoppedError) Error() string { return e.Words().String() }

// Unwrap gives errors.Is the context's error.
func (e *StoppedError) Unwrap() error { return e.Cause }

// run repeats step, which returns the cost, until all iterations are done or the context ends.
func (how Training) run(ctx context.Context, step func() float64) error {
	for i := range how.Iterations {
		if ctx.Err() != nil {
			return &StoppedError{Done: i, Cause: context.Cause(ctx)}
		}
		cost := step()
		if how.Each != nil {
			how.Each(i, cost)
		}
	}
	return nil
}

// descend returns θ − α·dθ: a step against the gradient.
func (theta Matrix) descend(alpha float64, d Matrix) Matrix {
	return theta.descendInto(new(mat.Dense), alpha, d)
}
