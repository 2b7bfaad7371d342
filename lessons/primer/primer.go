// Package primer holds the exercises of the notebook week1-just-enough-go: as much Go as the course needs, and no more.
//
// One file an exercise, named like the function that the learner writes. Each is a part of a neuron that comes back later: a sum
// with weights, a mean, a count of answers.
package primer

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("primer", words.T("Week 1: just enough Go", "第 1 週：必要な分だけの Go"), source)

// Exercises lists the notebook's exercises in its order.
var Exercises = []lessons.Entry{
	Weigh,
	Mean,
	CountCats,
}
