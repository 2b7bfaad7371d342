package lessons

import (
	"strings"

	"nekonote/lessons/internal/run"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

var (
	solveFirst = words.T("Not yet: this cell needs your solution of %s. Once its check says that it is correct, run this cell again.",
		"まだ実行できません。このセルには%sの答えが必要です。チェックで正解になったら、このセルをもう一度実行してください。")
	solveNamed = words.T("“%s”", "「%s」")
)

// Solved reports whether the learner has solved all of the given exercises, by what her journal says. Where she has not,
// it says which ones this cell waits for. Cells that build on her answers begin with it, so that a notebook that is half
// filled in runs from top to bottom:
//
//	if lessons.Solved(week2.Model) {
//		…
//	}
func Solved(exercises ...Entry) bool {
	if run.Child() {
		return false // the program runs for a check alone
	}
	events, _, _ := journal.Read(journal.Folder())
	standings := journal.Standings(events)
	var missing []string
	for _, e := range exercises {
		if info := e.Info(); standings[info.ID].Outcome != verdict.Correct {
			missing = append(missing, solveNamed.Fill(info.Title).In(words.Current()))
		}
	}
	if len(missing) == 0 {
		return true
	}
	separator := words.T(", ", "、").In(words.Current())
	display.Text("✎ " + solveFirst.Fill(strings.Join(missing, separator)).In(words.Current()))
	return false
}
