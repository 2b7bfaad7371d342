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
	course["week3/bend"] = map[string]func() *Scene{"straight": bendStraight, "three": bendThree, "race": bendRace, "deep": bendDeep}
}

// bendStraight puts one straight line behind another, and then behind a bend.
func bendStraight() *Scene {
	s := newScene()
	a := Axes{X0: -2, X1: 2, Y0: -3.2, Y1: 3.2, Left: 60, Top: 20, Width: 520, Height: 240}
	first := func(x float64) float64 { return 1.5*x - 0.5 }
	second := func(u float64) float64 { return 0.8 - 0.9*u }
	s.Add("axes", a.Frame("x", "", -1, 1))
	s.Add("first", a.Curve(in(blue, thick), first), text(a.At(-0.75, -2.6), "u = w₁x + b₁", bold(blue)))
	s.Add("both", a.Curve(in(orange, thick), func(x float64) float64 { return second(first(x)) }), text(a.At(-1.45, 2), "w₂u + b₂", bold(orange)))
	s.Add("bent", a.Curve(in(green, thick), func(x float64) float64 { return second(2 * nn.ReLU.At(first(x))) }), text(a.At(-1.4, second(0)-0.45), "w₂ g(u) + b₂", bold(green)))
	s.Formula(320, 290, 23, term("inside", `w_2(w_1x+b_1)+b_2`), term("one", `=\;(w_2w_1)\,x+(w_2b_1+b_2)`))
	s.Formula(320, 334, 23, term("bend", `w_2\,g(w_1x+b_1)+b_2`))
	return s
}

// The three bends that people choose from.
var bends = []struct {
	name   string
	g      nn.Activation
	colour Colour
}{{"sigmoid", nn.Sigmoid, gold}, {"tanh", nn.Tanh, green}, {"relu", nn.ReLU, blue}}

func bendThree() *Scene {
	s := newScene()
	for i, kind := range bends {
		left := 20 + 207*float64(i)
		a := Axes{X0: -3, X1: 3, Y0: -1.2, Y1: 1.6, Left: left, Top: 40, Width: 186, Height: 140}
		below := Axes{X0: -3, X1: 3, Y0: 0, Y1: 1.15, Left: left, Top: 228, Width: 186, Height: 84}
		s.Add(kind.name, a.Frame("z", ""), a.Curve(in(kind.colour, thick), kind.g.At), text(at(left+93, 22), string(kind.g), large(kind.colour, 17)))
		steepest := 0.0
		for _, z := range steps(-3, 3, 121) {
			steepest = max(steepest, kind.g.Slope(z))
		}
		s.Add(kind.name+".slope", below.Frame("z", ""), below.Curve(in(orange, thick), kind.g.Slope),
			text(at(left+93, 212), words.Build(func(l words.Lang) string {
				return words.T("slope: %s at most", "傾き：最大 %s").Fill(number(steepest)).In(l)
			}), Letters{Colour: orange, Size: 13}))
	}
	s.Film("point", steps(-3, 3, 49), func(z float64) []Mark {
		var marks []Mark
		for i, kind := range bends {
			a := Axes{X0: -3, X1: 3, Y0: -1.2, Y1: 1.6, Left: 20 + 207*float64(i), Top: 40, Width: 186, Height: 140}
			p := a.At(z, min(1.6, kind.g.At(z)))
			marks = append(marks, dot("currentColor", p, 6), text(at(20+207*float64(i)+45, 60), fixed(kind.g.At(z), 2), bold("")))
		}
		return marks
	})
	return s
}

// bendRace trains the flower's network with each bend, from the same start.
func bendRace() *Scene {
	s := newScene()
	X, Y := planar.Flower()
	a := Axes{X0: 0, X1: 1000, Y0: 0.2, Y1: 0.75, Left: 60, Top: 30, Width: 400, Height: 270}
	s.Add("axes", a.Frame(words.T("steps", "歩数"), words.T("cost", "コスト"), 500))
	var taken []float64
	for _, kind := range bends {
		var costs []float64
		nn.Seed(2)
		net := nn.NewTwoLayer(2, 4, 1)
		net.G = kind.g
		how := nn.Training{Alpha: 1.2, Iterations: 1001, Each: func(step int, cost float64) {
			if step%25 == 0 {
				costs = append(costs, float64(step), cost)
			}
		}}
		_ = net.Train(context.Background(), X, Y, how) // the context never ends
		s.Film(kind.name, steps(0, 40, 41), func(k float64) []Mark {
			n := 2 * (int(k) + 1)
			return []Mark{a.Line(in(kind.colour, thick), costs[:n]...), dot(kind.colour, a.At(costs[n-2], costs[n-1]), 5)}
		})
		y := a.At(0, costs[len(costs)-1]).Y - 11 // beside the curve's end, but below a name that is there already
		for _, other := range taken {
			if math.Abs(y-other) < 50 {
				y = other + 50
			}
		}
		taken = append(taken, y)
		s.Add(kind.name+".name", text(at(480, y), string(kind.g), Letters{Colour: kind.colour, Bold: true, Size: 18, Anchor: "start"}),
			text(at(480, y+22), fmt.Sprintf("J = %s", fixed(costs[len(costs)-1], 2)), Letters{Anchor: "start"}))
	}
	return s
}

// bendDeep shows what is left of an error that has come back through many bends, at best.
func bendDeep() *Scene {
	s := newScene()
	const deepest = 8
	a := Axes{X0: 0, X1: deepest + 1.3, Y0: 0, Y1: 1.1, Left: 60, Top: 40, Width: 520, Height: 230}
	s.Add("axes", a.Frame(words.T("layers", "層の数"), words.T("error that is left", "残っている誤差"), 2, 4, 6, 8))
	for _, kind := range []struct {
		name   string
		factor float64
		colour Colour
		shift  float64
	}{{"sigmoid", nn.Sigmoid.Slope(0), gold, -0.17}, {"relu", nn.ReLU.Slope(1), blue, 0.17}} {
		s.Film(kind.name, steps(1, deepest, deepest), func(k float64) []Mark {
			var marks []Mark
			for l := 1; l <= int(k); l++ {
				top := a.At(float64(l)+kind.shift, math.Pow(kind.factor, float64(l)))
				marks = append(marks, rect(filled(kind.colour, 0.5), top.X-8, top.Y-1, 16, a.At(0, 0).Y-top.Y+1))
			}
			return marks
		})
	}
	last := math.Pow(nn.Sigmoid.Slope(0), deepest)
	s.Add("left", text(at(470, 190), words.Build(func(l words.Lang) string {
		return words.T("sigmoid: 1/%s is left", "sigmoid：残りは 1/%s").Fill(fixed(1/last, 0)).In(l)
	}), bold(gold)))
	s.Add("names", text(at(180, 24), "sigmoid", bold(gold)), text(at(480, 24), "relu", bold(blue)))
	s.Formula(320, 325, 24, term("chain", `da^{[l-1]}=W^{[l]T}\big(da^{[l]}*`), term("slope", `g'(z^{[l]})`), term("end", `\big)`))
	return s
}
