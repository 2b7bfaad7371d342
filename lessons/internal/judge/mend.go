package judge

import (
	"context"
	"reflect"
	"time"

	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/repair"
	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// What is said of a change that makes everything right.
var (
	sayMend = words.T("%[1]s, line %[2]d, `%[3]s`: %[4]s. With this alone put right, everything comes out right.",
		"%[1]s の %[2]d 行目 `%[3]s`：%[4]s。ここだけ直せば、すべて正しくなります。")
	sayMendOne = words.T("%[1]s, line %[2]d, `%[3]s`: %[4]s.", "%[1]s の %[2]d 行目 `%[3]s`：%[4]s。")
	sayCure    = words.T("It comes out right as `%s`.", "`%s` とすれば正しくなります。")
	sayCureOff = words.T("It comes out right without that line.", "その行を取れば正しくなります。")
)

// patience is the longest that a search for a repair may take: she waits for the card.
const patience = 1500 * time.Millisecond

// mend looks for the smallest change of the learner's own function that makes everything right: where it is, and how it would
// be right.
func (e *evaluation) mend(trials []trial) (said []words.Text, cure []words.Text) {
	a := e.answer
	if a == nil || a.Name == "" || a.Funcs[a.Name] == nil {
		return nil, nil
	}
	_, reference, err := skeleton.Cut(e.Source, e.Func, words.English)
	if err != nil {
		return nil, nil
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	found := repair.Search(ctx, repair.Input{
		Text: a.Text(), Func: a.Name, Reference: reference, Kind: e.Reference.Type(), Types: append(e.Types, e.Reference.Type()), Trials: len(trials),
		Else: e.fellow(),
		Try: func(f reflect.Value, i int) (wrong []string, same bool) {
			t := trials[i]
			results, out := call.Do(f, e.Exercise.arguments(f.Type(), t.args), e.Names)
			t.got = e.outcome(results, out)
			return e.faults(t), t.got.alike(trials[i].got)
		},
	})
	for _, f := range found {
		text := sayMendOne
		if len(found) == 1 {
			text = sayMend
		}
		said = append(said, text.Fill(a.Name, f.Line, f.Was, f.Kind))
		if f.Mended == "" {
			cure = append(cure, sayCureOff)
		} else {
			cure = append(cure, sayCure.Fill(f.Mended))
		}
	}
	return said, cure
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
