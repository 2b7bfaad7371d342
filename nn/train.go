package nn

import (
	"context"

	"nekonote/nn/internal/blas"
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

// run repeats step on the model until all iterations are done or the context ends. A step returns the cost before it, and
// the gradients that it has done with.
func (how Training) run(ctx context.Context, model Model, step func() (cost float64, done []Matrix)) error {
	defer keepSpare()()
	for i := range how.Iterations {
		if ctx.Err() != nil {
			return &StoppedError{Done: i, Cause: context.Cause(ctx)}
		}
		before := values(model)
		cost, done := step()
		giveBack(done...)
		if how.Each != nil {
			how.Each(i, cost)
		} else if i > 0 {
			giveBack(before...) // made by the step before: nobody has seen them, so nobody can have kept them
		}
	}
	return nil
}

// values returns the parameters as they are.
func values(model Model) []Matrix {
	var list []Matrix
	for _, p := range model.parameters() {
		list = append(list, *p.value)
	}
	return list
}

// descend returns θ − α·dθ: a step against the gradient.
func (theta Matrix) descend(alpha float64, d Matrix) Matrix {
	sameShape("Update", theta, d)
	n, m := theta.Dims()
	out, t, g := unfilled(n, m), theta.raw(), d.raw()
	o := out.RawMatrix()
	count, length := pieces(n, m, t.Stride, g.Stride)
	for i := range count {
		blas.AddScaledTo(o.Data[i*m:i*m+length], t.Data[i*t.Stride:i*t.Stride+length], -alpha, g.Data[i*g.Stride:i*g.Stride+length])
	}
	return held(out)
}
