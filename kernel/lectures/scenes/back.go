package scenes

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/scene"
)

func init() {
	course["week3/back"] = map[string]func() *Scene{"graph": backGraph, "many": backMany, "six": backSix}
}

func backGraph() *Scene {
	s := newScene()
	nodes := s.Graph("z = w*x; a = tanh(z); u = v*a; p = sigmoid(u); L = -log(p)", map[string]float64{"w": 0.5, "x": 1, "v": 2},
		map[string]scene.Point{"w": at(34, 48), "x": at(34, 140), "z": at(130, 95), "a": at(240, 145), "v": at(240, 238), "u": at(345, 195), "p": at(455, 245), "L": at(570, 295)})
	s.Add("hidden", rect(Pen{Colour: purple, Width: 2, Dashed: true}, 78, 48, 228, 142), text(at(200, 32), words.T("hidden unit", "隠れユニット"), bold(purple)))
	s.Add("forward", line(arrow(blue, 2.5), at(330, 60), at(570, 190)), text(at(480, 100), words.T("forward", "順伝播"), bold(blue)))
	s.Add("backward", line(arrow(orange, 2.5), at(480, 352), at(40, 252)), text(at(140, 306), words.T("backward", "逆伝播"), bold(orange)))
	s.Add("v.factor", text(at(328, 128), "×"+number(nodes["v"].Value), large(purple, 16)))
	s.Add("bend.factor", text(at(152, 150), "×"+fixed(nn.Tanh.Slope(nodes["z"].Value), 2), large(purple, 16)))
	s.Add("x.factor", text(at(95, 140), "×"+number(nodes["x"].Value), large(purple, 16)))
	return s
}

// backMany shows how the error of an output comes to three hidden units, each by its weight.
func backMany() *Scene {
	s := newScene()
	net := &nn.TwoLayer{W1: nn.Rows([][]float64{{0.9, -0.4}, {0.3, 1.1}, {-0.7, 0.2}}), B1: nn.Zeros(3, 1), W2: nn.Row(1.6, 0, -0.8), B2: nn.Zeros(1, 1), G: nn.Tanh}
	X, Y := nn.Column(1, 0.5), nn.Row(1)
	A2, c := net.Forward(X)
	dZ2 := A2.Sub(Y)
	dA1 := net.W2.T().Dot(dZ2)
	dZ1 := net.G.Backward(dA1, c.Z1)
	drawn := Net{Sizes: []int{2, 3, 1}, Left: 70, Top: 10, Width: 470, Height: 270, Radius: 23}
	s.Add("inputs", drawn.Units(0, green, func(i int) string { return number(X.At(i, 0)) }), drawn.Edges(0))
	s.Add("units", drawn.Units(1, blue, func(j int) string { return fixed(c.A1.At(j, 0), 2) }))
	s.Add("votes", drawn.Edges(1, net.W2))
	for j := range 3 {
		p, q := drawn.At(1, j), drawn.At(2, 0)
		s.Add(fmt.Sprint("w", j+1), text(at(p.X+0.42*(q.X-p.X), p.Y+0.42*(q.Y-p.Y)+[]float64{-18, -13, 19}[j]), "×"+number(net.W2.At(0, j)), large(purple, 15)))
	}
	s.Add("output", drawn.Unit(2, 0, orange, fixed(A2.At(0, 0), 2)))
	out := drawn.At(2, 0)
	s.Add("error", text(at(out.X, out.Y+42), "dz = "+fixed(dZ2.At(0, 0), 2), bold(orange)), text(at(out.X, out.Y-40), "y = 1", Letters{}))
	s.Film("wave", steps(0, 1, 21), func(t float64) []Mark {
		var marks []Mark
		for j := range 3 {
			p := drawn.At(1, j)
			share, colour := dA1.At(j, 0), orange
			if share > 0 {
				colour = blue
			}
			if share != 0 {
				marks = append(marks, dot(colour, at(out.X+t*(p.X-out.X)*0.86, out.Y+t*(p.Y-out.Y)*0.86), 3+16*math.Abs(share)))
			}
		}
		return marks
	})
	for j := range 3 {
		p := drawn.At(1, j)
		s.Add(fmt.Sprint("da", j+1), text(at(p.X, p.Y+34), "da = "+fixed(dA1.At(j, 0), 2), Letters{Colour: orange, Bold: true, Size: 14}))
		s.Add(fmt.Sprint("dz", j+1), text(at(p.X, p.Y-36), "dz = "+fixed(dZ1.At(j, 0), 2), Letters{Colour: purple, Bold: true, Size: 14}))
	}
	s.Formula(320, 326, 26, term("dZ1", `dZ^{[1]}=`), term("back", `W^{[2]T}dZ^{[2]}`), term("bend", `*\;\big(1-(A^{[1]})^2\big)`))
	return s
}

// backSix puts the six formulas beside the arrows that they belong to.
func backSix() *Scene {
	s := newScene()
	drawn := Net{Sizes: []int{2, 4, 1}, Left: 60, Top: 20, Width: 190, Height: 270, Radius: 13}
	s.Add("net", drawn.Edges(0), drawn.Edges(1), drawn.Units(0, green, none), drawn.Units(1, blue, none), drawn.Units(2, orange, none))
	s.Add("first", text(at(107, 318), "W⁽¹⁾", bold(purple)))
	s.Add("second", text(at(203, 318), "W⁽²⁾", bold(purple)))
	x := 450.0
	s.Formula(x, 40, 23, term("dZ2", `dZ^{[2]}=A^{[2]}-Y`))
	s.Formula(x, 90, 23, term("dW2", `dW^{[2]}=\frac{1}{m}\,dZ^{[2]}A^{[1]T}`))
	s.Formula(x, 145, 23, term("db2", `db^{[2]}=\frac{1}{m}\sum dz^{[2](i)}`))
	s.Formula(x, 205, 21, term("dZ1", `dZ^{[1]}=W^{[2]T}dZ^{[2]}*\big(1-(A^{[1]})^2\big)`))
	s.Formula(x, 258, 23, term("dW1", `dW^{[1]}=\frac{1}{m}\,dZ^{[1]}X^{T}`))
	s.Formula(x, 315, 23, term("db1", `db^{[1]}=\frac{1}{m}\sum dz^{[1](i)}`))
	return s
}
