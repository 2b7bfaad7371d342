package scenes

import (
	"image"
	"image/color"
	"math"
	"sync"

	"nekonote/lessons/data/cats"
	"nekonote/nn"
)

// photographs are the built-in ones, whichever a learner has chosen, so that a lecture is the same for all.
var photographs = sync.OnceValue(func() cats.Data {
	data, err := cats.Open(cats.BuiltIn)
	if err != nil {
		panic(err) // they are part of the program
	}
	return data
})

// photograph is a picture as an image, its channels weakened by factors: 1, 1, 1 is the picture as it is.
func photograph(p cats.Picture, red, green, blue float64) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, len(p[0]), len(p)))
	for i, row := range p {
		for j, pixel := range row {
			img.SetNRGBA(j, i, color.NRGBA{uint8(red * float64(pixel[0])), uint8(green * float64(pixel[1])), uint8(blue * float64(pixel[2])), 255})
		}
	}
	return img
}

// small is a picture at half its width and height, for a page on which there are many.
func small(p cats.Picture) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, len(p[0])/2, len(p)/2))
	for i := range len(p) / 2 {
		for j := range len(p[0]) / 2 {
			var c [3]uint8
			for k := range c {
				sum := int(p[2*i][2*j][k]) + int(p[2*i][2*j+1][k]) + int(p[2*i+1][2*j][k]) + int(p[2*i+1][2*j+1][k])
				c[k] = uint8(sum / 4)
			}
			img.SetNRGBA(j, i, color.NRGBA{c[0], c[1], c[2], 255})
		}
	}
	return img
}

// weightImage lays out the 12288 weights of a unit as a picture: bright where a weight is large.
func weightImage(w nn.Matrix) image.Image {
	const side = 64
	low, high := math.Inf(1), math.Inf(-1)
	for i := range side * side * 3 {
		low, high = min(low, w.At(i, 0)), max(high, w.At(i, 0))
	}
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for i := range side * side {
		var c [3]uint8
		for k := range c {
			c[k] = uint8(255 * (w.At(3*i+k, 0) - low) / (high - low))
		}
		img.SetNRGBA(i%side, i/side, color.NRGBA{c[0], c[1], c[2], 255})
	}
	return img
}

// inputs are columns of pixels between 0 and 1.
func inputs(pixels nn.Matrix) nn.Matrix { return pixels.Scale(1.0 / 255) }

// column is one column of a matrix.
func column(X nn.Matrix, j int) nn.Matrix {
	n, _ := X.Dims()
	return X.Slice(0, n, j, j+1)
}

// catNeuron is the neuron of week 2 in training: what it was after so many steps, with the costs of both parts.
type catNeuron struct {
	neuron      *nn.LogisticRegression
	train, test []float64 // costs, every twenty steps
}

var trainedCatNeuron = sync.OnceValue(func() catNeuron {
	d := photographs()
	X, testX := inputs(d.TrainX), inputs(d.TestX)
	c := catNeuron{neuron: nn.NewLogisticRegression(12288)}
	for i := range 801 {
		A := c.neuron.Forward(X)
		if i%20 == 0 {
			c.train = append(c.train, nn.Cost(A, d.TrainY))
			c.test = append(c.test, c.neuron.Cost(testX, d.TestY))
		}
		dw, db := c.neuron.Backward(X, A, d.TrainY)
		c.neuron.Update(dw, db, 0.005)
	}
	return c
})
