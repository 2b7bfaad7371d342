package grade

import (
	"strings"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// verdictOn is what the judge said about an exercise, in the reply of one cell. Where it was said more than once, the least
// counts. What was not checked has no verdict: what its answer's cell failed with says more.
func verdictOn(id string, all []verdict.Graded) (found Exercise, ok bool) {
	for _, g := range all {
		if g.ID != id || g.Reason == verdict.ReasonStale {
			continue
		}
		e := Exercise{ID: id, Outcome: g.Outcome, Points: g.Points, Max: g.Max, Error: oneLine(told(g))}
		if e.Outcome == verdict.Correct {
			e.Error = ""
		} else {
			e.Points = 0
		}
		if !ok || e.Points < found.Points {
			found, ok = e, true
		}
	}
	return found, ok
}

// told is what the learner is told first, without the exercise and the outcome, which have columns of their own.
func told(g verdict.Graded) string {
	said := strings.TrimPrefix(g.Error, g.ID+": ")
	for _, lang := range words.Langs {
		said = strings.TrimPrefix(said, g.Outcome.Words().In(lang)+": ")
	}
	return said
}
