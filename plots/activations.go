package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Activations shows all activations of networks, each with its derivative: sigmoid, tanh, ReLU and leaky ReLU (with the slope
// 0.01 left of 0, drawn as 0.1 so that it can be seen). It heeds Title.
func Activations(options ...Option) {
	activations(heed("Activations", options)).show()
}

var (
	functionWord   = words.T("the function", "関数")
	derivativeWord = words.T("its derivative", "導関数")
	activationText = words.T("%s (%s, %s): %s", "%s（%s、%s）：%s")
)

// curveOf is a function with a name.
type curveOf struct {
	name     string
	f, slope func(float64) float64
}

// leak is the slope of the leaky ReLU left of 0, larger than usual so that it can be seen.
const leak = 0.1

// formulas are how activations are written that have another name in formulas.
var formulas = map[nn.Activation]string{
	nn.Sigmoid: "sigmoid σ(z)", nn.ReLU: "ReLU(z) = max(0, z)", nn.LeakyReLU: "leaky ReLU(z) = max(0.1 z, z)",
}

// curveOfActivation is an activation as it is drawn.
func curveOfActivation(g nn.Activation) curveOf {
	name := formulas[g]
	if name == "" {
		name = string(g) + "(z)"
	}
	if g != nn.LeakyReLU {
		return curveOf{name, g.At, g.Slope}
	}
	return curveOf{name, func(z float64) float64 { return max(leak*z, z) }, func(z float64) float64 {
		if z > 0 {
			return 1
		}
		return leak
	}}
}

func activations(o options) figure {
	f := figure{title: o.title, legend: []entry{
		{name: functionWord.String(), colour: blue},
		{name: derivativeWord.String(), colour: orange, dashes: dashes[1]}}}
	var said []string
	for _, g := range nn.Activations() {
		a := curveOfActivation(g)
		ch := newChart("z", a.name)
		ch.curve(draw.LineStyle{Color: orange, Width: 2, Dashes: dashes[1]}, sample(a.slope, -4, 4, 321, 0))
		ch.curve(draw.LineStyle{Color: blue, Width: 2.5}, sample(a.f, -4, 4, 321, 0))
		ch.X.Min, ch.X.Max = -4, 4
		ch.Y.Min, ch.Y.Max = -1.2, 1.2
		if a.f(4) > 2 {
			ch.Y.Min, ch.Y.Max = -1, 4
		}
		f.panels = append(f.panels, panel{width: 310, height: 220, draw: ch.draw})
		var at []string
		for _, z := range []float64{-2, 0, 2} {
			at = append(at, minus(words.Named("z = "+number(z), fmt.Sprintf("%.4f, %.4f", a.f(z), a.slope(z))).String()))
		}
		said = append(said, activationText.Fill(a.name, functionWord, derivativeWord, strings.Join(at, "; ")).String())
	}
	f.text = strings.Join(said, "\n")
	return f
}

// sample takes n points of a curve. Where it jumps, as the derivative of ReLU does, it has a gap at jump.
func sample(f func(float64) float64, from, to float64, n int, jump float64) plotter.XYs {
	all := make(plotter.XYs, n)
	for i := range all {
		x := from + (to-from)*float64(i)/float64(n-1)
		y := f(x)
		if x == jump && math.Abs(f(x+1e-9)-f(x-1e-9)) > 1e-3 {
			y = math.NaN()
		}
		all[i] = plotter.XY{X: x, Y: y}
	}
	return all
}
