package judge

import (
	"math"
	"reflect"
	"slices"

	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/values"
	"nekonote/nn/words"
)

// What finite differences say.
var (
	saySlopeOff = words.T("Slope test ✗ %s: when %[2]s grows a little, the cost should change by %[3]s times as much, but %[1]s is %[4]s.",
		"傾きのテスト ✗ %[1]s：%[2]s を少し増やすと、コストは増やした分の %[3]s 倍だけ変わるはずですが、%[1]s は %[4]s になっています。")
	saySlopeRight = words.T("Slope test ✓ %s agrees with how the cost changes with %s.", "傾きのテスト ✓ %[1]s は、%[2]s によるコストの変化と合っています。")
)

// slopesSay compares each result that is a gradient with finite differences of the cost, and says which one is off. It
// is a second opinion that knows nothing of the formula: where all gradients are right, it keeps silent.
func (e *evaluation) slopesSay(t trial, wrong []string) []words.Text {
	if e.Cost == nil || t.got.Panic != "" {
		return nil
	}
	var said []words.Text
	off := false
	for _, got := range t.got.leaves {
		argument, ok := e.Slopes[got.Name]
		want, found := t.want.leaf(got.Name)
		if !ok || !found || got.Kind != want.Kind || !slices.Equal(got.Dims, want.Dims) {
			continue
		}
		slope := e.slope(t.args, argument)
		if len(slope) != len(got.Data) {
			continue
		}
		worst, by := 0, 0.0
		for i, s := range slope {
			if d := math.Abs(got.Data[i]-s) / math.Max(1e-3, math.Max(math.Abs(s), math.Abs(got.Data[i]))); d > by || math.IsNaN(d) {
				worst, by = i, d
			}
		}
		if by <= 1e-4 {
			if !slices.Contains(wrong, got.Name) { // it may agree here, and not elsewhere
				said = append(said, saySlopeRight.Fill(got.Name, argument))
			}
			continue
		}
		off = true
		at := values.Leaf{Name: argument, Kind: got.Kind, Dims: got.Dims, Data: got.Data}
		said = append(said, saySlopeOff.Fill(got.Entry(worst), at.Entry(worst), values.Digits(slope[worst]), values.Digits(got.Data[worst])))
	}
	if !off {
		return nil
	}
	return said
}

// slope returns the derivative of the cost with respect to each number of an argument, by central differences.
func (e *evaluation) slope(args []any, argument string) []float64 {
	copies := make([]reflect.Value, len(args))
	var target values.Leaf
	for i, arg := range args {
		copies[i] = values.Addressable(values.Clone(reflect.ValueOf(arg)))
		for _, l := range values.Leaves(e.Names.Param(i), copies[i]) {
			if l.Name == argument {
				target = l
			}
		}
	}
	if target.Set == nil {
		return nil
	}
	cost := func() float64 {
		now := make([]any, len(copies))
		for i, c := range copies {
			now[i] = c.Interface()
		}
		return e.Cost(now)
	}
	if math.IsNaN(cost()) {
		return nil // arguments that do not belong together, as plain random numbers, have no cost
	}
	const h = 1e-5
	out := make([]float64, len(target.Data))
	for i, x := range target.Data {
		target.Set(i, x+h)
		up := cost()
		target.Set(i, x-h)
		out[i] = (up - cost()) / (2 * h)
		target.Set(i, x)
	}
	return out
}

// argumentLeaves takes a call's arguments apart.
func argumentLeaves(args []any, names call.Names) []values.Leaf {
	var all []values.Leaf
	for i, arg := range args {
		all = append(all, values.Leaves(names.Param(i), reflect.ValueOf(arg))...)
	}
	return all
}
