// Package basics holds the exercises of the notebook week2-go-and-matrices: matrices, and the functions of which networks are
// made.
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

var week = lessons.NewWeek("basics", words.T("Week 2: matrices in Go", "第 2 週：Go の行列"), source)

// Exercises lists the notebook's exercises in its order.
var Exercises = []lessons.Entry{
	SigmoidDerivative,
	ImageToVector,
	NormalizeRows,
	Softmax,
	L1,
	L2,
}
