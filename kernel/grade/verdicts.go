package grade

import (
	"nekonote/lessons/verdict"
)

// verdictOn is what the judge said about an exercise, in the reply of one cell. Where it was said more than once, the least
// counts. What was not checked has no verdict: what its answer's cell failed with says more.
func verdictOn(id string, all []verdict.Graded) (found Exercise, ok bool) {
	for _, g := range all {
		if g.ID != id || g.Reason == verdict.ReasonStale {
			continue
		}
		e := Exercise{ID: id, Outcome: g.Outcome, Points: g.Points, Max: g.Max, Error: oneLine(g.Error)}
		if e.Outcome != verdict.Correct {
			e.Points = 0
		}
		if !ok || e.Points < found.Points {
			found, ok = e, true
		}
	}
	return found, ok
}
