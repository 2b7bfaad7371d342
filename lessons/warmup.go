package lessons

import (
	"slices"
	"time"

	"nekonote/lessons/internal/card"
	"nekonote/lessons/journal"
	"nekonote/nn/words"
)

// warm is how many questions a warm-up asks.
const warm = 3

var (
	sayWarmUp = words.T("Warm-up", "ウォームアップ")
	sayRecall = words.T("Three questions from before; those that you got wrong come first. Answer them in your head, then look. There are no points to win or lose.",
		"前に出てきた問題から 3 問です。間違えたものを先に選びます。頭の中で答えてから、答えを開いてみましょう。点数はつきません。")
	sayWhy = words.T("%s: %s", "%s：%s")
)

// warmUp asks again what went wrong before: first the questions whose last answer was wrong, then those that took more than one,
// then those that were never answered, and of equals those that a warm-up has asked least. It asks each in a variant that the
// learner has not answered last.
func warmUp(entries []Entry) (page, plain string) {
	events, _, err := journal.Read(journal.Folder())
	var all []question
	for _, e := range entries {
		if q, ok := e.(question); ok {
			all = append(all, q)
		}
	}
	slices.SortStableFunc(all, func(a, b question) int {
		if d := trouble(events, a) - trouble(events, b); d != 0 {
			return d
		}
		return warmed(events, a) - warmed(events, b)
	})
	var asked []card.Asked
	for _, q := range all[:min(warm, len(all))] {
		id := q.quiz.id(q.n)
		wrong, right := triesOf(events, id)
		if right {
			wrong++ // past the variant that was answered right
		}
		variants := q.quiz.Questions[q.n-1]
		v := variants[(wrong+warmed(events, q))%len(variants)]
		asked = append(asked, card.Asked{Lines: v.lines(0), Answer: v.answer()})
		if err == nil {
			err = journal.Append(journal.Folder(), journal.Event{Time: time.Now().UTC(), ID: id, Kind: journal.Warmed})
		}
	}
	return card.Questions(sayWarmUp, sayRecall, asked, err)
}

// trouble says how much a question needs to be asked again: less is sooner.
func trouble(events []journal.Event, q question) int {
	switch wrong, right := triesOf(events, q.quiz.id(q.n)); {
	case wrong > 0 && !right:
		return 0
	case wrong > 0:
		return 1
	case !right:
		return 2
	}
	return 3
}

// warmed counts the warm-ups that have asked a question.
func warmed(events []journal.Event, q question) (n int) {
	for _, e := range events {
		if e.Kind == journal.Warmed && e.ID == q.quiz.id(q.n) {
			n++
		}
	}
	return n
}

// answer is the right answer to a variant, with the reason.
func (a Variant) answer() words.Text {
	if a.Number != nil {
		return sayWhy.Fill(a.solution(), a.Number.Why)
	}
	for i, o := range a.Options {
		if o.Right {
			return words.T("%s) %s", "%s) %s").Fill(mark(i), sayWhy.Fill(o.Text, o.Why))
		}
	}
	return words.Text{}
}
