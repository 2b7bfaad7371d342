package judge

import (
	"math"

	"nekonote/lessons/internal/values"
	"nekonote/nn/words"
)

// offset finds a difference with one reason in every trial: an argument that was forgotten, as a bias is, or added once too often,
// or a number.
func offset(all []pair) (words.Text, bool) {
	if kind := all[0].want.Kind; kind != values.Matrix && kind != values.List && kind != values.Number {
		return words.Text{}, false
	}
	name := all[0].want.Name
	for i, a := range all[0].args {
		for _, try := range []struct {
			times float64
			said  words.Text
		}{{-1, sayForgotten}, {1, sayAgain}} {
			if every(all, func(p pair, at int) float64 { return try.times * p.argument(i, at) }) {
				return try.said.Fill(name, a.Name), true
			}
		}
	}
	by := all[0].got.Data[0] - all[0].want.Data[0]
	if every(all, func(pair, int) float64 { return by }) {
		return sayOffset.Fill(name, values.Digits(by)), true
	}
	return words.Text{}, false
}

// argument is the number of an argument that belongs to an entry of the result: a number belongs to each, a column's to each row.
func (p pair) argument(i, at int) float64 {
	if i >= len(p.args) {
		return math.NaN()
	}
	a := p.args[i]
	rows, cols := p.want.Grid()
	switch {
	case a.Kind != values.Matrix && a.Kind != values.Number:
		return math.NaN()
	case len(a.Data) == 1:
		return a.Data[0]
	case len(a.Data) == rows && a.Dims[1] == 1:
		return a.Data[at/cols]
	case len(a.Data) == len(p.want.Data) && a.Dims[0] == rows:
		return a.Data[at]
	}
	return math.NaN()
}

// every reports whether each number is off by what by says, in every trial, and off at all in some.
func every(all []pair, by func(p pair, at int) float64) bool {
	differs := false
	for _, p := range all {
		if len(p.got.Data) != len(p.want.Data) {
			return false
		}
		for i, w := range p.want.Data {
			d := by(p, i)
			if math.IsNaN(d) || math.Abs(p.got.Data[i]-w-d) > 1e-9*math.Max(1, math.Abs(w)) {
				return false
			}
			differs = differs || math.Abs(d) > 1e-6*math.Max(1, math.Abs(w))
		}
	}
	return differs
}
