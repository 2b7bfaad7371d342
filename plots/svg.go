package plots

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"nekonote/plots/display"
)

// canvas is gonum/plot's canvas for a notebook page. gonum's own SVG names fixed colours and fonts; this one leaves both to
// the page (currentColor), so that a figure is right in every theme, and rounds to hundredths of a pixel, so that it is
// small.
type canvas struct {
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

var _ vg.Canvas = (*canvas)(nil)

func newCanvas(width, height float64) *canvas {
	return &canvas{width: width, height: height, pen: pen{colour: strong, stroke: 1, a: 1, d: 1}}
}

// element returns the drawing as an inline SVG that shrinks with the page; said is its text for a screen reader.
func (c *canvas) element(said string) string {
	role := `aria-hidden="true"`
	if said != "" {
		role = `role="img" aria-label="` + display.Escape(said) + `"`
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%[1]s" height="%[2]s" style="max-width:100%%;height:auto;font-family:inherit" font-size="12" fill="none" stroke-linejoin="round" %s>%s</svg>`,
		short(c.width), short(c.height), role, c.out.String())
}

// small returns the drawing as a sign that stands within a line of text.
func (c *canvas) small() string {
	return fmt.Sprintf(`<svg viewBox="0 0 %s %s" width="%[1]s" height="%[2]s" style="vertical-align:-1px" fill="none" aria-hidden="true">%s</svg>`,
		short(c.width), short(c.height), c.out.String())
}

// open starts a frame of a film, seen or hidden; close ends it.
func (c *canvas) open(seen bool) {
	if seen {
		c.out.WriteString(`<g data-frame="">`)
	} else {
		c.out.WriteString(`<g data-frame="" style="display:none">`)
	}
}

func (c *canvas) close() { c.out.WriteString(`</g>`) }

// Size is the canvas's width and height.
func (c *canvas) Size() (x, y vg.Length) { return vg.Length(c.width), vg.Length(c.height) }

func (c *canvas) SetLineWidth(w vg.Length) { c.stroke = w }
func (c *canvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.dashes, c.offset = pattern, offset
}
func (c *canvas) SetColor(colour color.Color) {
	if colour == nil {
		colour = strong
	}
	c.colour = colour
}

func (c *canvas) Push() { c.pushed = append(c.pushed, c.pen) }
func (c *canvas) Pop() {
	c.pen = c.pushed[len(c.pushed)-1]
	c.pushed = c.pushed[:len(c.pushed)-1]
}

func (c *canvas) Translate(p vg.Point) {
	c.e, c.f = c.apply(p)
}

func (c *canvas) Scale(x, y float64) {
	c.a, c.b, c.c, c.d = c.a*x, c.b*x, c.c*y, c.d*y
}

func (c *canvas) Rotate(angle float64) {
	sin, cos := math.Sincos(angle)
	c.a, c.b, c.c, c.d = c.a*cos+c.c*sin, c.b*cos+c.d*sin, c.c*cos-c.a*sin, c.d*cos-c.b*sin
}

// apply carries a point of the drawing to the canvas, the origin still at the bottom.
func (c *canvas) apply(p vg.Point) (x, y float64) {
	return c.a*float64(p.X) + c.c*float64(p.Y) + c.e, c.b*float64(p.X) + c.d*float64(p.Y) + c.f
}

// at writes a point as SVG wants it, the origin at the top.
func (c *canvas) at(p vg.Point) string {
	x, y := c.apply(p)
	return short(x) + " " + short(c.height-y)
}

// FillString draws text that begins at p; letters.Draw is what aligns it.
func (c *canvas) FillString(f font.Face, p vg.Point, text string) {
	c.write(f.Font, p, "start", text)
}

// write draws text whose start, middle or end is at p, and leaves it to the browser how wide it is.
func (c *canvas) write(f font.Font, p vg.Point, anchor, text string) {
	x, y := c.apply(p)
	paint, opacity := css(c.colour)
	fmt.Fprintf(&c.out, `<text x="%s" y="%s" fill="%s"`, short(x), short(c.height-y), paint)
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
		fmt.Fprintf(&c.out, ` transform="rotate(%s %s %s)"`, short(turn), short(x), short(c.height-y))
	}
	fmt.Fprintf(&c.out, `>%s</text>`, display.Escape(text))
}

// DrawImage draws an image; where its pixels are much larger than those of the screen, they stay sharp squares.
func (c *canvas) DrawImage(r vg.Rectangle, img image.Image) {
	x0, y0 := c.apply(r.Min)
	x1, y1 := c.apply(r.Max)
	sharp := ""
	if x1-x0 >= 5*float64(img.Bounds().Dx()) {
		sharp = ` style="image-rendering:pixelated"`
	}
	fmt.Fprintf(&c.out, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none"%s href="%s"/>`,
		short(x0), short(c.height-y1), short(x1-x0), short(y1-y0), sharp, dataURL(img))
}

// css returns a colour as SVG writes it, and its opacity.
func css(c color.Color) (paint string, opacity float64) {
	switch c := c.(type) {
	case ink:
		return "currentColor", float64(c)
	case paper:
		return "var(--jp-layout-color0,Canvas)", 1
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B), math.Round(float64(n.A)/255*100) / 100
}

// attribute writes an attribute, unless it has the value that it would have anyway.
func attribute(b *strings.Builder, name string, value, usual float64) {
	if value != usual {
		fmt.Fprintf(b, ` %s="%s"`, name, short(value))
	}
}

// short writes a number with at most two decimals and no superfluous digit.
func short(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// dataURL returns an image as a PNG that stands in the page itself.
func dataURL(img image.Image) string {
	var data bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&data, img); err != nil {
		panic(err) // only for sizes that PNG does not have
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(data.Bytes())
}
