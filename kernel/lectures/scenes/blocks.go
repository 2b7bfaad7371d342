package scenes

import (
	"fmt"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week4/blocks"] = map[string]func() *Scene{"block": blocksOne, "stack": blocksStack, "shapes": blocksShapes}
}

func blocksOne() *Scene {
	s := newScene()
	s.Add("in", line(arrow("", 2.5), at(30, 170), at(120, 170)), text(at(70, 150), "A⁽ˡ⁻¹⁾", Letters{Italic: true}))
	s.Add("linear", rect(filled(blue, 0.14), 125, 120, 150, 100), text(at(200, 158), "W · A + b", large(blue, 18)), text(at(200, 188), words.T("add up", "足し合わせる"), Letters{Size: 13}))
	s.Add("z", line(arrow("", 2.5), at(276, 170), at(352, 170)), text(at(312, 150), "Z", Letters{Italic: true}))
	s.Add("bend", rect(filled(gold, 0.16), 357, 120, 130, 100),
		Axes{X0: -2, X1: 2, Y0: -0.4, Y1: 2, Left: 385, Top: 130, Width: 74, Height: 52}.Curve(in(gold, thick), nn.ReLU.At), text(at(422, 203), words.T("bend", "曲げる"), Letters{Size: 13}))
	s.Add("out", line(arrow("", 2.5), at(488, 170), at(600, 170)), text(at(550, 150), "A⁽ˡ⁾", Letters{Italic: true}))
	s.Add("layer", rect(Pen{Width: 2.5, Dashed: true, Colour: purple}, 108, 90, 396, 150), text(at(306, 74), words.T("one layer", "1 つの層"), bold(purple)))
	s.Formula(320, 290, 26, term("Z", `Z^{[l]}=W^{[l]}A^{[l-1]}+b^{[l]}`))
	s.Formula(320, 330, 26, term("A", `A^{[l]}=g\big(Z^{[l]}\big)`))
	return s
}

// blocksStack is a network of four layers as a row of blocks, with the numbers of an example that flows through.
func blocksStack() *Scene {
	s := newScene()
	nn.Seed(3)
	net := nn.NewDeep(5, 4, 4, 3, 1)
	x := nn.Randn(5, 1)
	for l := range 4 {
		x0 := 120 + 115*float64(l)
		colour, sign := blue, "ReLU"
		if l == 3 {
			colour, sign = orange, "σ"
		}
		s.Add(fmt.Sprint("block", l+1), rect(filled(colour, 0.15), x0, 110, 78, 100), text(at(x0+39, 142), fmt.Sprint(l+1), large(colour, 26)), text(at(x0+39, 182), sign, Letters{Size: 14}))
		s.Add(fmt.Sprint("arrow", l+1), line(arrow("", 2), at(x0-37, 160), at(x0-3, 160)))
	}
	values := func(A nn.Matrix, x0 float64) Mark {
		n, _ := A.Dims()
		var all Mark
		for i := range n {
			all += text(at(x0, 265+17*(float64(i)-float64(n-1)/2)), fixed(A.At(i, 0), 2), Letters{Size: 13, Bold: true})
		}
		return all
	}
	s.Add("x", text(at(60, 160), "X", large("", 22)), values(x, 100))
	A := x
	for l := range 4 {
		A, _ = net.Layers[l].Forward(A)
		s.Add(fmt.Sprint("value", l+1), values(A, 215+115*float64(l)))
	}
	s.Add("answer", line(arrow(orange, 2.5), at(546, 160), at(580, 160)), text(at(604, 160), "ŷ", large(orange, 24)))
	s.Add("loop", line(Pen{Colour: purple, Width: 2.5, Arrow: true}, at(436, 92), at(436, 60), at(159, 60), at(159, 100)), text(at(298, 42), "for l := 1; l < L; l++", Letters{Colour: purple, Bold: true, Size: 16}))
	return s
}

func blocksShapes() *Scene {
	s := newScene()
	sizes := []int{5, 4, 3, 1}
	net := Net{Sizes: sizes, Left: 80, Top: 10, Width: 300, Height: 240, Radius: 14}
	for l := range sizes {
		s.Add(fmt.Sprint("units", l), net.Units(l, []Colour{"", blue, blue, orange}[l], none), text(at(net.At(l, 0).X, 268), fmt.Sprint(sizes[l]), large("", 18)))
	}
	for l := range 3 {
		s.Add(fmt.Sprint("edges", l+1), net.Edges(l))
		s.Add(fmt.Sprint("W", l+1), text(at(520, 60+60*float64(l)), fmt.Sprintf("W%s: %d × %d", []string{"⁽¹⁾", "⁽²⁾", "⁽³⁾"}[l], sizes[l+1], sizes[l]), large(purple, 20)))
	}
	s.Formula(320, 322, 25, term("rule", `W^{[l]}:\;n^{[l]}\times n^{[l-1]}`), term("b", `\qquad b^{[l]}:\;n^{[l]}\times 1`))
	return s
}
