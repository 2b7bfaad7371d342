package scenes

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week1/descent"] = map[string]func() *Scene{"fog": descentFog, "stride": descentStride, "map": descentMap}
}

// The eight numbers of week 1's notebook, and whether they are large.
var (
	eightX = nn.Row(-3, -2, -1, 0, 0.5, 1.5, 2, 3)
	eightY = nn.Row(0, 0, 0, 0, 1, 0, 1, 1)
)

// eightCost is the cost of a neuron on the eight numbers.
func eightCost(w, b float64) float64 {
	return (&nn.LogisticRegression{W: nn.Column(w), B: nn.Column(b)}).Cost(eightX, eightY)
}

// valley is that cost as w alone moves it.
func valley(w float64) float64 { return eightCost(w, -1.6) }

var valleyAxes = Axes{X0: -1, X1: 4.4, Y0: 0.2, Y1: 1.3, Left: 50, Top: 30, Width: 560, Height: 250}

func valleyScene() *Scene {
	s := newScene()
	s.Add("axes", valleyAxes.Frame("w", words.T("cost J", "コスト J"), 1, 2, 3, 4))
	s.Add("curve", valleyAxes.Curve(in(blue, thick), valley))
	return s
}

// walk is where gradient descent on the valley comes in so many steps.
func walk(alpha, start float64, n int) []float64 {
	places := []float64{start}
	for range n {
		w := places[len(places)-1]
		places = append(places, w-alpha*derivative(valley, w))
	}
	return places
}

func descentFog() *Scene {
	s := valleyScene()
	a := valleyAxes
	var fog Mark
	for i := range 14 { // clouds, larger towards the valley
		fog += circle(Pen{Width: 0.1, Opacity: 0.01, Fill: grey, Inside: 0.22}, at(90+26*float64(i%13), 110+55*math.Sin(2.4*float64(i))+30), 62)
	}
	s.Add("fog", fog)
	s.Film("you", steps(-0.6, 3.8, 45), func(w float64) []Mark {
		return []Mark{touching(a, in(orange, thick), valley, w, 55), dot(orange, a.At(w, valley(w)), 8),
			text(at(a.At(w, 0).X, a.At(0, valley(w)).Y-30), words.Build(func(l words.Lang) string {
				return words.T("slope %s", "傾き %s").Fill(fixed(derivative(valley, w), 2)).In(l)
			}), bold(orange))}
	})
	s.Add("against", line(arrow(green, 4), a.At(3.3, valley(3.3)-0.03), a.At(2.6, valley(2.6)-0.03)))
	s.Formula(320, 330, 28, term("w", `w`), term("becomes", `\;:=\;w`), term("minus", `{}-\alpha`), term("dw", `\,dw`))
	return s
}

func descentStride() *Scene {
	s := valleyScene()
	a := valleyAxes
	for _, kind := range []struct {
		name   string
		alpha  float64
		colour Colour
	}{{"timid", 0.5, purple}, {"good", 4, green}, {"wild", 14, orange}} {
		places := walk(kind.alpha, 3.8, 14)
		s.Film(kind.name, steps(0, 14, 15), func(k float64) []Mark {
			marks := []Mark{text(at(330, 50), "α = "+number(kind.alpha), large(kind.colour, 20)), text(at(330, 76), words.Build(func(l words.Lang) string {
				return words.T("step %d", "%d 歩目").Fill(int(k)).In(l)
			}), Letters{Size: 14})}
			for i := range int(k) {
				marks = append(marks, a.Line(in(kind.colour, Pen{Width: 1.6, Opacity: 0.7}), places[i], valley(places[i]), places[i+1], valley(places[i+1])), dot(kind.colour, a.At(places[i], valley(places[i])), 3.5))
			}
			w := places[int(k)]
			return append(marks, dot(kind.colour, a.At(w, valley(w)), 8))
		})
	}
	s.Formula(320, 330, 28, term("step", `w:=w`), term("alpha", `{}-\alpha`), term("dw", `\,dw`))
	return s
}

func descentMap() *Scene {
	s := newScene()
	a := Axes{X0: -3.4, X1: 9.2, Y0: -5.4, Y1: 3.4, Left: 60, Top: 20, Width: 400, Height: 300}
	s.Add("land", a.Map(func(X nn.Matrix) nn.Matrix {
		_, m := X.Dims()
		A := nn.Zeros(1, m)
		for j := range m {
			height := eightCost(X.At(0, j), X.At(1, j))
			A.Dense().Set(0, j, min(1, math.Log(height/0.3)/math.Log(12)))
		}
		return A
	}, 44), text(at(260, 338), "w", Letters{Italic: true}), text(at(40, 170), "b", Letters{Italic: true}))
	s.Add("start", dot("currentColor", a.At(-2, 2), 7))
	for i, kind := range []struct {
		name   string
		alpha  float64
		colour Colour
	}{{"timid", 0.1, purple}, {"good", 1, green}, {"wild", 8, orange}} {
		neuron := &nn.LogisticRegression{W: nn.Column(-2), B: nn.Column(2)}
		path := []float64{-2, 2}
		for range 40 {
			dw, db := neuron.Backward(eightX, neuron.Forward(eightX), eightY)
			neuron.Update(dw, db, kind.alpha)
			path = append(path, neuron.W.At(0, 0), neuron.B.At(0, 0))
		}
		s.Film(kind.name, steps(0, 40, 41), func(k float64) []Mark {
			n := 2 * (int(k) + 1)
			return []Mark{a.Line(in(kind.colour, Pen{Width: 2}), path[:n]...), dot(kind.colour, a.At(path[n-2], path[n-1]), 6),
				text(at(490, 60+60*float64(i)), "α = "+number(kind.alpha), Letters{Colour: kind.colour, Bold: true, Size: 18, Anchor: "start"}),
				text(at(490, 82+60*float64(i)), fmt.Sprintf("J = %s", fixed(eightCost(path[n-2], path[n-1]), 3)), Letters{Anchor: "start"})}
		})
	}
	s.Formula(552, 262, 20, term("w", `w:=w-\alpha\,dw`))
	s.Formula(552, 300, 20, term("b", `b:=b-\alpha\,db`))
	return s
}
