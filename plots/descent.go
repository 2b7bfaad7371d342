package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Descent shows gradient descent as seen from above: the cost J over w and b as a bowl with lines of equal height, and the
// path from (w, b) downhill, of so many steps, for each learning rate. A slider walks along the paths. The gradient is
// found by small steps, so J may be any smooth function. It heeds Title.
//
//	plots.Descent(func(w, b float64) float64 { return w*w + 4*b*b }, 3, 2, 20, []float64{0.02, 0.1, 0.24})
func Descent(J func(w, b float64) float64, w, b float64, steps int, alphas []float64, options ...Option) {
	descent(J, w, b, steps, alphas, heed("Descent", options)).show()
}

var (
	descentStep  = words.T("step %d", "%d 歩目")
	descentWords = words.T("%s: J = %s at the start, %s after %d steps, at w = %s, b = %s", "%s：はじめは J = %s、%[4]d 歩後は %[3]s（w = %[5]s、b = %[6]s）")
	noRates      = words.T("plots: Descent needs at least one learning rate, such as []float64{0.1}.", "plots: Descent には、[]float64{0.1} のように、学習率を一つ以上渡してください。")
	noStart      = words.T("plots: Descent needs a start below 10⁹ at which J is a number; at w = %s, b = %s it is %s.", "plots: Descent の出発点は 10⁹ 未満で、J が数値になる所でなければなりません。w = %s、b = %s で J = %s です。")
	heightWord   = words.T("lines of equal cost J", "コスト J の等高線")
)

// farOff is where a path is no longer followed.
const farOff = 1e9

// path is one descent: the places after 0, 1, 2 … steps.
type path struct {
	name string
	at   [][2]float64
}

func walk(J func(w, b float64) float64, w, b float64, steps int, alpha float64) path {
	p := path{fmt.Sprintf("α = %v", alpha), [][2]float64{{w, b}}}
	for range steps {
		dw := slopeAt(func(w float64) float64 { return J(w, b) }, w)
		db := slopeAt(func(b float64) float64 { return J(w, b) }, b)
		w, b = w-alpha*dw, b-alpha*db
		if !finite(w) || !finite(b) || math.Abs(w)+math.Abs(b) > farOff {
			break
		}
		p.at = append(p.at, [2]float64{w, b})
	}
	return p
}

func descent(J func(w, b float64) float64, w, b float64, steps int, alphas []float64, o options) figure {
	mustBeGiven("J", J != nil)
	if len(alphas) == 0 {
		panic(noRates.String())
	}
	if !(math.Abs(w)+math.Abs(b) <= farOff) || !finite(J(w, b)) {
		panic(noStart.Fill(number(w), number(b), number(J(w, b))).String())
	}
	f := figure{title: o.title, legend: []entry{{name: heightWord.String(), colour: medium}}}
	var said []string
	d := descents{J: J, steps: max(steps, 0)}
	for k, a := range alphas {
		p := walk(J, w, b, d.steps, a)
		d.paths = append(d.paths, p)
		f.legend = append(f.legend, entry{name: p.name, colour: palette[k%len(palette)], dashes: dashes[k%len(dashes)]})
		last := p.at[len(p.at)-1]
		said = append(said, descentWords.Fill(p.name, number(J(w, b)), number(J(last[0], last[1])), len(p.at)-1, two(last[0]), two(last[1])).String())
	}
	f.text = strings.Join(said, "\n")
	d.chart = d.bowl(w, b)
	for i := range d.frames() + 1 {
		var now []string
		for _, p := range d.paths {
			at := p.at[min(d.upTo(i), len(p.at)-1)]
			now = append(now, words.Named(p.name, "J = "+number(J(at[0], at[1]))).String())
		}
		f.frames = append(f.frames, descentStep.Fill(d.upTo(i)).String()+" · "+strings.Join(now, " · "))
	}
	f.panels = []panel{{width: 560, height: 460, draw: d.chart.draw, frame: d.frame}}
	return f
}

// descents are several paths through one bowl.
type descents struct {
	J     func(w, b float64) float64
	steps int
	paths []path
	chart chart
}

// frames is how many frames there are beside the start; upTo is how many steps one of them shows.
func (d descents) frames() int { return min(d.steps, 60) }

func (d descents) upTo(frame int) int {
	return int(math.Round(float64(frame) / float64(max(d.frames(), 1)) * float64(d.steps)))
}

// bowl draws J in a window that has the lowest place in its middle and the start near its edge; a path that leaves it is
// cut.
func (d descents) bowl(w, b float64) chart {
	best := [2]float64{w, b}
	for _, p := range d.paths {
		for _, at := range p.at {
			if d.J(at[0], at[1]) < d.J(best[0], best[1]) {
				best = at
			}
		}
	}
	half := 1.2 * max(math.Abs(w-best[0]), math.Abs(b-best[1]), 1e-3)
	around := window{best[0] - 1.25*half, best[0] + 1.25*half, best[1] - half, best[1] + half}
	around.left, around.right = apart(around.left, around.right)
	around.bottom, around.top = apart(around.bottom, around.top)
	g := newGrid(func(X nn.Matrix) nn.Matrix {
		_, m := X.Dims()
		values := make([]float64, m)
		for j := range values {
			values[j] = d.J(X.At(0, j), X.At(1, j))
		}
		return nn.Row(values...)
	}, around, 120)
	ch := empty(around)
	ch.X.Label.Text, ch.vertical = "w", "b"
	ch.Add(contour{g, heights(g, d.J(best[0], best[1])), draw.LineStyle{Color: medium, Width: 1}})
	return ch
}

// frame draws the paths as far as a frame shows them, with a dot for each step.
func (d descents) frame(c draw.Canvas, i int) {
	area := d.chart.area(c)
	X, Y := d.chart.Transforms(&area)
	for k, p := range d.paths {
		var points, inside []vg.Point
		for _, at := range p.at[:min(d.upTo(i)+1, len(p.at))] {
			point := vg.Point{X: X(at[0]), Y: Y(at[1])}
			points = append(points, point)
			if area.Contains(point) {
				inside = append(inside, point)
			}
		}
		colour := palette[k%len(palette)]
		for _, l := range area.ClipLinesXY(points) {
			line(area, draw.LineStyle{Color: colour, Width: 2, Dashes: dashes[k%len(dashes)]}, l)
		}
		if len(inside) > 0 {
			dots(area, colour, 2.6, inside...)
			dots(area, colour, 4.5, inside[len(inside)-1])
		}
	}
}

// heights are the levels of the contour lines: closer together near the bottom, as the squares of equal steps.
func heights(g grid, lowest float64) []float64 {
	high := math.Inf(-1)
	for _, v := range g.values {
		if finite(v) {
			high = max(high, v)
		}
	}
	const lines = 12
	var levels []float64
	for i := 1; i <= lines; i++ {
		t := float64(i) / (lines + 1)
		levels = append(levels, lowest+(high-lowest)*t*t)
	}
	return levels
}
