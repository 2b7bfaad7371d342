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
	course["week3/random"] = map[string]func() *Scene{"same": randomSame, "ridge": randomRidge, "maps": randomMaps, "size": randomSize}
}

// alike is a network whose hidden units begin with the same weights.
func alike(units int, w float64) *nn.TwoLayer {
	net := nn.NewTwoLayer(2, units, 1)
	net.W1, net.W2 = nn.Zeros(units, 2).AddScalar(w), nn.Zeros(1, units).AddScalar(w)
	return net
}

func randomSame() *Scene {
	s := newScene()
	net := alike(3, 0.5)
	X, Y := nn.Column(1, -0.4), nn.Row(1)
	drawn := Net{Sizes: []int{2, 3, 1}, Left: 90, Top: 20, Width: 380, Height: 250, Radius: 24}
	s.Add("inputs", drawn.Units(0, green, func(i int) string { return number(X.At(i, 0)) }))
	s.Add("edges", drawn.Edges(0, net.W1))
	s.Add("weights", text(at(180, 22), words.T("all weights: 0.5", "重みはすべて 0.5"), bold(orange)))
	_, c := net.Forward(X)
	d := net.Backward(c, X, Y)
	s.Add("units", drawn.Units(1, blue, none))
	s.Add("answers", mark(3, func(j int) Mark {
		p := drawn.At(1, j)
		return text(p, fixed(c.A1.At(j, 0), 3), Letters{Size: 13, Bold: true})
	}))
	s.Add("votes", drawn.Edges(1, net.W2), drawn.Unit(2, 0, orange, fixed(c.A2.At(0, 0), 2)))
	s.Add("slopes", mark(3, func(j int) Mark {
		p := drawn.At(1, j)
		return text(at(570, p.Y-11), fmt.Sprintf("dw = %s, %s", fixed(d.W1.At(j, 0), 3), fixed(d.W1.At(j, 1), 3)), Letters{Colour: orange, Size: 13})
	}))
	net.Update(d, 1)
	s.Add("after", mark(3, func(j int) Mark {
		p := drawn.At(1, j)
		return text(at(570, p.Y+11), fmt.Sprintf("w = %s, %s", fixed(net.W1.At(j, 0), 3), fixed(net.W1.At(j, 1), 3)), Letters{Colour: purple, Bold: true, Size: 14})
	}))
	s.Formula(320, 330, 24, term("rows", `w^{(1)}=w^{(2)}=w^{(3)}`))
	return s
}

// mark joins marks, one for each number below n.
func mark(n int, draw func(i int) Mark) (all Mark) {
	for i := range n {
		all += draw(i)
	}
	return all
}

// ridge has a top between two valleys.
func ridge(x float64) float64 { return 0.35 + (x*x-1)*(x*x-1) }

func randomRidge() *Scene {
	s := newScene()
	a := Axes{X0: -1.6, X1: 1.6, Y0: 0, Y1: 2.2, Left: 60, Top: 20, Width: 520, Height: 280}
	s.Add("curve", a.Curve(in(blue, thick), ridge))
	s.Add("ball", dot(orange, a.At(0, ridge(0)+0.07), 10))
	s.Add("flat", a.Line(in(purple, Pen{Width: 2.5}), -0.35, ridge(0), 0.35, ridge(0)), text(a.At(0, ridge(0)+0.35), words.T("slope 0", "傾き 0"), large(purple, 17)))
	const moments = 31
	for _, push := range []struct {
		name string
		by   float64
	}{{"right", 0.01}, {"left", -0.01}} {
		x := push.by
		var path []float64
		for range moments {
			path = append(path, x)
			x -= 0.06 * derivative(ridge, x)
		}
		s.Film(push.name, steps(0, moments-1, moments), func(k float64) []Mark {
			x := path[int(k)]
			return []Mark{dot(orange, a.At(x, ridge(x)+0.07), 10)}
		})
	}
	s.Add("nudge", line(arrow(green, 3), a.At(-0.55, 1.75), a.At(-0.12, 1.5)), text(a.At(-0.75, 1.86), "0.01", large(green, 17)))
	return s
}

// randomMaps trains on the flower from an equal start and from a random one.
func randomMaps() *Scene {
	s := newScene()
	X, Y := planar.Flower()
	const frames, stride = 11, 60
	random := nn.NewTwoLayer(2, 4, 1)
	nn.Seed(2)
	random.W1, random.W2 = nn.Randn(4, 2).Scale(0.01), nn.Randn(1, 4).Scale(0.01)
	for i, kind := range []struct {
		name string
		net  *nn.TwoLayer
		said words.Text
	}{{"equal", alike(4, 0.5), words.T("all equal", "すべて同じ")}, {"random", random, words.T("random", "乱数")}} {
		a := Axes{X0: -4.4, X1: 4.4, Y0: -4.4, Y1: 4.4, Left: 25 + 310*float64(i), Top: 34, Width: 270, Height: 270}
		s.Film(kind.name, steps(0, (frames-1)*stride, frames), func(step float64) []Mark {
			if step > 0 {
				_ = kind.net.Train(context.Background(), X, Y, nn.Training{Alpha: 1.2, Iterations: stride}) // the context never ends
			}
			return []Mark{a.Map(answering(kind.net), 30), text(at(a.Left+135, 330), percent(kind.net.Accuracy(X, Y)), large("", 17))}
		})
		s.Add(kind.name+".points", a.Points(X, Y, 2), text(at(a.Left+135, 18), kind.said, large("", 17)))
	}
	return s
}

// randomSize shows where the sums of forty units lie on the bend, for weights of several sizes.
func randomSize() *Scene {
	s := newScene()
	a := Axes{X0: -12, X1: 12, Y0: -1.3, Y1: 1.4, Left: 50, Top: 20, Width: 540, Height: 230}
	s.Add("curve", a.Frame("z", "tanh(z)", -10, -5, 5, 10), a.Curve(in(green, thick), math.Tanh))
	noise := nn.NewRand(3)
	w, x := noise.Randn(40, 2), nn.Column(1.5, -1)
	s.Film("sums", []float64{0.01, 0.1, 0.3, 1, 2, 4, 7}, func(size float64) []Mark {
		Z := w.Scale(size).Dot(x)
		var marks []Mark
		slope := 0.0
		for i := range 40 {
			z := Z.At(i, 0)
			slope += nn.Tanh.Slope(z) / 40
			if math.Abs(z) < 12 {
				marks = append(marks, circle(Pen{Colour: orange, Width: 1.4, Fill: orange, Inside: 0.3}, a.At(z, math.Tanh(z)), 5))
			}
		}
		return append(marks, text(at(180, 285), number(size)+" · randn", large("", 19)), text(at(450, 285), words.Build(func(l words.Lang) string {
			return words.T("mean slope %s", "傾きの平均 %s").Fill(fixed(slope, 2)).In(l)
		}), large(purple, 19)))
	})
	s.Formula(320, 330, 25, term("start", `W^{[1]}=0.01\cdot`), term("randn", `\mathrm{randn}(n_h,n_x)`), term("zero", `\qquad b^{[1]}=0`))
	return s
}
