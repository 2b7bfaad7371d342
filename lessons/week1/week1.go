// Package week1 holds the exercises of week 1: what a derivative is, the chain rule, and logistic regression on single
// numbers.
//
// One file an exercise, named like the function that the learner writes. There are no matrices yet: a neuron has one
// weight w and one bias b, an example is one number x with its answer y, 0 or 1.
package week1

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("week1", words.T("Week 1", "第 1 週"), source)

// Exercises lists the week in the order of its notebook.
var Exercises = []lessons.Entry{
	Slope,
	PowerSlope,
	ForwardGraph,
	BackwardGraph,
	Chain,
	Sigmoid,
	Loss,
	LossSlope,
	Cost,
	GradientStep,
}
