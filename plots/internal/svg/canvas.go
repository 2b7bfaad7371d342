// Package svg is gonum/plot's canvas for a notebook page. gonum's own SVG names fixed colours and fonts; this one leaves both
// to the page (currentColor), so that a figure is right in every theme, and rounds to hundredths of a pixel, so that it is
// small.
package svg

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Canvas is a drawing in the making: a vg.Canvas that is read with Element or Inline. Make one with New.
type Canvas struct {
	width, height float64
	out           strings.Builder
	pen
	pushed []pen
}

// pen is what Push and Pop keep: the style, and where a point of the drawing lies on the page.
type pen struct {
	colour     color.Color
	stroke     vg.Length
	dashes     []vg.Length
	offset     vg.Length
	a, b, c, d float64 // x' = ax + cy + e, y' = bx + dy + f
	e, f       float64
}

var _ vg.Canvas = (*Canvas)(nil)

// New returns an empty canvas of so many points, a point being a CSS pixel.
func New(width, height float64) *Canvas {
	return &Canvas{width: width, height: height, pen: pen{colour: usual, stroke: 1, a: 1, d: 1}}
}

// Element returns the drawing as an inline SVG that shrinks with the page; said is its text for a screen reader.
func (c *Canvas) Element(said string) string {
	role := `aria-hidden="true"`
	if said != "" {
		role = `role="img" aria-label="` + html.EscapeString(said) + `"`
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%[1]s" height="%[2]s" style="max-width:100%%;height:auto;font-family:inherit" font-size="12" fill="none" stroke-linejoin="round" %s>%s</svg>`,
		Short(c.width), Short(c.height), role, c.out.String())
}

// Inline returns the drawing as a sign that stands within a line of text.
func (c *Canvas) Inline() string {
	return fmt.Sprintf(`<svg viewBox="0 0 %s %s" width="%[1]s" height="%[2]s" style="vertical-align:-1px" fill="none" aria-hidden="true">%s</svg>`,
		Short(c.width), Short(c.height), c.out.String())
}

// BeginFrame starts one of several drawings that lie over one another, of which one is seen; EndFrame ends it.
func (c *Canvas) BeginFrame(seen bool) {
	if seen {
		c.out.WriteString(`<g data-frame="">`)
	} else {
		c.out.WriteString(`<g data-frame="" style="display:none">`)
	}
}

// BeginPart starts a part of the drawing that a script finds by its name; EndFrame ends it.
func (c *Canvas) BeginPart(name string) { fmt.Fprintf(&c.out, `<g data-part="%s">`, name) }

// EndFrame ends what BeginFrame or BeginPart has started.
func (c *Canvas) EndFrame() { c.out.WriteString(`</g>`) }

// Size is the canvas's width and height.
func (c *Canvas) Size() (x, y vg.Length) { return vg.Length(c.width), vg.Length(c.height) }

// SetLineWidth sets how wide lines are from now on.
func (c *Canvas) SetLineWidth(w vg.Length) { c.stroke = w }

// SetLineDash sets how lines are broken from now on; an empty pattern is an unbroken line.
func (c *Canvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.dashes, c.offset = pattern, offset
}

// SetColor sets the colour of what is drawn from now on; nil is that of the text around the drawing.
func (c *Canvas) SetColor(colour color.Color) {
	if colour == nil {
		colour = usual
	}
	c.colour = colour
}

// Push keeps the style and the place of the origin until Pop.
func (c *Canvas) Push() { c.pushed = append(c.pushed, c.pen) }

// Pop takes back the style and the place that Push has kept.
func (c *Canvas) Pop() {
	c.pen = c.pushed[len(c.pushed)-1]
	c.pushed = c.pushed[:len(c.pushed)-1]
}

// Translate moves the origin to p.
func (c *Canvas) Translate(p vg.Point) {
	c.e, c.f = c.apply(p)
}

// Scale stretches what is drawn from now on.
func (c *Canvas) Scale(x, y float64) {
	c.a, c.b, c.c, c.d = c.a*x, c.b*x, c.c*y, c.d*y
}

// Rotate turns what is drawn from now on around the origin, against the clock, in radians.
func (c *Canvas) Rotate(angle float64) {
	sin, cos := math.Sincos(angle)
	c.a, c.b, c.c, c.d = c.a*cos+c.c*sin, c.b*cos+c.d*sin, c.c*cos-c.a*sin, c.d*cos-c.b*sin
}

// apply carries a point of the drawing to the canvas, the origin still at the bottom.
func (c *Canvas) apply(p vg.Point) (x, y float64) {
	return c.a*float64(p.X) + c.c*float64(p.Y) + c.e, c.b*float64(p.X) + c.d*float64(p.Y) + c.f
}

// at writes a point as SVG wants it, the origin at the top.
func (c *Canvas) at(p vg.Point) string {
	x, y := c.apply(p)
	return Short(x) + " " + Short(c.height-y)
}

// FillString draws text that begins at p; Letters.Draw is what aligns it.
func (c *Canvas) FillString(f font.Face, p vg.Point, text string) {
	c.write(f.Font, p, "start", text)
}

// write draws text whose start, middle or end is at p, and leaves it to the browser how wide it is.
func (c *Canvas) write(f font.Font, p vg.Point, anchor, text string) {
	x, y := c.apply(p)
	paint, opacity := css(c.colour)
	fmt.Fprintf(&c.out, `<text x="%s" y="%s" fill="%s"`, Short(x), Short(c.height-y), paint)
	attribute(&c.out, "fill-opacity", opacity, 1)
	attribute(&c.out, "font-size", float64(f.Size), 12)
	if f.Weight > 0 {
		c.out.WriteString(` font-weight="600"`)
	}
	if f.Style != 0 {
		c.out.WriteString(` font-style="italic"`)
	}
	if anchor != "start" {
		fmt.Fprintf(&c.out, ` text-anchor="%s"`, anchor)
	}
	if turn := -math.Atan2(c.b, c.a) * 180 / math.Pi; math.Abs(turn) > 0.01 {
		fmt.Fprintf(&c.out, ` transform="rotate(%s %s %s)"`, Short(turn), Short(x), Short(c.height-y))
	}
	fmt.Fprintf(&c.out, `>%s</text>`, html.EscapeString(text))
}

// DrawImage draws an image; where its pixels are much larger than those of the screen, they stay sharp squares.
func (c *Canvas) DrawImage(r vg.Rectangle, img image.Image) {
	x0, y0 := c.apply(r.Min)
	x1, y1 := c.apply(r.Max)
	sharp := ""
	if x1-x0 >= 5*float64(img.Bounds().Dx()) {
		sharp = ` style="image-rendering:pixelated"`
	}
	fmt.Fprintf(&c.out, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none"%s href="%s"/>`,
		Short(x0), Short(c.height-y1), Short(x1-x0), Short(y1-y0), sharp, DataURL(img))
}

// attribute writes an attribute, unless it has the value that it would have anyway.
func attribute(b *strings.Builder, name string, value, usual float64) {
	if value != usual {
		fmt.Fprintf(b, ` %s="%s"`, name, Short(value))
	}
}

// Short writes a number with at most two decimals and no superfluous digit.
func Short(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// DataURL returns an image as a PNG that stands in the page itself.
func DataURL(img image.Image) string {
	var data bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&data, img); err != nil {
		panic(err) // only for sizes that PNG does not have
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(data.Bytes())
}
