package run

import (
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/internal/report"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
)

// checks counts how often each exercise was checked in this program, so that a child knows which of them it is to run.
var checks = map[string]int{}

// Check judges f in a child, shows the verdict, and notes it in the journal. In the child it runs the check that the child
// is meant for, and ends the process.
func Check(s *judge.Exercise, f reflect.Value) {
	checks[s.ID]++
	order := assignment{ID: s.ID, Turn: checks[s.ID]}
	if ordered != nil { // this process is a child
		if ordered.ID == order.ID && ordered.Turn == order.Turn {
			serve(s, f)
		}
		return
	}
	order.Seed = rand.Uint64()
	if report.Graded() {
		order.Seed = 1
	}
	order.Limit = timeLimit()
	v := examine(s, f, order)
	note, err := journal.Record(v)
	report.Show(v, note, err)
}

// examine asks a child for the verdict. An answer that is still blank needs none.
func examine(s *judge.Exercise, f reflect.Value, order assignment) verdict.Verdict {
	v := verdict.Verdict{ID: s.ID, Title: s.Title, Max: s.Points}
	if f.IsNil() {
		return judge.Blank(v)
	}
	a := answer.Read(f)
	if a != nil && a.Name == s.Func && a.Blank(s.Source, s.Func) {
		return judge.Blank(v)
	}
	if pc := funcName(f); notebookless(pc) {
		return judge.Wrong(v, verdict.ReasonBorrowed, judge.SayBorrowed.Fill(strings.TrimPrefix(pc, "nekonote/lessons/")))
	}
	return send(s, order, a, v)
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
