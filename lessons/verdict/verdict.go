// Package verdict is what a check says: the outcome, the reason, and all that a card shows.
//
// It is no internal package, because programs of kernel/ read verdicts. A cell has nothing to do with it.
package verdict

import "nekonote/nn/words"

// Outcome is what a check says of an answer.
type Outcome string

// The four outcomes. Only Correct earns points; NotAttempted is neutral.
const (
	NotAttempted Outcome = "not attempted"
	Almost       Outcome = "almost"    // a known mistake
	Incorrect    Outcome = "incorrect" // anything else that is wrong, a program that breaks included
	Correct      Outcome = "correct"
)

// Verdict is what one check found.
type Verdict struct {
	ID      string     `json:"id"`
	Title   words.Text `json:"title"`
	Outcome Outcome    `json:"outcome"`
	Points  int        `json:"points"`
	Max     int        `json:"max"`

	Reason  Reason       `json:"reason,omitempty"`  // what kind of thing is wrong
	Say     []words.Text `json:"say,omitempty"`     // what is to be said, the most important first
	Shown   *Shown       `json:"shown,omitempty"`   // the call that failed
	Formula string       `json:"formula,omitempty"` // what was to be written
	Next    words.Text   `json:"next"`              // what to do now
	Asked   []words.Text `json:"asked,omitempty"`   // the question to answer now, of a quiz: the question, then its options
}

// Reason names a kind of failure, in a word that does not change with the language.
type Reason string

// The reasons of a verdict that is not Correct.
const (
	ReasonBlank     Reason = "blank"     // nothing written yet
	ReasonMistake   Reason = "mistake"   // a known one
	ReasonValue     Reason = "value"     // numbers differ
	ReasonShape     Reason = "shape"     // sizes differ
	ReasonNaN       Reason = "nan"       // no number
	ReasonNil       Reason = "nil"       // nothing returned
	ReasonPanic     Reason = "panic"     // the function panicked
	ReasonLoop      Reason = "loop"      // it did not end in time
	ReasonRecursion Reason = "recursion" // it called itself without end
	ReasonMemory    Reason = "memory"    // it took too much
	ReasonExit      Reason = "exit"      // it ended the program
	ReasonRace      Reason = "race"      // goroutines wrote the same map
	ReasonChanged   Reason = "changed"   // it changed its arguments
	ReasonShared    Reason = "shared"    // a result lives in an argument's memory
	ReasonBorrowed  Reason = "borrowed"  // it calls the solution
	ReasonBroken    Reason = "broken"    // the program died in another way
	ReasonStale     Reason = "stale"     // not checked: its newest version does not compile
)

// Shown is the call that failed, as it is laid before the learner.
type Shown struct {
	Inputs []Grid `json:"inputs"`
	Got    *Grid  `json:"got,omitempty"`
	Want   *Grid  `json:"want,omitempty"`
	// Printed is what the function wrote to its standard output, as far as a person would read it.
	Printed string `json:"printed,omitempty"`
}

// Grid is a named value, drawn as rows of cells. A large one has only its shape.
type Grid struct {
	Name  string     `json:"name"`
	Shape string     `json:"shape,omitempty"`
	Cells [][]string `json:"cells,omitempty"`
	Marks [][]bool   `json:"marks,omitempty"` // the cells that differ
}

// The names of the outcomes, as a learner reads them.
var outcomeWords = map[Outcome]words.Text{
	NotAttempted: words.T("Not attempted yet", "まだ解いていません"),
	Almost:       words.T("Almost", "おしい！"),
	Incorrect:    words.T("Not yet right", "まだ正しくありません"),
	Correct:      words.T("Correct", "正解"),
}

// Words is the outcome as a learner reads it.
func (o Outcome) Words() words.Text { return outcomeWords[o] }

var notChecked = words.T("Not checked", "チェックしていません")

// Heading is the outcome as the card of this verdict says it.
func (v Verdict) Heading() words.Text {
	if v.Reason == ReasonStale {
		return notChecked
	}
	return v.Outcome.Words()
}

// Graded is a verdict as the reply of a cell tells it to a program that grades.
type Graded struct {
	ID      string  `json:"id"`
	Outcome Outcome `json:"outcome"`
	Points  int     `json:"points"`
	Max     int     `json:"max"`
	Reason  Reason  `json:"reason,omitempty"`
	Error   string  `json:"error,omitempty"` // what the learner is told first
}
