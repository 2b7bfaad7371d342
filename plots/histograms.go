package plots

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Layer is what a histogram shows of one layer: its activations A, and the gradients of its weights dW, of any shape.
// Either may be empty.
type Layer struct {
	Name  string
	A, DW nn.Matrix
}

// Histograms shows, layer by layer, how the activations and the gradients are spread: whether units are saturated (heaps at
// the ends) or dead (a heap at 0), and whether the gradients vanish or explode from layer to layer. All activations share one
// scale, and all gradients another, so that layers can be compared. It heeds Title.
func Histograms(layers []Layer, options ...Option) {
	histograms(layers, heed("Histograms", options)).show()
}

var (
	activationsOf = words.T("%s: activations", "%s：活性化")
	gradientsOf   = words.T("%s: gradients", "%s：勾配")
	spread        = words.T("%d values from %s to %s, mean %s, standard deviation %s", "%d 個の値。%s から %s、平均 %s、標準偏差 %s")
	notFinite     = words.T("; not numbers: %d", "。数値でないもの %d 個")
	noValues      = words.T("no values", "値がありません")
	countAxis     = words.T("%s · how many", "%s · 個数")
)

func histograms(layers []Layer, o options) figure {
	f := figure{title: o.title, perRow: 2}
	var said []string
	var activations, gradients []float64
	for _, l := range layers {
		activations, gradients = append(activations, entries(l.A)...), append(gradients, entries(l.DW)...)
	}
	scales := [2]scale{scaleOf(activations), scaleOf(gradients)}
	for _, l := range layers {
		for k, one := range []struct {
			name   words.Text
			values nn.Matrix
		}{{activationsOf, l.A}, {gradientsOf, l.DW}} {
			if one.values.IsEmpty() {
				continue
			}
			name := one.name.Fill(l.Name).String()
			bars, line := binned(one.values, scales[k])
			said = append(said, words.Named(name, line).String())
			f.panels = append(f.panels, panel{width: 310, height: 180, draw: bars.chart(countAxis.Fill(name).String(), k).draw})
		}
	}
	f.text = strings.Join(said, "\n")
	if len(said) == 0 {
		f.note = noValues.String()
	}
	return f
}

// bars is a histogram: counts of equal bins from low to high.
type bars struct {
	low, high float64
	counts    []int
}

// scale is a range of numbers, with room where they are all the same.
type scale struct{ low, high float64 }

func scaleOf(values []float64) scale {
	low, high, odd := finiteRange(values...)
	if odd == len(values) {
		return scale{0, 1}
	}
	if high-low <= 1e-12*math.Abs(high) {
		half := max(math.Abs(low)/2, 0.5)
		low, high = low-half, high+half
	}
	return scale{low, high}
}

// binned counts the values in bins of a scale, and says in words how they are spread.
func binned(values nn.Matrix, on scale) (bars, string) {
	all := entries(values)
	low, high, odd := finiteRange(all...)
	if odd == len(all) {
		return bars{on.low, on.high, make([]int, 1)}, noValues.String() + notFinite.Fill(odd).String()
	}
	all = slices.DeleteFunc(all, func(v float64) bool { return !finite(v) })
	mean, deviation := meanAndDeviation(all)
	text := spread.Fill(len(all), number(low), number(high), number(mean), number(deviation)).String()
	if odd > 0 {
		text += notFinite.Fill(odd).String()
	}
	b := bars{low: on.low, high: on.high, counts: make([]int, 30)}
	for _, v := range all {
		k := int((v - b.low) / (b.high - b.low) * float64(len(b.counts)))
		b.counts[min(k, len(b.counts)-1)]++
	}
	return b, text
}

// meanAndDeviation are the mean and the standard deviation, the squares taken of what cannot overflow.
func meanAndDeviation(all []float64) (mean, deviation float64) {
	n, largest := float64(len(all)), 0.0
	for _, v := range all {
		mean += v / n
		largest = max(largest, math.Abs(v))
	}
	if largest < 1e150 {
		largest = 1
	}
	for _, v := range all {
		deviation += (v - mean) / largest * ((v - mean) / largest) / n
	}
	return mean, largest * math.Sqrt(deviation)
}

func (b bars) chart(name string, k int) chart {
	ch := newChart("", name)
	ch.X.Min, ch.X.Max = b.low, b.high
	most := 0
	for _, n := range b.counts {
		most = max(most, n)
	}
	ch.Y.Min, ch.Y.Max = 0, math.Max(1, float64(most)*1.05)
	ch.Y.Tick.Marker = few{}
	ch.X.Tick.Marker = few{}
	ch.Add(barPlot{b, k})
	if b.low < 0 && b.high > 0 {
		ch.curve(draw.LineStyle{Color: soft, Width: 1, Dashes: dashes[2]}, plotter.XYs{{X: 0, Y: 0}, {X: 0, Y: ch.Y.Max}})
	}
	return ch
}

type barPlot struct {
	bars
	k int
}

func (b barPlot) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	width := (b.high - b.low) / float64(len(b.counts))
	var all vg.Path
	for i, n := range b.counts {
		if n == 0 {
			continue
		}
		left, right, top := x(b.low+float64(i)*width)+0.5, x(b.low+float64(i+1)*width)-0.5, y(float64(n))
		all.Move(vg.Point{X: left, Y: y(0)})
		all.Line(vg.Point{X: left, Y: top})
		all.Line(vg.Point{X: right, Y: top})
		all.Line(vg.Point{X: right, Y: y(0)})
		all.Close()
	}
	c.SetColor(palette[b.k])
	c.Fill(all)
}

// few marks a small axis at a few round numbers, with as many decimals as it takes to tell them apart, and with a power of
// ten where all are very small or very large.
type few struct{}

func (few) Ticks(low, high float64) []plot.Tick {
	step := roundStep((high - low) / 4.5)
	write := labels(low, high, step)
	edge := (high - low) / 12 // where a long label would leave the figure
	var ticks []plot.Tick
	for i := math.Ceil(low/step - 1e-9); i*step <= high+1e-9*step; i++ {
		value := i * step
		label := write(value)
		if utf8.RuneCountInString(label) > 7 && (value < low+edge || value > high-edge) {
			label = ""
		}
		ticks = append(ticks, plot.Tick{Value: value, Label: label})
	}
	return ticks
}
