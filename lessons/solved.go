package lessons

import (
	"slices"
	"strings"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/journal"
	"nekonote/nn/words"
)

var (
	solveFirst = words.T("Not yet: this cell needs your solution of %s. Once its check says that it is correct, run this cell again.",
		"まだ実行できません。このセルには%sの答えが必要です。チェックで正解になったら、このセルをもう一度実行してください。")
	solveAgain = words.T("Not yet: %s has changed since its check. Run the check again, then this cell.",
		"まだ実行できません。%sは、チェックのあとで書き換えられています。もう一度チェックしてから、このセルを実行してください。")
	solveNamed = words.T("“%s”", "「%s」")
)

// readiness is what the function in the kernel is to a cell that builds on it.
type readiness int

const (
	ready   readiness = iota // it is the one that was found correct, or the library's
	missing                  // it is not there, is empty, or was never correct
	changed                  // it was correct once
)

// ready tells it of one exercise.
func (h Hearing) ready(program *answer.Answer, e Entry, events []journal.Event) readiness {
	info := e.Info()
	texts, before := accepted(events, info.ID)
	if _, broken := h.Stale[info.Func]; broken || program == nil || program.Funcs[info.Func] == nil {
		return missing
	}
	if library := twin(e); library != "" && program.Same(info.Func, library) {
		return ready
	}
	switch {
	case program.Blank(e.declared().Source, info.Func):
		return missing
	case len(texts) == 0 && before, slices.Contains(texts, program.Closure(info.Func)):
		return ready
	case len(texts) > 0:
		return changed
	}
	return missing
}

// unsolved says which of the given exercises' functions, as they are in the kernel now, are not those that were found correct;
// nothing when all are.
func (h Hearing) unsolved(exercises []Entry) string {
	events, _, _ := journal.Read(journal.Folder())
	program := answer.Parse("cells.go", h.Cells)
	var first, again []string
	for _, e := range exercises {
		switch named := solveNamed.Fill(e.Info().Title).In(words.Current()); h.ready(program, e, events) {
		case missing:
			first = append(first, named)
		case changed:
			again = append(again, named)
		}
	}
	var said []string
	if len(first) > 0 {
		said = append(said, "✎ "+solveFirst.Fill(words.List(first)).In(words.Current()))
	}
	if len(again) > 0 {
		said = append(said, "✎ "+solveAgain.Fill(words.List(again)).In(words.Current()))
	}
	return strings.Join(said, "\n")
}
