package lessons

import (
	"fmt"

	"nekonote/lessons/internal/wire"
)

// WarmUp asks three questions of earlier quizzes again, chosen by what went wrong, each with its answer to be opened. Nothing is
// won or lost.
func WarmUp(quizzes ...*Quiz) {
	var all []Entry
	for n := range most(quizzes) { // the first question of each, then the second …: of equals, each quiz has its turn
		for _, q := range quizzes {
			if n < q.questions {
				all = append(all, q.question(n+1))
			}
		}
	}
	ask(wire.Ask{Kind: wire.WarmUp, IDs: ids(all)})
}

func most(quizzes []*Quiz) (n int) {
	for _, q := range quizzes {
		n = max(n, q.questions)
	}
	return n
}

// Guess compares a guess that was typed before the run with what came out, and keeps the first one. It costs no points; "" is
// no guess yet.
//
//	guess := "" // your guess: how many percent of the test pictures are right?
//	…
//	lessons.Guess("week2/test accuracy", guess, accuracy)
func Guess(about string, guess any, came float64) {
	ask(wire.Ask{Kind: wire.Guess, ID: about, Text: fmt.Sprint(guess), Came: came})
}
