// Package week4 holds the exercises of week 4: networks of any depth. Its first two notebooks build them, step by
// step, forward and backward; the third one trains them on the cats.
//
// One file an exercise, named like the function that the learner writes. A network is a slice of layers: layer l of the
// course is params[l-1], with W of shape n_l×n_(l−1) and b of shape n_l×1. X is n_x×m with one example a column, Y is 1×m.
package week4

import (
	"embed"
	"slices"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("week4", words.T("Week 4", "第 4 週"), source, Layer{}, Cache{}, Gradients{})

// Forward lists the exercises of the notebook week4-building-blocks, in its order.
var Forward = []lessons.Entry{
	InitializeParameters,
	InitializeParametersDeep,
	LinearForward,
	LinearActivationForward,
	ModelForward,
}

// Backward lists the exercises of the notebook week4-backward, in its order.
var Backward = []lessons.Entry{
	ComputeCost,
	LinearBackward,
	LinearActivationBackward,
	ModelBackward,
	UpdateParameters,
}

// Cats lists the exercises of the notebook week4-deep-cats, in its order.
var Cats = []lessons.Entry{
	TwoLayerModel,
	Predict,
	InitializeScaled,
	DeepModel,
}

// Exercises lists the whole week.
var Exercises = slices.Concat(Forward, Backward, Cats)
