package svg

import (
	"fmt"
	"image/color"
	"math"
)

// Ink is the colour of the page's own text, at an opacity of 0 to 1: dark on a light page, light on a dark one.
type Ink float64

// usual is the ink of a canvas on which no colour was set.
const usual Ink = 0.92

// RGBA is the ink on a white page, for canvases that know no theme.
func (i Ink) RGBA() (r, g, b, a uint32) { return 0, 0, 0, uint32(i * 0xffff) }

// Paper is the colour of the page behind the figure; it sets points apart from what lies below them.
type Paper struct{}

// RGBA is white, for canvases that know no theme.
func (Paper) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }

// css returns a colour as SVG writes it, and its opacity.
func css(c color.Color) (paint string, opacity float64) {
	switch c := c.(type) {
	case Ink:
		return "currentColor", float64(c)
	case Paper:
		return "var(--jp-layout-color0,Canvas)", 1
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B), math.Round(float64(n.A)/255*100) / 100
}
