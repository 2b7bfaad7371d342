package judge

import (
	"math"
	"slices"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/values"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// fault is what is wrong with one trial: nothing, when its reason is empty.
type fault struct {
	reason verdict.Reason
	say    []words.Text
	name   string // the leaf that it is about
}

// judge looks for the gravest thing first.
func (e *evaluation) judge(t trial) fault {
	switch {
	case t.got.Gone:
		return fault{reason: verdict.ReasonExit, say: []words.Text{sayGone}}
	case t.got.Panic != "":
		return fault{reason: verdict.ReasonPanic, say: e.sayPanic(t.got)}
	case t.got.Changed != "":
		return fault{reason: verdict.ReasonChanged, say: []words.Text{sayChanged.Fill(t.got.Changed)}, name: t.got.Changed}
	}
	for _, want := range t.want.leaves {
		got, ok := t.got.leaf(want.Name)
		if f := judgeLeaf(got, want, ok); f.reason != "" {
			return f
		}
	}
	for _, got := range t.got.leaves {
		if _, ok := t.want.leaf(got.Name); !ok {
			return fault{verdict.ReasonShape, []words.Text{sayTooMuch.Fill(got.Name)}, got.Name}
		}
	}
	if result, argument := t.got.shared(t.want); result != "" {
		return fault{verdict.ReasonShared, []words.Text{sayShared.Fill(result, argument)}, result}
	}
	return fault{}
}

func judgeLeaf(got, want values.Leaf, ok bool) fault {
	name := want.Name
	bad := func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }
	switch {
	case !ok || got.Kind == values.Missing && want.Kind != values.Missing:
		return fault{verdict.ReasonNil, []words.Text{sayNil.Fill(name)}, name}
	case got.Kind != want.Kind, !slices.Equal(got.Dims, want.Dims):
		return fault{verdict.ReasonShape, []words.Text{sayShape.Fill(name, got.Shape(), want.Shape())}, name}
	case slices.ContainsFunc(got.Data, bad) && !slices.ContainsFunc(want.Data, bad):
		i := slices.IndexFunc(got.Data, bad)
		said := sayInf
		if math.IsNaN(got.Data[i]) {
			said = sayNaN
		}
		return fault{verdict.ReasonNaN, []words.Text{said.Fill(got.Entry(i))}, name}
	case got.Text != want.Text:
		return fault{verdict.ReasonValue, []words.Text{sayText.Fill(name, got.Text, want.Text)}, name}
	}
	marks := got.Marks(want)
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
		return fault{verdict.ReasonValue, []words.Text{sayNumber.Fill(name, values.Digits(got.Data[0]), values.Digits(want.Data[0]))}, name}
	case wrong == len(marks):
		return fault{verdict.ReasonValue, []words.Text{sayAll.Fill(name)}, name}
	}
	return fault{verdict.ReasonValue, []words.Text{saySome.Fill(name, wrong, len(marks))}, name}
}

// sayPanic says what the function broke with, and where. A panic of nn already names shapes and the way out.
func (e *evaluation) sayPanic(o outcome) []words.Text {
	var said []words.Text
	if function, line, code := e.answer.Quote(answer.Place(o.At)); code != "" {
		said = append(said, SayPanicAt.Fill(function, line, code))
	} else {
		said = append(said, SayPanic)
	}
	if o.Told[0] != "" {
		return append(said, words.T(o.Told[0], o.Told[1]))
	}
	return append(said, ExplainPanic(o.Panic))
}
