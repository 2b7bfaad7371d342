// Package basics holds the exercises of the notebook week2-go-and-matrices: Go for newcomers, matrices, and the functions
// of which networks are made.
//
// One file an exercise, named like the function that the learner writes. A list of numbers is a row, 1×m, of an nn.Matrix.
package basics

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("basics", words.T("Week 2: Go and matrices", "第 2 週：Go と行列"), source)

// Exercises lists the notebook's exercises in its order.
var Exercises = []lessons.Entry{
	BasicSigmoid,
	Sigmoid,
	SigmoidDerivative,
	ImageToVector,
	NormalizeRows,
	Softmax,
	L1,
	L2,
}
