package plots

import (
	"math"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"

	"nekonote/nn"
)

// A circle is one line on every processor, and lies where it should.
func TestAContourIsOneLine(t *testing.T) {
	g := newGrid(func(X nn.Matrix) nn.Matrix { return X.Mul(X).SumCols().Apply(math.Sqrt) }, window{-3, 3, -2, 2}, 97)
	var c recorder.Canvas
	p := plot.New()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -3, 3, -2, 2
	contour{g, []float64{1.7}, draw.LineStyle{Color: strong, Width: 1}}.Plot(draw.NewCanvas(&c, 600, 400), p)
	lines := 0
	for _, a := range c.Actions {
		stroke, ok := a.(*recorder.Stroke)
		if !ok {
			continue
		}
		lines++
		for _, at := range stroke.Path {
			x, y := float64(at.Pos.X)/100-3, float64(at.Pos.Y)/100-2
			if r := math.Hypot(x, y); (at.Type == vg.MoveComp || at.Type == vg.LineComp) && math.Abs(r-1.7) > 0.01 {
				t.Fatalf("(%v, %v) lies %v from the middle, want 1.7", x, y, r)
			}
		}
	}
	if lines != 1 {
		t.Errorf("the circle is %d lines, want 1", lines)
	}
}
