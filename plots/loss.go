package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/words"
)

// Loss shows how dear a wrong answer is: −log(a) where the truth is 1, −log(1−a) where it is 0. It heeds Title.
func Loss(options ...Option) {
	loss(heed("Loss", options)).show()
}

var (
	lossOne  = words.T("truth y = 1: loss −log(a)", "正解 y = 1：損失 −log(a)")
	lossZero = words.T("truth y = 0: loss −log(1 − a)", "正解 y = 0：損失 −log(1 − a)")
	lossAxis = words.T("a, the probability that the network gives", "a：ネットワークが出す確率")
	lossWord = words.T("loss", "損失")
	lossNote = words.T("A sure and right answer costs almost nothing; a sure and wrong one costs without limit.",
		"自信のある正解なら損失はほぼ 0 です。自信満々で間違えると、損失はどこまでも大きくなります。")
)

func loss(o options) figure {
	f := figure{title: o.title, note: lossNote.String(), legend: []entry{
		{name: lossOne.String(), colour: orange}, {name: lossZero.String(), colour: blue, dashes: dashes[1]}}}
	ch := newChart(lossAxis.String(), lossWord.String())
	one := func(a float64) float64 { return -math.Log(a) }
	zero := func(a float64) float64 { return -math.Log(1 - a) }
	end := math.Exp(-5) // where the curve leaves the figure
	ch.curve(draw.LineStyle{Color: blue, Width: 2.5, Dashes: dashes[1]}, sample(zero, 0, 1-end, 400, -1))
	ch.curve(draw.LineStyle{Color: orange, Width: 2.5}, sample(one, end, 1, 400, -1))
	ch.X.Min, ch.X.Max, ch.Y.Min, ch.Y.Max = 0, 1, 0, 5
	f.panels = []panel{{width: 520, height: 320, draw: ch.draw}}
	var said []string
	for _, a := range []float64{0.01, 0.1, 0.5, 0.9, 0.99} {
		said = append(said, fmt.Sprintf("a = %v: −log(a) = %.4f, −log(1 − a) = %.4f", a, one(a), math.Abs(zero(a))))
	}
	f.text = strings.Join(said, "\n")
	return f
}
