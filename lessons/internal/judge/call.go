package judge

import (
	"fmt"
	"reflect"
	"runtime"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/values"
)

// outcome is what one call of a function gave: leaves, or a panic.
type outcome struct {
	leaves  []values.Leaf
	extents []values.Extent // where its results live
	inputs  []values.Extent // where its arguments lived
	changed string          // the argument that was not the same afterwards
	panics  string          // the panic's words
	failure any             // what it panicked with
	at      answer.Place    // where, in the learner's source
	gone    bool            // the function ended its goroutine
}

// call gives f its own copy of the arguments and looks at what comes back. A panic is part of the outcome.
func (s *Exercise) call(f reflect.Value, args []any, names signature) outcome {
	in := make([]reflect.Value, len(args))
	var before []values.Leaf
	for i, arg := range args {
		in[i] = values.Addressable(values.Clone(reflect.ValueOf(arg)).Convert(f.Type().In(i)))
		before = append(before, values.Leaves(names.param(i), in[i])...)
	}
	var out outcome
	done := make(chan []reflect.Value, 1)
	go func() {
		finished := false
		defer func() {
			if finished {
				return
			}
			out.failure = recover()
			if out.failure == nil {
				out.gone = true
			} else {
				out.panics = fmt.Sprint(out.failure)
				out.at = panicPlace()
			}
			done <- nil
		}()
		results := f.Call(in)
		finished = true
		done <- results
	}()
	results := <-done
	for i, v := range results {
		out.leaves = append(out.leaves, values.Leaves(names.result(i), v)...)
		out.extents = append(out.extents, values.Memory(names.result(i), v)...)
	}
	var after []values.Leaf
	for i, v := range in {
		after = append(after, values.Leaves(names.param(i), v)...)
		out.inputs = append(out.inputs, values.Memory(names.param(i), v)...)
	}
	out.changed = values.Difference(before, after)
	return out
}

// shared names an argument and a result that live in the same memory, where those of the reference do not.
func (o outcome) shared(reference outcome) (result, argument string) {
	overlaps := func(a, b values.Extent) bool { return a.Begin < b.End && b.Begin < a.End }
	for _, r := range o.extents {
		for _, in := range o.inputs {
			if !overlaps(r, in) {
				continue
			}
			allowed := false
			for _, rr := range reference.extents {
				for _, ri := range reference.inputs {
					allowed = allowed || rr.Name == r.Name && ri.Name == in.Name && overlaps(rr, ri)
				}
			}
			if !allowed {
				return r.Name, in.Name
			}
		}
	}
	return "", ""
}

// panicPlace finds the learner's line among the frames of a panic that is being recovered.
func panicPlace() answer.Place {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		frame, more := frames.Next()
		if answer.FromNotebook(frame.Function) {
			return answer.Place{File: frame.File, Line: frame.Line}
		}
		if !more {
			return answer.Place{}
		}
	}
}

// signature is the names of a function's parameters and results, as its source gives them.
type signature struct {
	Params, Results []string
}

func (s signature) param(i int) string  { return nameAt(s.Params, i, "argument") }
func (s signature) result(i int) string { return nameAt(s.Results, i, "result") }

func nameAt(names []string, i int, other string) string {
	if i < len(names) && names[i] != "" && names[i] != "_" {
		return names[i]
	}
	return other
}
