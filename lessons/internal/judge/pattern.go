package judge

import (
	"math"
	"slices"

	"nekonote/lessons/internal/values"
	"nekonote/nn/words"
)

// patterns looks for a simple relation between what came back and what was wanted: it names the likely slip where no
// known mistake fits.
func (e *evaluation) patterns(t trial) []words.Text {
	got, ok := t.got.leaf(t.fault.name)
	want, okWant := t.want.leaf(t.fault.name)
	if !ok || !okWant || len(got.Data) == 0 {
		return nil
	}
	if len(got.Data) != len(want.Data) {
		return nil
	}
	for _, try := range []func(got, want values.Leaf, args []values.Leaf) (words.Text, bool){factor, turned, offset} {
		if said, ok := try(got, want, e.arguments(t)); ok {
			return []words.Text{said}
		}
	}
	return nil
}

func (e *evaluation) arguments(t trial) []values.Leaf {
	return argumentLeaves(t.args, e.Names)
}

// constant returns the number that f gives for every entry, and false when it gives several.
func constant(got, want values.Leaf, f func(g, w float64) float64) (float64, bool) {
	c, found := 0.0, false
	for i, g := range got.Data {
		w := want.Data[i]
		if values.Near(g, w, 0) && math.Abs(w) < 1e-12 {
			continue
		}
		x := f(g, w)
		if math.IsNaN(x) || math.IsInf(x, 0) || found && !values.Near(x, c, 0) {
			return 0, false
		}
		c, found = x, true
	}
	return c, found
}

// factor finds a constant ratio, and what it may come from: −1, 2, m, 1/m, or the base of a logarithm.
func factor(got, want values.Leaf, args []values.Leaf) (words.Text, bool) {
	k, ok := constant(got, want, func(g, w float64) float64 { return g / w })
	if !ok || k == 0 || len(got.Data) == 1 && !telling(k, args) {
		return words.Text{}, false
	}
	name := want.Name
	switch {
	case values.Near(k, -1, 0):
		return saySign.Fill(name), true
	case values.Near(k, 2, 0):
		return sayTwice.Fill(name), true
	case values.Near(k, 0.5, 0):
		return sayHalf.Fill(name), true
	case values.Near(k, math.Log2E, 0):
		return sayLog2.Fill(name), true
	case values.Near(k, math.Log10E, 0):
		return sayLog10.Fill(name), true
	}
	for _, m := range sizes(args) {
		switch {
		case values.Near(k, m.size, 0):
			return sayTimes.Fill(name, values.Digits(m.size), m.said), true
		case values.Near(k, 1/m.size, 0):
			return sayDivided.Fill(name, values.Digits(m.size), m.said), true
		case values.Near(k, -m.size, 0), values.Near(k, -1/m.size, 0):
			return saySignAndSize.Fill(name, values.Digits(m.size), m.said), true
		}
	}
	return sayFactor.Fill(name, values.Digits(k)), true
}

// telling reports whether a ratio of single numbers means something: any two numbers have one.
func telling(k float64, args []values.Leaf) bool {
	for _, known := range []float64{-1, 2, 0.5, math.Log2E, math.Log10E} {
		if values.Near(k, known, 0) {
			return true
		}
	}
	return slices.ContainsFunc(sizes(args), func(m size) bool {
		return values.Near(math.Abs(k), m.size, 0) || values.Near(math.Abs(k), 1/m.size, 0)
	})
}

// size is a dimension of an argument, and how to say where it is from.
type size struct {
	size float64
	said words.Text
}

// sizes lists the arguments' dimensions above 2, columns first: m is the most frequent culprit.
func sizes(args []values.Leaf) []size {
	var all []size
	for _, which := range []int{1, 0} {
		for _, a := range args {
			if a.Kind == values.Matrix && a.Dims[which] > 1 {
				said := sayRowsOf
				if which == 1 {
					said = sayColumnsOf
				}
				all = append(all, size{float64(a.Dims[which]), said.Fill(a.Name)})
			}
		}
	}
	return all
}

// turned finds a transposed square matrix and a list in reverse order.
func turned(got, want values.Leaf, _ []values.Leaf) (words.Text, bool) {
	rows, cols := want.Grid()
	if rows == cols && rows > 1 && want.Kind == values.Matrix {
		other := want
		other.Data = make([]float64, len(want.Data))
		for i := range want.Data {
			other.Data[i] = want.Data[i%cols*cols+i/cols]
		}
		if got.Equal(other) {
			return sayTransposed.Fill(want.Name), true
		}
	}
	other := want
	other.Data = slices.Clone(want.Data)
	slices.Reverse(other.Data)
	if len(want.Data) > 1 && got.Equal(other) {
		return sayReversed.Fill(want.Name), true
	}
	return words.Text{}, false
}

// shapeSay says more about a wrong shape: turned on its side, or summed along the other axis.
func shapeSay(got, want values.Leaf) []words.Text {
	if got.Kind != values.Matrix || want.Kind != values.Matrix {
		return nil
	}
	if got.Dims[0] == want.Dims[1] && got.Dims[1] == want.Dims[0] {
		other := got
		other.Dims = want.Dims
		other.Data = make([]float64, len(got.Data))
		for i := range got.Data {
			other.Data[i%got.Dims[1]*got.Dims[0]+i/got.Dims[1]] = got.Data[i]
		}
		if other.Equal(want) {
			return []words.Text{sayTransposed.Fill(want.Name)}
		}
	}
	sum := func(l values.Leaf) float64 {
		total := 0.0
		for _, x := range l.Data {
			total += x
		}
		return total
	}
	if values.Near(sum(got), sum(want), 1) && (got.Dims[0] == 1 || got.Dims[1] == 1) {
		if len(got.Data) == 1 {
			return []words.Text{saySummedAll.Fill(want.Name)}
		}
		return []words.Text{saySummedWrong.Fill(want.Name)}
	}
	if got.Dims[0] == want.Dims[1] && got.Dims[1] == want.Dims[0] {
		return []words.Text{saySideways.Fill(want.Name)}
	}
	return nil
}
