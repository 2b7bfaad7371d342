package scene

import (
	"fmt"
	"image"
	"math"
	"regexp"
	"strings"

	"nekonote/nn/words"
	"nekonote/plots/internal/svg"
)

// Mark is a piece of a drawing.
type Mark string

// Colour is a colour as a page writes it. The zero value is that of the text around the scene.
type Colour string

// The colours of quantities, those of package plots.
const (
	Ink    Colour = "currentColor"
	Blue   Colour = "#1f7ac4"
	Orange Colour = "#d95f0e"
	Green  Colour = "#129371"
	Purple Colour = "#b05ca6"
	Gold   Colour = "#a8800c"
	Grey   Colour = "#808080"
)

// Pen is how a line is drawn. The zero value is a line of one point and a half in the colour of the text.
type Pen struct {
	Colour  Colour
	Width   float64 // 0 for 1.5
	Dashed  bool
	Opacity float64 // 0 for 1
	Fill    Colour  // of what the line encloses; empty for none
	Inside  float64 // the opacity of the fill; 0 for 1
	Arrow   bool    // whether a line ends in a point
}

// Soft is the pen for axes, frames and what only helps.
var Soft = Pen{Opacity: 0.45, Width: 1.25}

// Point is a place, in points from the left and from the top.
type Point struct{ X, Y float64 }

// n writes a number as short as it can be.
func n(x float64) string { return svg.Short(x) }

func (p Pen) attributes() string {
	colour, width := p.Colour, p.Width
	if colour == "" {
		colour = Ink
	}
	if width == 0 {
		width = 1.5
	}
	text := fmt.Sprintf(` stroke="%s" stroke-width="%s"`, colour, n(width))
	if p.Dashed {
		text += ` stroke-dasharray="5 5"`
	} else {
		text += ` pathLength="1"`
	}
	if p.Opacity > 0 {
		text += fmt.Sprintf(` stroke-opacity="%s"`, n(p.Opacity))
	}
	if p.Fill != "" {
		text += fmt.Sprintf(` fill="%s"`, p.Fill)
		if p.Inside > 0 {
			text += fmt.Sprintf(` fill-opacity="%s"`, n(p.Inside))
		}
	}
	return text
}

// Line draws straight lines from point to point.
func Line(pen Pen, points ...Point) Mark {
	var b strings.Builder
	for i, p := range points {
		letter := "L"
		if i == 0 {
			letter = "M"
		}
		b.WriteString(letter + n(p.X) + " " + n(p.Y))
	}
	mark := Mark(fmt.Sprintf(`<path d="%s"%s/>`, b.String(), pen.attributes()))
	if pen.Arrow && len(points) > 1 {
		mark += tip(pen, points[len(points)-2], points[len(points)-1])
	}
	return mark
}

// tip is the point of an arrow.
func tip(pen Pen, from, to Point) Mark {
	const long, wide = 9.0, 4.0
	angle := math.Atan2(to.Y-from.Y, to.X-from.X)
	sin, cos := math.Sincos(angle)
	colour := pen.Colour
	if colour == "" {
		colour = Ink
	}
	opacity := ""
	if pen.Opacity > 0 {
		opacity = fmt.Sprintf(` fill-opacity="%s"`, n(pen.Opacity))
	}
	return Mark(fmt.Sprintf(`<path d="M%s %sL%s %sL%s %sZ" fill="%s"%s/>`, n(to.X), n(to.Y), n(to.X-long*cos-wide*sin), n(to.Y-long*sin+wide*cos),
		n(to.X-long*cos+wide*sin), n(to.Y-long*sin-wide*cos), colour, opacity))
}

// Circle draws a circle.
func Circle(pen Pen, at Point, radius float64) Mark {
	return Mark(fmt.Sprintf(`<circle cx="%s" cy="%s" r="%s"%s/>`, n(at.X), n(at.Y), n(radius), pen.attributes()))
}

// Dot fills a small circle.
func Dot(colour Colour, at Point, radius float64) Mark {
	return Mark(fmt.Sprintf(`<circle cx="%s" cy="%s" r="%s" fill="%s"/>`, n(at.X), n(at.Y), n(radius), colour))
}

// Rect draws a rectangle with slightly rounded corners.
func Rect(pen Pen, left, top, width, height float64) Mark {
	return Mark(fmt.Sprintf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s"%s/>`, n(left), n(top), n(width), n(height), n(min(4, width/4, height/4)), pen.attributes()))
}

// Letters is how text is written. The zero value is of 15 points, in the colour of the text around, centred on its place.
type Letters struct {
	Colour Colour
	Size   float64 // 0 for 15
	Anchor string  // "start", "end"; empty for the middle
	Bold   bool
	Italic bool
}

// Text writes text whose middle height is at a place: a string that is the same in all languages, or a words.Text.
func Text(at Point, said any, l Letters) Mark {
	anchor, size, colour := l.Anchor, l.Size, l.Colour
	if anchor == "" {
		anchor = "middle"
	}
	if size == 0 {
		size = 15
	}
	if colour == "" {
		colour = Ink
	}
	attributes := fmt.Sprintf(` x="%s" y="%s" fill="%s" text-anchor="%s"`, n(at.X), n(at.Y+0.35*size), colour, anchor)
	if size != 15 {
		attributes += fmt.Sprintf(` font-size="%s"`, n(size))
	}
	if l.Bold {
		attributes += ` font-weight="600"`
	}
	if l.Italic {
		attributes += ` font-style="italic"`
	}
	t, translated := said.(words.Text)
	if !translated {
		return Mark(fmt.Sprintf(`<text%s>%s</text>`, attributes, letter(fmt.Sprint(said))))
	}
	var all Mark
	for _, lang := range words.Langs {
		all += Mark(fmt.Sprintf(`<text lang="%s"%s>%s</text>`, lang, attributes, letter(t.In(lang))))
	}
	return all
}

var raised = regexp.MustCompile(`⁽([^⁾]*)⁾(.*)`)

// letter writes text for SVG. What stands between ⁽ and ⁾, the number of a layer, becomes raised letters in square brackets, as the
// formulas have it: Unicode has no raised ones.
func letter(text string) string {
	text = escape(minus(text))
	for {
		found := raised.FindStringSubmatchIndex(text)
		if found == nil {
			return text
		}
		label, rest := text[found[2]:found[3]], text[found[4]:found[5]]
		if rest != "" {
			rest = `<tspan dy="0.4em">` + rest + `</tspan>`
		}
		text = text[:found[0]] + `<tspan dy="-0.55em" font-size="0.72em">[` + plain.Replace(label) + `]</tspan>` + rest
	}
}

var plain = strings.NewReplacer("ˡ", "l", "⁻", "−", "¹", "1", "²", "2", "³", "3", "⁴", "4")

// minus writes negative numbers with the sign that is as wide as a plus.
func minus(s string) string {
	var b strings.Builder
	for i, r := range s {
		if r == '-' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			r = '−'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Picture shows an image; sharp keeps its pixels as squares.
func Picture(img image.Image, left, top, width, height float64, sharp bool) Mark {
	style := ""
	if sharp {
		style = ` style="image-rendering:pixelated"`
	}
	return Mark(fmt.Sprintf(`<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none"%s href="%s"/>`, n(left), n(top), n(width), n(height), style, svg.DataURL(img)))
}

// Grid draws rows × columns of cells, as a matrix is drawn; cell says what fills each of them and what stands in it.
func Grid(left, top, side float64, rows, columns int, cell func(i, j int) (fill Colour, opacity float64, text string)) Mark {
	var all Mark
	for i := range rows {
		for j := range columns {
			fill, opacity, text := cell(i, j)
			x, y := left+float64(j)*side, top+float64(i)*side
			pen := Pen{Opacity: 0.35, Width: 1, Fill: fill, Inside: opacity}
			all += Mark(fmt.Sprintf(`<rect x="%s" y="%s" width="%s" height="%s"%s/>`, n(x), n(y), n(side), n(side), strings.ReplaceAll(pen.attributes(), ` pathLength="1"`, "")))
			if text != "" {
				all += Text(Point{x + side/2, y + side/2}, text, Letters{Size: min(15, side*0.42)})
			}
		}
	}
	return all
}
