package plots

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/nn"
	"nekonote/nn/words"
)

// specimen is one figure of the gallery page and of the golden tests.
type specimen struct {
	name string
	make func() figure
}

// specimens lists every figure of the package once, as a learner meets it.
var specimens = []specimen{
	{"CostCurve", func() figure {
		return costCurve(seriesOf([]Run{{Costs: decay(0.0012, 20)}}, 100), 0, optionsOf([]Option{Title(says("The cost falls", "コストが下がっていく"))}))
	}},
	{"CostCurves", func() figure {
		return costCurve(seriesOf([]Run{LearningRate(0.01, decay(0.003, 20)), LearningRate(0.001, decay(0.0008, 20)), LearningRate(0.0001, decay(0.0002, 20))}, 100), 0, optionsOf([]Option{Title(says("Three learning rates", "三つの学習率"))}))
	}},
	{"CostCurveLog", func() figure {
		return costCurve(seriesOf([]Run{LearningRate(0.01, decay(0.003, 20)), LearningRate(0.001, decay(0.0008, 20))}, 100), 0, optionsOf([]Option{LogScale()}))
	}},
	{"LiveCost", func() figure {
		l := LiveCost(2000)
		for i, c := range decay(0.0012, 9) {
			l.Add(i*100, c)
		}
		return l.figure(liveProgress.Fill(thousands(801), thousands(2000), fixed(l.costs[8], 6), duration(3400e6)))
	}},
	{"Picture", func() figure { return showPicture(sun(16), optionsOf([]Option{Width(200)})) }},
	{"Gallery", func() figure {
		return gallery([]image.Image{sun(16), sun(24), sun(12), sun(8)}, optionsOf([]Option{
			Labels(nn.Row(1, 0, 1, 0), says("not a cat", "猫ではない"), says("cat", "猫")), Probabilities(nn.Row(0.93, 0.71, 0.02, 0.2))}))
	}},
	{"Weights", func() figure { return showWeights(waves(16), options{}) }},
	{"Flatten", func() figure { return flatten(sun(16), options{}) }},
	{"ComputationGraph", func() figure {
		return computationGraph("u = b*c; v = a + u; J = 3*v", map[string]float64{"a": 5, "b": 3, "c": 2}, options{})
	}},
	{"ComputationGraphSplit", func() figure {
		return computationGraph("J = 3*(a + b*c)", map[string]float64{"a": 5, "b": 3, "c": 2}, options{})
	}},
	{"ComputationGraphLogistic", func() figure {
		return computationGraph("z = w1*x1 + w2*x2 + b; a = sigmoid(z); L = -(y*log(a) + (1-y)*log(1-a))",
			map[string]float64{"w1": 1, "x1": 2, "w2": -1, "x2": 1, "b": 0.5, "y": 1}, options{})
	}},
	{"DecisionBoundary", func() figure {
		X, Y := rings(200)
		return decisionBoundary(ring(1), X, Y, options{})
	}},
	{"DecisionBoundaries", func() figure {
		X, Y := rings(120)
		return decisionBoundaries([]Boundary{{says("1 unit", "1 ユニット"), ring(0.05)}, {says("3 units", "3 ユニット"), ring(0.4)}, {says("20 units", "20 ユニット"), ring(1)}}, X, Y, options{})
	}},
	{"Film", func() figure {
		X, Y := rings(200)
		film := NewFilm(X, Y, Classes(says("inside", "内側"), says("outside", "外側")))
		for i := range 41 {
			film.Add(i*100, math.Exp(-float64(i)/12), ring(float64(i)/40))
		}
		return film.figure()
	}},
	{"Activations", func() figure { return activations(options{}) }},
	{"Loss", func() figure { return loss(options{}) }},
	{"Tangent", func() figure { return tangent(func(x float64) float64 { return x*x*x/3 - x }, -2.2, 2.2, options{}) }},
	{"Descent", func() figure {
		return descent(func(w, b float64) float64 { return w*w + 4*b*b }, 3, 2, 20, []float64{0.02, 0.1, 0.24}, options{})
	}},
	{"Network", func() figure {
		return network([]nn.Matrix{nn.Rows([][]float64{{0.5, -1}, {1.2, 0.3}, {-0.7, 0.9}, {0.1, -0.2}}), nn.Row(1, -0.8, 0.6, -0.1)},
			optionsOf([]Option{Flow(nn.Column(0.8, -0.5), nn.Column(0.72, 0.67, -0.77, 0.18), nn.Column(0.31))}))
	}},
	{"Architecture", func() figure { return architecture([]int{12288, 20, 7, 5, 1}) }},
	{"HiddenUnits", func() figure {
		return hiddenUnits([]int{1, 2, 3, 4, 5, 20, 50}, []float64{67.5, 67.25, 90.75, 90.5, 91.25, 90, 90.25}, []float64{65, 66, 88, 89, 90, 86, 84}, options{})
	}},
	{"LearningCurve", func() figure {
		return learningCurve([]Learned{{48, 100, 38.5}, {96, 100, 46.9}, {192, 96.4, 54.2}, {384, 90, 67}}, options{})
	}},
	{"ConfusionMany", func() figure {
		return confusion(nn.Row(0, 1, 2, 3, 4, 5, 5, 2, 0, 1), nn.Row(0, 1, 2, 3, 4, 5, 1, 3, 0, 1), options{})
	}},
	{"Confusion", func() figure {
		return confusion(nn.Row(1, 1, 1, 0, 0, 0, 0, 1, 1), nn.Row(0.9, 0.8, 0.3, 0.1, 0.2, 0.7, 0.1, 1, 1), optionsOf([]Option{Classes(says("not a cat", "猫ではない"), says("cat", "猫"))}))
	}},
	{"Histograms", func() figure {
		r := nn.NewRand(3)
		one := func(k float64) nn.Matrix { return r.Randn(20, 50).Scale(k) }
		return histograms([]Layer{{"1", one(0.6).Tanh(), one(0.01)}, {"2", one(2.5).Tanh(), one(0.1)}}, options{})
	}},
	{"Neuron", func() figure {
		return neuron(0.8, 0.5, []float64{-3, -2, -1, 0, 0.5, 1.5, 2, 3}, []float64{0, 0, 0, 0, 1, 0, 1, 1}, options{})
	}},
	{"HiddenLayer", func() figure {
		X, Y := rings(200)
		return livingLayer(hiddenNet, X, Y, options{})
	}},
	{"MatrixProduct", func() figure {
		return matrices("Dot", nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}}), nn.Rows([][]float64{{1, 0, -1}, {2, 1, 0}}).T(), options{})
	}},
	{"MatrixProductMisfit", func() figure {
		return matrices("Dot", nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}}), nn.Rows([][]float64{{1, 0, -1}, {2, 1, 0}}), options{})
	}},
	{"Broadcasting", func() figure {
		return matrices("Add", nn.Rows([][]float64{{60, 55, 70, 65}, {80, 95, 90, 85}, {40, 50, 40, 50}}), nn.Row(-60, -67, -67, -67), options{})
	}},
	{"WhyCat", func() figure {
		x := nn.Zeros(12288, 1)
		for i, p := range entries(waves(64)) {
			x.Dense().Set(i, 0, math.Round(255*(0.5+20*p))/255)
		}
		return whyCat(waves(64).Scale(0.4), -0.4, x, optionsOf([]Option{Classes(says("not a cat", "猫ではない"), says("cat", "猫"))}))
	}},
	{"Covered", func() figure {
		w, x := waves(32), nn.Zeros(3*32*32, 1)
		for i, p := range entries(w) {
			x.Dense().Set(i, 0, math.Round(255*(0.5+20*p))/255)
		}
		return covered(x, func(X nn.Matrix) nn.Matrix { return w.T().Dot(X).AddScalar(-1.5).Sigmoid() }, options{})
	}},
	{"ForwardBackward", func() figure {
		X, Y := rings(60)
		return forwardBackward(ringNet(), X, Y, options{})
	}},
	{"ForwardBackwardPixels", func() figure {
		r := nn.NewRand(6)
		X := nn.ConcatCols(waves(16), waves(16).Scale(-1), waves(16).Apply(math.Abs)).Scale(25).AddScalar(0.5)
		layers := []nn.Layer{
			{W: r.Randn(24, 768).Scale(0.1), B: nn.Zeros(24, 1), G: nn.ReLU}, {W: r.Randn(5, 24).Scale(0.4), B: nn.Zeros(5, 1), G: nn.ReLU}, {W: r.Randn(1, 5), B: nn.Zeros(1, 1), G: nn.Sigmoid},
		}
		return forwardBackward(layers, X, nn.Row(1, 0, 1), optionsOf([]Option{Classes(says("not a cat", "猫ではない"), says("cat", "猫"))}))
	}},
	{"Folding", func() figure {
		X, Y := rings(120)
		return folding(ringNet(), X, Y, options{})
	}},
	{"Units", func() figure {
		return showUnits(nn.ConcatCols(waves(16), waves(16).Scale(-2), waves(16).Apply(math.Abs)).T(), options{})
	}},
	{"FirstLayer", func() figure {
		W := nn.ConcatCols(waves(16), waves(16).Scale(-2), waves(16).Apply(math.Abs)).T()
		X := nn.ConcatCols(waves(16), waves(16).Scale(-1), waves(16).Apply(math.Abs)).Scale(25).AddScalar(0.5)
		return firstLayer(W, nn.Column(0, 0, -9), W.Scale(0.2), X, options{})
	}},
}

// rings are two classes, one around the other.
func rings(m int) (X, Y nn.Matrix) {
	X, Y = nn.Zeros(2, m), nn.Zeros(1, m)
	for j := range m {
		t, class := float64(j)*2.4, j%2
		r := 1 + 1.2*float64(class) + 0.25*math.Sin(float64(j)*1.7)
		X.Dense().Set(0, j, r*math.Cos(t))
		X.Dense().Set(1, j, r*math.Sin(t))
		Y.Dense().Set(0, j, float64(class))
	}
	return X, Y
}

// ring judges by the distance from the middle; sure, from 0 to 1, is how far it has learned to.
func ring(sure float64) func(X nn.Matrix) nn.Matrix {
	return func(X nn.Matrix) nn.Matrix {
		r := X.Mul(X).SumCols().Apply(math.Sqrt)
		straight := X.Slice(0, 1, 0, cols(X)).Scale(1 - sure)
		return r.AddScalar(-1.6).Scale(5 * sure).Add(straight).Sigmoid()
	}
}

// hiddenNet judges the rings, as good as three lines can.
var hiddenNet = nn.TwoLayer{
	W1: nn.Rows([][]float64{{3, 0.2}, {-1.4, 2.6}, {-1.5, -2.5}}), B1: nn.Column(-4.6, -4.4, -4.5), W2: nn.Row(4, 4, 4), B2: nn.Column(9.5), G: nn.Tanh,
}

// ringNet judges the rings by the distance from the middle, as the lengths of their shadows on six directions tell it.
func ringNet() []nn.Layer {
	W1, W2 := nn.Zeros(6, 2), nn.Zeros(3, 6)
	for k := range 6 {
		t := float64(k) * math.Pi / 3
		W1.Dense().Set(k, 0, math.Cos(t))
		W1.Dense().Set(k, 1, math.Sin(t))
		W2.Dense().Set(k%3, k, 1)
	}
	return []nn.Layer{{W: W1, B: nn.Zeros(6, 1), G: nn.ReLU}, {W: W2, B: nn.Zeros(3, 1), G: nn.ReLU}, {W: nn.Row(3, 3, 3), B: nn.Column(-10), G: nn.Sigmoid}}
}

func cols(X nn.Matrix) int {
	_, m := X.Dims()
	return m
}

func says(en, ja string) string { return words.T(en, ja).String() }

// decay is a cost as training has it.
func decay(rate float64, n int) []float64 {
	costs := make([]float64, n)
	for i := range costs {
		costs[i] = 0.1 + 0.593147*math.Exp(-rate*100*float64(i))
	}
	return costs
}

// sun is a picture that is drawn rather than photographed.
func sun(side int) image.Image {
	p := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			r := math.Hypot(float64(x)-float64(side)*0.6, float64(y)-float64(side)*0.4) / float64(side)
			p.SetNRGBA(x, y, color.NRGBA{uint8(250 - 120*min(r, 1)), uint8(200 * max(0, 1-1.4*r)), uint8(60 + 160*min(r, 1)), 255})
		}
	}
	return p
}

// waves are weights with a pattern.
func waves(side int) nn.Matrix {
	w := nn.Zeros(3*side*side, 1)
	for i := range side * side {
		x, y := float64(i%side)/float64(side), float64(i/side)/float64(side)
		for k := range 3 {
			w.Dense().Set(3*i+k, 0, 0.02*math.Sin(7*x+float64(k))*math.Cos(5*y))
		}
	}
	return w
}

// TestGalleryPage writes one page with every figure in both themes and both languages, to be looked at.
func TestGalleryPage(t *testing.T) {
	folder := filepath.Join("..", "artifacts", "plots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		for _, theme := range []struct{ name, text, page string }{{"light", "rgba(0,0,0,.87)", "#fff"}, {"dark", "rgba(255,255,255,.87)", "#111"}} {
			var b strings.Builder
			fmt.Fprintf(&b, `<!doctype html><meta charset="utf-8"><title>plots %s %s</title><body style="--jp-content-font-color1:%s;--jp-layout-color0:%s;background:%[4]s;color:%[3]s;font:14px system-ui;max-width:820px;margin:24px">`, lang, theme.name, theme.text, theme.page)
			for _, s := range specimens {
				f := s.make()
				if said := f.words() + f.html(); strings.Contains(said, "%!") {
					t.Errorf("%s in %s fills a sentence wrongly: %s", s.name, lang, said[strings.Index(said, "%!"):][:20])
				}
				if len(f.words()) < 10 {
					t.Errorf("%s in %s says too little in words: %q", s.name, lang, f.words())
				}
				fmt.Fprintf(&b, `<section id="%s"><p style="opacity:.5">%[1]s</p>%s</section>`, s.name, f.html())
			}
			file := filepath.Join(folder, fmt.Sprintf("gallery-%s-%s.html", lang, theme.name))
			if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
