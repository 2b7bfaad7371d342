package ask

import (
	"fmt"

	"nekonote/lessons/internal/wire"
)

// Quiz is a week's questions about what is behind its formulas.
type Quiz struct {
	name      string
	questions int
}

// NewQuiz is the quiz of that id with so many questions. Generated code calls it.
func NewQuiz(id string, questions int) *Quiz { return &Quiz{id, questions} }

// Check judges the answer to question n, which counts from 1: a letter, or a number. It shows the verdict with the reason
// for just that answer, and after a wrong one asks another variant. The answer "" is not attempted.
func (q *Quiz) Check(n int, answer any) {
	Ask(wire.Ask{Kind: wire.Answer, ID: q.question(n).id(), Text: fmt.Sprint(answer)})
}

// Entries lists the questions for a report of progress.
func (q *Quiz) Entries() []Entry {
	var all []Entry
	for i := range q.questions {
		all = append(all, q.question(i+1))
	}
	return all
}

func (q *Quiz) question(n int) question { return question(fmt.Sprintf("%s/%d", q.name, n)) }

type question string

func (q question) id() string { return string(q) }
