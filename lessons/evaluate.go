package lessons

import (
	"reflect"
	"slices"

	"nekonote/nn/words"
)

// rounds is how many random cases a check runs, besides the fixed ones.
const rounds = 5

// trial is one case that was run: what came back, and what should have.
type trial struct {
	args   []any
	got    outcome
	want   outcome
	fault  fault
	prints string // what the learner's function wrote to its standard output
}

// evaluation is one check under way.
type evaluation struct {
	*spec
	f      reflect.Value
	answer *answer // nil where the source cannot be read
}

// evaluate runs f on the fixed cases and on random ones drawn from seed, and says what it found. It calls f in this very
// process: Check sees to it that this is one that may die.
func (s *spec) evaluate(f reflect.Value, a *answer, seed uint64) Verdict {
	e := evaluation{spec: s, f: f, answer: a}
	v := Verdict{ID: s.ID, Title: s.Title, Max: s.Points}
	if a != nil && a.name == s.Func && a.blank(s.source, s.Func) {
		return v.notAttempted()
	}
	if a != nil {
		if name := a.borrowed(s.source, s.avoid); name != "" {
			return v.wrong(ReasonBorrowed, sayBorrowed.Fill(name))
		}
	}
	var trials []trial
	faulty := func(t trial) bool { return t.fault.reason != "" }
	for _, c := range s.draw(seed) {
		if c.Last && slices.ContainsFunc(trials, faulty) {
			break
		}
		trials = append(trials, e.try(c))
	}
	first := slices.IndexFunc(trials, faulty)
	if first < 0 {
		return v.correct()
	}
	if a == nil && untouched(trials) {
		return v.notAttempted()
	}
	t := trials[first]
	if t.fault.reason != ReasonChanged && t.fault.reason != ReasonShared {
		if said := e.recognise(trials); len(said) > 0 {
			v.Outcome, v.Reason, v.Say, v.Formula = Almost, ReasonMistake, said, s.Formula
			v.Next = nextAlmost
			return v
		}
	}
	v = v.wrong(t.fault.reason, t.fault.say...)
	if t.fault.reason == ReasonValue {
		v.Say = append(v.Say, e.patterns(t)...)
	}
	v.Say = append(e.outside(), v.Say...)
	v.Say = append(v.Say, e.slopesSay(t)...)
	v.Say = append(e.stillBlank(), v.Say...) // what comes first in the notebook comes first here
	v.Formula = s.Formula
	v.Shown = e.show(t)
	v.Shown.Printed = t.prints
	return v
}

// draw returns the fixed cases and random ones, and then those that are to be last.
func (s *spec) draw(seed uint64) []Case {
	var cases, last []Case
	for _, c := range s.cases {
		if c.Last {
			last = append(last, c)
			continue
		}
		cases = append(cases, c)
	}
	if s.random != nil {
		d := NewDraw(seed)
		for range rounds {
			cases = append(cases, Case{Args: s.random(d)})
		}
	}
	return append(cases, last...)
}

// try runs one case.
func (e *evaluation) try(c Case) trial {
	t := trial{args: c.Args, want: e.call(e.reference, c.Args, e.names)}
	t.prints = printed(func() { t.got = e.call(e.f, c.Args, e.names) })
	if c.Want != nil {
		t.want.leaves = nil
		for i, want := range c.Want {
			t.want.leaves = append(t.want.leaves, leaves(e.names.result(i), reflect.ValueOf(want))...)
		}
	}
	t.fault = e.judge(t)
	return t
}

// recognise returns the words of the known mistakes that explain every trial, and none when they do not. One mistake
// that explains everything comes first; else each wrong result is looked for among the mistakes by itself, since a
// learner may have made two.
func (e *evaluation) recognise(trials []trial) []words.Text {
	made := make([][]outcome, len(e.mistakes)) // of each mistake, the trials so far
	gives := func(mistake, i int) outcome {
		for len(made[mistake]) <= i {
			next := trials[len(made[mistake])]
			made[mistake] = append(made[mistake], e.call(e.mistakes[mistake].formula, next.args, e.names))
		}
		return made[mistake][i]
	}
	explains := func(mistake int, same func(t trial, o outcome) bool) bool {
		for i, t := range trials {
			if !same(t, gives(mistake, i)) {
				return false
			}
		}
		return true
	}
	for i, m := range e.mistakes {
		if explains(i, func(t trial, o outcome) bool { return o.equal(t.got) }) {
			return []words.Text{m.words}
		}
	}
	var said []words.Text
	for _, name := range wrongNames(trials) {
		found := -1
		for i := range e.mistakes {
			if explains(i, func(t trial, o outcome) bool { return o.agrees(t.got, name) }) {
				found = i
				break
			}
		}
		if found < 0 {
			return nil
		}
		if words := e.mistakes[found].words; !slices.Contains(said, words) {
			said = append(said, words)
		}
	}
	return said
}

// agrees reports whether two calls gave the same result of that name.
func (o outcome) agrees(other outcome, name string) bool {
	a, ok := o.leaf(name)
	b, okOther := other.leaf(name)
	return ok && okOther && a.equal(b)
}

// wrongNames lists the leaves that differ in any trial, in the order of the results.
func wrongNames(trials []trial) []string {
	var names []string
	for _, t := range trials {
		for _, want := range t.want.leaves {
			got, ok := t.got.leaf(want.name)
			if (!ok || !got.equal(want)) && !slices.Contains(names, want.name) {
				names = append(names, want.name)
			}
		}
	}
	return names
}

// leaf returns the leaf of that name.
func (o outcome) leaf(name string) (leaf, bool) {
	i := slices.IndexFunc(o.leaves, func(l leaf) bool { return l.name == name })
	if i < 0 {
		return leaf{}, false
	}
	return o.leaves[i], true
}

// equal reports whether two calls gave the same, a panic with the same words included.
func (o outcome) equal(other outcome) bool {
	if o.panics != other.panics || o.gone || other.gone {
		return false
	}
	return slices.EqualFunc(o.leaves, other.leaves, func(a, b leaf) bool { return a.name == b.name && a.equal(b) })
}

// untouched reports whether nothing but zeros and nothings ever came back, as from a blank skeleton.
func untouched(trials []trial) bool {
	for _, t := range trials {
		if t.got.panics != "" || t.got.gone {
			return false
		}
		for _, l := range t.got.leaves {
			if l.kind == matrix || l.kind == list || l.text != "" && l.text != "false" {
				return false
			}
			if slices.ContainsFunc(l.data, func(x float64) bool { return x != 0 }) {
				return false
			}
		}
	}
	return true
}

// stillBlank says which functions that the answer calls are themselves not written yet.
func (e *evaluation) stillBlank() []words.Text {
	if e.answer == nil {
		return nil
	}
	var said []words.Text
	for _, decl := range e.answer.reached() {
		if name := decl.Name.Name; name != e.answer.name && e.answer.blank(e.source, name) {
			said = append(said, sayStillBlank.Fill(name))
		}
	}
	return said
}
