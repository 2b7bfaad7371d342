package scenes

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week4/check"] = map[string]func() *Scene{"try": checkTry, "size": checkSize, "compare": checkCompare, "price": checkPrice}
}

// checkTry measures a slope by two tries.
func checkTry() *Scene {
	s := valleyScene()
	a := valleyAxes
	const w = 2.9
	s.Add("here", dot(orange, a.At(w, valley(w)), 8), text(at(a.At(w, 0).X, a.At(0, valley(w)).Y+24), "θ", large("", 17)))
	s.Add("tangent", touching(a, in(green, Pen{Width: 2.5}), valley, w, 110))
	wide := steps(0.05, 1, 20)
	s.Film("one", wide, func(e float64) []Mark {
		q := (valley(w+e) - valley(w)) / e
		return []Mark{a.Line(in(purple, Pen{Width: 2.5}), w-0.3, valley(w)-0.3*q, w+e+0.3, valley(w+e)+0.3*q), dot(purple, a.At(w+e, valley(w+e)), 6), sayMeasured(q)}
	})
	s.Film("two", wide, func(e float64) []Mark {
		q := (valley(w+e) - valley(w-e)) / (2 * e)
		return []Mark{a.Line(in(orange, Pen{Width: 2.5}), w-e-0.3, valley(w-e)-0.3*q, w+e+0.3, valley(w+e)+0.3*q), dot(orange, a.At(w+e, valley(w+e)), 6), dot(orange, a.At(w-e, valley(w-e)), 6), sayMeasured(q)}
	})
	s.Add("true", text(at(420, 66), words.Build(func(l words.Lang) string {
		return words.T("by the formula: %s", "式による傾き：%s").Fill(fixed(derivative(valley, w), 3)).In(l)
	}), bold(green)))
	s.Formula(320, 332, 22, term("slope", `\frac{\partial J}{\partial\theta}\approx`), term("quotient", `\frac{J(\theta+\varepsilon)-J(\theta-\varepsilon)}{2\varepsilon}`))
	return s
}

func sayMeasured(slope float64) Mark {
	return text(at(420, 40), words.Build(func(l words.Lang) string {
		return words.T("by trying: %s", "試した傾き：%s").Fill(fixed(slope, 3)).In(l)
	}), bold(orange))
}

// checkSize shows how the error of the measured slope depends on the size of the try, both on scales of powers of ten.
func checkSize() *Scene {
	s := newScene()
	a := Axes{X0: -12, X1: 0, Y0: -12, Y1: 0, Left: 90, Top: 24, Width: 480, Height: 250}
	s.Add("axes", line(soft, a.At(-12, -12), a.At(0, -12)), line(soft, a.At(-12, -12), a.At(-12, 0)),
		mark(5, func(i int) Mark {
			t := -12 + 3*float64(i)
			return text(at(a.At(t, 0).X, 290), "10"+raised(int(t)), Letters{Size: 13}) + text(at(62, a.At(0, t).Y), "10"+raised(int(t)), Letters{Size: 13})
		}), text(at(330, 316), words.T("ε, the size of the try", "ε：動かす大きさ"), Letters{}), text(at(100, 10), words.T("error of the slope", "傾きの誤差"), Letters{Anchor: "start"}))
	// A curve whose slope is known exactly, and near enough to those of costs.
	f, slope := math.Exp, math.E
	measured := func(both bool) (xy []float64) {
		for _, t := range steps(-1, -11.5, 43) {
			e := math.Pow(10, t)
			q := (f(1+e) - f(1)) / e
			if both {
				q = (f(1+e) - f(1-e)) / (2 * e)
			}
			xy = append(xy, t, max(-12, math.Log10(math.Abs(q-slope)+1e-16)))
		}
		return xy
	}
	s.Add("one", a.Line(in(purple, thick), measured(false)...), text(a.At(-3.2, -1.6), words.T("one side", "片側"), bold(purple)))
	s.Add("two", a.Line(in(orange, thick), measured(true)...), text(a.At(-2.2, -7.2), words.T("both sides", "両側"), bold(orange)))
	s.Add("round", text(a.At(-10, -1.6), words.T("rounding", "丸め誤差"), bold(grey)))
	s.Add("best", a.Line(in(green, Pen{Width: 2, Dashed: true}), -6, -12, -6, -0.6), text(a.At(-6, -0.1), "10⁻⁶", bold(green)))
	return s
}

// raised writes a whole number as an exponent.
func raised(n int) string {
	digits := map[rune]rune{'-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹'}
	var out []rune
	for _, r := range fmt.Sprint(n) {
		out = append(out, digits[r])
	}
	return string(out)
}

// checkCompare compares the slopes of a small network with measured ones: as they should be, and with a mistake in one layer.
func checkCompare() *Scene {
	s := newScene()
	nn.Seed(4)
	net := nn.NewDeep(3, 4, 3, 1)
	X, Y := nn.Randn(3, 6), nn.Row(1, 0, 1, 1, 0, 0)
	AL, caches := net.Forward(X)
	grads := net.Backward(AL, Y, caches)
	a := Axes{X0: -12, X1: 0, Y0: 0, Y1: 1, Left: 150, Top: 40, Width: 440, Height: 230}
	s.Add("scale", line(soft, a.At(-12, 0), a.At(0, 0)), mark(5, func(i int) Mark {
		t := -12 + 3*float64(i)
		return text(at(a.At(t, 0).X, 286), "10"+raised(int(t)), Letters{Size: 13})
	}))
	s.Add("good", a.Line(in(green, Pen{Width: 2, Dashed: true}), -6, 0, -6, 1), text(a.At(-9, 1.08), words.T("right", "正しい"), bold(green)))
	s.Add("bad", a.Line(in(orange, Pen{Width: 2, Dashed: true}), -3, 0, -3, 1), text(a.At(-1.4, 1.08), words.T("a mistake", "間違い"), bold(orange)))
	for l := range net.Layers {
		kept := net.Layers[l].W
		tried := nn.NumericalGradient(func(W nn.Matrix) float64 {
			net.Layers[l].W = W
			return net.Cost(X, Y)
		}, kept)
		net.Layers[l].W = kept
		y := 80 + 65*float64(l)
		s.Add(fmt.Sprint("name", l+1), text(at(85, y), fmt.Sprintf("dW%s", []string{"⁽¹⁾", "⁽²⁾", "⁽³⁾"}[l]), large("", 18)))
		bar := func(name string, g nn.Matrix, colour Colour, y float64) {
			far := max(-11.8, math.Log10(nn.GradientDifference(g, tried)+1e-16))
			s.Add(fmt.Sprint(name, l+1), rect(filled(colour, 0.5), a.Left, y-9, a.At(far, 0).X-a.Left, 18))
		}
		bar("right", grads[l].W, green, y-10)
		wrong := grads[l].W
		if l == 1 { // forgotten: 1/m
			wrong = wrong.Scale(6)
		}
		bar("wrong", wrong, orange, y+12)
	}
	s.Formula(320, 326, 23, term("difference", `\frac{\lVert u-v\rVert}{\lVert u\rVert+\lVert v\rVert}`))
	return s
}

// checkPrice counts what it would cost to train by trying.
func checkPrice() *Scene {
	s := newScene()
	sizes := []int{12288, 20, 7, 5, 1}
	numbers := 0
	for l := 1; l < len(sizes); l++ {
		numbers += sizes[l] * (sizes[l-1] + 1)
	}
	s.Add("sizes", text(at(320, 60), "12288 → 20 → 7 → 5 → 1", large(blue, 22)))
	s.Add("numbers", text(at(320, 120), words.Build(func(l words.Lang) string {
		return words.T("%d weights and biases", "重みとバイアス %d 個").Fill(numbers).In(l)
	}), large("", 20)))
	s.Add("trying", text(at(320, 190), words.Build(func(l words.Lang) string {
		return words.T("by trying: %d times through the network", "試すなら：ネットワークを %d 回").Fill(2 * numbers).In(l)
	}), large(orange, 19)))
	s.Add("back", text(at(320, 250), words.T("by backpropagation: once forward, once back", "逆伝播なら：行って、戻る。それぞれ 1 回"), large(green, 19)))
	return s
}
