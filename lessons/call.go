package lessons

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"slices"
)

// outcome is what one call of a function gave: leaves, or a panic.
type outcome struct {
	leaves  []leaf
	extents []extent // where its results live
	inputs  []extent // where its arguments lived
	changed string   // the argument that was not the same afterwards
	panics  string   // the panic's words
	failure any      // what it panicked with
	at      place    // where, in the learner's source
	gone    bool     // the function ended its goroutine
}

// call gives f its own copy of the arguments and looks at what comes back. A panic is part of the outcome.
func (s *spec) call(f reflect.Value, args []any, names signature) outcome {
	in := make([]reflect.Value, len(args))
	var before []leaf
	for i, arg := range args {
		in[i] = addressable(clone(reflect.ValueOf(arg)).Convert(f.Type().In(i)))
		before = append(before, leaves(names.param(i), in[i])...)
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
		out.leaves = append(out.leaves, leaves(names.result(i), v)...)
		out.extents = append(out.extents, memory(names.result(i), v)...)
	}
	var after []leaf
	for i, v := range in {
		after = append(after, leaves(names.param(i), v)...)
		out.inputs = append(out.inputs, memory(names.param(i), v)...)
	}
	out.changed = difference(before, after)
	return out
}

// addressable returns v in a place of its own, where it can be set.
func addressable(v reflect.Value) reflect.Value {
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p.Elem()
}

// difference names the first leaf that is not exactly the same.
func difference(before, after []leaf) string {
	if len(before) != len(after) {
		return root(before)
	}
	for i, b := range before {
		a := after[i]
		same := a.kind == b.kind && a.text == b.text && slices.Equal(a.dims, b.dims) &&
			slices.EqualFunc(a.data, b.data, func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) })
		if !same {
			return b.name
		}
	}
	return ""
}

func root(all []leaf) string {
	if len(all) == 0 {
		return "?"
	}
	return all[0].name
}

// shared names an argument and a result that live in the same memory, where those of the reference do not.
func (o outcome) shared(reference outcome) (result, argument string) {
	overlaps := func(a, b extent) bool { return a.begin < b.end && b.begin < a.end }
	for _, r := range o.extents {
		for _, in := range o.inputs {
			if !overlaps(r, in) {
				continue
			}
			allowed := false
			for _, rr := range reference.extents {
				for _, ri := range reference.inputs {
					allowed = allowed || rr.name == r.name && ri.name == in.name && overlaps(rr, ri)
				}
			}
			if !allowed {
				return r.name, in.name
			}
		}
	}
	return "", ""
}

// panicPlace finds the learner's line among the frames of a panic that is being recovered.
func panicPlace() place {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		frame, more := frames.Next()
		if learners(frame.Function) {
			return place{frame.File, frame.Line}
		}
		if !more {
			return place{}
		}
	}
}
