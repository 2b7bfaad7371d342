package scenes

import (
	"context"
	"fmt"
	"math"

	"nekonote/lessons/data/planar"
	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week3/hidden"] = map[string]func() *Scene{"flower": hiddenFlower, "lines": hiddenLines, "fold": hiddenFold}
}

// trained is a network with one hidden layer that has learned from examples.
func trained(X, Y nn.Matrix, units int, g nn.Activation, seed uint32, iterations int) *nn.TwoLayer {
	nn.Seed(seed)
	net := nn.NewTwoLayer(2, units, 1)
	net.G = g
	_ = net.Train(context.Background(), X, Y, nn.Training{Alpha: 1.2, Iterations: iterations}) // the context never ends
	return net
}

// answering is what a network answers.
func answering(net *nn.TwoLayer) func(X nn.Matrix) nn.Matrix {
	return func(X nn.Matrix) nn.Matrix {
		A, _ := net.Forward(X)
		return A
	}
}

// percent is an accuracy in words.
func percent(accuracy float64) words.Text {
	return words.Build(func(l words.Lang) string {
		return words.T("%s %% right", "正解率 %s %%").Fill(fixed(accuracy, 1)).In(l)
	})
}

var plane = Axes{X0: -4.4, X1: 4.4, Y0: -4.4, Y1: 4.4, Left: 30, Top: 15, Width: 330, Height: 330}

func hiddenFlower() *Scene {
	s := newScene()
	X, Y := planar.Flower()
	s.Add("points", plane.Points(X, Y, 3))
	s.Film("line", steps(0, 180, 37), func(degrees float64) []Mark {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		neuron := nn.LogisticRegression{W: nn.Column(cos, sin), B: nn.Column(0)}
		right := neuron.Accuracy(X, Y)
		return []Mark{plane.Border(Pen{Width: 3}, cos, sin, 0), text(at(500, 150), percent(max(right, 100-right)), large("", 20))}
	})
	neuron := nn.NewLogisticRegression(2)
	_ = neuron.Train(context.Background(), X, Y, nn.Training{Alpha: 0.5, Iterations: 1000})
	s.Add("neuron", plane.Border(in(green, thick), neuron.W.At(0, 0), neuron.W.At(1, 0), neuron.B.At(0, 0)),
		text(at(500, 190), words.T("one neuron, trained:", "訓練したニューロン 1 個："), bold(green)), text(at(500, 216), percent(neuron.Accuracy(X, Y)), large(green, 20)))
	return s
}

// hiddenLines shows the network of week 3's notebook: four lines, and what is made of them.
func hiddenLines() *Scene {
	s := newScene()
	X, Y := planar.Flower()
	net := trained(X, Y, 4, nn.Tanh, 2, 6000)
	s.Add("answer", plane.Map(answering(net), 48))
	s.Add("points", plane.Points(X, Y, 2.4))
	colours := []Colour{green, purple, gold, grey}
	for k, colour := range colours {
		s.Add(fmt.Sprint("line", k+1), plane.Border(in(colour, thick), net.W1.At(k, 0), net.W1.At(k, 1), net.B1.At(k, 0)))
	}
	drawn := Net{Sizes: []int{2, 4, 1}, Left: 420, Top: 30, Width: 180, Height: 240}
	s.Add("inputs", drawn.Units(0, "", func(i int) string { return []string{"x₁", "x₂"}[i] }))
	s.Add("edges", drawn.Edges(0))
	for k, colour := range colours {
		s.Add(fmt.Sprint("unit", k+1), drawn.Unit(1, k, colour, fmt.Sprint(k+1)))
	}
	s.Add("votes", drawn.Edges(1, net.W2))
	s.Add("output", drawn.Unit(2, 0, orange, "ŷ"))
	s.Add("right", text(at(510, 320), percent(net.Accuracy(X, Y)), large(orange, 20)))
	s.Add("names", text(at(420, 290), words.T("inputs", "入力"), Letters{Size: 12}), text(at(510, 290), words.T("hidden layer", "隠れ層"), Letters{Size: 12}), text(at(600, 290), words.T("output", "出力"), Letters{Size: 12}))
	return s
}

// crossed are four clouds of points, of two kinds crosswise: no line parts them.
func crossed() (X, Y nn.Matrix) {
	noise := nn.NewRand(4)
	const each = 9
	X, Y = noise.Randn(2, 4*each).Scale(0.22), nn.Zeros(1, 4*each)
	for j := range 4 * each {
		sx, sy := float64(1-2*(j%2)), float64(1-2*(j/2%2))
		X.Dense().Set(0, j, X.At(0, j)+sx)
		X.Dense().Set(1, j, X.At(1, j)+sy)
		if sx*sy < 0 {
			Y.Dense().Set(0, j, 1)
		}
	}
	return X, Y
}

// hiddenFold moves the plane to where two hidden units see it.
func hiddenFold() *Scene {
	s := newScene()
	X, Y := crossed()
	net := folding(X, Y)
	a := Axes{X0: -1.9, X1: 1.9, Y0: -1.9, Y1: 1.9, Left: 155, Top: 10, Width: 330, Height: 330}
	seen := func(t float64, x, y float64) (float64, float64) {
		_, c := net.Forward(nn.Column(x, y))
		return (1-t)*x + t*1.4*c.A1.At(0, 0), (1-t)*y + t*1.4*c.A1.At(1, 0)
	}
	s.Film("plane", steps(0, 1, 21), func(t float64) []Mark {
		var marks []Mark
		for _, fixedAt := range steps(-1.6, 1.6, 9) {
			var across, up []float64
			for _, v := range steps(-1.6, 1.6, 13) {
				x, y := seen(t, fixedAt, v)
				up = append(up, x, y)
				x, y = seen(t, v, fixedAt)
				across = append(across, x, y)
			}
			marks = append(marks, a.Line(Pen{Opacity: 0.25, Width: 1}, up...), a.Line(Pen{Opacity: 0.25, Width: 1}, across...))
		}
		_, m := X.Dims()
		moved := nn.Zeros(2, m)
		for j := range m {
			x, y := seen(t, X.At(0, j), X.At(1, j))
			moved.Dense().Set(0, j, x)
			moved.Dense().Set(1, j, y)
		}
		return append(marks, a.Points(moved, Y, 4.5))
	})
	s.Add("before", text(at(80, 40), "x₁, x₂", large("", 18)))
	s.Add("after", text(at(80, 40), "a₁, a₂", large("", 18)), text(at(80, 66), words.T("as the hidden", "隠れ層から"), Letters{Size: 13}), text(at(80, 83), words.T("layer sees it", "見たところ"), Letters{Size: 13}))
	s.Add("cut", a.Border(Pen{Colour: orange, Width: 3.5}, net.W2.At(0, 0)/1.4, net.W2.At(0, 1)/1.4, net.B2.At(0, 0)))
	s.Add("bent", a.Map(answering(net), 44))
	return s
}

// folding is a network with two hidden units that tells the crossed clouds apart.
func folding(X, Y nn.Matrix) *nn.TwoLayer {
	nn.Seed(5)
	net := nn.NewTwoLayer(2, 2, 1)
	net.W1, net.W2 = nn.Randn(2, 2), nn.Randn(1, 2)
	_ = net.Train(context.Background(), X, Y, nn.Training{Alpha: 0.5, Iterations: 100}) // the context never ends
	// A unit that says the opposite, and whose weight is the opposite, changes nothing: so both may look the same way.
	flip := nn.Column(-1, 1)
	net.W1, net.B1, net.W2 = net.W1.Mul(flip), net.B1.Mul(flip), net.W2.Mul(flip.T())
	return net
}
