package plots

import (
	"image"
	"image/color"
	"math"
	"nekonote/plots/internal/svg"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// board is a canvas for drawings that have no axes: its points count from the top left corner, as on a page.
type board struct {
	draw.Canvas
}

func (b board) at(x, y float64) vg.Point {
	return vg.Point{X: b.Min.X + vg.Length(x), Y: b.Max.Y - vg.Length(y)}
}

// words writes one line or several; x and y are where the style aligns it.
func (b board) words(x, y float64, said string, style text.Style) {
	b.FillText(style, b.at(x, y), said)
}

// line draws from point to point, each an x and a y.
func (b board) line(style draw.LineStyle, points ...[2]float64) {
	all := make([]vg.Point, len(points))
	for i, p := range points {
		all[i] = b.at(p[0], p[1])
	}
	line(b.Canvas, style, all)
}

// arrow draws a line with a head at its end.
func (b board) arrow(style draw.LineStyle, from, to [2]float64) {
	angle := math.Atan2(to[1]-from[1], to[0]-from[0])
	const head, spread = 8, 0.42
	back := func(turn float64) [2]float64 {
		return [2]float64{to[0] - head*math.Cos(angle+turn), to[1] - head*math.Sin(angle+turn)}
	}
	b.line(style, from, [2]float64{to[0] - head*0.8*math.Cos(angle), to[1] - head*0.8*math.Sin(angle)})
	b.fill(style.Color, to, back(spread), back(-spread))
}

// fill fills the polygon with these corners.
func (b board) fill(colour color.Color, corners ...[2]float64) {
	var path vg.Path
	for i, p := range corners {
		if i == 0 {
			path.Move(b.at(p[0], p[1]))
		} else {
			path.Line(b.at(p[0], p[1]))
		}
	}
	path.Close()
	b.SetColor(colour)
	b.Fill(path)
}

// box draws a rectangle with rounded corners; a nil colour leaves out the inside or the rim.
func (b board) box(x, y, width, height, round float64, inside, rim color.Color) {
	r := vg.Length(min(round, width/2, height/2))
	low, high := b.at(x, y+height), b.at(x+width, y)
	var path vg.Path
	path.Move(vg.Point{X: low.X + r, Y: low.Y})
	for _, corner := range []struct {
		x, y  vg.Length
		start float64
	}{{high.X - r, low.Y + r, -math.Pi / 2}, {high.X - r, high.Y - r, 0}, {low.X + r, high.Y - r, math.Pi / 2}, {low.X + r, low.Y + r, math.Pi}} {
		path.Arc(vg.Point{X: corner.x, Y: corner.y}, r, corner.start, math.Pi/2)
	}
	path.Close()
	b.paint(path, inside, rim)
}

// disc draws a circle; a nil colour leaves out the inside or the rim.
func (b board) disc(x, y, radius float64, inside, rim color.Color) {
	var path vg.Path
	centre := b.at(x, y)
	path.Move(vg.Point{X: centre.X + vg.Length(radius), Y: centre.Y})
	path.Arc(centre, vg.Length(radius), 0, 2*math.Pi)
	path.Close()
	b.paint(path, inside, rim)
}

func (b board) paint(path vg.Path, inside, rim color.Color) {
	if inside != nil {
		b.SetColor(inside)
		b.Fill(path)
	}
	if rim != nil {
		b.SetLineStyle(draw.LineStyle{Color: rim, Width: 1.25})
		b.Stroke(path)
	}
}

// picture draws an image.
func (b board) picture(x, y, width, height float64, p image.Image) {
	b.DrawImage(vg.Rectangle{Min: b.at(x, y+height), Max: b.at(x+width, y)}, p)
}

// stroke is an unbroken line.
func stroke(colour color.Color, width float64) draw.LineStyle {
	return draw.LineStyle{Color: colour, Width: vg.Length(width)}
}

// centred and bold change a style of lettering.
func centred(s text.Style) text.Style {
	s.XAlign = draw.XCenter
	return s
}

func bold(s text.Style) text.Style {
	s.Font.Weight = 2
	return s
}

func coloured(s text.Style, c color.Color) text.Style {
	s.Color = c
	return s
}

// lettering is the style of a label.
func lettering(size float64, colour svg.Ink) text.Style {
	return text.Style{
		Color:   colour,
		Font:    font.Font{Typeface: "Liberation", Variant: "Sans", Size: vg.Length(size)},
		Handler: svg.Letters{},
		XAlign:  text.XLeft,
		YAlign:  text.YCenter,
	}
}
