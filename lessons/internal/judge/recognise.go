package judge

import (
	"slices"

	"nekonote/nn/words"
)

// recognise returns the words of the fewest known mistakes that together explain every result of every trial, those that are
// right included; none where there are no such ones. A learner may have made several, each in results of its own.
func (e *evaluation) recognise(trials []trial) []words.Text {
	var all []explanation
	for _, m := range e.Mistakes {
		if m.Unless != "" && e.answer.Assigns(m.Unless) {
			continue
		}
		x := explanation{said: m.Words, changes: map[string]bool{}, misses: map[string]bool{}}
		whole := true
		for _, t := range trials {
			o := e.call(m.Formula, t.args)
			whole = whole && o.equal(t.got)
			x.add(t, o)
		}
		if whole {
			return []words.Text{m.Words}
		}
		all = append(all, x)
	}
	if slices.ContainsFunc(trials, func(t trial) bool { return t.got.Panic != "" || t.got.Gone }) {
		return nil
	}
	wrong := wrongNames(trials)
	if len(e.untouched(trials, wrong)) > 0 { // each part of it would be one of them
		return nil
	}
	const most = 3
	for n := 2; n <= most; n++ {
		if set := combined(all, n, func(set []explanation) bool { return explain(set, wrong) }); set != nil {
			var said []words.Text
			for _, x := range set {
				said = append(said, x.said)
			}
			return said
		}
	}
	return nil
}

// explanation is what a known mistake does to the results.
type explanation struct {
	said    words.Text
	changes map[string]bool // the results that it makes wrong
	misses  map[string]bool // the results that the learner has otherwise, in some trial
}

// add looks at what the mistake gives in a trial.
func (x *explanation) add(t trial, o outcome) {
	for _, want := range t.want.leaves {
		x.changes[want.Name] = x.changes[want.Name] || !o.agrees(t.want, want.Name)
		x.misses[want.Name] = x.misses[want.Name] || !o.agrees(t.got, want.Name)
	}
}

// explain reports whether mistakes give each of the wrong results, and make no other one wrong.
func explain(set []explanation, wrong []string) bool {
	given := func(name string) bool {
		return slices.ContainsFunc(set, func(x explanation) bool { return x.changes[name] && !x.misses[name] })
	}
	for _, name := range wrong {
		if !given(name) {
			return false
		}
	}
	for _, x := range set {
		for name, changed := range x.changes {
			if changed && !given(name) {
				return false
			}
		}
	}
	return true
}

// combined looks for n of all that fit together.
func combined(all []explanation, n int, fit func(set []explanation) bool) []explanation {
	var choose func(set, rest []explanation) []explanation
	choose = func(set, rest []explanation) []explanation {
		if len(set) == n {
			if fit(set) {
				return set
			}
			return nil
		}
		for i, x := range rest {
			if found := choose(append(slices.Clone(set), x), rest[i+1:]); found != nil {
				return found
			}
		}
		return nil
	}
	return choose(nil, all)
}
