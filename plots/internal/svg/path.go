package svg

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
)

// Stroke draws a line along a path.
func (c *Canvas) Stroke(path vg.Path) {
	if c.stroke <= 0 || len(path) == 0 {
		return
	}
	paint, opacity := css(c.colour)
	fmt.Fprintf(&c.out, `<path d="%s" stroke="%s"`, c.path(path), paint)
	attribute(&c.out, "stroke-opacity", opacity, 1)
	attribute(&c.out, "stroke-width", float64(c.stroke), 1)
	if len(c.dashes) > 0 {
		pattern := make([]string, len(c.dashes))
		for i, d := range c.dashes {
			pattern[i] = Short(float64(d))
		}
		fmt.Fprintf(&c.out, ` stroke-dasharray="%s"`, strings.Join(pattern, " "))
		attribute(&c.out, "stroke-dashoffset", float64(c.offset), 0)
	}
	c.out.WriteString(`/>`)
}

// Fill fills the inside of a path.
func (c *Canvas) Fill(path vg.Path) {
	if len(path) == 0 {
		return
	}
	paint, opacity := css(c.colour)
	fmt.Fprintf(&c.out, `<path d="%s" fill="%s"`, c.path(path), paint)
	attribute(&c.out, "fill-opacity", opacity, 1)
	c.out.WriteString(`/>`)
}

// path writes a path in SVG's letters.
func (c *Canvas) path(path vg.Path) string {
	var b strings.Builder
	started := false
	for _, step := range path {
		switch step.Type {
		case vg.MoveComp:
			b.WriteString("M" + c.at(step.Pos))
			started = true
		case vg.LineComp:
			b.WriteString("L" + c.at(step.Pos))
		case vg.ArcComp:
			c.arc(&b, step, started)
			started = true
		case vg.CurveComp:
			b.WriteByte("QC"[len(step.Control)-1])
			for _, p := range step.Control {
				b.WriteString(c.at(p) + " ")
			}
			b.WriteString(c.at(step.Pos))
		case vg.CloseComp:
			b.WriteByte('Z')
		}
	}
	return b.String()
}

// arc writes an arc in two halves, since SVG knows no arc that ends where it began.
func (c *Canvas) arc(b *strings.Builder, step vg.PathComp, started bool) {
	on := func(angle float64) string {
		sin, cos := math.Sincos(angle)
		return c.at(step.Pos.Add(vg.Point{X: step.Radius * vg.Length(cos), Y: step.Radius * vg.Length(sin)}))
	}
	if started {
		b.WriteString("L" + on(step.Start))
	} else {
		b.WriteString("M" + on(step.Start))
	}
	sweep := 0
	if step.Angle < 0 {
		sweep = 1
	}
	radius := Short(float64(step.Radius) * math.Hypot(c.a, c.b))
	for _, part := range []float64{0.5, 1} {
		fmt.Fprintf(b, "A%s %s 0 0 %d %s", radius, radius, sweep, on(step.Start+part*step.Angle))
	}
}
