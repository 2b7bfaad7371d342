package judge

import (
	"math"
	"slices"

	"nekonote/lessons/internal/values"
	"nekonote/nn/words"
)

// pair is a result in one trial: what came back, and what was wanted, of the same shape where nothing else is said.
type pair struct {
	got, want values.Leaf
	args      []values.Leaf
}

// pairs are a result in all trials that have it; none where it is missing in one, or one broke.
func (e *evaluation) pairs(trials []trial, name string) []pair {
	var all []pair
	for _, t := range trials {
		want, there := t.want.leaf(name)
		if t.got.Panic != "" || t.got.Gone {
			return nil
		}
		if !there {
			continue
		}
		got, ok := t.got.leaf(name)
		if !ok || got.Kind != want.Kind {
			return nil
		}
		all = append(all, pair{got, want, argumentLeaves(t.args, e.Names)})
	}
	return all
}

// patterns looks for a simple relation between what came back and what was wanted, the same in every trial and for the same
// reason: it names the likely slip where no known mistake fits.
func (e *evaluation) patterns(trials []trial, name string) []words.Text {
	all := e.pairs(trials, name)
	if len(all) == 0 {
		return nil
	}
	if said, ok := misplaced(trials, name); ok {
		return []words.Text{said}
	}
	if slices.ContainsFunc(all, func(p pair) bool { return !slices.Equal(p.got.Dims, p.want.Dims) }) {
		return shapeSay(all, len(wrongNames(trials)) == 1)
	}
	for _, try := range []func(all []pair) (words.Text, bool){factor, func(all []pair) (words.Text, bool) { return turned(all, len(wrongNames(trials)) == 1) }, offset} {
		if said, ok := try(all); ok {
			return []words.Text{said}
		}
	}
	if said := e.untouched(trials, wrongNames(trials)); len(said) > 0 {
		return said
	}
	for _, try := range []func(all []pair) (words.Text, bool){untreated, constant} {
		if said, ok := try(all); ok {
			return []words.Text{said}
		}
	}
	return nil
}

// constant finds a number that is the same in every trial, and should not be. That it is zero may have many reasons: nothing is said
// of them.
func constant(all []pair) (words.Text, bool) {
	const least = 3 // trials, of which chance makes none alike
	first := all[0]
	if first.got.Kind != values.Number || len(first.got.Data) != 1 || first.got.Data[0] == 0 || len(all) < least {
		return words.Text{}, false
	}
	same := func(leaf func(p pair) values.Leaf) bool {
		return !slices.ContainsFunc(all, func(p pair) bool { return !leaf(p).Equal(leaf(first)) })
	}
	if !same(func(p pair) values.Leaf { return p.got }) || same(func(p pair) values.Leaf { return p.want }) {
		return words.Text{}, false
	}
	return sayConstant.Fill(first.want.Name, values.Digits(first.got.Data[0])), true
}

// untreated finds a result that is just an argument.
func untreated(all []pair) (words.Text, bool) {
	for i, a := range all[0].args {
		same := func(p pair) bool {
			return i < len(p.args) && len(p.args[i].Data) > 0 && slices.Equal(p.args[i].Dims, p.got.Dims) && slices.Equal(p.args[i].Data, p.got.Data)
		}
		if a.Kind == all[0].got.Kind && !slices.ContainsFunc(all, func(p pair) bool { return !same(p) }) {
			return sayUntreated.Fill(all[0].want.Name, a.Name), true
		}
	}
	return words.Text{}, false
}

// relation is a factor that has a reason: what it is for given arguments, and what is said of it.
type relation struct {
	factor func(args []values.Leaf) float64
	said   func(name string, args []values.Leaf) words.Text
}

// always is a factor that does not depend on the arguments.
func always(k float64, said words.Text) relation {
	return relation{func([]values.Leaf) float64 { return k }, func(name string, _ []values.Leaf) words.Text { return said.Fill(name) }}
}

// factor finds a ratio with one reason in every trial: −1, 2, m, √m, 1/m, an argument, or the base of a logarithm.
func factor(all []pair) (words.Text, bool) {
	relations := []relation{
		always(-1, saySign), always(2, sayTwice), always(0.5, sayHalf), always(math.Log2E, sayLog2), always(math.Log10E, sayLog10), always(1/math.Log2E, sayBase2),
	}
	for i := range all[0].args {
		relations = append(relations, sized(i, 1, sayColumnsOf)...)
		relations = append(relations, sized(i, 0, sayRowsOf)...)
		relations = append(relations, valued(i)...)
	}
	for _, r := range relations {
		if scaled(all, r.factor) {
			return r.said(all[0].want.Name, all[0].args), true
		}
	}
	if k, ok := ratio(all[0]); ok && scaled(all, func([]values.Leaf) float64 { return k }) {
		return sayFactor.Fill(all[0].want.Name, values.Digits(k)), true
	}
	return words.Text{}, false
}

// sized are the factors that a dimension of an argument may be the reason of.
func sized(i, which int, from words.Text) (all []relation) {
	size := func(args []values.Leaf) float64 {
		if i >= len(args) || len(args[i].Dims) <= which {
			return math.NaN()
		}
		return float64(args[i].Dims[which])
	}
	for _, r := range []struct {
		of   func(m float64) float64
		said words.Text
	}{
		{func(m float64) float64 { return m }, sayTimes},
		{func(m float64) float64 { return 1 / m }, sayDivided},
		{math.Sqrt, sayRoot},
		{func(m float64) float64 { return 1 / math.Sqrt(m) }, sayOverRoot},
		{func(m float64) float64 { return m / (m - 1) }, sayOneLess},
		{func(m float64) float64 { return -m }, saySignAndTimes},
		{func(m float64) float64 { return -1 / m }, saySignAndDivided},
	} {
		all = append(all, relation{
			func(args []values.Leaf) float64 { return r.of(size(args)) },
			func(name string, args []values.Leaf) words.Text { return r.said.Fill(name, from.Fill(args[i].Name)) },
		})
	}
	return all
}

// valued are the factors that an argument which is a number may be the reason of.
func valued(i int) []relation {
	value := func(args []values.Leaf) float64 {
		if i >= len(args) || args[i].Kind != values.Number || len(args[i].Data) != 1 {
			return math.NaN()
		}
		return args[i].Data[0]
	}
	said := func(text words.Text) func(string, []values.Leaf) words.Text {
		return func(name string, args []values.Leaf) words.Text { return text.Fill(name, args[i].Name) }
	}
	return []relation{
		{value, said(sayTimesValue)},
		{func(args []values.Leaf) float64 { return 1 / value(args) }, said(sayDividedValue)},
	}
}

// scaled reports whether every number is the wanted one times a factor, in every trial, and differs from it in some.
func scaled(all []pair, factor func(args []values.Leaf) float64) bool {
	differs := false
	for _, p := range all {
		k := factor(p.args)
		if math.IsNaN(k) || math.IsInf(k, 0) || len(p.got.Data) != len(p.want.Data) {
			return false
		}
		scale := 0.0
		for _, w := range p.want.Data {
			scale = math.Max(scale, math.Abs(w*k))
		}
		for i, w := range p.want.Data {
			if !values.Near(p.got.Data[i], w*k, scale) {
				return false
			}
			differs = differs || !values.Near(p.got.Data[i], w, 0)
		}
	}
	return differs
}

// ratio is the factor of the first number that is not zero.
func ratio(p pair) (float64, bool) {
	for i, w := range p.want.Data {
		if w != 0 && p.got.Data[i] != 0 {
			return p.got.Data[i] / w, true
		}
	}
	return 0, false
}

// turned finds transposed square matrices and lists in reverse order. The cure is offered where it makes everything right.
func turned(all []pair, alone bool) (words.Text, bool) {
	name := all[0].want.Name
	switch every := func(turn func(values.Leaf) (values.Leaf, bool)) bool {
		differs := false
		for _, p := range all {
			other, ok := turn(p.want)
			if !ok || !p.got.Equal(other) {
				return false
			}
			differs = differs || !p.got.Equal(p.want)
		}
		return differs
	}; {
	case every(transposed) && alone:
		return sayTransposed.Fill(name), true
	case every(transposed):
		return saySideways.Fill(name), true
	case every(reversed):
		return sayReversed.Fill(name), true
	}
	return words.Text{}, false
}

// transposed is a matrix on its side.
func transposed(l values.Leaf) (values.Leaf, bool) {
	if l.Kind != values.Matrix {
		return l, false
	}
	rows, cols := l.Dims[0], l.Dims[1]
	other := l
	other.Dims, other.Data = []int{cols, rows}, make([]float64, len(l.Data))
	for i, x := range l.Data {
		other.Data[i%cols*rows+i/cols] = x
	}
	return other, true
}

func reversed(l values.Leaf) (values.Leaf, bool) {
	other := l
	other.Data = slices.Clone(l.Data)
	slices.Reverse(other.Data)
	return other, len(l.Data) > 1
}

// shapeSay says more about a wrong shape: turned on its side, or summed along the other axis.
func shapeSay(all []pair, alone bool) []words.Text {
	name := all[0].want.Name
	if all[0].want.Kind != values.Matrix {
		return nil
	}
	if said, ok := turned(all, alone); ok {
		return []words.Text{said}
	}
	sideways, sums, single := true, true, true
	for _, p := range all {
		sideways = sideways && p.got.Dims[0] == p.want.Dims[1] && p.got.Dims[1] == p.want.Dims[0]
		sums = sums && values.Near(total(p.got), total(p.want), 1) && (p.got.Dims[0] == 1 && p.want.Dims[1] == 1 || p.got.Dims[1] == 1 && p.want.Dims[0] == 1)
		single = single && len(p.got.Data) == 1
	}
	switch {
	case sums && single:
		return []words.Text{saySummedAll.Fill(name)}
	case sums:
		return []words.Text{saySummedWrong.Fill(name)}
	case sideways:
		return []words.Text{saySideways.Fill(name)}
	}
	return nil
}

func total(l values.Leaf) float64 {
	sum := 0.0
	for _, x := range l.Data {
		sum += x
	}
	return sum
}
