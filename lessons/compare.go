package lessons

import (
	"math"
	"slices"

	"nekonote/nn"
	"nekonote/nn/words"
)

// tolerance is how far a number may be from what is wanted, relative to the largest number beside it: far more than
// rounding makes of another order of summation, far less than any mistake.
const tolerance = 1e-7

// close reports whether got is near enough to want, where scale is the largest number of its leaf.
func near(got, want, scale float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	if math.IsInf(got, 0) || math.IsInf(want, 0) {
		return got == want
	}
	return math.Abs(got-want) <= tolerance*math.Max(math.Abs(want), scale*1e-3)+1e-12
}

// equal reports whether two leaves are the same within tolerance.
func (l leaf) equal(other leaf) bool {
	return l.kind == other.kind && l.text == other.text && slices.Equal(l.dims, other.dims) && !slices.Contains(l.marks(other), true)
}

// marks says of each number whether it differs from the wanted one. The leaves must have the same shape.
func (l leaf) marks(want leaf) []bool {
	scale := 0.0
	for _, x := range want.data {
		if !math.IsInf(x, 0) && !math.IsNaN(x) {
			scale = math.Max(scale, math.Abs(x))
		}
	}
	out := make([]bool, len(l.data))
	for i, x := range l.data {
		out[i] = i >= len(want.data) || !near(x, want.data[i], scale)
	}
	return out
}

// fault is what is wrong with one trial: nothing, when its reason is empty.
type fault struct {
	reason Reason
	say    []words.Text
	name   string // the leaf that it is about
}

// judge looks for the gravest thing first.
func (e *evaluation) judge(t trial) fault {
	switch {
	case t.got.gone:
		return fault{reason: ReasonExit, say: []words.Text{sayGone}}
	case t.got.panics != "":
		return fault{reason: ReasonPanic, say: e.sayPanic(t.got)}
	case t.got.changed != "":
		return fault{reason: ReasonChanged, say: []words.Text{sayChanged.Fill(t.got.changed)}, name: t.got.changed}
	}
	for _, want := range t.want.leaves {
		got, ok := t.got.leaf(want.name)
		if f := judgeLeaf(got, want, ok); f.reason != "" {
			return f
		}
	}
	for _, got := range t.got.leaves {
		if _, ok := t.want.leaf(got.name); !ok {
			return fault{ReasonShape, []words.Text{sayTooMuch.Fill(got.name)}, got.name}
		}
	}
	if result, argument := t.got.shared(t.want); result != "" {
		return fault{ReasonShared, []words.Text{sayShared.Fill(result, argument)}, result}
	}
	return fault{}
}

func judgeLeaf(got, want leaf, ok bool) fault {
	name := want.name
	bad := func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }
	switch {
	case !ok || got.kind == missing && want.kind != missing:
		return fault{ReasonNil, []words.Text{sayNil.Fill(name)}, name}
	case got.kind != want.kind, !slices.Equal(got.dims, want.dims):
		said := []words.Text{sayShape.Fill(name, got.shape(), want.shape())}
		return fault{ReasonShape, append(said, shapeSay(got, want)...), name}
	case slices.ContainsFunc(got.data, bad) && !slices.ContainsFunc(want.data, bad):
		i := slices.IndexFunc(got.data, bad)
		said := sayInf
		if math.IsNaN(got.data[i]) {
			said = sayNaN
		}
		return fault{ReasonNaN, []words.Text{said.Fill(got.entry(i))}, name}
	case got.text != want.text:
		return fault{ReasonValue, []words.Text{sayText.Fill(name, got.text, want.text)}, name}
	}
	marks := got.marks(want)
	wrong := 0
	for _, m := range marks {
		if m {
			wrong++
		}
	}
	switch {
	case wrong == 0:
		return fault{}
	case len(marks) == 1:
		return fault{ReasonValue, []words.Text{sayNumber.Fill(name, digits(got.data[0]), digits(want.data[0]))}, name}
	case wrong == len(marks):
		return fault{ReasonValue, []words.Text{sayAll.Fill(name)}, name}
	}
	return fault{ReasonValue, []words.Text{saySome.Fill(name, wrong, len(marks))}, name}
}

// sayPanic says what the function broke with, and where. A panic of nn already names shapes and the way out.
func (e *evaluation) sayPanic(o outcome) []words.Text {
	var said []words.Text
	if function, line, code := e.answer.quote(o.at); code != "" {
		said = append(said, sayPanicAt.Fill(function, line, code))
	} else {
		said = append(said, sayPanic)
	}
	if told, ok := o.failure.(interface{ Words() words.Text }); ok {
		return append(said, told.Words())
	}
	if _, ok := o.failure.(*nn.ShapeError); ok {
		return append(said, words.T("%s", "%s").Fill(o.panics))
	}
	return append(said, explainPanic(o.panics))
}
