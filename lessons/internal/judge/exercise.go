package judge

import (
	"io/fs"
	"path"
	"reflect"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/call"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Exercise is an exercise as the judge knows it, without the type of its function.
type Exercise struct {
	ID        string
	Func      string // the name of the function that is to be written
	Title     words.Text
	Formula   string
	Points    int
	Published bool // whether the first case is one of the course's, with its figures

	Reference reflect.Value
	Source    fs.FS // where the reference is written
	Cases     []Case
	Random    func(seed uint64, n int) [][]any // the arguments of n calls
	Mistakes  []Mistake
	Hints     []words.Text
	Avoid     []string
	Cost      func([]any) float64
	Slopes    map[string]string
	Types     []reflect.Type                  // of the week, which its functions hand to one another
	Fellow    func(name string) reflect.Value // the reference of another exercise of the week; not valid where there is none. It may be nil
	Names     call.Names                      // of parameters and results, as the reference's source has them
}

// Lender is where an answer may find the solution ready made.
func (s *Exercise) Lender() answer.Lender {
	return answer.Lender{Week: s.Source, Name: path.Dir(s.ID), Func: s.Func, Avoid: s.Avoid}
}

// Borrowed is the verdict on an answer that takes what is not its own.
func Borrowed(v verdict.Verdict, loan answer.Loan) verdict.Verdict {
	said := SayBorrowed
	if loan.Hidden {
		said = sayHidden
	}
	return Wrong(v, verdict.ReasonBorrowed, said.Fill(loan.Text))
}

// Case is a call with given arguments, and, where Want is not nil, given results.
type Case struct {
	Args, Want []any
	Last       bool // it is tried when all others have come out right
}

// Mistake is a known one.
type Mistake struct {
	Formula reflect.Value
	Words   words.Text
	Unless  string // a function: where the answer assigns what it returns, it is not this mistake that it makes
}

// Upper is a name with a capital letter: the variable of an exercise.
func Upper(name string) string {
	if name == "" {
		return ""
	}
	return string(name[0]-'a'+'A') + name[1:]
}
