// Package judge says whether a function is what an exercise asks for, and if not, what is wrong.
//
// It calls the function on cases, compares each result with what is right (compare.go), looks for a known mistake that
// explains all of them (evaluate.go), and where there is none, for a pattern (pattern.go), for a slope that is off
// (slope.go), for what the source shows (outside.go).
package judge

import (
	"context"
	"reflect"
	"slices"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/values"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// rounds is how many random cases a check runs, besides the fixed ones.
const rounds = 5

// trial is one case that was run: what came back, and what should have.
type trial struct {
	args  []any
	got   outcome
	want  outcome
	fault fault
}

// evaluation is one check under way.
type evaluation struct {
	*Exercise
	answer *answer.Answer // nil where the source cannot be read
}

// Caller calls the learner's function on the arguments of trials, and returns what came of each. Where it did not come to
// an end, broken says why.
type Caller func(trials [][]any) (results []Result, broken *Broken)

// Result is what came of one call: the values that it returned, none where it did not return, and the rest.
type Result struct {
	Values  []reflect.Value
	Outcome call.Outcome
}

// Broken says why a function did not come to an end.
type Broken struct {
	Reason verdict.Reason
	Say    []words.Text
}

// Here calls f in this very process, so f must be one that ends.
func (s *Exercise) Here(f reflect.Value) Caller {
	return func(trials [][]any) (all []Result, broken *Broken) {
		for _, args := range trials {
			results, out := call.Do(f, s.arguments(f.Type(), args), s.Names)
			all = append(all, Result{results, out})
		}
		return all, nil
	}
}

// Evaluate tries a function on the fixed cases and on random ones drawn from seed, and says what it found. Where it knows no
// more than what came out, thinking longer may tell more: then sharpen is not nil.
func (s *Exercise) Evaluate(try Caller, a *answer.Answer, seed uint64) (v verdict.Verdict, sharpen Sharpen) {
	e := evaluation{Exercise: s, answer: a}
	v = verdict.Verdict{ID: s.ID, Title: s.Title, Max: s.Points}
	if a != nil && a.Name == s.Func && a.Blank(s.Source, s.Func) {
		return Blank(v), nil
	}
	if a != nil {
		if loan := a.Borrowed(s.Lender()); loan.Text != "" {
			return Borrowed(v, loan), nil
		}
	}
	trials, broken := e.run(try, seed)
	if broken != nil {
		v = Wrong(v, broken.Reason, broken.Say...)
		v.Formula = s.Formula
		return v, nil
	}
	excused := e.excuse(trials)
	if !slices.ContainsFunc(trials, trial.faulty) {
		if e.narrow(trials) {
			return Wrong(v, verdict.ReasonValue, sayNarrow), nil
		}
		if s.Published && !excused {
			v.Say = append(v.Say, sayPublished)
		}
		return right(v), nil
	}
	if a == nil && untouched(trials) {
		return Blank(v), nil
	}
	trials = e.asked(trials)
	return e.diagnose(v, trials, e.smallest(trials))
}

// run tries all cases, those that are to be last only where all others have come out right.
func (e *evaluation) run(try Caller, seed uint64) ([]trial, *Broken) {
	cases, last := e.drawCases(seed)
	trials, broken := e.try(try, cases)
	if broken == nil && len(last) > 0 && !slices.ContainsFunc(trials, trial.faulty) {
		var more []trial
		more, broken = e.try(try, last)
		trials = append(trials, more...)
	}
	return trials, broken
}

func (t trial) faulty() bool { return t.fault.reason != "" }

// diagnose says what is wrong. t is the trial that is shown.
func (e *evaluation) diagnose(v verdict.Verdict, trials []trial, t trial) (verdict.Verdict, Sharpen) {
	inMemory := t.fault.reason == verdict.ReasonChanged || t.fault.reason == verdict.ReasonShared
	if !inMemory {
		if said := e.recognise(trials); len(said) > 0 {
			v.Outcome, v.Reason, v.Say, v.Formula = verdict.Almost, verdict.ReasonMistake, said, e.Formula
			v.Next = nextAlmost
			return v, nil
		}
	}
	v = Wrong(v, t.fault.reason, t.fault.say...)
	v.Formula = e.Formula
	v.Shown = e.show(t)
	v.Shown.Printed = t.got.Printed
	fact, blank := v.Say[0], e.stillBlank()
	if r := t.fault.reason; r == verdict.ReasonValue || r == verdict.ReasonShape {
		v.Say = append(v.Say, e.patterns(trials, t.fault.name)...)
	}
	told := e.tells()
	v.Say = slices.Concat(told, e.outside(), v.Say)
	v.Say = append(v.Say, e.slopesSay(t, wrongNames(trials))...)
	v.Say = append(blank, v.Say...) // what comes first in the notebook comes first here
	if inMemory || len(blank)+len(told) > 0 || e.answer == nil {
		return v, nil
	}
	return v, func(ctx context.Context) (verdict.Verdict, bool) {
		said, _ := e.mend(ctx, trials)
		if len(said) == 0 {
			return v, false
		}
		v.Outcome, v.Say, v.Next = verdict.Almost, append(said, fact), nextMend.Fill(Call(v.ID, "Hint"))
		return v, true
	}
}

// drawCases returns random cases, then the fixed ones, the published one at the end, and those that are to be last of all.
func (s *Exercise) drawCases(seed uint64) (cases, last []Case) {
	if s.Random != nil {
		for _, args := range s.Random(seed, rounds) {
			cases = append(cases, Case{Args: args})
		}
	}
	for i := range s.Cases {
		c := s.Cases[(i+1)%len(s.Cases)]
		if c.Last {
			last = append(last, c)
		} else {
			cases = append(cases, c)
		}
	}
	return cases, last
}

// odd reports whether a case asks for more than the exercise does: some of the course's published cases have labels that are
// none, 1.62 for 1. Where every random case has zeros and ones, a number that is neither is odd.
func (e *evaluation) odd(trials []trial, t trial) bool {
	if e.Random == nil {
		return false
	}
	label := func(x float64) bool { return x == 0 || x == 1 }
	labels := map[string]bool{}
	for _, r := range trials[:min(rounds, len(trials))] {
		for _, l := range argumentLeaves(r.args, e.Names) {
			all, known := labels[l.Name]
			labels[l.Name] = (all || !known) && !slices.ContainsFunc(l.Data, func(x float64) bool { return !label(x) })
		}
	}
	for _, l := range argumentLeaves(t.args, e.Names) {
		if labels[l.Name] && l.Kind == values.Matrix && slices.ContainsFunc(l.Data, func(x float64) bool { return !label(x) }) {
			return true
		}
	}
	return false
}

// excuse lets pass what is wrong in odd cases alone: such an answer is right for all that the exercise asks. It reports whether
// it did.
func (e *evaluation) excuse(trials []trial) (excused bool) {
	for _, t := range trials {
		if t.faulty() && !e.odd(trials, t) {
			return false
		}
	}
	for i := range trials {
		excused = excused || trials[i].faulty()
		trials[i].fault = fault{}
	}
	return excused
}

// asked are the trials that say what is wrong: without the odd ones, in which a slip of what an exercise asks for looks like another.
// Some trial that is not odd is faulty, or excuse would have let it pass.
func (e *evaluation) asked(trials []trial) []trial {
	return slices.DeleteFunc(slices.Clone(trials), func(t trial) bool { return e.odd(trials, t) })
}

// smallest is the trial that shows what is wrong with the fewest numbers, the last of those: the fixed cases have rounder ones.
func (e *evaluation) smallest(trials []trial) trial {
	size := func(t trial) (n int) {
		for _, l := range argumentLeaves(t.args, e.Names) {
			n += len(l.Data)
		}
		return n
	}
	var found *trial
	for i, t := range trials {
		if t.faulty() && (found == nil || size(t) <= size(*found)) {
			found = &trials[i]
		}
	}
	return *found
}

// try runs cases.
func (e *evaluation) try(try Caller, cases []Case) ([]trial, *Broken) {
	var all [][]any
	for _, c := range cases {
		all = append(all, c.Args)
	}
	results, broken := try(all)
	if broken != nil {
		return nil, broken
	}
	var trials []trial
	for i, c := range cases {
		t := trial{args: c.Args, want: e.call(e.Reference, c.Args), got: e.outcome(results[i].Values, results[i].Outcome)}
		if c.Want != nil {
			t.want.leaves = nil
			for i, want := range c.Want {
				t.want.leaves = append(t.want.leaves, values.Leaves(e.Names.Result(i), reflect.ValueOf(want))...)
			}
		}
		t.fault = e.judge(t)
		trials = append(trials, t)
	}
	return trials, nil
}

// agrees reports whether two calls gave the same result of that name.
func (o outcome) agrees(other outcome, name string) bool {
	a, ok := o.leaf(name)
	b, okOther := other.leaf(name)
	return ok && okOther && a.Equal(b)
}

// wrongNames lists the leaves that differ in any trial, in the order of the results.
func wrongNames(trials []trial) []string {
	var names []string
	for _, t := range trials {
		for _, want := range t.want.leaves {
			got, ok := t.got.leaf(want.Name)
			if (!ok || !got.Equal(want)) && !slices.Contains(names, want.Name) {
				names = append(names, want.Name)
			}
		}
	}
	return names
}

// leaf returns the leaf of that name.
func (o outcome) leaf(name string) (values.Leaf, bool) {
	i := slices.IndexFunc(o.leaves, func(l values.Leaf) bool { return l.Name == name })
	if i < 0 {
		return values.Leaf{}, false
	}
	return o.leaves[i], true
}

// equal reports whether two calls gave the same, a panic with the same words included.
func (o outcome) equal(other outcome) bool {
	if o.Panic != other.Panic || o.Gone || other.Gone {
		return false
	}
	return slices.EqualFunc(o.leaves, other.leaves, func(a, b values.Leaf) bool { return a.Name == b.Name && a.Equal(b) })
}

// untouched reports whether nothing but zeros and nothings ever came back, as from a blank skeleton.
func untouched(trials []trial) bool {
	for _, t := range trials {
		if t.got.Panic != "" || t.got.Gone {
			return false
		}
		for _, l := range t.got.leaves {
			if l.Kind == values.Matrix || l.Kind == values.List || l.Text != "" && l.Text != "false" {
				return false
			}
			if slices.ContainsFunc(l.Data, func(x float64) bool { return x != 0 }) {
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
	for _, decl := range e.answer.Reached() {
		if name := decl.Name.Name; name != e.answer.Name && e.answer.Blank(e.Source, name) {
			said = append(said, sayStillBlank.Fill(name))
		}
	}
	return said
}
