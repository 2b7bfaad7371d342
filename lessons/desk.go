package lessons

import (
	"slices"
	"strings"
	"time"

	"nekonote/lessons/journal"
	"nekonote/lessons/typeset"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// What follows answers a learner who clicks on a button instead of typing into a cell. Nothing here knows more than the typed
// forms say: they are made of the same sentences, and note the same in her journal.

// Placed lists the exercises that the lesson's text places; a week with two notebooks lists all its exercises in both.
func (l Lesson) Placed() []Entry {
	return slices.DeleteFunc(slices.Clone(l.Exercises), func(e Entry) bool {
		return !strings.Contains(l.Text, "<!-- exercise "+e.Info().Func+" -->")
	})
}

// HintOf is what e.Hint() shows, as HTML and as plain text; both are empty for a question of a quiz, which has no hints.
func HintOf(e Entry) (page, plain string) {
	if s := e.declared(); s != nil {
		return hint(s, nil, false)
	}
	return "", ""
}

// SolutionOf is what e.Solution() shows; likewise empty for a question.
func SolutionOf(e Entry) (page, plain string) {
	if s := e.declared(); s != nil {
		return solution(s)
	}
	return "", ""
}

// FreshOf is the fresh skeleton of an exercise, in the current language, for a cell that holds the given text. The text is kept
// in a file, as e.Reset() keeps it, unless it is a skeleton itself; said says where.
func FreshOf(e Entry, text string) (fresh, said string, err error) {
	fresh, _, err = e.Texts(words.Current())
	if err != nil {
		return "", "", err
	}
	fresh = strings.TrimSpace(fresh)
	said = sayEmpty.String()
	if !IsFresh(e, text) {
		kept, err := keep(e.Info().ID, text)
		if err != nil {
			return "", sayLost.Fill(err).String(), err
		}
		said = sayKept.Fill(kept).String()
	}
	return fresh, said, journal.Append(journal.Folder(), journal.Event{Time: time.Now().UTC(), ID: e.Info().ID, Kind: journal.Fresh})
}

// IsFresh reports whether a text is the skeleton of an exercise, in any language, or nothing at all.
func IsFresh(e Entry, text string) bool {
	text = strings.TrimSpace(text)
	return text == "" || slices.ContainsFunc(words.Langs, func(lang words.Lang) bool {
		fresh, _, err := e.Texts(lang)
		return err == nil && strings.TrimSpace(fresh) == text
	})
}

// Asking is a question of a quiz as it is asked now: the variant that is to be answered next, or the one that was answered right.
type Asking struct {
	Ask     string   `json:"ask"`
	Options []Choice `json:"options"` // none where a number is to be worked out
	First   bool     `json:"first"`   // whether it is the variant that stands in the notebook
	Right   bool     `json:"right"`   // whether it was answered right
}

// Choice is an option with the letter that is typed for it.
type Choice struct {
	Mark string `json:"mark"`
	Text string `json:"text"` // HTML
}

// AskingOf is how a question of a quiz is asked now, in the current language; ok is false for an exercise.
func AskingOf(e Entry) (asking Asking, ok bool) {
	q, ok := e.(question)
	if !ok {
		return Asking{}, false
	}
	events, _, _ := journal.Read(journal.Folder())
	variants, lang := q.quiz.Questions[q.n-1], words.Current()
	wrong, right := triesOf(events, q.quiz.id(q.n))
	asked := wrong % len(variants)
	asking = Asking{Ask: typeset.HTML(variants[asked].Ask.In(lang)), Options: []Choice{}, First: asked == 0, Right: right}
	for i, o := range variants[asked].Options {
		asking.Options = append(asking.Options, Choice{mark(variants.letters()[asked] + i), typeset.HTML(o.Text.In(lang))})
	}
	return asking, true
}

// triesOf counts the wrong answers to a question before the first right one, and says whether that was given.
func triesOf(events []journal.Event, id string) (wrong int, right bool) {
	for _, e := range events {
		switch {
		case e.ID != id || e.Kind != journal.Checked:
		case e.Outcome == verdict.Correct:
			return wrong, true
		case e.Outcome != verdict.NotAttempted:
			wrong++
		}
	}
	return wrong, false
}
