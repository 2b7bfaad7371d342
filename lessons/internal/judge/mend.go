package judge

import (
	"context"
	"reflect"
	"slices"
	"strconv"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/repair"
	"nekonote/lessons/internal/skeleton"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// What is said of a change that makes everything right.
var (
	sayMend = words.T("%[1]s, line %[2]s, `%[3]s`: %[4]s. With this alone put right, everything comes out right.",
		"%[1]s の %[2]s 行目 `%[3]s`：%[4]s。ここだけ直せば、すべて正しくなります。")
	sayMendOne = words.T("%[1]s, line %[2]s, `%[3]s`: %[4]s.", "%[1]s の %[2]s 行目 `%[3]s`：%[4]s。")
	sayMendAll = words.T("%[1]s, lines %[2]s, as in `%[3]s`: %[4]s. It is the same in each of them.", "%[1]s の %[2]s 行目、たとえば `%[3]s`：%[4]s。どの行も同じです。")
	sayCure    = words.T("In %s, line %d comes out right as `%s`.", "%s の %d 行目を `%s` とすれば正しくなります。")
	sayCureOff = words.T("It comes out right without line %[2]d of %[1]s.", "%s の %d 行目を取れば正しくなります。")
	nextMend   = words.T("Change that line, run your cell, and check again. How the line would be right: `%s`", "その行を直してセルを実行し、もう一度チェックしてください。どう直せばよいかは：`%s`")
)

// Sharpen looks for what a verdict did not know, until ctx is over. It reports whether it found it.
type Sharpen func(ctx context.Context) (v verdict.Verdict, found bool)

// mend looks for the smallest change of the learner's own function that makes everything right: where it is, and how it would
// be right.
func (e *evaluation) mend(ctx context.Context, trials []trial) (said []words.Text, cure []words.Text) {
	in, ok := e.repairable()
	if !ok {
		return nil, nil
	}
	in.Trials = len(trials)
	in.Try = func(f reflect.Value, i int) (wrong []string, same bool) {
		t := trials[i]
		results, out := call.Do(f, e.Exercise.arguments(f.Type(), t.args), e.Names)
		t.got = e.outcome(results, out)
		return e.faults(t), t.got.alike(trials[i].got)
	}
	found := repair.Search(ctx, in)
	said = e.slips(slices.DeleteFunc(slices.Clone(found), func(f repair.Finding) bool { return f.Idle }))
	for _, f := range found {
		line := e.answer.Within(f.Func, f.Line)
		if f.Mended == "" {
			cure = append(cure, sayCureOff.Fill(f.Func, line))
		} else {
			cure = append(cure, sayCure.Fill(f.Func, line, f.Mended))
		}
	}
	return said, cure
}

// slips says what is wrong with each of these lines, and with three and more of one kind once.
func (e *evaluation) slips(found []repair.Finding) (said []words.Text) {
	var lines []string
	alike := len(found) > 2
	for _, f := range found {
		lines = append(lines, strconv.Itoa(e.answer.Within(f.Func, f.Line)))
		alike = alike && f.Kind.In(words.English) == found[0].Kind.In(words.English)
	}
	for i, f := range found {
		switch {
		case alike:
			return []words.Text{sayMendAll.Fill(f.Func, words.List(lines), f.Was, f.Kind)}
		case len(found) == 1:
			said = append(said, sayMend.Fill(f.Func, lines[i], f.Was, f.Kind))
		default:
			said = append(said, sayMendOne.Fill(f.Func, lines[i], f.Was, f.Kind))
		}
	}
	return said
}

// repairable is what a search needs of the learner's function.
func (e *evaluation) repairable() (in repair.Input, ok bool) {
	a := e.answer
	if a == nil || a.Name == "" || a.Funcs[a.Name] == nil {
		return in, false
	}
	_, reference, err := skeleton.Cut(e.Source, e.Func, words.English)
	return repair.Input{
		Text: a.Text(), Func: a.Name, Reference: reference, Kind: e.Reference.Type(), Types: append(slices.Clone(e.Types), e.Reference.Type()), Else: e.fellow(), Native: e.Fellow, Helpers: e.helpers(),
	}, err == nil
}

// helpers are the functions of hers that the answer calls and that are no exercise of the week.
func (e *evaluation) helpers() (all []string) {
	for _, decl := range e.answer.Reached() {
		if name := decl.Name.Name; decl.Recv == nil && name != e.answer.Name && !e.exercised(name) {
			all = append(all, name)
		}
	}
	return all
}

// Cure says how the lines of the learner's function would be right which keep everything from coming out right. It calls
// nothing of hers, and says nothing where it does not know, or where a known mistake explains it.
func (s *Exercise) Cure(ctx context.Context, a *answer.Answer, seed uint64) []words.Text {
	e := evaluation{Exercise: s, answer: a}
	in, ok := e.repairable()
	if !ok || a.Blank(s.Source, s.Func) || len(e.stillBlank()) > 0 {
		return nil
	}
	f, ok := repair.Interpreted(ctx, in)
	if !ok {
		return nil
	}
	trials, broken := e.run(s.Here(f), seed)
	if broken != nil || e.excuse(trials) || !slices.ContainsFunc(trials, trial.faulty) {
		return nil
	}
	trials = e.asked(trials)
	if r := e.smallest(trials).fault.reason; r == verdict.ReasonChanged || r == verdict.ReasonShared || len(e.recognise(trials)) > 0 {
		return nil
	}
	_, cure := e.mend(ctx, trials)
	return cure
}

// fellow gives the reference of another exercise of the week, for a function that the learner calls and that is not there.
func (e *evaluation) fellow() func(name string) string {
	known := map[string]string{}
	return func(name string) string {
		solution, found := known[name]
		if !found {
			_, solution, _ = skeleton.Cut(e.Source, name, words.English) // empty where there is none
			known[name] = solution
		}
		return solution
	}
}

// faults names all that is wrong with a trial.
func (e *evaluation) faults(t trial) []string {
	f := e.judge(t)
	if f.reason == "" {
		return nil
	}
	if t.got.Panic != "" || t.got.Gone {
		return []string{"a panic", "another"}
	}
	names := wrongNames([]trial{t})
	for _, l := range t.got.leaves {
		if _, ok := t.want.leaf(l.Name); !ok {
			names = append(names, l.Name)
		}
	}
	if t.got.Changed != "" {
		names = append(names, "a changed argument")
	}
	if len(names) == 0 {
		names = append(names, string(f.reason))
	}
	return names
}

// alike reports whether two calls did the same: a panic is like any other.
func (o outcome) alike(other outcome) bool {
	if o.Panic != "" || other.Panic != "" {
		return (o.Panic != "") == (other.Panic != "")
	}
	return o.equal(other)
}
