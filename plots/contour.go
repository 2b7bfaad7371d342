package plots

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// contour draws the lines along which a grid has certain values.
//
// gonum/plot joins two pieces of a line where their ends are the same to the bit. On a processor that rounds a product and
// a sum together, as on arm64, the two squares at an edge find different ends, and the line falls apart. So the lines are
// sought among whole numbers, of few enough digits that no product is rounded: the values in steps of a 2⁻³⁰ of their
// range, the places as counts of rows and columns.
type contour struct {
	grid
	levels []float64
	style  draw.LineStyle
}

const levelSteps = 1 << 30 // of the whole range of values

// Plot draws the lines.
func (l contour) Plot(c draw.Canvas, p *plot.Plot) {
	l.grid = tamed(l.grid, l.levels)
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range slices.Concat(l.values, l.levels) {
		if finite(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	if !(low < high) || l.side < 2 {
		return
	}
	whole := func(v float64) float64 { return math.Round((v - low) / (high - low) * levelSteps) }
	counted := wholeGrid{side: l.side}
	for _, v := range l.values {
		counted.values = append(counted.values, whole(v))
	}
	var levels []float64
	for _, v := range l.levels {
		levels = append(levels, whole(v))
	}
	lines := plotter.NewContour(counted, levels, nil)
	lines.LineStyles = []draw.LineStyle{l.style}
	lines.Min, lines.Max = math.Inf(-1), math.Inf(1)

	axes := *p // the same axes, counted in columns and rows
	column := func(x float64) float64 { return (x - l.X(0)) / (l.X(1) - l.X(0)) }
	row := func(y float64) float64 { return (y - l.Y(0)) / (l.Y(1) - l.Y(0)) }
	axes.X.Min, axes.X.Max = column(p.X.Min), column(p.X.Max)
	axes.Y.Min, axes.Y.Max = row(p.Y.Min), row(p.Y.Max)
	lines.Plot(c, &axes)
}

// tamed is a grid without values that cannot be drawn: each is taken for the next one that can, and NaN for one below all
// lines.
func tamed(g grid, levels []float64) grid {
	_, largest, _ := finiteRange(levels...)
	far := min(1e6*max(1, math.Abs(largest)), farthest)
	tame := grid{g.window, g.side, make([]float64, len(g.values))}
	for i, v := range g.values {
		if math.IsNaN(v) {
			v = math.Inf(-1)
		}
		tame.values[i] = max(-far, min(far, v))
	}
	return tame
}

// wholeGrid is a grid of whole numbers, in the terms of gonum/plot.
type wholeGrid struct {
	side   int
	values []float64
}

func (g wholeGrid) Dims() (columns, rows int) { return g.side, g.side }
func (g wholeGrid) X(c int) float64           { return float64(c) }
func (g wholeGrid) Y(r int) float64           { return float64(r) }
func (g wholeGrid) Z(c, r int) float64        { return g.values[r*g.side+c] }
