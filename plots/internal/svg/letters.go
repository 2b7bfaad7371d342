package svg

import (
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Letters sets text: it tells gonum/plot how much room text takes, and lets the browser draw it in its own font, held at
// the side or the middle where it must be exact. Widths are those of Liberation Sans, which has the measures of Arial and
// Helvetica; a Japanese character is as wide as it is high.
type Letters struct{}

// The height of letters above and below the line they stand on, in units of the font's size.
const (
	rise    = 0.9
	drop    = 0.22
	capital = 0.72
	leading = 1.3 // from line to line
)

// Cache is where the measures of fonts come from.
func (Letters) Cache() *font.Cache { return font.DefaultCache }

// Extents names no drop, since gonum/plot lifts the labels of an axis by it, which Letters.Draw has no need of.
func (Letters) Extents(f font.Font) font.Extents {
	return font.Extents{Ascent: rise * f.Size, Height: (rise + drop) * f.Size}
}

// Lines takes text apart.
func (Letters) Lines(txt string) []string { return strings.Split(strings.TrimRight(txt, "\n"), "\n") }

// Box is the room that one line takes.
func (Letters) Box(txt string, f font.Font) (width, height, depth vg.Length) {
	return TextWidth(txt, f), rise * f.Size, drop * f.Size
}

// TextWidth is how wide a line of text is at most: the browser's font may be a little wider than Liberation.
func TextWidth(txt string, f font.Font) vg.Length {
	square := 0
	narrow := strings.Map(func(r rune) rune {
		if r >= 0x2e80 { // from here on Unicode has the characters of Chinese, Japanese and Korean
			square++
			return -1
		}
		return r
	}, txt)
	face := font.DefaultCache.Lookup(f, f.Size)
	return 1.06*face.Width(narrow) + vg.Length(square)*f.Size
}

// Draw writes text at a point, where the style aligns it.
func (l Letters) Draw(c vg.Canvas, txt string, sty text.Style, at vg.Point) {
	if txt == "" {
		return
	}
	c.SetColor(sty.Color)
	c.Push()
	defer c.Pop()
	c.Translate(at)
	c.Rotate(sty.Rotation)
	if within, ok := c.(*draw.Canvas); ok {
		c = within.Canvas
	}
	lines := l.Lines(txt)
	block := vg.Length(len(lines)-1) * leading * sty.Font.Size
	// top is the line that the first line of text stands on: text hangs from its point, is centred on it by its capitals,
	// or stands on it.
	var top vg.Length
	switch sty.YAlign {
	case draw.YTop:
		top = -rise * sty.Font.Size
	case draw.YCenter:
		top = (block - capital*sty.Font.Size) / 2
	default:
		top = block
	}
	for i, line := range lines {
		p := vg.Point{Y: top - vg.Length(i)*leading*sty.Font.Size}
		if page, ok := c.(*Canvas); ok {
			page.write(sty.Font, p, anchor(sty.XAlign), line)
			continue
		}
		p.X = vg.Length(sty.XAlign) * TextWidth(line, sty.Font)
		c.FillString(font.DefaultCache.Lookup(sty.Font, sty.Font.Size), p, line)
	}
}

func anchor(x text.XAlignment) string {
	switch {
	case x > -0.25:
		return "start"
	case x > -0.75:
		return "middle"
	}
	return "end"
}
