package scenes

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week4/start"] = map[string]func() *Scene{"fade": startFade, "walk": startWalk, "after": startAfter}
}

// deepSizes are the layers of the network for the cats.
var deepSizes = []int{12288, 20, 7, 5, 1}

// strengths are how large the sums of each layer are before the first step, for some photographs: the root of their mean square.
func strengths(scale func(nPrev float64) float64) []float64 {
	nn.Seed(1)
	A := inputs(photographs().TrainX.Slice(0, 12288, 0, 30))
	var all []float64
	for l := 1; l < len(deepSizes); l++ {
		n, nPrev := deepSizes[l], deepSizes[l-1]
		layer := nn.Layer{W: nn.Randn(n, nPrev).Scale(scale(float64(nPrev))), B: nn.Zeros(n, 1), G: nn.ReLU}
		next, cache := layer.Forward(A)
		all = append(all, math.Sqrt(cache.Z.Mul(cache.Z).Mean()))
		A = next
	}
	return all
}

// strengthBars draws them, on a scale of powers of ten from 10^-5 to 10^5.
func strengthBars(s *Scene, name string, all []float64, colour Colour) {
	a := Axes{X0: 0, X1: 4, Y0: -5, Y1: 5, Left: 110, Top: 40, Width: 460, Height: 240}
	for l, z := range all {
		top, one := a.At(float64(l)+0.5, math.Log10(z)), a.At(float64(l)+0.5, 0)
		s.Add(fmt.Sprint(name, l+1), rect(filled(colour, 0.5), top.X-30, min(top.Y, one.Y), 60, max(1, math.Abs(top.Y-one.Y))), text(at(top.X, one.Y+16*math.Copysign(1, top.Y-one.Y)*-1), short(z), bold(colour)))
	}
}

// short writes a number with two digits that count.
func short(x float64) string {
	digits := 1 - int(math.Floor(math.Log10(x)))
	if digits >= 0 {
		return fixed(x, digits)
	}
	large := math.Pow(10, float64(-digits))
	return fixed(math.Round(x/large)*large, 0)
}

// strengthScene is the frame for the bars.
func strengthScene() *Scene {
	s := newScene()
	a := Axes{X0: 0, X1: 4, Y0: -5, Y1: 5, Left: 110, Top: 40, Width: 460, Height: 240}
	s.Add("axes", line(soft, a.At(0, 0), a.At(4, 0)), mark(5, func(i int) Mark {
		t := -4 + 2*float64(i)
		return text(at(84, a.At(0, t).Y), "10"+raised(int(t)), Letters{Size: 12}) + line(Pen{Opacity: 0.12, Width: 1}, a.At(0, t), a.At(4, t))
	}), mark(4, func(l int) Mark {
		return text(at(a.At(float64(l)+0.5, 0).X, 295), words.Build(func(lang words.Lang) string { return words.T("layer %d", "層 %d").Fill(l + 1).In(lang) }), Letters{Size: 13})
	}), text(at(110, 20), words.T("size of the sums", "和の大きさ"), Letters{Anchor: "start"}))
	return s
}

func startFade() *Scene {
	s := strengthScene()
	strengthBars(s, "small", strengths(func(float64) float64 { return 0.01 }), purple)
	strengthBars(s, "large", strengths(func(float64) float64 { return 1 }), orange)
	s.Formula(320, 337, 23, term("small", `W^{[l]}=0.01\cdot\mathrm{randn}`), term("large", `\qquad W^{[l]}=\mathrm{randn}`))
	return s
}

// startWalk adds up random numbers, many times, and shows how far the sums get.
func startWalk() *Scene {
	s := newScene()
	const walkers, far = 40, 100
	a := Axes{X0: 0, X1: 1.06 * far, Y0: -26, Y1: 26, Left: 50, Top: 16, Width: 540, Height: 270}
	s.Add("axes", a.Frame("n", words.T("sum", "和"), 25, 50, 75))
	steps100 := nn.NewRand(7).Randn(walkers, far)
	s.Film("walks", steps(1, far, 12), func(n float64) []Mark {
		var marks []Mark
		for i := range walkers {
			xy, sum := []float64{0, 0}, 0.0
			for j := range int(n) {
				sum += steps100.At(i, j)
				if j%3 == 0 || j == int(n)-1 {
					xy = append(xy, float64(j+1), sum)
				}
			}
			marks = append(marks, a.Line(Pen{Colour: blue, Width: 1, Opacity: 0.35}, xy...), dot(blue, a.At(n, sum), 3))
		}
		return marks
	})
	s.Add("all", a.Line(thin, 0, 0, 25.9, 25.9), text(a.At(29, 23), "n", large(grey, 17)))
	s.Add("root", a.Part(in(orange, thick), math.Sqrt, 0, far), a.Part(in(orange, thick), func(x float64) float64 { return -math.Sqrt(x) }, 0, far), text(at(614, a.At(0, 10).Y), "√n", large(orange, 19)))
	s.Formula(320, 328, 25, term("sum", `z=\sum_{i=1}^{n}w_i x_i\;\sim\;`), term("size", `\sqrt{n}`))
	return s
}

func startAfter() *Scene {
	s := strengthScene()
	strengthBars(s, "even", strengths(func(nPrev float64) float64 { return 1 / math.Sqrt(nPrev) }), green)
	s.Formula(320, 338, 22, term("W", `W^{[l]}=`), term("randn", `\mathrm{randn}(n^{[l]},n^{[l-1]})`), term("by", `\;/\,\sqrt{n^{[l-1]}}`))
	return s
}
