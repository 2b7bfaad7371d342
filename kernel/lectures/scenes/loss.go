package scenes

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week1/loss"] = map[string]func() *Scene{"forecast": lossForecast, "curve": lossCurve, "push": lossPush}
}

// logLoss is the loss of one answer, as nn computes the cost of a single example.
func logLoss(a, y float64) float64 { return nn.Cost(nn.Row(a), nn.Row(y)) }

// lossForecast shows two forecasters on the same rainy days.
func lossForecast() *Scene {
	s := newScene()
	days := []float64{1, 1, 0, 1}
	answers := map[string][]float64{"careful": {0.8, 0.7, 0.2, 0.75}, "boastful": {0.99, 0.99, 0.01, 0.01}}
	titles := map[string]words.Text{"careful": words.T("the careful one", "慎重な人"), "boastful": words.T("the boastful one", "自信家")}
	column := func(i int) float64 { return 210 + 85*float64(i) }
	s.Add("days", text(at(90, 50), words.T("what came", "実際の天気"), Letters{}))
	for i, y := range days {
		sign, colour := "☀", gold
		if y == 1 {
			sign, colour = "☂", blue
		}
		s.Add(fmt.Sprint("day", i+1), text(at(column(i), 50), sign, large(colour, 30)))
	}
	for row, who := range []string{"careful", "boastful"} {
		y := 125 + 95*float64(row)
		marks := []Mark{text(at(90, y), titles[who], Letters{Bold: true})}
		var losses []Mark
		for i, a := range answers[who] {
			marks = append(marks, text(at(column(i), y), fixed(100*a, 0)+" %", large("", 17)))
			right := (a > 0.5) == (days[i] > 0.5)
			colour := green
			if !right {
				colour = orange
			}
			losses = append(losses, text(at(column(i), y+28), fixed(logLoss(a, days[i]), 2), bold(colour)))
		}
		s.Add(who, marks...)
		s.Add(who+".loss", losses...)
		s.Add(who+".cost", text(at(590, y+28), fixed(nn.Cost(nn.Row(answers[who]...), nn.Row(days...)), 2), large("", 20)), text(at(590, y), words.T("mean", "平均"), Letters{Size: 13}))
	}
	s.Add("fourth", rect(Pen{Colour: orange, Width: 2.5}, column(3)-36, 22, 72, 240))
	return s
}

func lossCurve() *Scene {
	s := newScene()
	a := Axes{X0: -0.04, X1: 1.04, Y0: -0.3, Y1: 5, Left: 40, Top: 20, Width: 360, Height: 270}
	one := func(x float64) float64 { return -math.Log(x) }
	zero := func(x float64) float64 { return -math.Log(1 - x) }
	s.Add("axes", a.Frame(words.T("answer a", "答え a"), words.T("loss L", "損失 L"), 0.5))
	s.Add("one", a.Part(in(orange, thick), one, 0.0068, 1))
	s.Add("zero", a.Part(in(blue, thick), zero, 0, 0.9932))
	s.Film("point", steps(0.01, 0.99, 99), func(x float64) []Mark {
		return []Mark{a.Line(in(orange, thin), x, 0, x, logLoss(x, 1)), dot(orange, a.At(x, logLoss(x, 1)), 7), text(at(300, 60), fmt.Sprintf("a = %s", fixed(x, 2)), large("", 17)), text(at(300, 86), fmt.Sprintf("L = %s", fixed(logLoss(x, 1), 2)), large(orange, 17))}
	})
	s.Add("truth", text(at(530, 70), words.T("truth y = 1:", "正解が y = 1 のとき"), bold(orange)))
	s.Formula(530, 105, 24, term("minuslog", `L=-\log a`))
	s.Add("other", text(at(530, 165), words.T("truth y = 0:", "正解が y = 0 のとき"), bold(blue)))
	s.Formula(530, 200, 24, term("minuslog0", `L=-\log(1-a)`))
	s.Formula(320, 330, 23, term("L", `L=-\big(`), term("first", `y\log a`), term("second", `{}+(1-y)\log(1-a)`), term("close", `\big)`))
	return s
}

// lossPush compares how strongly two losses pull at a neuron that is sure and wrong.
func lossPush() *Scene {
	s := newScene()
	a := Axes{X0: -8.4, X1: 4.4, Y0: -0.2, Y1: 1.25, Left: 40, Top: 24, Width: 560, Height: 220}
	squared := func(z float64) float64 { p := sigmoid(z); return -2 * (p - 1) * p * (1 - p) }
	log := func(z float64) float64 { return 1 - sigmoid(z) }
	s.Add("axes", a.Frame("z", words.T("strength of the push", "押す強さ"), -8, -4))
	s.Add("squared", a.Curve(in(purple, thick), squared), text(a.At(2.6, 0.42), words.T("squared error", "二乗誤差"), bold(purple)))
	s.Add("log", a.Curve(in(orange, thick), log), text(a.At(-5.4, 1.12), words.T("log loss", "対数損失"), bold(orange)))
	s.Film("neuron", steps(-8, 4, 61), func(z float64) []Mark {
		return []Mark{a.Line(thin, z, 0, z, 1.1), dot(orange, a.At(z, log(z)), 6), dot(purple, a.At(z, squared(z)), 6),
			text(at(a.At(z, 0).X, 262), "a = "+fixed(sigmoid(z), 4), Letters{Bold: true})}
	})
	s.Formula(320, 312, 26, term("dz", `\frac{dL}{dz}`), term("minus", `=a-y`))
	return s
}
