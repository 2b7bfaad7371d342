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

// window is a rectangle of the plane of x₁ and x₂.
type window struct {
	left, right, bottom, top float64
}

// windowOf is the window in which all points of X (2×m) lie, with a margin.
func windowOf(X nn.Matrix) window {
	w := window{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	_, m := X.Dims()
	for j := range m {
		x, y := X.At(0, j), X.At(1, j)
		w.left, w.right = min(w.left, x), max(w.right, x)
		w.bottom, w.top = min(w.bottom, y), max(w.top, y)
	}
	margin := 0.08 * max(w.right-w.left, w.top-w.bottom, 1e-9)
	return window{w.left - margin, w.right + margin, w.bottom - margin, w.top + margin}
}

// height is how high a panel of this width is, so that a circle of the plane is seen as one; within reason, where the plane
// is much wider than high.
func (w window) height(width float64) float64 {
	data := (width - 44) * (w.top - w.bottom) / (w.right - w.left)
	return min(max(data, 0.5*width), 1.25*width) + 66
}

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
	g := grid{w, side, make([]float64, side*side)}
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
		for k := range n {
			g.values[from*side+k] = A.At(0, k)
		}
	}
	return g
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

// points draws the examples: discs for class 0, diamonds for class 1.
type points struct {
	X, Y   nn.Matrix
	radius float64
}

func (s points) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var of [2][]vg.Point
	_, m := s.X.Dims()
	for j := range m {
		class := b2i(s.Y.At(0, j) > 0.5)
		of[class] = append(of[class], vg.Point{X: x(s.X.At(0, j)), Y: y(s.X.At(1, j))})
	}
	dots(c, classColour(0), vg.Length(s.radius), of[0]...)
	diamonds(c, classColour(1), vg.Length(s.radius*1.25), of[1]...)
}
