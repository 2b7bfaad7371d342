package lessons

import (
	"math"
	"reflect"
	"slices"

	"nekonote/nn/words"
)

// slopesSay compares each result that is a gradient with finite differences of the cost, and says which one is off. It
// is a second opinion that knows nothing of the formula: where all gradients are right, it keeps silent.
func (e *evaluation) slopesSay(t trial) []words.Text {
	if e.cost == nil || t.got.panics != "" {
		return nil
	}
	var said []words.Text
	off := false
	for _, got := range t.got.leaves {
		argument, ok := e.slopes[got.name]
		want, found := t.want.leaf(got.name)
		if !ok || !found || got.kind != want.kind || !slices.Equal(got.dims, want.dims) {
			continue
		}
		slope := e.slope(t.args, argument)
		if len(slope) != len(got.data) {
			continue
		}
		worst, by := 0, 0.0
		for i, s := range slope {
			if d := math.Abs(got.data[i]-s) / math.Max(1e-3, math.Max(math.Abs(s), math.Abs(got.data[i]))); d > by || math.IsNaN(d) {
				worst, by = i, d
			}
		}
		if by <= 1e-4 {
			said = append(said, saySlopeRight.Fill(got.name, argument))
			continue
		}
		off = true
		at := leaf{name: argument, kind: got.kind, dims: got.dims, data: got.data}
		said = append(said, saySlopeOff.Fill(got.entry(worst), at.entry(worst), digits(slope[worst]), digits(got.data[worst])))
	}
	if !off {
		return nil
	}
	return said
}

// slope returns the derivative of the cost with respect to each number of an argument, by central differences.
func (e *evaluation) slope(args []any, argument string) []float64 {
	copies := make([]reflect.Value, len(args))
	var target leaf
	for i, arg := range args {
		copies[i] = addressable(clone(reflect.ValueOf(arg)))
		for _, l := range leaves(e.names.param(i), copies[i]) {
			if l.name == argument {
				target = l
			}
		}
	}
	if target.set == nil {
		return nil
	}
	cost := func() float64 {
		now := make([]any, len(copies))
		for i, c := range copies {
			now[i] = c.Interface()
		}
		return e.cost(now)
	}
	if math.IsNaN(cost()) {
		return nil // arguments that do not belong together, as plain random numbers, have no cost
	}
	const h = 1e-5
	out := make([]float64, len(target.data))
	for i, x := range target.data {
		target.set(i, x+h)
		up := cost()
		target.set(i, x-h)
		out[i] = (up - cost()) / (2 * h)
		target.set(i, x)
	}
	return out
}

// argumentLeaves takes a call's arguments apart.
func argumentLeaves(args []any, names signature) []leaf {
	var all []leaf
	for i, arg := range args {
		all = append(all, leaves(names.param(i), reflect.ValueOf(arg))...)
	}
	return all
}
