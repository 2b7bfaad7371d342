package plots

import (
	"fmt"
	"image/color"

	"nekonote/plots/internal/svg"
)

// The shades in which axes, labels and outlines are drawn.
const (
	strong svg.Ink = 0.92
	soft   svg.Ink = 0.65
	medium svg.Ink = 0.4
	faint  svg.Ink = 0.13
)

// The colours of quantities. Each has a contrast of at least 3:1 with JupyterLab's light and dark page, and they differ in
// lightness as well as in hue, so that they are told apart with every kind of colour vision (after Okabe and Ito).
var (
	blue   = color.NRGBA{0x1f, 0x7a, 0xc4, 0xff}
	orange = color.NRGBA{0xd9, 0x5f, 0x0e, 0xff}
	green  = color.NRGBA{0x12, 0x93, 0x71, 0xff}
	purple = color.NRGBA{0xb0, 0x5c, 0xa6, 0xff}
	gold   = color.NRGBA{0xa8, 0x80, 0x0c, 0xff}
	grey   = color.NRGBA{0x80, 0x80, 0x80, 0xff}
)

// palette is the order in which several curves take their colours.
var palette = []color.NRGBA{blue, orange, green, purple, gold, grey}

// alpha returns c at an opacity of 0 to 1.
func alpha(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(255*opacity + 0.5)
	return c
}

// hex is a colour as a page writes it.
func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
