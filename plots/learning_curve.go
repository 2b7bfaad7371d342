package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/words"
)

// Learned is one training for a learning curve: from so many examples, with these percentages of right answers afterwards.
type Learned struct {
	Examples    int
	Train, Test float64
}

// LearningCurve shows how much is gained by more examples: for each number of them how much is right in training and in the
// test, in percent. It heeds Title.
func LearningCurve(all []Learned, options ...Option) {
	learningCurve(all, heed("LearningCurve", options)).show()
}

var (
	examplesWord = words.T("pictures learned from", "訓練に使った枚数")
	learnedSaid  = words.T("%d: training set %s %%, test set %s %%", "%d 枚：訓練データ %s %%、テストデータ %s %%")
	noneLearned  = words.T("There is no training to draw yet.", "まだ描く訓練がありません。")
)

func learningCurve(all []Learned, o options) figure {
	f := figure{title: o.title}
	ch := newChart(examplesWord.String(), accuracyAxis.String())
	train, test := make(plotter.XYs, len(all)), make(plotter.XYs, len(all))
	most := 0
	var said []string
	for i, l := range all {
		most = max(most, l.Examples)
		train[i], test[i] = share(l.Examples, l.Train), share(l.Examples, l.Test)
		said = append(said, learnedSaid.Fill(l.Examples, fixed(l.Train, 1), fixed(l.Test, 1)).String())
	}
	f.text = strings.Join(said, "\n")
	if most == 0 {
		f.note = noneLearned.String()
		return f
	}
	for k, points := range []plotter.XYs{train, test} {
		ch.curve(draw.LineStyle{Color: palette[k], Width: 2.25, Dashes: dashes[k]}, points)
		if last := points[len(points)-1]; finite(last.Y) {
			ch.Add(end{last, palette[k], fmt.Sprintf("%s %%", fixed(last.Y, 1))})
		}
		f.legend = append(f.legend, entry{name: []words.Text{trainWord, testWord}[k].String(), colour: palette[k], dashes: dashes[k]})
	}
	ch.X.Min, ch.X.Max = 0, float64(most)
	ch.Y.Min, ch.Y.Max = 0, 100
	f.panels = []panel{{width: 620, height: 300, draw: ch.draw}}
	return f
}

// share is a point of the curve; a percentage that is none leaves a gap.
func share(examples int, percent float64) plotter.XY {
	if !(percent >= 0 && percent <= 100) {
		percent = math.NaN()
	}
	return plotter.XY{X: float64(examples), Y: percent}
}
