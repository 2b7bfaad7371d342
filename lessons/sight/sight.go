// Package sight holds the exercises of the notebook own-sight: a filter that looks for the same thing at every place of a picture,
// and a pooling that forgives where it was found.
//
// One file an exercise, named like the function that the learner writes. Here a picture is a matrix as it is seen, h×w, a pixel an
// entry; nn.Convolutional does the same to pictures that are columns.
package sight

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("sight", words.T("A network that sees", "見るネットワーク"), source)

// Exercises lists the notebook's exercises in its order.
var Exercises = []lessons.Entry{
	Convolve,
	MaxPool,
	ConvolveBackward,
}

// padded is a picture with so many rows and columns of zeros around it.
func padded(A nn.Matrix, above, left, below, right int) nn.Matrix {
	h, w := A.Dims()
	out := nn.Zeros(h+above+below, w+left+right)
	for i := range h {
		for j := range w {
			out.Dense().Set(i+above, j+left, A.At(i, j))
		}
	}
	return out
}

// turned is a matrix turned upside down and left to right.
func turned(A nn.Matrix) nn.Matrix {
	h, w := A.Dims()
	out := nn.Zeros(h, w)
	for i := range h {
		for j := range w {
			out.Dense().Set(i, j, A.At(h-1-i, w-1-j))
		}
	}
	return out
}

// each fills an h×w matrix with what is said of each place.
func each(h, w int, at func(i, j int) float64) nn.Matrix {
	out := nn.Zeros(h, w)
	for i := range h {
		for j := range w {
			out.Dense().Set(i, j, at(i, j))
		}
	}
	return out
}
