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
	descent(J, w, b, steps, alphas, optionsOf(options)).show()
}

var (
	descentStep  = words.T("step %d", "%d 歩目")
	descentWords = words.T("%s: J = %s at the start, %s after %d steps, at w = %s, b = %s", "%s：はじめは J = %s、%[4]d 歩後は %[3]s（w = %[5]s、b = %[6]s）")
	heightWord   = words.T("lines of equal cost J", "コスト J の等高線")
)

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
		if !finite(w) || !finite(b) || math.Abs(w)+math.Abs(b) > 1e9 {
			break
		}
		p.at = append(p.at, [2]float64{w, b})
	}
	return p
}

func descent(J func(w, b float64) float64, w, b float64, steps int, alphas []float64, o options) figure {
	f := figure{title: o.title, legend: []entry{{name: heightWord.String(), colour: line1}}}
	steps = max(steps, 0)
	var paths []path
	var said []string
	best := [2]float64{w, b}
	for k, a := range alphas {
		p := walk(J, w, b, steps, a)
		paths = append(paths, p)
		f.legend = append(f.legend, entry{name: p.name, colour: palette[k%len(palette)], dashes: dashes[k%len(dashes)]})
		for _, at := range p.at {
			if J(at[0], at[1]) < J(best[0], best[1]) {
				best = at
			}
		}
		last := p.at[len(p.at)-1]
		said = append(said, descentWords.Fill(p.name, number(J(w, b)), number(J(last[0], last[1])), len(p.at)-1, two(last[0]), two(last[1])).String())
	}
	f.text = strings.Join(said, "\n")

	// The window has the lowest place in its middle and the start near its edge; a path that leaves it is cut.
	half := 1.2 * max(math.Abs(w-best[0]), math.Abs(b-best[1]), 1e-3)
	around := window{best[0] - 1.25*half, best[0] + 1.25*half, best[1] - half, best[1] + half}
	g := newGrid(func(X nn.Matrix) nn.Matrix {
		_, m := X.Dims()
		values := make([]float64, m)
		for j := range values {
			values[j] = J(X.At(0, j), X.At(1, j))
		}
		return nn.Row(values...)
	}, around, 120)
	ch := empty(around)
	ch.X.Label.Text, ch.vertical = "w", "b"
	ch.Add(contour{g, heights(g, J(best[0], best[1])), draw.LineStyle{Color: line1, Width: 1}})

	frames := min(steps, 60)
	upTo := func(i int) int { return int(math.Round(float64(i) / float64(max(frames, 1)) * float64(steps))) }
	for i := range frames + 1 {
		var now []string
		for _, p := range paths {
			at := p.at[min(upTo(i), len(p.at)-1)]
			now = append(now, fmt.Sprintf("%s: J = %s", p.name, number(J(at[0], at[1]))))
		}
		f.frames = append(f.frames, descentStep.Fill(upTo(i)).String()+" · "+strings.Join(now, " · "))
	}
	f.panels = []panel{{width: 560, height: 460, draw: ch.draw, frame: func(c draw.Canvas, i int) {
		area := ch.area(c)
		X, Y := ch.Transforms(&area)
		for k, p := range paths {
			var points []vg.Point
			for _, at := range p.at[:min(upTo(i)+1, len(p.at))] {
				points = append(points, vg.Point{X: X(at[0]), Y: Y(at[1])})
			}
			colour := palette[k%len(palette)]
			for _, l := range area.ClipLinesXY(points) {
				line(area, draw.LineStyle{Color: colour, Width: 2, Dashes: dashes[k%len(dashes)]}, l)
			}
			var inside []vg.Point
			for _, p := range points {
				if area.Contains(p) {
					inside = append(inside, p)
				}
			}
			if len(inside) > 0 {
				dots(area, colour, 2.6, inside...)
				dots(area, colour, 4.5, inside[len(inside)-1])
			}
		}
	}}}
	return f
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
