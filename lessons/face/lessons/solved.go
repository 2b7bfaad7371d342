package lessons

import "nekonote/lessons/internal/wire"

// Solved reports whether the learner has solved all of the given exercises, by what the judge knows. Where she has not, it
// says which ones this cell waits for. Cells that build on her answers begin with it, so that a notebook that is half filled
// in runs from top to bottom:
//
//	if lessons.Solved(week2.Model) {
//		…
//	}
func Solved(exercises ...Entry) bool { return ask(wire.Ask{Kind: wire.Solved, IDs: ids(exercises)}) }

// Progress shows where the learner stands with the given exercises, week by week, and what comes next.
func Progress(exercises ...Entry) { ask(wire.Ask{Kind: wire.Progress, IDs: ids(exercises)}) }

func ids(exercises []Entry) []string {
	var all []string
	for _, e := range exercises {
		all = append(all, e.id())
	}
	return all
}
