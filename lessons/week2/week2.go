// Package week2 holds the exercises of week 2: logistic regression, cat or not.
//
// One file an exercise, named like the function that the learner writes. Shapes: w is n_x×1, b a number, X is n_x×m with
// one example a column, Y is 1×m with 1 for a cat and 0 for none.
package week2

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("week2", words.T("Week 2", "第 2 週"), source, Trained{})

// Exercises lists the week in the order of its notebook.
var Exercises = []lessons.Entry{
	Dimensions,
	Flatten,
	Sigmoid,
	InitializeWithZeros,
	Propagate,
	Optimize,
	Predict,
	Model,
}
