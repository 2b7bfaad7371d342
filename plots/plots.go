// Package plots draws the figures of the course: cost curves, pictures, decision boundaries, networks.
//
// Every figure is one function that ends by showing it below the cell: in a notebook as drawing, elsewhere as the words
// and numbers that it would show. Options such as Title or LogScale come last; each function says which ones it heeds,
// and refuses any other.
//
//	plots.CostCurve(costs, plots.Every(100))
//	plots.Gallery(plots.Pictures(X), plots.Labels(Y, "not a cat", "cat"), plots.Probabilities(A))
//
// A figure takes the colours of the page it stands on, light or dark, by inheriting the colour of its text; what stands
// for a quantity has a colour of its own, chosen to be told apart by everyone, and never the colour alone.
package plots

import (
	"fmt"
	"html"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/words"
	"nekonote/plots/display"
	"nekonote/plots/internal/svg"
)

// figure is what every function of this package makes, before it is shown.
type figure struct {
	title  string   // one line above, may be empty
	legend []entry  // what the colours mean
	panels []panel  // drawings, side by side where there is room
	frames []string // what each step of the slider shows, in words; empty for a still figure
	perRow int      // how many panels stand in a row; 0 for as many as leave none alone
	start  int      // the frame that is seen first; 0 for the last one
	body   string   // HTML that stands instead of drawings: pictures
	wakes  string   // HTML below the drawings with the script that moves them
	note   string   // a sentence below
	text   string   // the figure in words and numbers
}

// panel is one drawing on a canvas of width × height points, a point being a CSS pixel. In a figure with frames, frame
// draws what each of them adds, and over what lies above them all; either may be nil.
type panel struct {
	width, height float64
	draw          func(c draw.Canvas)
	frame         func(c draw.Canvas, i int)
	over          func(c draw.Canvas)
}

// entry is a line of the legend.
type entry struct {
	name   string
	colour color.Color
	dashes []vg.Length                                                               // of a line; nil for an unbroken one
	mark   func(c draw.Canvas, colour color.Color, radius vg.Length, at ...vg.Point) // dots or diamonds; nil for a line
}

// show ends every figure.
func (f figure) show() {
	display.HTML(f.html(), f.words())
}

// words is the plain twin: title, what is seen, the note.
func (f figure) words() string {
	var lines []string
	for _, part := range []string{f.title, f.text, f.note} {
		if part != "" {
			lines = append(lines, strings.TrimRight(part, "\n"))
		}
	}
	return strings.Join(lines, "\n")
}

// fonts have the widths that letters reckons with, wherever one of them is there; those for Japanese are named because a
// browser would otherwise take Chinese forms.
const fonts = `'Helvetica Neue',Helvetica,Arial,'Liberation Sans','Hiragino Sans','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif`

// html is the figure for the eye.
func (f figure) html() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<div class="nekonote-figure" lang="%s" style="margin:.6em 0;line-height:1.4;font-family:%s;color:var(--jp-content-font-color1,currentColor)">`, words.Current(), fonts)
	if f.title != "" {
		fmt.Fprintf(&b, `<div style="font-weight:600;font-size:15px;margin-bottom:.3em">%s</div>`, html.EscapeString(f.title))
	}
	b.WriteString(f.key())
	b.WriteString(f.body)
	if len(f.panels) > 0 {
		fmt.Fprintf(&b, `<div data-panels="" style="display:flex;flex-wrap:wrap;gap:%dpx%s">`, panelGap, f.rows())
		for i, p := range f.panels {
			said := ""
			if i == 0 {
				said = f.words()
			}
			b.WriteString(p.svg(said, len(f.frames), f.seen()))
		}
		b.WriteString(`</div>`)
	}
	b.WriteString(f.slider())
	b.WriteString(f.wakes)
	if f.note != "" {
		fmt.Fprintf(&b, `<div style="font-size:13px;opacity:.75;margin-top:.3em;max-width:46em">%s</div>`, html.EscapeString(f.note))
	}
	b.WriteString(`</div>`)
	return b.String()
}

// panelGap is how far apart panels stand, and pageWidth what there is for a row of them on a page that is not wide.
const panelGap, pageWidth = 12, 780

// inRow is how many of n small panels stand in a row, so that none is left over alone in the last one.
func inRow(n int) int {
	if n <= 4 {
		return max(n, 1)
	}
	for _, columns := range []int{3, 4, 5} {
		if n%columns != 1 {
			return columns
		}
	}
	return 4
}

// small is how wide each of n panels is that stand in rows.
func small(n int) float64 {
	columns := float64(inRow(n))
	return min(230, math.Floor((pageWidth-panelGap*(columns-1))/columns))
}

// rows is how wide the panels' rows are, where there are several of one width.
func (f figure) rows() string {
	n := len(f.panels)
	columns := inRow(n)
	if f.perRow > 0 {
		columns = f.perRow
	}
	if n < 2 || slices.ContainsFunc(f.panels, func(p panel) bool { return p.width != f.panels[0].width }) {
		return ""
	}
	return fmt.Sprintf(";max-width:%.0fpx", float64(columns)*f.panels[0].width+float64(columns-1)*panelGap+1)
}

// key is the legend: a sample of each line or point beside its name.
func (f figure) key() string {
	if len(f.legend) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<div style="display:flex;flex-wrap:wrap;gap:2px 18px;font-size:13px;margin-bottom:.2em">`)
	for _, e := range f.legend {
		sample := svg.New(24, 12)
		if e.mark != nil {
			e.mark(draw.NewCanvas(sample, 24, 12), e.colour, 4.5, vg.Point{X: 16, Y: 6})
		} else {
			line(draw.NewCanvas(sample, 24, 12), draw.LineStyle{Color: e.colour, Width: 2.5, Dashes: e.dashes}, []vg.Point{{X: 1, Y: 6}, {X: 23, Y: 6}})
		}
		fmt.Fprintf(&b, `<span style="white-space:nowrap">%s %s</span>`, sample.Inline(), html.EscapeString(e.name))
	}
	b.WriteString(`</div>`)
	return b.String()
}

// seen is the frame that is seen before the slider is moved.
func (f figure) seen() int {
	if f.start > 0 {
		return f.start
	}
	return len(f.frames) - 1
}

// svg is the panel as an SVG element, the frames as groups of which one is seen. said is what a screen reader says.
func (p panel) svg(said string, frames, seen int) string {
	c := svg.New(p.width, p.height)
	whole := draw.NewCanvas(c, vg.Length(p.width), vg.Length(p.height))
	p.draw(whole)
	if p.frame != nil {
		for i := range frames {
			c.BeginFrame(i == seen)
			p.frame(whole, i)
			c.EndFrame()
		}
	}
	if p.over != nil {
		p.over(whole)
	}
	return c.Element(said)
}
