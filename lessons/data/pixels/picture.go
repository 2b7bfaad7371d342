// Package pixels is a picture as a network meets it: 64 rows of 64 pixels, each of them three numbers.
//
// It reduces photographs to that size (Shrink) and lays them out as the columns of a matrix (Columns). Cells that only look at
// a picture link it, so it neither packs nor unpacks: package album does.
package pixels

import (
	"image"
	"image/color"
)

// Side is the number of rows, and of columns, of the pictures that the course's networks judge.
const Side = 64

// Channels is how many numbers a pixel has: red, green and blue.
const Channels = 3

// Size is how many numbers a picture of Side × Side pixels has: 64·64·3.
const Size = Side * Side * Channels

// Picture is rows of pixels: p[row][column][channel], from the top left corner, each number 0 (dark) to 255 (bright), the
// channels red, green, blue. All rows have the same length. The zero value is a picture without pixels.
//
// A Picture is an image.Image too, so everything that draws images can draw it.
type Picture [][][Channels]uint8

var _ image.Image = Picture(nil)

// New returns a black picture of the given numbers of rows and columns.
func New(rows, columns int) Picture {
	p := make(Picture, rows)
	all := make([][Channels]uint8, rows*columns) // one piece of memory: reading a picture from end to end stays fast
	for row := range p {
		p[row] = all[row*columns : (row+1)*columns : (row+1)*columns]
	}
	return p
}

// ColorModel says that a picture's colours are opaque, 8 bits a channel.
func (p Picture) ColorModel() color.Model { return color.RGBAModel }

// Bounds returns the picture's size with the corner at (0, 0).
func (p Picture) Bounds() image.Rectangle {
	if len(p) == 0 {
		return image.Rectangle{}
	}
	return image.Rect(0, 0, len(p[0]), len(p))
}

// At returns the colour at column x of row y, and no colour outside of the picture.
func (p Picture) At(x, y int) color.Color {
	if !(image.Point{X: x, Y: y}).In(p.Bounds()) {
		return color.RGBA{}
	}
	c := p[y][x]
	return color.RGBA{R: c[0], G: c[1], B: c[2], A: 255}
}

// Opaque reports that nothing shines through a picture.
func (p Picture) Opaque() bool { return true }

// RGBA returns a copy of the picture in the form that image encoders are fastest with.
func (p Picture) RGBA() *image.RGBA {
	img := image.NewRGBA(p.Bounds())
	for y, row := range p {
		out := img.Pix[y*img.Stride:]
		for x, c := range row {
			out[4*x], out[4*x+1], out[4*x+2], out[4*x+3] = c[0], c[1], c[2], 255
		}
	}
	return img
}

// Enlarge returns the picture with each pixel drawn as a square of times × times pixels, so that the pixels can be seen.
func (p Picture) Enlarge(times int) Picture {
	size := p.Bounds().Size()
	big := New(size.Y*times, size.X*times)
	for y, row := range big {
		for x := range row {
			row[x] = p[y/times][x/times]
		}
	}
	return big
}
