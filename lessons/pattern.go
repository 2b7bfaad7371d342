package lessons

import (
	"fmt"
	"math"
	"slices"

	"nekonote/nn/words"
)

// patterns looks for a simple relation between what came back and what was wanted: it names the likely slip where no
// known mistake fits.
func (e *evaluation) patterns(t trial) []words.Text {
	got, ok := t.got.leaf(t.fault.name)
	want, okWant := t.want.leaf(t.fault.name)
	if !ok || !okWant || len(got.data) == 0 {
		return nil
	}
	if len(got.data) != len(want.data) {
		return nil
	}
	for _, try := range []func(got, want leaf, args []leaf) (words.Text, bool){factor, turned, offset} {
		if said, ok := try(got, want, e.arguments(t)); ok {
			return []words.Text{said}
		}
	}
	return nil
}

func (e *evaluation) arguments(t trial) []leaf {
	return argumentLeaves(t.args, e.names)
}

// constant returns the number that f gives for every entry, and false when it gives several.
func constant(got, want leaf, f func(g, w float64) float64) (float64, bool) {
	c, found := 0.0, false
	for i, g := range got.data {
		w := want.data[i]
		if near(g, w, 0) && math.Abs(w) < 1e-12 {
			continue
		}
		x := f(g, w)
		if math.IsNaN(x) || math.IsInf(x, 0) || found && !near(x, c, 0) {
			return 0, false
		}
		c, found = x, true
	}
	return c, found
}

// factor finds a constant ratio, and what it may come from: −1, 2, m, 1/m, or the base of a logarithm.
func factor(got, want leaf, args []leaf) (words.Text, bool) {
	k, ok := constant(got, want, func(g, w float64) float64 { return g / w })
	if !ok || k == 0 || len(got.data) == 1 && !telling(k, args) {
		return words.Text{}, false
	}
	name := want.name
	switch {
	case near(k, -1, 0):
		return saySign.Fill(name), true
	case near(k, 2, 0):
		return sayTwice.Fill(name), true
	case near(k, 0.5, 0):
		return sayHalf.Fill(name), true
	case near(k, math.Log2E, 0):
		return sayLog2.Fill(name), true
	case near(k, math.Log10E, 0):
		return sayLog10.Fill(name), true
	}
	for _, m := range sizes(args) {
		switch {
		case near(k, m.size, 0):
			return sayTimes.Fill(name, digits(m.size), m.said), true
		case near(k, 1/m.size, 0):
			return sayDivided.Fill(name, digits(m.size), m.said), true
		case near(k, -m.size, 0), near(k, -1/m.size, 0):
			return saySignAndSize.Fill(name, digits(m.size), m.said), true
		}
	}
	return sayFactor.Fill(name, digits(k)), true
}

// telling reports whether a ratio of single numbers means something: any two numbers have one.
func telling(k float64, args []leaf) bool {
	for _, known := range []float64{-1, 2, 0.5, math.Log2E, math.Log10E} {
		if near(k, known, 0) {
			return true
		}
	}
	return slices.ContainsFunc(sizes(args), func(m size) bool {
		return near(math.Abs(k), m.size, 0) || near(math.Abs(k), 1/m.size, 0)
	})
}

// size is a dimension of an argument, and how to say where it is from.
type size struct {
	size float64
	said words.Text
}

// sizes lists the arguments' dimensions above 2, columns first: m is the most frequent culprit.
func sizes(args []leaf) []size {
	var all []size
	for _, which := range []int{1, 0} {
		for _, a := range args {
			if a.kind == matrix && a.dims[which] > 1 {
				said := sayRowsOf
				if which == 1 {
					said = sayColumnsOf
				}
				all = append(all, size{float64(a.dims[which]), said.Fill(a.name)})
			}
		}
	}
	return all
}

// turned finds a transposed square matrix and a list in reverse order.
func turned(got, want leaf, _ []leaf) (words.Text, bool) {
	rows, cols := want.grid()
	if rows == cols && rows > 1 && want.kind == matrix {
		other := want
		other.data = make([]float64, len(want.data))
		for i := range want.data {
			other.data[i] = want.data[i%cols*cols+i/cols]
		}
		if got.equal(other) {
			return sayTransposed.Fill(want.name), true
		}
	}
	other := want
	other.data = slices.Clone(want.data)
	slices.Reverse(other.data)
	if len(want.data) > 1 && got.equal(other) {
		return sayReversed.Fill(want.name), true
	}
	return words.Text{}, false
}

// offset finds a difference that is the same everywhere, or along each row or column: then something was added that
// should not have been, or forgotten, as a bias is.
func offset(got, want leaf, args []leaf) (words.Text, bool) {
	if len(got.data) < 2 || got.kind != matrix && got.kind != list {
		return words.Text{}, false
	}
	rows, cols := want.grid()
	diff := make([]float64, len(got.data))
	scale := 0.0
	for i, g := range got.data {
		diff[i] = g - want.data[i]
		scale = math.Max(scale, math.Abs(want.data[i]))
	}
	even := func(index func(i int) int) bool {
		for i := range diff {
			if math.Abs(diff[i]-diff[index(i)]) > 1e-9*math.Max(1, scale) {
				return false
			}
		}
		return true
	}
	same := func(l leaf) bool {
		if len(l.data) == 0 {
			return false
		}
		for i := range diff {
			x := l.data[0]
			if len(l.data) == rows && cols > 0 {
				x = l.data[i/cols]
			} else if len(l.data) != 1 {
				return false
			}
			if math.Abs(diff[i]+x) > 1e-9*math.Max(1, scale) {
				return false
			}
		}
		return true
	}
	for _, a := range args {
		if (a.kind == matrix || a.kind == number) && same(a) {
			return sayForgotten.Fill(want.name, a.name), true
		}
	}
	switch {
	case even(func(int) int { return 0 }):
		return sayOffset.Fill(want.name, digits(diff[0])), true
	case rows > 1 && cols > 1 && even(func(i int) int { return i / cols * cols }):
		return sayOffsetRows.Fill(want.name), true
	case rows > 1 && cols > 1 && even(func(i int) int { return i % cols }):
		return sayOffsetColumns.Fill(want.name), true
	}
	return words.Text{}, false
}

// shapeSay says more about a wrong shape: turned on its side, or summed along the other axis.
func shapeSay(got, want leaf) []words.Text {
	if got.kind != matrix || want.kind != matrix {
		return nil
	}
	if got.dims[0] == want.dims[1] && got.dims[1] == want.dims[0] {
		other := got
		other.dims = want.dims
		other.data = make([]float64, len(got.data))
		for i := range got.data {
			other.data[i%got.dims[1]*got.dims[0]+i/got.dims[1]] = got.data[i]
		}
		if other.equal(want) {
			return []words.Text{sayTransposed.Fill(want.name)}
		}
	}
	sum := func(l leaf) float64 {
		total := 0.0
		for _, x := range l.data {
			total += x
		}
		return total
	}
	if near(sum(got), sum(want), 1) && (got.dims[0] == 1 || got.dims[1] == 1) {
		if len(got.data) == 1 {
			return []words.Text{saySummedAll.Fill(want.name)}
		}
		return []words.Text{saySummedWrong.Fill(want.name)}
	}
	if got.dims[0] == want.dims[1] && got.dims[1] == want.dims[0] {
		return []words.Text{saySideways.Fill(want.name)}
	}
	return nil
}

// entry names one number of a leaf as a program reaches it: "cost", "costs[0]", "dw.At(1, 0)".
func (l leaf) entry(i int) string {
	_, cols := l.grid()
	switch l.kind {
	case matrix:
		return fmt.Sprintf("%s.At(%d, %d)", l.name, i/cols, i%cols)
	case list:
		return fmt.Sprintf("%s[%d]", l.name, i)
	}
	return l.name
}
