package values

import (
	"math"
	"reflect"
	"slices"
)

// tolerance is how far a number may be from what is wanted, relative to the largest number beside it: far more than
// rounding makes of another order of summation, far less than any mistake.
const tolerance = 1e-7

// Near reports whether got is near enough to want, where scale is the largest number of its leaf.
func Near(got, want, scale float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	if math.IsInf(got, 0) || math.IsInf(want, 0) {
		return got == want
	}
	return math.Abs(got-want) <= tolerance*math.Max(math.Abs(want), scale*1e-3)+1e-12
}

// Equal reports whether two leaves are the same within tolerance.
func (l Leaf) Equal(other Leaf) bool {
	return l.Kind == other.Kind && l.Text == other.Text && slices.Equal(l.Dims, other.Dims) && !slices.Contains(l.Marks(other), true)
}

// Marks says of each number whether it differs from the wanted one. The leaves must have the same shape.
func (l Leaf) Marks(want Leaf) []bool {
	scale := 0.0
	for _, x := range want.Data {
		if !math.IsInf(x, 0) && !math.IsNaN(x) {
			scale = math.Max(scale, math.Abs(x))
		}
	}
	out := make([]bool, len(l.Data))
	for i, x := range l.Data {
		out[i] = i >= len(want.Data) || !Near(x, want.Data[i], scale)
	}
	return out
}

// Addressable returns v in a place of its own, where it can be set.
func Addressable(v reflect.Value) reflect.Value {
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p.Elem()
}

// Difference names the first leaf that is not exactly the same.
func Difference(before, after []Leaf) string {
	if len(before) != len(after) {
		return root(before)
	}
	for i, b := range before {
		a := after[i]
		same := a.Kind == b.Kind && a.Text == b.Text && slices.Equal(a.Dims, b.Dims) &&
			slices.EqualFunc(a.Data, b.Data, func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) })
		if !same {
			return b.Name
		}
	}
	return ""
}

func root(all []Leaf) string {
	if len(all) == 0 {
		return "?"
	}
	return all[0].Name
}
