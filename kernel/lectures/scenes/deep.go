package scenes

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week4/deep"] = map[string]func() *Scene{"paper": deepPaper, "units": deepUnits, "zigzag": deepZigzag, "count": deepCount, "cost": deepCost}
}

// folds is a network that folds the numbers from 0 to 1 so many times, and answers whether the result is above ½. Nothing is
// trained; first scales the weights of the first layer.
func folds(times int, first float64) *nn.Deep {
	b := nn.Column(0, -0.5)
	p := &nn.Deep{Layers: []nn.Layer{{W: nn.Column(first, first), B: b, G: nn.ReLU}}}
	for range times - 1 {
		p.Layers = append(p.Layers, nn.Layer{W: nn.Rows([][]float64{{2, -4}, {2, -4}}), B: b, G: nn.ReLU})
	}
	p.Layers = append(p.Layers, nn.Layer{W: nn.Row(2, -4).Scale(60), B: nn.Row(-30), G: nn.Sigmoid})
	return p
}

// folded is where x lies after so many folds, as the network computes it.
func folded(times int) func(x float64) float64 {
	p := folds(times, 1)
	return func(x float64) float64 {
		_, caches := p.Forward(nn.Column(x))
		return caches[times].Z.At(0, 0)/60 + 0.5
	}
}

func deepPaper() *Scene {
	s := newScene()
	s.Film("paper", steps(0, 4, 41), func(t float64) []Mark {
		const long, top, high = 520.0, 150.0, 46.0
		done, part := math.Floor(t), t-math.Floor(t)
		width := long / math.Pow(2, done)
		layers := math.Pow(2, done)
		var marks []Mark
		for i := range int(layers) {
			marks = append(marks, rect(filled(blue, 0.2), 60, top-7*float64(i), width, high))
		}
		if part > 0 { // the right half comes over, like a page
			x, lift := 60+width/2, math.Sin(math.Pi*part)
			end := x + width/2*math.Cos(math.Pi*part)
			for i := range int(layers) {
				y := top - 7*(float64(i)+layers*part)
				marks = append(marks, line(Pen{Colour: orange, Width: 2, Fill: orange, Inside: 0.2}, at(x, y), at(end, y-60*lift), at(end, y+high-60*lift), at(x, y+high), at(x, y)))
			}
		}
		return append(marks, text(at(470, 270), words.Build(func(l words.Lang) string {
			return words.T("folds: %s", "折った回数：%s").Fill(number(done)).In(l)
		}), large("", 18)), text(at(470, 302), words.Build(func(l words.Lang) string {
			return words.T("layers of paper: %s", "紙の重なり：%s 枚").Fill(number(layers)).In(l)
		}), large(orange, 18)))
	})
	return s
}

func deepUnits() *Scene {
	s := newScene()
	a := Axes{X0: -0.05, X1: 1.1, Y0: -2.2, Y1: 2.2, Left: 50, Top: 16, Width: 420, Height: 260}
	up := func(x float64) float64 { return 2 * nn.ReLU.At(x) }
	down := func(x float64) float64 { return -4 * nn.ReLU.At(x-0.5) }
	s.Add("axes", a.Frame("x", "", 0.5, 1))
	s.Add("up", a.Curve(in(green, thick), up), text(at(545, 70), "2 · ReLU(x)", bold(green)))
	s.Add("down", a.Curve(in(purple, thick), down), text(at(545, 250), "−4 · ReLU(x − ½)", bold(purple)))
	s.Add("tent", a.Part(in(orange, Pen{Width: 4}), folded(1), 0, 1))
	s.Film("point", steps(0, 1, 41), func(x float64) []Mark {
		return []Mark{a.Line(in(orange, thin), x, 0, x, folded(1)(x)), dot("currentColor", a.At(x, 0), 6), dot(orange, a.At(x, folded(1)(x)), 7)}
	})
	s.Formula(320, 322, 24, term("t", `t(x)=`), term("first", `2\,\mathrm{ReLU}(x)`), term("second", `{}-4\,\mathrm{ReLU}(x-\frac{1}{2})`))
	return s
}

func deepZigzag() *Scene {
	s := newScene()
	a := Axes{X0: 0, X1: 1, Y0: 0, Y1: 1.05, Left: 60, Top: 20, Width: 440, Height: 190}
	s.Add("axes", a.Frame("x", ""), a.Line(thin, 0, 0.5, 1, 0.5))
	s.Film("curve", steps(1, 6, 6), func(k float64) []Mark {
		stripes := Axes{X0: 0, X1: 1, Y0: 0, Y1: 1, Left: 60, Top: 250, Width: 440, Height: 44}
		p := folds(int(k), 1)
		const fine = 512
		var xy []float64
		for i := range fine + 1 {
			xy = append(xy, float64(i)/fine, folded(int(k))(float64(i)/fine))
		}
		return []Mark{a.Line(in(blue, Pen{Width: 2.2}), xy...), stripes.Map(func(X nn.Matrix) nn.Matrix {
			_, m := X.Dims()
			A, _ := p.Forward(X.Slice(0, 1, 0, m))
			return A
		}, 256), text(at(575, 80), words.Build(func(l words.Lang) string { return words.T("layers: %s", "層：%s").Fill(number(k)).In(l) }), large("", 18)),
			text(at(575, 110), words.Build(func(l words.Lang) string {
				return words.T("units: %s", "ユニット：%s 個").Fill(number(2 * k)).In(l)
			}), bold("")),
			text(at(575, 272), words.Build(func(l words.Lang) string {
				return words.T("stripes: %s", "縞：%s 本").Fill(number(math.Pow(2, k-1))).In(l)
			}), bold(orange))}
	})
	return s
}

func deepCount() *Scene {
	s := newScene()
	for i, said := range []words.Text{words.T("folds", "折る回数"), words.T("deep", "深い"), words.T("wide", "広い")} {
		s.Add([]string{"folds", "deep", "wide"}[i], text(at(90+130*float64(i), 36), said, Letters{Colour: []Colour{"", green, orange}[i], Bold: true, Size: 18}))
	}
	for i, k := range []float64{1, 2, 4, 6, 8, 10} {
		y := 80 + 38*float64(i)
		s.Add(fmt.Sprint("row", k), text(at(90, y), number(k), large("", 18)), text(at(220, y), number(2*k), large(green, 18)), text(at(350, y), fixed(math.Pow(2, k), 0), large(orange, 18)),
			rect(Pen{Colour: green, Width: 0.5, Fill: green, Inside: 0.6}, 400, y-11, 2*k/5, 9), rect(Pen{Colour: orange, Width: 0.5, Fill: orange, Inside: 0.6}, 400, y+2, math.Pow(2, k)/5, 9))
	}
	s.Formula(320, 330, 24, term("deep.rule", `2k`), term("wide.rule", `\qquad\longleftrightarrow\qquad 2^{k}`))
	return s
}

// deepCost shows how much a deep network's answers move when one of its first weights is a little different.
func deepCost() *Scene {
	s := newScene()
	for i, times := range []int{2, 6} {
		a := Axes{X0: 0, X1: 1, Y0: 0, Y1: 1, Left: 60, Top: 60 + 130*float64(i), Width: 440, Height: 70}
		name := []string{"shallow", "deep"}[i]
		s.Film(name, []float64{1, 1.01, 1.02, 1.03, 1.04, 1.05, 1.06}, func(first float64) []Mark {
			p, as := folds(times, first), folds(times, 1)
			X := nn.Zeros(1, 1024)
			for j := range 1024 {
				X.Dense().Set(0, j, (float64(j)+0.5)/1024)
			}
			A, _ := p.Forward(X)
			B, _ := as.Forward(X)
			return []Mark{a.Map(func(X nn.Matrix) nn.Matrix {
				_, m := X.Dims()
				A, _ := p.Forward(X.Slice(0, 1, 0, m))
				return A
			}, 256), text(at(570, a.Top+35), words.Build(func(l words.Lang) string {
				return words.T("%s %% changed", "%s %% が変化").Fill(fixed(100*A.Sub(B).Apply(math.Abs).Mean(), 0)).In(l)
			}), bold(purple))}
		})
		s.Add(name+".name", text(at(280, a.Top-16), words.Build(func(l words.Lang) string { return words.T("%d layers", "%d 層").Fill(times).In(l) }), bold("")))
	}
	s.Add("weight", text(at(320, 318), words.T("the weights of the first layer: a little larger, step by step", "最初の層の重みを、少しずつ大きくする"), Letters{}))
	return s
}
