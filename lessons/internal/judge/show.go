package judge

import "nekonote/lessons/verdict"

// show lays a failed call before the learner: the input, and what came back beside what was wanted.
func (e *evaluation) show(t trial) *verdict.Shown {
	shown := &verdict.Shown{}
	for _, l := range argumentLeaves(t.args, e.Names) {
		shown.Inputs = append(shown.Inputs, l.Draw(nil))
	}
	got, ok := t.got.leaf(t.fault.name)
	want, okWant := t.want.leaf(t.fault.name)
	if !ok || !okWant {
		return shown
	}
	var marks []bool
	if t.fault.reason == verdict.ReasonValue && len(got.Data) == len(want.Data) {
		marks = got.Marks(want)
	}
	g, w := got.Draw(marks), want.Draw(marks)
	shown.Got, shown.Want = &g, &w
	return shown
}
