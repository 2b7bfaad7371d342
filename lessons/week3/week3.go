// Package week3 holds the exercises of week 3: a network with one hidden layer that tells apart what no straight line can.
//
// One file an exercise, named like the function that the learner writes. Shapes: W1 is n_h×n_x, b1 n_h×1, W2 n_y×n_h,
// b2 n_y×1; X is n_x×m with one example a column, Y is 1×m with 0 or 1.
package week3

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("week3", words.T("Week 3", "第 3 週"), source, Params{}, Cache{}, Gradients{})

// Exercises lists the week in the order of its notebook.
var Exercises = []lessons.Entry{
	LayerSizes,
	InitializeParameters,
	ForwardPropagation,
	ComputeCost,
	BackwardPropagation,
	UpdateParameters,
	NnModel,
	Predict,
}
