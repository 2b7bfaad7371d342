package scenes

import (
	"fmt"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week4/return"] = map[string]func() *Scene{"block": returnBlock, "stack": returnStack, "first": returnFirst}
}

// returnBlock is a layer with what goes through it on both ways.
func returnBlock() *Scene {
	s := newScene()
	s.Add("layer", rect(Pen{Width: 2, Dashed: true, Colour: grey}, 150, 40, 340, 170), text(at(320, 24), words.T("layer l", "層 l"), bold("")))
	s.Add("linear", rect(filled(blue, 0.14), 170, 56, 140, 138), text(at(240, 125), "W · A + b", large(blue, 17)))
	s.Add("bend", rect(filled(gold, 0.16), 340, 56, 130, 138), Axes{X0: -2, X1: 2, Y0: -0.4, Y1: 2, Left: 370, Top: 98, Width: 70, Height: 52}.Curve(in(gold, thick), nn.ReLU.At))
	s.Add("forward", line(arrow(blue, 2.5), at(60, 84), at(166, 84)), line(arrow(blue, 2.5), at(312, 84), at(337, 84)), line(arrow(blue, 2.5), at(472, 84), at(580, 84)),
		text(at(100, 66), "A⁽ˡ⁻¹⁾", bold(blue)), text(at(325, 66), "Z", bold(blue)), text(at(530, 66), "A⁽ˡ⁾", bold(blue)))
	s.Add("in", line(arrow(orange, 2.5), at(580, 168), at(474, 168)), text(at(530, 188), "dA⁽ˡ⁾", bold(orange)))
	s.Add("middle", line(arrow(orange, 2.5), at(338, 168), at(313, 168)), text(at(325, 188), "dZ", bold(orange)))
	s.Add("out", line(arrow(orange, 2.5), at(166, 168), at(60, 168)), text(at(100, 188), "dA⁽ˡ⁻¹⁾", bold(orange)))
	s.Add("down", line(arrow(purple, 2.5), at(240, 196), at(240, 226)), text(at(275, 226), "dW, db", bold(purple)))
	s.Formula(160, 262, 21, term("dZ", `dZ^{[l]}=dA^{[l]}*g'(Z^{[l]})`))
	s.Formula(470, 262, 21, term("dW", `dW^{[l]}=\frac{1}{m}\,dZ^{[l]}A^{[l-1]T}`))
	s.Formula(160, 322, 21, term("dA", `dA^{[l-1]}=W^{[l]T}dZ^{[l]}`))
	s.Formula(470, 322, 21, term("db", `db^{[l]}=\frac{1}{m}\sum_{i=1}^{m}dz^{[l](i)}`))
	return s
}

// returnStack is a network of four layers whose error travels back, with the numbers of one example.
func returnStack() *Scene {
	s := newScene()
	nn.Seed(9)
	net := nn.NewDeep(5, 4, 4, 3, 1)
	X, Y := nn.Randn(5, 1), nn.Row(1)
	AL, caches := net.Forward(X)
	grads := net.Backward(AL, Y, caches)
	left := func(l int) float64 { return 70 + 130*float64(l) }
	for l := range 4 {
		colour, sign := blue, "ReLU"
		if l == 3 {
			colour, sign = orange, "σ"
		}
		s.Add(fmt.Sprint("block", l+1), rect(filled(colour, 0.15), left(l), 90, 78, 90), text(at(left(l)+39, 120), fmt.Sprint(l+1), large(colour, 24)), text(at(left(l)+39, 156), sign, Letters{Size: 14}))
		s.Add(fmt.Sprint("grads", l+1), line(arrow(purple, 2.5), at(left(l)+39, 88), at(left(l)+39, 56)), text(at(left(l)+39, 40), fmt.Sprintf("dW%s", []string{"⁽¹⁾", "⁽²⁾", "⁽³⁾", "⁽⁴⁾"}[l]), bold(purple)))
	}
	dA := Y.Div(AL).Scale(-1)
	for l := 3; l >= 0; l-- {
		x := left(l) + 104
		s.Add(fmt.Sprint("error", l+1), line(arrow(orange, 2.5), at(x+24, 135), at(x-23, 135)), listed(dA, x, 254, orange))
		dA = grads[l].APrev
	}
	s.Add("dA", text(at(60, 305), words.T("below: dA", "下の数：dA"), Letters{Colour: orange, Anchor: "start", Size: 13}))
	s.Add("answer", text(at(612, 108), fixed(AL.At(0, 0), 2), large(orange, 18)))
	s.Add("loop", line(Pen{Colour: green, Width: 2.5, Arrow: true}, at(369, 200), at(369, 214), at(109, 214), at(109, 190)))
	s.Add("code", text(at(390, 325), "for l := L-1; l >= 0; l--", Letters{Colour: green, Bold: true, Size: 16}))
	return s
}

func returnFirst() *Scene {
	s := newScene()
	a := Axes{X0: 0, X1: 1.1, Y0: 0, Y1: 6, Left: 60, Top: 20, Width: 300, Height: 250}
	loss := func(p float64) float64 { return nn.Cost(nn.Row(p), nn.Row(1)) }
	slope := func(p float64) float64 { return -1 / p }
	s.Add("axes", a.Frame("a", words.T("loss", "損失"), 0.5, 1))
	s.Add("curve", a.Part(in(blue, thick), loss, 0.0026, 0.9999))
	s.Film("point", steps(0.2, 0.95, 31), func(p float64) []Mark {
		return []Mark{touching(a, in(orange, thick), loss, p, 50), dot(orange, a.At(p, loss(p)), 7),
			text(at(500, 90), "a = "+fixed(p, 2), large("", 20)), text(at(500, 125), "da = "+fixed(slope(p), 2), large(orange, 20)),
			text(at(500, 160), "dz = "+fixed(slope(p)*p*(1-p), 2), large(purple, 20))}
	})
	s.Formula(320, 324, 23, term("dAL", `dA^{[L]}=-\Big(`), term("cat", `\frac{Y}{A^{[L]}}`), term("minus", `{}-`), term("other", `\frac{1-Y}{1-A^{[L]}}`), term("close", `\Big)`))
	return s
}
