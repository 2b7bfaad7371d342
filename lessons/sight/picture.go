package sight

import (
	"image"
	"image/color"
	"math"

	"nekonote/lessons/data/creatures"
	"nekonote/nn"
)

// Drawing is a creature in grey, 64×64: 0 where it is dark, 1 where it is bright. Another kind is another number from 0 to 11.
func Drawing(kind int) nn.Matrix {
	picture := creatures.Drawings(kind, 1)[0]
	A := nn.Zeros(len(picture), len(picture[0]))
	for i, row := range picture {
		for j, pixel := range row {
			A.Dense().Set(i, j, (float64(pixel[0])+float64(pixel[1])+float64(pixel[2]))/(3*255))
		}
	}
	return A
}

// Picture is a matrix as a picture: 0 is grey, a positive number brighter, a negative one darker, so that the largest of them is
// white or black. Where there are no negative ones, 0 is black.
func Picture(A nn.Matrix) image.Image {
	h, w := A.Dims()
	img := image.NewGray(image.Rect(0, 0, w, h))
	low, high := -A.Scale(-1).Max(), A.Max()
	middle, most := 0.0, math.Max(high, 1e-300)
	if low < 0 {
		middle, most = 127.5, math.Max(high, -low)
	}
	for i := range h {
		for j := range w {
			img.SetGray(j, i, color.Gray{Y: uint8(math.Round(middle + (255-middle)*A.At(i, j)/most))})
		}
	}
	return img
}
