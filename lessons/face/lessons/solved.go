package lessons

import (
	"nekonote/lessons/face/ask"
	"nekonote/lessons/internal/wire"
)

// Solved reports whether the functions of the given exercises, as they are in the kernel now, are those that their checks have
// found correct: one that was emptied or changed since is not, until it is checked again. Where one is not, it says which ones this
// cell waits for. Cells that build on her answers begin with it, so that a notebook that is half filled
// in runs from top to bottom:
//
//	if lessons.Solved(week2.Model) {
//		…
//	}
func Solved(exercises ...Entry) bool {
	return ask.Ask(wire.Ask{Kind: wire.Solved, IDs: ask.IDs(exercises)})
}

// Progress shows where the learner stands with the given exercises, week by week, and what comes next.
func Progress(exercises ...Entry) { ask.Ask(wire.Ask{Kind: wire.Progress, IDs: ask.IDs(exercises)}) }

// Mine says whose functions a notebook works with that are exercises of earlier ones: the learner's, as they were found correct,
// or the library's where hers are not solved yet. The kernel puts them into the cell that begins with it; so they are at hand in
// all cells below, by their names:
//
//	lessons.Mine(week4.ModelForward, week4.ComputeCost) // modelForward, computeCost
func Mine(exercises ...Entry) { ask.Ask(wire.Ask{Kind: wire.Mine, IDs: ask.IDs(exercises)}) }
