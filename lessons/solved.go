package lessons

import (
	"strings"

	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

var (
	solveFirst = words.T("Not yet: this cell needs your solution of %s. Once its check says that it is correct, run this cell again.",
		"まだ実行できません。このセルには%sの答えが必要です。チェックで正解になったら、このセルをもう一度実行してください。")
	solveNamed = words.T("“%s”", "「%s」")
)

// unsolved says which of the given exercises the learner has not solved yet, by her journal; nothing when all are. One whose
// function does not compile as it stands now is not.
func unsolved(exercises []Entry, stale map[string]Stale) string {
	events, _, _ := journal.Read(journal.Folder())
	standings := journal.Standings(events)
	var missing []string
	for _, e := range exercises {
		info := e.Info()
		_, broken := stale[info.Func]
		if broken || standings[info.ID].Outcome != verdict.Correct {
			missing = append(missing, solveNamed.Fill(info.Title).In(words.Current()))
		}
	}
	if len(missing) == 0 {
		return ""
	}
	separator := words.T(", ", "、").In(words.Current())
	return "✎ " + solveFirst.Fill(strings.Join(missing, separator)).In(words.Current())
}
