package plots

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/words"
)

// Run is one training: its name in the legend, and the costs that were noted.
type Run struct {
	Name  string
	Costs []float64
}

// LearningRate is a run that is named by its learning rate, as "α = 0.01".
func LearningRate(alpha float64, costs []float64) Run {
	return Run{Name: fmt.Sprintf("α = %v", alpha), Costs: costs}
}

// CostCurve shows how the cost falls from iteration to iteration. It heeds Title, Every and LogScale.
func CostCurve(costs []float64, options ...Option) {
	o := heed("CostCurve", options, "Every", "LogScale")
	costCurve(seriesOf([]Run{{Costs: costs}}, o.every), 0, o).show()
}

// CostCurves shows several trainings in one figure, as of several learning rates. It heeds Title, Every and LogScale.
//
//	plots.CostCurves([]plots.Run{plots.LearningRate(0.01, a), plots.LearningRate(0.001, b)}, plots.Every(100))
func CostCurves(runs []Run, options ...Option) {
	o := heed("CostCurves", options, "Every", "LogScale")
	costCurve(seriesOf(runs, o.every), 0, o).show()
}

var (
	iterationWord = words.T("iteration", "繰り返し回数")
	costWord      = words.T("cost J", "コスト J")
	noCosts       = words.T("There is no cost to draw yet.", "まだ描くコストがありません。")
	diverged      = words.T("From iteration %d on the cost is no longer a number that can be drawn: the learning rate may be too large, or a logarithm was taken of 0.",
		"%d 回目以降、コストが描ける数値ではなくなっています。学習率が大きすぎるか、0 の対数を取っている可能性があります。")
	holes = words.T("Costs that cannot be drawn (NaN or infinite): %d, the first at iteration %d; the curve has gaps there.",
		"%d 個のコストは NaN または無限大で、描けません（最初は %d 回目）。曲線はそこで途切れています。")
	notPositive = words.T("Costs of 0 or less: %d, the first at iteration %d; they have no place on a logarithmic axis. Leave out LogScale to see them.",
		"0 以下のコストが %d 個あり（最初は %d 回目）、対数軸には描けません。LogScale を外すと表示されます。")
	costsInWords = words.T("%scost %s at iteration %d, %s at iteration %d; lowest %s at iteration %d",
		"%sコストは %[3]d 回目に %[2]s、%[5]d 回目に %[4]s。最小は %[7]d 回目の %[6]s")
)

// dashes sets curves apart for eyes that do not tell their colours apart.
var dashes = [][]vg.Length{nil, {7, 3}, {2, 3}, {9, 3, 2, 3}, {4, 2}, {1, 2}}

// series is a run as it is drawn: the iterations at which costs were noted, and these.
type series struct {
	name      string
	at, costs []float64
}

func seriesOf(runs []Run, every int) []series {
	all := make([]series, len(runs))
	for k, run := range runs {
		at := make([]float64, len(run.Costs))
		for i := range at {
			at[i] = float64(i * max(every, 1))
		}
		all[k] = series{run.Name, at, run.Costs}
	}
	return all
}

// costCurve draws runs on an axis that reaches at least to the given iteration.
func costCurve(runs []series, iterations int, o options) figure {
	f := figure{title: o.title}
	ch := newChart(iterationWord.String(), costWord.String())
	if o.logScale {
		ch.logarithmic()
	}
	longest := float64(max(iterations, 1))
	low, high := math.Inf(1), math.Inf(-1)
	var ends []end
	var said []string
	for k, run := range runs {
		if len(run.costs) == 0 {
			continue
		}
		colour, dash := palette[k%len(palette)], dashes[k%len(dashes)]
		points := run.points(o.logScale)
		ch.curve(draw.LineStyle{Color: colour, Width: 2.25, Dashes: dash}, points)
		for _, p := range points {
			longest = max(longest, p.X)
			if finite(p.Y) {
				low, high = min(low, p.Y), max(high, p.Y)
			}
		}
		if last := points[len(points)-1]; finite(last.Y) {
			ends = append(ends, end{last, colour, fixed(last.Y, 4)})
		}
		if run.name != "" {
			f.legend = append(f.legend, entry{name: run.name, colour: colour, dashes: dash})
		}
		said = append(said, run.words())
		if f.note == "" {
			f.note = run.gaps(o.logScale)
		}
	}
	f.text = strings.Join(said, "\n")
	if low > high {
		if f.note == "" {
			f.note = noCosts.String()
		}
		return f
	}
	ch.X.Min, ch.X.Max = 0, longest
	switch {
	case !o.logScale:
		ch.Y.Min, ch.Y.Max = around(min(low, 0), high)
	case low == high:
		ch.Y.Min, ch.Y.Max = low/2, high*2
	default:
		ch.Y.Min, ch.Y.Max = low/1.1, high*1.1
	}
	if len(ends) == 1 {
		ch.Add(ends[0])
	}
	f.panels = []panel{{width: 620, height: 300, draw: ch.draw}}
	return f
}

// points are the costs as points of the chart, thinned to what a screen can show; on a logarithmic axis a cost that is
// not positive has no place.
func (s series) points(logScale bool) plotter.XYs {
	const most = 800
	stride := max((len(s.costs)+most-1)/most, 1)
	var points plotter.XYs
	for i := 0; i < len(s.costs); i += stride {
		if i+stride >= len(s.costs) {
			i = len(s.costs) - 1 // the last one is always shown
		}
		y := s.costs[i]
		if logScale && y <= 0 {
			y = math.NaN()
		}
		points = append(points, plotter.XY{X: s.at[i], Y: y})
	}
	return points
}

// gaps says in words which costs are not drawn; nothing where all are.
func (s series) gaps(logScale bool) string {
	odd, first, last, low, firstLow := 0, -1, -1, 0, -1
	for i, c := range s.costs {
		switch {
		case !finite(c):
			if odd++; first < 0 {
				first = i
			}
		case logScale && c <= 0:
			if low++; firstLow < 0 {
				firstLow = i
			}
		default:
			last = i
		}
	}
	var said []string
	if odd > 0 && first > last {
		said = append(said, diverged.Fill(int(s.at[first])).String())
	} else if odd > 0 {
		said = append(said, holes.Fill(odd, int(s.at[first])).String())
	}
	if low > 0 {
		said = append(said, notPositive.Fill(low, int(s.at[firstLow])).String())
	}
	return words.Sentences(said...)
}

func (s series) words() string {
	name := s.name
	if name != "" {
		name += ": "
	}
	last, low := len(s.costs)-1, 0
	for i, c := range s.costs {
		if c < s.costs[low] || !finite(s.costs[low]) {
			low = i
		}
	}
	six := func(i int) string { return fixed(s.costs[i], 6) }
	return costsInWords.Fill(name, six(0), int(s.at[0]), six(last), int(s.at[last]), six(low), int(s.at[low])).String()
}

// around widens a range to round numbers, so that a curve does not touch the edge.
func around(low, high float64) (float64, float64) {
	low, high = apart(low, high)
	step := roundStep((high - low) / 5)
	return math.Floor(low/step+1e-9) * step, math.Ceil(high/step-1e-9) * step
}

// end marks where a curve ends, with the value there.
type end struct {
	at     plotter.XY
	colour color.Color
	value  string
}

func (e end) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	at := vg.Point{X: x(e.at.X), Y: y(e.at.Y)}
	dots(c, e.colour, 4, at)
	style := lettering(12, strong)
	style.Font.Weight = 2
	style.XAlign, style.YAlign = draw.XRight, draw.YBottom
	if e.at.X < (p.X.Min+p.X.Max)/2 {
		style.XAlign = draw.XLeft
	}
	c.FillText(style, vg.Point{X: at.X + 4, Y: at.Y + 9}, e.value)
}
