package scenes

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week1/neuron"] = map[string]func() *Scene{"cell": neuronCell, "sigmoid": neuronSigmoid, "knobs": neuronKnobs}
}

// sigmoid is σ(z), as nn computes it.
func sigmoid(z float64) float64 { return nn.Sigmoid.At(z) }

func neuronCell() *Scene {
	s := newScene()
	w, x, b := []float64{2, -1, 0.5}, []float64{0.8, 0.6, 0.4}, -0.5
	ys := []float64{70, 165, 260}
	sum := b
	names := []any{words.T("warm?", "暖かい？"), words.T("rain?", "雨？"), words.T("free?", "暇？")}
	for i := range w {
		sum += w[i] * x[i]
		s.Add(fmt.Sprint("x", i+1), circle(filled(green, 0.15), at(90, ys[i]), 26), text(at(90, ys[i]), number(x[i]), bold(green)), text(at(90, ys[i]+39), names[i], Letters{Size: 13}))
		pen, label := arrow(orange, 1+1.6*math.Abs(w[i])), orange
		if w[i] < 0 {
			pen.Colour, label = blue, blue
		}
		s.Add(fmt.Sprint("w", i+1), line(pen, at(118, ys[i]), at(277, 165+(ys[i]-165)*0.14)), text(at(190, ys[i]+(165-ys[i])*0.42+[]float64{-22, -15, 22}[i]), "×"+number(w[i]), bold(label)))
	}
	s.Add("body", circle(filled("", 0.05), at(318, 165), 40), text(at(318, 165), "Σ", large("", 26)))
	s.Add("b", line(arrow(purple, 2.5), at(318, 290), at(318, 207)), text(at(318, 305), words.T("bias", "バイアス"), Letters{Colour: purple, Size: 13}), text(at(318, 325), number(b), bold(purple)))
	s.Add("z", text(at(318, 108), "z = "+number(sum), large("", 17)))
	s.Add("bend", line(arrow("", 2), at(360, 165), at(408, 165)), rect(filled(gold, 0.12), 412, 130, 80, 70),
		Axes{X0: -5, X1: 5, Y0: -0.15, Y1: 1.15, Left: 418, Top: 136, Width: 68, Height: 58}.Curve(in(gold, thick), sigmoid))
	s.Add("a", line(arrow("", 2), at(494, 165), at(540, 165)), text(at(585, 165), fixed(sigmoid(sum), 2), large(orange, 24)), text(at(585, 195), words.T("go out", "出かける"), Letters{Size: 13}))
	s.Formula(478, 262, 24, term("sum", `z=wx+b`))
	s.Formula(478, 308, 24, term("squeeze", `a=\sigma(z)`))
	return s
}

func neuronSigmoid() *Scene {
	s := newScene()
	a := Axes{X0: -7, X1: 7, Y0: -0.1, Y1: 1.15, Left: 30, Top: 30, Width: 580, Height: 240}
	s.Add("axes", a.Frame("z", "a = σ(z)", -4, 4), a.Line(thin, -7, 1, 7, 1), text(a.At(-0.35, 1.06), "1", Letters{Size: 12}))
	s.Add("curve", a.Curve(in(gold, thick), sigmoid))
	s.Film("point", steps(-6, 6, 61), func(z float64) []Mark {
		return []Mark{a.Line(in(orange, thin), z, 0, z, sigmoid(z)), dot(orange, a.At(z, sigmoid(z)), 7),
			text(at(a.At(z, 0).X-10, a.At(0, sigmoid(z)).Y-18), fixed(sigmoid(z), 3), Letters{Colour: orange, Bold: true, Anchor: "end"})}
	})
	s.Film("tangent", steps(-6, 6, 61), func(z float64) []Mark {
		return []Mark{touching(a, in(purple, thick), sigmoid, z, 70), text(at(520, 215), words.Build(func(l words.Lang) string {
			return words.T("slope %s", "傾き %s").Fill(fixed(derivative(sigmoid, z), 3)).In(l)
		}), large(purple, 17))}
	})
	s.Formula(190, 320, 25, term("formula", `\sigma(z)=\frac{1}{1+e^{-z}}`))
	s.Formula(465, 320, 25, term("slope", `\sigma'(z)=a\,(1-a)`))
	return s
}

// neuronKnobs shows what weight and bias do to the answer.
func neuronKnobs() *Scene {
	s := newScene()
	a := Axes{X0: -4, X1: 4, Y0: -0.12, Y1: 1.2, Left: 30, Top: 30, Width: 580, Height: 260}
	s.Add("axes", a.Frame("x", "a", -3, -2, -1, 1, 2, 3), a.Line(thin, -4, 0.5, 4, 0.5))
	curve := func(w, b float64) []Mark {
		marks := []Mark{a.Curve(in(gold, thick), func(x float64) float64 { return sigmoid(w*x + b) })}
		if border := -b / w; w != 0 && math.Abs(border) < 4 {
			marks = append(marks, a.Line(in(orange, thin), border, 0, border, 1.1), dot(orange, a.At(border, 0.5), 6))
		}
		return append(marks, text(at(230, 330), fmt.Sprintf("w = %s", fixed(w, 1)), large(orange, 18)), text(at(400, 330), fmt.Sprintf("b = %s", fixed(b, 1)), large(purple, 18)))
	}
	s.Film("weight", steps(-3, 5, 41), func(w float64) []Mark { return curve(w, 0) })
	s.Film("bias", steps(-6, 6, 41), func(b float64) []Mark { return curve(3, b) })
	s.Add("border", text(a.At(-0.2, 1.14), words.T("the border: z = 0, a = ½", "境目：z = 0、a = ½"), Letters{Colour: orange, Bold: true, Anchor: "end"}))
	return s
}
