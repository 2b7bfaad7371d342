package scenes

import (
	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week2/unseen"] = map[string]func() *Scene{"exam": unseenExam, "curves": unseenCurves}
}

func unseenExam() *Scene {
	s := newScene()
	d := photographs()
	var train, test Mark
	for i := range 24 {
		train += picture(small(d.TrainImages[i]), 30+46*float64(i%6), 50+46*float64(i/6), 44, 44, false)
	}
	for i := range 8 {
		test += picture(small(d.TestImages[i]), 420+46*float64(i%4), 50+46*float64(i/4), 44, 44, false)
	}
	s.Add("train", train, text(at(168, 30), words.T("training set", "訓練データ"), bold(blue)))
	s.Add("train.count", text(at(168, 250), number(float64(len(d.TrainImages))), large(blue, 20)))
	s.Add("test", test, text(at(512, 30), words.T("test set", "テストデータ"), bold(orange)))
	s.Add("test.count", text(at(512, 250), number(float64(len(d.TestImages))), large(orange, 20)))
	s.Add("wall", line(Pen{Width: 3, Dashed: true}, at(363, 20), at(363, 330)))
	c := trainedCatNeuron()
	s.Add("train.right", text(at(168, 300), percent(c.neuron.Accuracy(inputs(d.TrainX), d.TrainY)), large(blue, 20)))
	s.Add("test.right", text(at(512, 300), percent(c.neuron.Accuracy(inputs(d.TestX), d.TestY)), large(orange, 20)))
	return s
}

func unseenCurves() *Scene {
	s := newScene()
	c := trainedCatNeuron()
	a := Axes{X0: 0, X1: 820, Y0: 0, Y1: 1, Left: 60, Top: 30, Width: 540, Height: 260}
	best := 0
	for i, v := range c.test {
		if i > 0 && v < c.test[best] {
			best = i
		}
	}
	curve := func(costs []float64, n int) []float64 {
		var xy []float64
		for i := range n {
			xy = append(xy, 20*float64(i), costs[i])
		}
		return xy
	}
	s.Add("axes", a.Frame(words.T("steps", "歩数"), words.T("cost", "コスト"), 200, 400, 600))
	moving := func(name string, costs []float64, colour Colour) {
		s.Film(name, steps(0, float64(len(costs)-1), len(costs)), func(k float64) []Mark {
			n := int(k) + 1
			return []Mark{a.Line(in(colour, thick), curve(costs, n)...), dot(colour, a.At(20*k, costs[int(k)]), 6)}
		})
	}
	moving("train", c.train, blue)
	moving("test", c.test, orange)
	last := len(c.train) - 1
	s.Add("train.name", text(a.At(700, c.train[last]-0.07), words.T("training set", "訓練データ"), bold(blue)))
	s.Add("test.name", text(a.At(700, c.test[last]+0.07), words.T("test set", "テストデータ"), bold(orange)))
	s.Add("best", a.Line(in(green, Pen{Width: 2, Dashed: true}), 20*float64(best), 0, 20*float64(best), 0.95), text(a.At(20*float64(best), 1), number(20*float64(best)), bold(green)))
	s.Add("half", a.Line(thin, 0, nn.Cost(nn.Row(0.5), nn.Row(1)), 820, nn.Cost(nn.Row(0.5), nn.Row(1))), text(a.At(600, nn.Cost(nn.Row(0.5), nn.Row(1))-0.05), words.T("knowing nothing", "何も知らないとき"), Letters{Size: 12}))
	return s
}
