package lessons

import (
	"fmt"

	"nekonote/lessons/face/ask"
	"nekonote/lessons/internal/wire"
)

// WarmUp asks three questions of earlier quizzes again, chosen by what went wrong, each with its answer to be opened. Nothing is
// won or lost.
func WarmUp(quizzes ...*Quiz) {
	var all []Entry
	for n, more := 0, true; more; n++ { // the first question of each, then the second …: of equals, each quiz has its turn
		more = false
		for _, q := range quizzes {
			if questions := q.Entries(); n < len(questions) {
				all, more = append(all, questions[n]), true
			}
		}
	}
	ask.Ask(wire.Ask{Kind: wire.WarmUp, IDs: ask.IDs(all)})
}

// Guess compares a guess that was typed before the run with what came out, and keeps the first one. It costs no points; "" is
// no guess yet.
//
//	guess := "" // your guess: how many percent of the test pictures are right?
//	…
//	lessons.Guess("week2/test accuracy", guess, accuracy)
func Guess(about string, guess any, came float64) {
	ask.Ask(wire.Ask{Kind: wire.Guess, ID: about, Text: fmt.Sprint(guess), Came: came})
}
