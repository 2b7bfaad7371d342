// Package call calls a learner's function on given arguments and says all that came of it: results, a panic, an argument that
// was changed, memory that is shared. The cell's program and the judge both call through here; nothing here judges.
package call

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"

	"nekonote/lessons/internal/values"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Outcome is what one call gave beside its results. It is data: it travels from the cell's program to the judge.
type Outcome struct {
	Changed string    // the argument that was not the same afterwards
	Shared  []Shared  // results that live in the memory of arguments
	Panic   string    // the panic's words
	Told    [2]string // where the panic says itself what to do: its words in English and in Japanese
	At      Place     // of the panic, in the learner's source
	Gone    bool      // the function ended its goroutine
	Printed string    // what it wrote to the standard output
}

// Shared names a result and an argument that live in the same memory.
type Shared struct{ Result, Argument string }

// Place is a line of a source file.
type Place struct {
	File string
	Line int
}

// Names are those of a function's parameters and results, as its source gives them.
type Names struct{ Params, Results []string }

// Param is the name of parameter i.
func (n Names) Param(i int) string { return nameAt(n.Params, i, "argument") }

// Result is the name of result i.
func (n Names) Result(i int) string { return nameAt(n.Results, i, "result") }

func nameAt(names []string, i int, other string) string {
	if i < len(names) && names[i] != "" && names[i] != "_" {
		return names[i]
	}
	return other
}

// Do calls f on arguments that are its own. There are no results where it did not return.
func Do(f reflect.Value, in []reflect.Value, names Names) (results []reflect.Value, out Outcome) {
	var before, after []values.Leaf
	for i, v := range in {
		before = append(before, values.Leaves(names.Param(i), v)...)
	}
	done := make(chan []reflect.Value, 1)
	go func() {
		finished := false
		defer func() {
			if finished {
				return
			}
			if failure := recover(); failure == nil {
				out.Gone = true
			} else {
				out.Panic, out.Told, out.At = fmt.Sprint(failure), told(failure), panicPlace()
			}
			done <- nil
		}()
		results := f.Call(in)
		finished = true
		done <- results
	}()
	results = <-done
	var inputs, outputs []values.Extent
	for i, v := range results {
		outputs = append(outputs, values.Memory(names.Result(i), v)...)
	}
	for i, v := range in {
		after = append(after, values.Leaves(names.Param(i), v)...)
		inputs = append(inputs, values.Memory(names.Param(i), v)...)
	}
	out.Changed = values.Difference(before, after)
	for _, r := range outputs {
		for _, i := range inputs {
			if r.Begin < i.End && i.Begin < r.End {
				out.Shared = append(out.Shared, Shared{r.Name, i.Name})
			}
		}
	}
	return results, out
}

// told are the words of a panic that names its cause and the way out, as nn's do.
func told(failure any) [2]string {
	if said, ok := failure.(interface{ Words() words.Text }); ok {
		return [2]string{said.Words().In(words.English), said.Words().In(words.Japanese)}
	}
	if said, ok := failure.(*nn.ShapeError); ok {
		return [2]string{said.Error(), said.Error()}
	}
	return [2]string{}
}

// panicPlace finds the learner's line among the frames of a panic that is being recovered.
func panicPlace() Place {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			return Place{frame.File, frame.Line}
		}
		if !more {
			return Place{}
		}
	}
}
