// Package scene draws the pictures that a lecture is told with: drawings whose parts have names, so that a sentence can make one
// appear, draw it stroke by stroke, move it along a parameter or put light on it.
//
//	s := scene.New()
//	s.Add("axes", axes.Frame("x", "f(x)"))
//	s.Add("road", axes.Curve(scene.Pen{Colour: scene.Blue, Width: 3}, f))
//	s.Film("tangent", scene.Steps(-2, 2, 41), func(x float64) []scene.Mark { … })
//	s.Formula(320, 330, 26, scene.Term{"left", `\frac{f(x+h)-f(x)}{h}`}, scene.Term{"right", `\approx f'(x)`})
//
// A scene knows no lecture: which part is seen when is the lecture's text. It is drawn on 640 × 360 points and takes the colour of
// the text around it; what stands for a quantity has a colour of its own, as in package plots. The zero state shows nothing.
package scene

import (
	"fmt"
	"html"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/wyatt915/treeblood"

	"nekonote/nn/words"
	"nekonote/plots/internal/svg"
)

// The size of every scene, in points.
const (
	Width  = 640.0
	Height = 360.0
)

// Scene is a drawing with named parts. New makes an empty one.
type Scene struct {
	Parts []Part
	lines []line
}

// Part is one thing that can be seen or not.
type Part struct {
	Name   string
	Values []float64 // of its parameter, one a frame, ascending; nil for what does not move
	Term   bool      // whether it is a term of a formula
	frames []string  // SVG; MathML for a term
	apart  bool      // whether there is room before a term
}

// line is a formula: its place, its size, and which parts are its terms.
type line struct {
	x, y, size float64
	from, to   int
}

// Term is a piece of a formula: its name as a part, and its TeX.
type Term struct{ Name, TeX string }

// New returns a scene in which there is nothing yet.
func New() *Scene { return &Scene{} }

// Part returns the part of that name, and its number.
func (s *Scene) Part(name string) (p Part, at int, found bool) {
	at = slices.IndexFunc(s.Parts, func(p Part) bool { return p.Name == name })
	if at < 0 {
		return Part{}, at, false
	}
	return s.Parts[at], at, true
}

func (s *Scene) add(p Part) {
	if _, _, twice := s.Part(p.Name); twice {
		panic(fmt.Sprintf("scene: there are two parts %q", p.Name))
	}
	s.Parts = append(s.Parts, p)
}

// Add adds a part that does not move. Later parts lie over earlier ones.
func (s *Scene) Add(name string, marks ...Mark) {
	s.add(Part{Name: name, frames: []string{join(marks)}})
}

// Film adds a part that moves along a parameter: draw is what it looks like at each of the values.
func (s *Scene) Film(name string, values []float64, draw func(value float64) []Mark) {
	p := Part{Name: name, Values: values}
	for _, v := range values {
		p.frames = append(p.frames, join(draw(v)))
	}
	s.add(p)
}

// Steps are n values at equal distances, both ends included.
func Steps(from, to float64, n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = from + (to-from)*float64(i)/float64(n-1)
	}
	return all
}

// Frame is the frame whose value is nearest.
func (p Part) Frame(value float64) int {
	best := 0
	for i, v := range p.Values {
		if math.Abs(v-value) < math.Abs(p.Values[best]-value) {
			best = i
		}
	}
	return best
}

// Formula adds a formula, whose middle is at (x, y), of terms that appear one by one. It panics where the TeX cannot be read.
func (s *Scene) Formula(x, y, size float64, terms ...Term) {
	l := line{x: x, y: y, size: size, from: len(s.Parts)}
	for _, t := range terms {
		mathml, err := treeblood.InlineStyle(`\displaystyle `+t.TeX, nil)
		if err != nil {
			panic(fmt.Sprintf("scene: the formula %s: %v", t.TeX, err))
		}
		if strings.HasPrefix(t.TeX, "{}") { // the sign stands between two numbers, not before one
			mathml = strings.Replace(mathml, "<mo>−</mo>", `<mo form="infix">−</mo>`, 1)
		}
		// The room before a term is not lit up with it.
		said := spaced(mathml)
		rest := room.ReplaceAllString(said, "$1")
		s.add(Part{Name: t.Name, Term: true, frames: []string{rest}, apart: rest != said})
	}
	l.to = len(s.Parts)
	s.lines = append(s.lines, l)
}

var (
	tag     = regexp.MustCompile(`<(\w+)((?: [\w-]+="[^"]*")+)>`)
	given   = regexp.MustCompile(`[\w-]+="[^"]*"`)
	source  = regexp.MustCompile(`(?s)<annotation.*?</annotation>|</?semantics[^>]*>`)
	sign    = regexp.MustCompile(`^(<math><mrow>(?:<mstyle[^>]*>)?)<mo>([=+≈·⋅→])`)
	becomes = regexp.MustCompile(`<mo[^>]*>:</mo><mo[^>]*>=</mo>`)
	room    = regexp.MustCompile(`^(<math><mrow>(?:<mstyle[^>]*>)?)<mspace width="2.00em"></mspace>`)
	named   = regexp.MustCompile(`<mi lspace="[^"]*">(\w+)</mi>`)
	applied = regexp.MustCompile(`(<mi>\w{2,}</mi>)(<mi>)`)
	blanks  = regexp.MustCompile(`>\s+<`)
)

// spaced drops the TeX that goes along, puts attributes in order, since they come in another one each time, gives a sign at the
// beginning the room that it has within a formula, and sets the names of functions off from letters beside them.
func spaced(mathml string) string {
	mathml = strings.TrimSpace(blanks.ReplaceAllString(source.ReplaceAllString(mathml, ""), "><"))
	mathml = tag.ReplaceAllStringFunc(mathml, func(all string) string {
		name, attributes := tag.FindStringSubmatch(all)[1], given.FindAllString(all, -1)
		if name == "math" {
			return "<math>"
		}
		slices.Sort(attributes)
		return "<" + name + " " + strings.Join(attributes, " ") + ">"
	})
	mathml = becomes.ReplaceAllString(mathml, `<mo>:=</mo>`)
	mathml = named.ReplaceAllString(mathml, `<mspace width="0.17em"></mspace><mi>$1</mi>`)
	mathml = applied.ReplaceAllString(mathml, `$1<mspace width="0.17em"></mspace>$2`)
	return sign.ReplaceAllString(mathml, `$1<mo form="infix">$2`)
}

// State is what is seen of a scene: for each part whether it is on, its frame, and whether light is on it.
type State []Look

// Look is how one part is seen.
type Look struct {
	On, Marked bool
	Frame      int
}

// Blank is the state in which nothing is seen yet.
func (s *Scene) Blank() State { return make(State, len(s.Parts)) }

// Spotlit reports whether light is on a part of the drawing, so that the other ones step back.
func (s *Scene) Spotlit(state State) bool {
	for i, look := range state {
		if look.Marked && !s.Parts[i].Term {
			return true
		}
	}
	return false
}

// back is the opacity of what steps back.
const back = "0.28"

const (
	open = `<svg viewBox="0 0 640 360" font-size="15" fill="none" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true" style="display:block;width:100%;height:auto">`
	box  = `<div style="position:relative;container-type:inline-size;width:100%">`
)

// HTML is the scene with all its parts, none of them seen: the player shows them. Where states are given, what none of them shows,
// nor is on the way from one of them to another, is left empty.
func (s *Scene) HTML(states ...State) string {
	var b strings.Builder
	b.WriteString(box + open)
	for i, p := range s.Parts {
		if p.Term {
			continue
		}
		from, to := p.needed(i, states)
		fmt.Fprintf(&b, `<g data-part="%d">`, i)
		for k, frame := range p.frames {
			if k < from || k > to {
				frame = ""
			}
			if len(p.frames) > 1 {
				frame = fmt.Sprintf(`<g data-frame="%d">%s</g>`, k, frame)
			}
			b.WriteString(frame)
		}
		b.WriteString(`</g>`)
	}
	b.WriteString(`</svg>`)
	for _, l := range s.lines {
		b.WriteString(l.open())
		for i := l.from; i < l.to; i++ {
			fmt.Fprintf(&b, `<span data-part="%d" class="term" style="%s">%s</span>`, i, s.Parts[i].place(), s.Parts[i].frames[0])
		}
		b.WriteString(`</div>`)
	}
	b.WriteString(`</div>`)
	return b.String()
}

// needed are the first and the last frame of the part with that number that some states need: all where no states are given, and
// none (0, −1) where it is never seen.
func (p Part) needed(number int, states []State) (from, to int) {
	if len(states) == 0 {
		return 0, len(p.frames) - 1
	}
	from, to = len(p.frames), -1
	for _, state := range states {
		if look := state[number]; look.On {
			from, to = min(from, look.Frame), max(to, look.Frame)
		}
	}
	return from, to
}

func (l line) open() string {
	return fmt.Sprintf(`<div class="formula" style="position:absolute;left:%s%%;top:%s%%;transform:translate(-50%%,-50%%);font-size:%scqw;white-space:nowrap">`,
		svg.Short(100*l.x/Width), svg.Short(100*l.y/Height), svg.Short(100*l.size/Width))
}

// place is how a term stands in its formula: as a block, so that light on it falls on all of its height.
func (p Part) place() string {
	if p.apart {
		return "display:inline-block;margin-left:2em"
	}
	return "display:inline-block"
}

// Still is the scene in one state, in one language: a picture that needs neither script nor style sheet.
func (s *Scene) Still(state State, lang words.Lang) string {
	var b strings.Builder
	b.WriteString(box + open)
	dim := s.Spotlit(state)
	for i, p := range s.Parts {
		switch {
		case p.Term || !state[i].On:
		case dim && !state[i].Marked:
			fmt.Fprintf(&b, `<g opacity="%s">%s</g>`, back, p.frames[state[i].Frame])
		default:
			b.WriteString(p.frames[state[i].Frame])
		}
	}
	b.WriteString(`</svg>`)
	for _, l := range s.lines {
		b.WriteString(l.open())
		for i := l.from; i < l.to; i++ {
			look := ""
			if !state[i].On {
				look = ";visibility:hidden"
			} else if state[i].Marked {
				look = ";background:rgba(217,160,14,.28);border-radius:.2em"
			}
			fmt.Fprintf(&b, `<span style="%s%s">%s</span>`, s.Parts[i].place(), look, s.Parts[i].frames[0])
		}
		b.WriteString(`</div>`)
	}
	b.WriteString(`</div>`)
	return only(b.String(), lang)
}

var inLanguage = regexp.MustCompile(`<text lang="([^"]*)"[^>]*>.*?</text>`)

// only leaves out the letters of other languages.
func only(page string, lang words.Lang) string {
	return inLanguage.ReplaceAllStringFunc(page, func(text string) string {
		if inLanguage.FindStringSubmatch(text)[1] == string(lang) {
			return text
		}
		return ""
	})
}

func join(marks []Mark) string {
	var b strings.Builder
	for _, m := range marks {
		b.WriteString(string(m))
	}
	return b.String()
}

func escape(s string) string { return html.EscapeString(s) }
