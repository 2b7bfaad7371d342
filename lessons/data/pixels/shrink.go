package pixels

import (
	"image"
	"image/color"
	"math"
)

// Shrink returns img reduced (or enlarged, where it is smaller) to rows × columns pixels with a Lanczos filter, the one
// that keeps most of a photograph's detail. The sides' ratio is not kept: cut a square out first (see Square) where the
// picture must not look squeezed. What is transparent in img stands on white.
//
// The sums are whole numbers, so the same picture gives the same pixels on every machine.
//
// Source: C. E. Duchon, "Lanczos Filtering in One and Two Dimensions", Journal of Applied Meteorology 18 (1979); the
// filter is stretched by the reduction, as image libraries do.
func Shrink(img image.Image, rows, columns int) Picture {
	out := New(rows, columns)
	bounds := img.Bounds()
	if bounds.Empty() {
		return out
	}
	across, down := lanczos(bounds.Dx(), columns), lanczos(bounds.Dy(), rows)

	// Row by row of the original: reduce it across, then add its share to each row of the result that it touches. So no
	// second copy of a large photograph is ever needed.
	line := make([][Channels]uint8, bounds.Dx())
	narrow := make([][Channels]int64, columns)
	sums := make([][][Channels]int64, rows)
	for row := range sums {
		sums[row] = make([][Channels]int64, columns)
	}
	read := lineReader(img)
	for y := range bounds.Dy() {
		read(bounds.Min.Y+y, line)
		for x, tap := range across {
			var sum [Channels]int64
			for i, weight := range tap.weights {
				c := &line[tap.first+i]
				sum[0] += weight * int64(c[0])
				sum[1] += weight * int64(c[1])
				sum[2] += weight * int64(c[2])
			}
			narrow[x] = sum
		}
		for row, tap := range down {
			i := y - tap.first
			if i < 0 || i >= len(tap.weights) {
				continue
			}
			weight := tap.weights[i]
			for x := range narrow {
				for channel := range Channels {
					sums[row][x][channel] += weight * narrow[x][channel]
				}
			}
		}
	}
	for row := range out {
		for x := range out[row] {
			for channel := range Channels {
				const one = unit * unit
				out[row][x][channel] = uint8(min(max((sums[row][x][channel]+one/2)>>(2*unitBits), 0), 255))
			}
		}
	}
	return out
}

// unit is what the weights of one pixel add up to, in whole numbers: 2 × 20 bits of weight and 8 of colour, with room
// for the filter's negative lobes, fit an int64.
const (
	unitBits = 20
	unit     = 1 << unitBits
)

// taps are the weights with which neighbouring pixels of the original, from first on, make up one pixel of the result.
type taps struct {
	first   int
	weights []int64
}

// lanczos returns the taps of each of the to pixels made from a line of from pixels.
func lanczos(from, to int) []taps {
	const lobes = 3
	scale := float64(from) / float64(to)
	stretch := max(scale, 1)
	list := make([]taps, to)
	for i := range list {
		center := float64((float64(i) + 0.5) * scale) // float64 keeps processors from fusing this product with a sum
		first := max(int(math.Floor(center-float64(lobes*stretch)+0.5)), 0)
		last := min(int(math.Floor(center+float64(lobes*stretch)+0.5)), from)
		values := make([]float64, last-first)
		total := 0.0
		for j := range values {
			x := (float64(first+j) + 0.5 - center) / stretch
			values[j] = float64(sinc(x) * sinc(x/lobes))
			if x <= -lobes || x >= lobes {
				values[j] = 0
			}
			total += values[j]
		}
		// Rounded weights need not add up to one; what is missing goes to the heaviest, so that an even colour stays exactly
		// what it was.
		weights, heaviest, rest := make([]int64, len(values)), 0, int64(unit)
		for j, value := range values {
			weights[j] = int64(math.Round(value / total * unit))
			rest -= weights[j]
			if weights[j] > weights[heaviest] {
				heaviest = j
			}
		}
		weights[heaviest] += rest
		list[i] = taps{first, weights}
	}
	return list
}

func sinc(x float64) float64 {
	if x == 0 {
		return 1
	}
	x *= math.Pi
	return math.Sin(x) / x
}

// lineReader returns what copies row y of img into a line of colours without transparency. The types that photographs
// are decoded to have a short way of their own: asking an image.Image for each pixel takes many times as long.
func lineReader(img image.Image) func(y int, line [][Channels]uint8) {
	left := img.Bounds().Min.X
	switch img := img.(type) {
	case Picture:
		return func(y int, line [][Channels]uint8) { copy(line, img[y]) }
	case *image.YCbCr:
		return func(y int, line [][Channels]uint8) {
			for x := range line {
				yi, ci := img.YOffset(left+x, y), img.COffset(left+x, y)
				r, g, b := color.YCbCrToRGB(img.Y[yi], img.Cb[ci], img.Cr[ci])
				line[x] = [Channels]uint8{r, g, b}
			}
		}
	case *image.RGBA:
		return func(y int, line [][Channels]uint8) {
			pix := img.Pix[img.PixOffset(left, y):]
			for x := range line {
				p := pix[4*x : 4*x+4]
				white := 255 - p[3] // colours are stored multiplied by their opacity
				line[x] = [Channels]uint8{p[0] + white, p[1] + white, p[2] + white}
			}
		}
	case *image.NRGBA:
		return func(y int, line [][Channels]uint8) {
			pix := img.Pix[img.PixOffset(left, y):]
			for x := range line {
				p := pix[4*x : 4*x+4]
				for channel := range Channels {
					line[x][channel] = onWhite(uint32(p[channel])*uint32(p[3]), uint32(p[3])*255, 255*255)
				}
			}
		}
	}
	return func(y int, line [][Channels]uint8) {
		for x := range line {
			r, g, b, a := img.At(left+x, y).RGBA()
			line[x] = [Channels]uint8{onWhite(r, a, 0xffff), onWhite(g, a, 0xffff), onWhite(b, a, 0xffff)}
		}
	}
}

// onWhite returns the 8-bit value of a colour, given multiplied by its opacity, before a white wall; most is the full
// value of both.
func onWhite(value, opacity, most uint32) uint8 {
	return uint8((uint64(min(value+most-opacity, most))*255 + uint64(most)/2) / uint64(most))
}

// Square returns the largest square from the middle of img, without copying it.
func Square(img image.Image) image.Image {
	bounds := img.Bounds()
	side := min(bounds.Dx(), bounds.Dy())
	corner := bounds.Min.Add(image.Pt((bounds.Dx()-side)/2, (bounds.Dy()-side)/2))
	return Cut(img, image.Rectangle{Min: corner, Max: corner.Add(image.Pt(side, side))})
}

// Cut returns the part of img inside box, without copying where the image's type allows it.
func Cut(img image.Image, box image.Rectangle) image.Image {
	box = box.Intersect(img.Bounds())
	if part, ok := img.(interface {
		SubImage(image.Rectangle) image.Image
	}); ok {
		return part.SubImage(box)
	}
	return window{img, box}
}

// window is a part of an image of which the type offers none.
type window struct {
	image.Image
	box image.Rectangle
}

func (w window) Bounds() image.Rectangle { return w.box }
