// Package kinds holds the exercises of the notebook own-classes: a last layer that tells any number of classes apart.
//
// One file an exercise, named like the function that the learner writes. Scores Z and probabilities A are C×m: a column an
// example, a row a class. Labels Y are one-hot, C×m too.
package kinds

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("kinds", words.T("Any number of classes", "クラスがいくつでも"), source)

// Exercises lists the notebook's exercises in its order.
var Exercises = []lessons.Entry{
	Softmax,
	CrossEntropy,
	SoftmaxBackward,
}

// oneHot draws the labels of m examples of n classes, so that there are two different ones.
func oneHot(d *lessons.Draw, n, m int) nn.Matrix {
	numbers := make([]float64, m)
	for j := range numbers {
		numbers[j] = float64(d.Size(0, n-1))
	}
	numbers[0], numbers[1] = float64(n-1), 0
	return nn.OneHot(nn.Row(numbers...), n)
}
