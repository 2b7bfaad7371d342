package lessons

import (
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"time"
)

// Check runs the learner's function f on the published case, on fixed ones and on new random ones, shows what it found
// as a card, and notes it in her journal. Nothing that f does can harm the notebook: it runs in a process of its own,
// with limits on time and memory.
func (e *Exercise[F]) Check(f F) {
	e.declared().check(reflect.ValueOf(f))
}

// checks counts how often each exercise was checked in this program, so that a child knows which of them it is to run.
var checks = map[string]int{}

func (s *spec) check(f reflect.Value) {
	checks[s.ID]++
	order := assignment{ID: s.ID, Turn: checks[s.ID]}
	if ordered != nil { // this process is a child
		if ordered.ID == order.ID && ordered.Turn == order.Turn {
			s.serve(f)
		}
		return
	}
	order.Seed = rand.Uint64()
	if graded() {
		order.Seed = 1
	}
	order.Limit = timeLimit()
	v := s.examine(f, order)
	note, err := record(v)
	report(v, note, err)
}

// examine asks a child for the verdict. An answer that is still blank needs none.
func (s *spec) examine(f reflect.Value, order assignment) Verdict {
	v := Verdict{ID: s.ID, Title: s.Title, Max: s.Points}
	if f.IsNil() {
		return v.notAttempted()
	}
	a := readAnswer(f)
	if a != nil && a.name == s.Func && a.blank(s.source, s.Func) {
		return v.notAttempted()
	}
	if pc := funcName(f); notebookless(pc) {
		return v.wrong(ReasonBorrowed, sayBorrowed.Fill(strings.TrimPrefix(pc, "nekonote/lessons/")))
	}
	return s.send(order, a, v)
}

// LimitVariable is the environment variable that gives a learner's function another time than 5 s, as "20s" on a slow
// machine.
const LimitVariable = "NEKONOTE_CHECK_LIMIT"

// timeLimit is how long a learner's function may take for all cases together.
func timeLimit() time.Duration {
	if d, err := time.ParseDuration(os.Getenv(LimitVariable)); err == nil && d > 0 {
		return d
	}
	return 5 * time.Second
}

// graded reports whether a teacher's program runs the notebook: then random cases are the same at each run.
func graded() bool {
	return os.Getenv("NBGRADER_EXECUTION") != ""
}
