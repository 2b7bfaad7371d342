package plots

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/words"
)

// HiddenUnits shows how the accuracy depends on the number of hidden units: for each number in units the accuracy on the
// training set and on the test set, in percent. test may be nil. It heeds Title, and panics where there are not equally
// many.
//
//	plots.HiddenUnits([]int{1, 2, 3, 4, 5, 20, 50}, train, test)
func HiddenUnits(units []int, train, test []float64, options ...Option) {
	hiddenUnits(units, train, test, heed("HiddenUnits", options)).show()
}

var (
	unitsAxis    = words.T("hidden units", "隠れ層のユニット数")
	accuracyAxis = words.T("accuracy, %", "正解率（%）")
	trainWord    = words.T("training set", "訓練データ")
	testWord     = words.T("test set", "テストデータ")
	accuracyOdd  = words.T("Not drawn, because they are no numbers (NaN or infinite): %d.", "%d 個の正解率は数値ではない（NaN または無限大）ため描いていません。")
	bestUnits    = words.T("best: %d hidden units, %s %%", "最良：%d ユニットで %s %%")
)

func hiddenUnits(units []int, train, test []float64, o options) figure {
	if len(units) == 0 || len(train) != len(units) || test != nil && len(test) != len(units) {
		panic(words.T("plots: HiddenUnits wants one accuracy for each number of units: %d numbers, %d for training, %d for the test.",
			"plots: HiddenUnits には、ユニット数ごとに正解率が一つずつ必要です（ユニット数 %d 個、訓練 %d 個、テスト %d 個）。").Fill(len(units), len(train), len(test)).String())
	}
	f := figure{title: o.title}
	ch := newChart(unitsAxis.String(), accuracyAxis.String())
	// The numbers stand at equal distances: 1, 2, 3, 20, 50 are steps, not lengths.
	var ticks plot.ConstantTicks
	for i, n := range units {
		ticks = append(ticks, plot.Tick{Value: float64(i), Label: strconv.Itoa(n)})
	}
	ch.X.Tick.Marker = ticks
	ch.X.Min, ch.X.Max = -0.4, float64(len(units))-0.6
	low, high, odd := finiteRange(append(slices.Clone(train), test...)...)
	if low > high {
		low, high = 0, 100
	}
	if odd > 0 {
		f.note = accuracyOdd.Fill(odd).String()
	}
	var said []string
	for k, one := range []struct {
		name   words.Text
		values []float64
	}{{name: trainWord, values: train}, {name: testWord, values: test}} {
		if one.values == nil {
			continue
		}
		points := make(plotter.XYs, len(units))
		best := 0
		for i, v := range one.values {
			points[i] = plotter.XY{X: float64(i), Y: v}
			if v > one.values[best] || math.IsNaN(one.values[best]) {
				best = i
			}
		}
		colour := palette[k]
		ch.curve(draw.LineStyle{Color: colour, Width: 2, Dashes: dashes[k]}, points)
		ch.Add(marked{points, k})
		f.legend = append(f.legend, entry{name: one.name.String(), colour: colour, dashes: dashes[k]})
		var all []string
		for i, v := range one.values {
			all = append(all, words.Named(units[i], fixed(v, 1)+" %").String())
		}
		said = append(said, words.Named(one.name, strings.Join(all, ", ")+"; "+bestUnits.Fill(units[best], fixed(one.values[best], 1)).String()).String())
	}
	top := high + 1
	if high <= 100 {
		top = min(top, 100)
	}
	ch.Y.Min, ch.Y.Max = around(low-1, top)
	f.text = strings.Join(said, "\n")
	f.panels = []panel{{width: 560, height: 300, draw: ch.draw}}
	return f
}

// marked draws the points of the k-th curve and their values: above them those of the first, below them those of the second.
type marked struct {
	points plotter.XYs
	k      int
}

func (m marked) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	mark, style, aside := dots, centred(lettering(11.5, strong)), vg.Length(8)
	style.YAlign = draw.YBottom
	if m.k > 0 {
		mark, aside = diamonds, -8
		style.YAlign = draw.YTop
	}
	for i, at := range m.points {
		if !finite(at.Y) {
			continue
		}
		place := vg.Point{X: x(at.X), Y: y(at.Y)}
		mark(c, palette[m.k], 4, place)
		style.XAlign = draw.XCenter
		switch before, after := m.steep(i-1, i, y), m.steep(i+1, i, y); {
		case after && !before:
			style.XAlign, place.X = draw.XRight, place.X+4
		case before && !after:
			style.XAlign, place.X = draw.XLeft, place.X-4
		}
		c.FillText(style, vg.Point{X: place.X, Y: place.Y + aside}, fixed(at.Y, 1))
	}
}

// steep reports whether the curve goes from the i-th point to its neighbour through where the value of the i-th would stand.
func (m marked) steep(neighbour, i int, y func(float64) vg.Length) bool {
	if neighbour < 0 || neighbour == len(m.points) || !finite(m.points[neighbour].Y) {
		return false
	}
	up := y(m.points[neighbour].Y) - y(m.points[i].Y)
	return m.k == 0 && up > 40 || m.k > 0 && up < -40
}
