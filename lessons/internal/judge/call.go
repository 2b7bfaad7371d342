package judge

import (
	"reflect"
	"slices"

	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/values"
)

// outcome is what one call of a function gave: leaves, or a panic.
type outcome struct {
	call.Outcome
	leaves []values.Leaf
}

// call gives f its own copy of the arguments and looks at what comes back. A panic is part of the outcome.
func (s *Exercise) call(f reflect.Value, args []any) outcome {
	results, out := call.Do(f, s.arguments(f.Type(), args), s.Names)
	return s.outcome(results, out)
}

// arguments are copies of args, as a function of that type takes them.
func (s *Exercise) arguments(f reflect.Type, args []any) []reflect.Value {
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		in[i] = values.Addressable(values.Clone(reflect.ValueOf(arg)).Convert(f.In(i)))
	}
	return in
}

func (s *Exercise) outcome(results []reflect.Value, out call.Outcome) outcome {
	o := outcome{Outcome: out}
	for i, v := range results {
		o.leaves = append(o.leaves, values.Leaves(s.Names.Result(i), v)...)
	}
	return o
}

// shared names an argument and a result that live in the same memory, where those of the reference do not.
func (o outcome) shared(reference outcome) (result, argument string) {
	for _, s := range o.Shared {
		if !slices.Contains(reference.Shared, s) {
			return s.Result, s.Argument
		}
	}
	return "", ""
}
