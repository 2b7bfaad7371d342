package plots

import (
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// grid is the values of a function of two variables over a window, at the middles of side × side squares, row by row
// from the bottom.
type grid struct {
	window
	side   int
	values []float64
}

// newGrid asks predict about the points of the grid. They go through it in a few matrices of a size that a processor's
// cache holds, which is several times faster than all at once.
func newGrid(predict func(nn.Matrix) nn.Matrix, w window, side int) grid {
	mustBeGiven("predict", predict != nil)
	g := grid{w, side, make([]float64, side*side)}
	defer sweepLess()()
	rows := max(1, 4000/side)
	for from := 0; from < side; from += rows {
		n := min(rows, side-from) * side
		X := nn.Zeros(2, n)
		raw := X.Dense().RawMatrix()
		for k := range n {
			raw.Data[k] = g.X(k % side)
			raw.Data[raw.Stride+k] = g.Y(from + k/side)
		}
		A := predict(X)
		if rows, columns := A.Dims(); rows != 1 || columns != n {
			panic(words.T("plots: predict was given 2×%d points and must return 1×%[1]d probabilities, but returned %[2]d×%[3]d.",
				"plots: predict には 2×%d の点を渡しました。1×%[1]d の確率を返す必要がありますが、%[2]d×%[3]d が返されました。").Fill(n, rows, columns).String())
		}
		copy(g.values[from*side:], A.Dense().RawRowView(0))
	}
	return g
}

// mustBeGiven panics where a function that a figure asks is not there.
func mustBeGiven(name string, given bool) {
	if !given {
		panic(words.T("plots: %s is nil: give the figure a function.", "plots: %s が nil です。関数を渡してください。").Fill(name).String())
	}
}

// Dims, X, Y and Z make a grid what gonum/plot draws contours of.
func (g grid) Dims() (columns, rows int) { return g.side, g.side }

// X is the first coordinate of column c.
func (g grid) X(c int) float64 {
	return g.left + (g.right-g.left)*(float64(c)+0.5)/float64(g.side)
}

// Y is the second coordinate of row r.
func (g grid) Y(r int) float64 {
	return g.bottom + (g.top-g.bottom)*(float64(r)+0.5)/float64(g.side)
}

// Z is the value there.
func (g grid) Z(c, r int) float64 { return g.values[r*g.side+c] }

// coarse keeps each n-th point, for lines that need no more.
func (g grid) coarse(n int) grid {
	if n <= 1 || g.side/n < 2 {
		return g
	}
	h := grid{g.window, g.side / n, nil}
	for r := range h.side {
		for c := range h.side {
			h.values = append(h.values, g.Z(c*n+n/2, r*n+n/2))
		}
	}
	return h
}

// share is the part of the grid, 0 to 1, where the value is above 0.5.
func (g grid) share() float64 {
	above := 0
	for _, v := range g.values {
		if v > 0.5 {
			above++
		}
	}
	return float64(above) / float64(len(g.values))
}

// shades is how many steps the filled regions have.
const shades = 32

// regions paints the grid: blue where the value is near 0, orange where it is near 1, and pale where it is undecided. The
// paint lets the page through, so it is right on a light and a dark one.
func (g grid) regions() image.Image {
	p := image.NewPaletted(image.Rect(0, 0, g.side, g.side), regionColours)
	for r := range g.side {
		for c := range g.side {
			v := g.Z(c, r)
			at := shades // no number: nothing is painted
			if !math.IsNaN(v) {
				at = int(max(0, min(shades-1, v*shades)))
			}
			p.Pix[(g.side-1-r)*p.Stride+c] = uint8(at)
		}
	}
	return p
}

var regionColours = func() color.Palette {
	var p color.Palette
	for i := range shades {
		v := (float64(i)+0.5)/shades*2 - 1
		p = append(p, alpha(classColour(b2i(v > 0)), 0.05+0.42*math.Abs(v)))
	}
	return append(p, color.NRGBA{})
}()

// classColour is the colour of class 0 and of class 1 in every figure.
func classColour(class int) color.NRGBA {
	if class == 1 {
		return orange
	}
	return blue
}

// regionPlot draws a grid's regions and the line where the value is 0.5.
type regionPlot struct {
	grid
	line float64 // its width
}

func (r regionPlot) Plot(c draw.Canvas, p *plot.Plot) {
	plotter.NewImage(r.regions(), r.left, r.bottom, r.right, r.top).Plot(c, p)
	contour{r.coarse(r.side / 100), []float64{0.5}, draw.LineStyle{Color: strong, Width: vg.Length(r.line)}}.Plot(c, p)
}

// empty is how many of the grid's values are NaN.
func (g grid) empty() int {
	n := 0
	for _, v := range g.values {
		n += b2i(math.IsNaN(v))
	}
	return n
}
