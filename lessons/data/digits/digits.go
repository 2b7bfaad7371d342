// Package digits holds handwritten digits: 1797 pictures of 8×8 pixels, with the digit that each shows. README.md says where they
// are from, and under which licence they are passed on.
package digits

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/csv"
	"image"
	"image/color"
	"strconv"
	"sync"

	"nekonote/nn"
)

//go:embed digits.csv.gz
var packed []byte

// side is the width and the height of a picture, and brightest its largest number.
const (
	side      = 8
	brightest = 16
)

// read unpacks the pictures, as columns of numbers from 0 to 1, and the digits.
var read = sync.OnceValues(func() (X, Y nn.Matrix) {
	plain, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // they are part of the program
	}
	rows, err := csv.NewReader(plain).ReadAll()
	if err != nil {
		panic(err)
	}
	X, Y = nn.Zeros(side*side, len(rows)), nn.Zeros(1, len(rows))
	for j, row := range rows {
		for i, cell := range row {
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				panic(err)
			}
			if i < side*side {
				X.Dense().Set(i, j, v/brightest)
			} else {
				Y.Dense().Set(0, j, v)
			}
		}
	}
	return X, Y
})

// Load returns the pictures as columns of X (64×1797), with values from 0 to 1, row by row from the top left, and their digits as
// Y (1×1797), from 0 to 9.
func Load() (X, Y nn.Matrix) {
	X, Y = read()
	n, m := X.Dims()
	return X.Reshape(n, m), Y.Reshape(1, m) // copies
}

// Split returns the first 1000 pictures to learn from, and the other 797 for the test. All were written by the same thirteen people,
// so that the test is kinder than strangers would be.
func Split(X, Y nn.Matrix) (trainX, trainY, testX, testY nn.Matrix) {
	const learned = 1000
	n, m := X.Dims()
	return X.Slice(0, n, 0, learned), Y.Slice(0, 1, 0, learned), X.Slice(0, n, learned, m), Y.Slice(0, 1, learned, m)
}

// OneOfTen turns digits (1×m) into ten rows (10×m), one for each digit: 1 where it is the digit, and 0 elsewhere.
func OneOfTen(Y nn.Matrix) nn.Matrix { return nn.OneHot(Y, 10) }

// Largest returns for each column of A the number of the row whose value is largest (1×m): the digit that ten outputs stand for.
func Largest(A nn.Matrix) nn.Matrix { return nn.Largest(A) }

// Picture is one column of X as a picture, dark on light, each pixel four times as wide and as high.
func Picture(X nn.Matrix, j int) image.Image {
	const scale = 4
	img := image.NewGray(image.Rect(0, 0, scale*side, scale*side))
	for y := range scale * side {
		for x := range scale * side {
			ink := X.At(y/scale*side+x/scale, j)
			img.SetGray(x, y, color.Gray{Y: uint8(255 * (1 - min(1, max(0, ink))))})
		}
	}
	return img
}
