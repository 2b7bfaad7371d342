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
		return l.figure(liveProgress.Fill(thousands(801), thousands(2000), l.costs[8], duration(3400e6)))
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
				fmt.Fprintf(&b, `<section id="%s"><p style="opacity:.5">%[1]s</p>%s</section>`, s.name, s.make().html())
			}
			file := filepath.Join(folder, fmt.Sprintf("gallery-%s-%s.html", lang, theme.name))
			if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
