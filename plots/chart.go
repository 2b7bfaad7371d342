package plots

import (
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/plots/internal/svg"
)

// chart is a gonum plot in the house's style: no frame, a quiet grid, the vertical axis named above it, where the eye
// begins to read.
type chart struct {
	*plot.Plot
	vertical string
	grid     *plotter.Grid
}

// newChart starts a chart whose axes have these names; an empty one is left out.
func newChart(horizontal, vertical string) chart {
	p := plot.New()
	p.BackgroundColor = nil
	p.TextHandler = svg.Letters{}
	p.X.Label.Text = horizontal
	p.X.Label.Position = draw.PosRight
	p.X.Label.Padding = 4
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		label := lettering(12, soft)
		label.XAlign, label.YAlign = axis.Label.TextStyle.XAlign, axis.Label.TextStyle.YAlign
		axis.Label.TextStyle = label
		tick := lettering(12, soft)
		tick.XAlign, tick.YAlign = axis.Tick.Label.XAlign, axis.Tick.Label.YAlign
		axis.Tick.Label = tick
		axis.Tick.Marker = steps{}
		axis.Padding = 0
	}
	p.X.LineStyle = draw.LineStyle{Color: medium, Width: 1}
	p.X.Tick.LineStyle = draw.LineStyle{Color: medium, Width: 1}
	p.X.Tick.Length = 4
	p.Y.LineStyle.Width = 0
	p.Y.Tick.LineStyle.Width = 0
	p.Y.Tick.Length = 2
	grid := plotter.NewGrid()
	grid.Vertical.Color = nil
	grid.Horizontal = draw.LineStyle{Color: faint, Width: 1}
	p.Add(grid)
	return chart{p, vertical, grid}
}

// logarithmic makes the vertical axis logarithmic.
func (ch chart) logarithmic() {
	ch.Y.Scale = plot.LogScale{}
	ch.Y.Tick.Marker = decades{}
}

// area is where the data lie, on a canvas on which the chart is drawn.
func (ch chart) area(c draw.Canvas) draw.Canvas {
	return ch.DataCanvas(ch.below(c))
}

// below is the canvas without the line on which the vertical axis is named, and without the room that letters of the horizontal
// axis's name need which reach below their line.
func (ch chart) below(c draw.Canvas) draw.Canvas {
	top := vg.Length(7)
	if ch.vertical != "" {
		top = 24
	}
	bottom := vg.Length(2)
	if strings.ContainsAny(ch.X.Label.Text, "gjpqy") {
		bottom = 4
	}
	return draw.Crop(c, 2, -10, bottom, -top)
}

func (ch chart) draw(c draw.Canvas) {
	if ch.vertical != "" {
		style := lettering(12, soft)
		style.YAlign = draw.YTop
		c.FillText(style, vg.Point{X: c.Min.X + 2, Y: c.Max.Y - 3}, ch.vertical)
	}
	ch.Draw(ch.below(c))
}

// curve adds a line; where an x or y is not a finite number, it has a gap.
func (ch chart) curve(style draw.LineStyle, points plotter.XYs) {
	for len(points) > 0 {
		n := 0
		for n < len(points) && finite(points[n].X) && finite(points[n].Y) {
			n++
		}
		if n > 0 {
			ch.Add(&plotter.Line{XYs: points[:n], LineStyle: style})
		}
		points = points[min(n+1, len(points)):]
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dots fills points of one colour, with a rim of the page's colour that keeps them apart.
func dots(c draw.Canvas, colour color.Color, radius vg.Length, points ...vg.Point) {
	marks(c, colour, radius, points, func(path *vg.Path, at vg.Point, r vg.Length) {
		path.Move(vg.Point{X: at.X + r, Y: at.Y})
		path.Arc(at, r, 0, 2*math.Pi)
	})
}

// diamonds are marks that are told from dots by their shape.
func diamonds(c draw.Canvas, colour color.Color, radius vg.Length, points ...vg.Point) {
	marks(c, colour, radius, points, func(path *vg.Path, at vg.Point, r vg.Length) {
		path.Move(vg.Point{X: at.X + r, Y: at.Y})
		path.Line(vg.Point{X: at.X, Y: at.Y + r})
		path.Line(vg.Point{X: at.X - r, Y: at.Y})
		path.Line(vg.Point{X: at.X, Y: at.Y - r})
	})
}

func marks(c draw.Canvas, colour color.Color, radius vg.Length, points []vg.Point, outline func(path *vg.Path, at vg.Point, r vg.Length)) {
	for _, part := range []struct {
		colour color.Color
		radius vg.Length
	}{{svg.Paper{}, radius + 1}, {colour, radius}} {
		var all vg.Path
		for _, p := range points {
			outline(&all, p, part.radius)
			all.Close()
		}
		c.SetColor(part.colour)
		c.Fill(all)
	}
}

// line draws a line from point to point.
func line(c draw.Canvas, style draw.LineStyle, points []vg.Point) {
	if len(points) == 0 {
		return
	}
	c.SetLineStyle(style)
	var path vg.Path
	path.Move(points[0])
	for _, p := range points[1:] {
		path.Line(p)
	}
	c.Stroke(path)
}
