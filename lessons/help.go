package lessons

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/card"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/internal/skeleton"
	"nekonote/lessons/journal"
	"nekonote/nn/words"
)

// What hints, solutions and resets say.
var (
	sayHint     = words.T("Hint %d of %d", "ヒント %d / %d")
	sayYourLine = words.T("In your own function", "あなたの関数では")
	sayNextHint = words.T("Run this cell again for the next hint.", "このセルをもう一度実行すると、次のヒントが出ます。")
	sayLastHint = words.T("That was the last hint. After one check of your own attempt, `%s` shows the solution.", "ヒントはこれで最後です。一度自分の答えをチェックすると、`%s` で解答を見られます。")
	sayTryFirst = words.T("First try it yourself: write something in the cell above and run its check once, right or wrong. Then the solution opens. Until then: `%s`",
		"まずは自分で試してみましょう。上のセルに何か書いて、正しくなくてもよいので、一度チェックを実行してください。そのあとで解答を見られます。それまでは：`%s`")
	saySolution = words.T("The solution of “%s”", "「%s」の解答")
	saySeen     = words.T("Your progress will note that you have seen the solution. Nobody minds: read it line by line, close it, and write it in your own cell.",
		"解答を見たことは、進み具合に記録されます。気にする必要はありません。一行ずつ読んだら、閉じて、自分のセルに書いてみましょう。")
	sayFresh = words.T("The fresh skeleton of “%s”: copy it into the answer's cell.", "「%s」のはじめの形です。答えのセルにコピーしてください。")
	sayKept  = words.T("What you had written is kept in %s.", "これまでに書いた内容は %s に保存しました。")
	sayEmpty = words.T("There was nothing of yours to keep.", "保存する内容はありませんでした。")
	sayLost  = words.T("What you had written could not be kept (%v): do not overwrite it before you have copied it.", "これまでに書いた内容を保存できませんでした（%v）。上書きする前に、コピーしておいてください。")
)

// hint is the next step of the ladder of hints: the concept, then the formula, then nearly the code. After the last one it
// is all of them again. How to get at the next one is said where it was typed for; a button says so itself.
func hint(s *judge.Exercise, stale map[string]Stale, typed bool) (page, plain string) {
	if len(s.Hints) == 0 {
		return "", ""
	}
	events, _, err := journal.Read(journal.Folder())
	step := min(journal.StandingOf(events, s.ID, s.Points).Hints+1, len(s.Hints))
	if err == nil {
		err = journal.Append(journal.Folder(), journal.Event{Time: time.Now().UTC(), ID: s.ID, Kind: journal.Hinted, Step: step})
	}
	return hints(s, step, stale, typed, nil, err)
}

// hints are the steps of the ladder up to one. cure says how lines of her own would be right.
func hints(s *judge.Exercise, step int, stale map[string]Stale, typed bool, cure []words.Text, err error) (page, plain string) {
	var parts []card.Part
	if old, ok := stale[s.Func]; ok {
		parts = append(parts, card.Part{Body: old.words(s.Func)})
	}
	for i, said := range cure {
		p := card.Part{Body: said}
		if i == 0 {
			p.Head = sayYourLine
		}
		parts = append(parts, p)
	}
	for i := range step {
		parts = append(parts, card.Part{Head: sayHint.Fill(i+1, len(s.Hints)), Body: s.Hints[i]})
	}
	switch {
	case step == len(s.Hints):
		parts = append(parts, card.Part{Body: sayLastHint.Fill(judge.Call(s.ID, "Solution"))})
	case typed:
		parts = append(parts, card.Part{Body: sayNextHint})
	}
	return card.Note("☞", s.Title, parts, err)
}

// solution is the reference, after at least one attempt. The journal notes that it was seen.
func solution(s *judge.Exercise) (page, plain string) {
	events, _, err := journal.Read(journal.Folder())
	if journal.StandingOf(events, s.ID, s.Points).Attempts == 0 {
		return card.Note("✎", s.Title, []card.Part{{Body: sayTryFirst.Fill(judge.Call(s.ID, "Hint"))}}, err)
	}
	if err == nil {
		err = journal.Append(journal.Folder(), journal.Event{Time: time.Now().UTC(), ID: s.ID, Kind: journal.Revealed})
	}
	_, code, cut := skeleton.Cut(s.Source, s.Func, words.Current())
	if cut != nil {
		panic(cut) // a test of every exercise sees to it that this cannot be
	}
	return card.Note("≡", saySolution.Fill(s.Title), []card.Part{{Code: code}, {Body: saySeen}}, err)
}

// reset is the fresh skeleton to copy. What stands in the notebook now is kept in .nekonote/kept.
func reset(s *judge.Exercise, a *answer.Answer) (page, plain string) {
	kept, err := keepAnswer(s, a)
	said := sayEmpty
	switch {
	case err != nil:
		said = sayLost.Fill(err)
	case kept != "":
		said = sayKept.Fill(kept)
	}
	fresh, _, cut := skeleton.Cut(s.Source, s.Func, words.Current())
	if cut != nil {
		panic(cut)
	}
	err = journal.Append(journal.Folder(), journal.Event{Time: time.Now().UTC(), ID: s.ID, Kind: journal.Fresh})
	return card.Note("↺", sayFresh.Fill(s.Title), []card.Part{{Code: fresh}, {Body: said}}, err)
}

// keepAnswer writes the learner's function, as the running program has it, to a new file, and returns its name. There is
// nothing to keep where the function is not found or still blank.
func keepAnswer(s *judge.Exercise, a *answer.Answer) (string, error) {
	if a == nil || a.Funcs[s.Func] == nil || a.Blank(s.Source, s.Func) {
		return "", nil
	}
	return keep(s.ID, a.Source(a.Funcs[s.Func]))
}

// keep writes a text of hers that belongs to an exercise to a new file, and returns its name.
func keep(id, text string) (string, error) {
	folder := filepath.Join(journal.Folder(), "kept")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(folder, fmt.Sprintf("%s-%s.go.txt", strings.ReplaceAll(id, "/", "-"), time.Now().Format("20060102-150405.000")))
	return name, os.WriteFile(name, []byte(text+"\n"), 0o644)
}
