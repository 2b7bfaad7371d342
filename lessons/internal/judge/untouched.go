package judge

import (
	"slices"
	"strings"

	"nekonote/nn/words"
)

// untouched says which results are arguments as they came in, with all that is in them: nothing, unless that is all that is wrong.
// Why it is so, it does not tell: nothing was computed, or what was computed comes to nothing.
func (e *evaluation) untouched(trials []trial, wrong []string) (said []words.Text) {
	kind := e.Reference.Type()
	explained := func(string) bool { return false }
	for i := range kind.NumOut() {
		for j := range kind.NumIn() {
			result, argument := e.Names.Result(i), e.Names.Param(j)
			if kind.Out(i) != kind.In(j) || !slices.ContainsFunc(wrong, within(result)) || !e.cameBack(trials, result, argument) {
				continue
			}
			before := explained
			explained = func(name string) bool { return before(name) || within(result)(name) }
			said = append(said, sayUntreated.Fill(result, argument))
			break
		}
	}
	if slices.ContainsFunc(wrong, func(name string) bool { return !explained(name) }) {
		return nil
	}
	return said
}

// within reports of a name whether it is a result's or that of a part of it.
func within(result string) func(name string) bool {
	return func(name string) bool {
		part, ok := strings.CutPrefix(name, result)
		return ok && (part == "" || part[0] == '.' || part[0] == '[')
	}
}

// cameBack reports whether a result is an argument in every trial.
func (e *evaluation) cameBack(trials []trial, result, argument string) bool {
	for _, t := range trials {
		args := outcome{leaves: argumentLeaves(t.args, e.Names)}
		for _, got := range t.got.leaves {
			if !within(result)(got.Name) {
				continue
			}
			came, ok := args.leaf(argument + strings.TrimPrefix(got.Name, result))
			if !ok || !slices.Equal(came.Dims, got.Dims) || !slices.Equal(came.Data, got.Data) || came.Text != got.Text {
				return false
			}
		}
	}
	return true
}
