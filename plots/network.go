package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Network draws a network: its layers, its units, and each weight as a line, orange where it is positive, blue and dashed
// where it is negative, the wider the stronger. weights are W1, W2 … of shape (units)×(units before). Of a layer with many
// units the first and the last ones are drawn. It heeds Title, and Flow, which shows one example flowing through.
// It panics where the shapes do not follow each other.
//
//	plots.Network([]nn.Matrix{W1, W2}, plots.Flow(x, A1, A2))
func Network(weights []nn.Matrix, options ...Option) {
	network(weights, heed("Network", options, "Flow")).show()
}

// Architecture draws a network without its weights: sizes are the numbers of units, from the input to the output.
func Architecture(sizes ...int) {
	network(blankWeights(sizes), options{}).show()
}

var (
	inputLayer   = words.T("input", "入力層")
	hiddenLayer  = words.T("hidden layer %d", "隠れ層 %d")
	outputLayer  = words.T("output", "出力層")
	unitsWord    = words.T("%d units", "%d ユニット")
	numbersWord  = words.T("%d numbers", "%d 個の数値")
	positive     = words.T("positive weight", "正の重み")
	negative     = words.T("negative weight", "負の重み")
	weightsRange = words.T("W%d is %d×%d, from %s to %s", "W%d は %d×%d、%s から %s")
	oneUnit      = words.T("%d unit", "%d ユニット")
)

const (
	unitRadius = 17.0
	unitRow    = 46.0
	layerGap   = 150.0
	mostUnits  = 8
)

// layer is the units of a layer that are drawn; −1 stands for those that are left out.
type layer struct {
	name  string
	size  int
	units []int
}

func network(weights []nn.Matrix, o options) figure {
	if len(weights) == 0 {
		panic(words.T("plots: a network needs the weights of at least one layer.", "plots: ネットワークには、少なくとも一つの層の重みが必要です。").String())
	}
	layers := layersOf(weights)
	checkFlow(layers, o.flow)
	f := figure{title: o.title}
	strongest := 0.0
	said := []string{}
	for l, W := range weights {
		low, high := extremes(W)
		if low == 0 && high == 0 {
			continue
		}
		strongest = max(strongest, -low, high)
		n, m := W.Dims()
		said = append(said, weightsRange.Fill(l+1, n, m, number(low), number(high)).String())
	}
	if strongest > 0 {
		f.legend = []entry{{name: positive.String(), colour: orange}, {name: negative.String(), colour: blue, dashes: dashes[1]}}
	}
	var shape []string
	tallest := 0
	for _, l := range layers {
		tallest = max(tallest, len(l.units))
		shape = append(shape, l.name+": "+l.count())
	}
	f.text = strings.Join(append([]string{strings.Join(shape, " → ")}, said...), "\n")
	for l, A := range o.flow {
		f.text += "\n" + layers[l].name + " = " + listed(A)
		f.frames = append(f.frames, layers[l].name+": "+listed(A))
	}
	height := float64(tallest)*unitRow + 62
	d := drawing{layers, weights, strongest, height}
	f.panels = []panel{{
		width: float64(len(layers)-1)*layerGap + 140, height: height,
		draw: func(c draw.Canvas) {
			b := board{c}
			d.weights(b)
			for l := range layers {
				d.units(b, l, nn.Matrix{})
			}
			d.names(b)
		},
		frame: func(c draw.Canvas, i int) {
			for l := range i + 1 {
				d.units(board{c}, l, o.flow[l])
			}
		},
	}}
	return f
}

func (l layer) count() string {
	switch {
	case l.name == inputLayer.String():
		return numbersWord.Fill(l.size).String()
	case l.size == 1:
		return oneUnit.Fill(1).String()
	}
	return unitsWord.Fill(l.size).String()
}

// layersOf reads the layers from the shapes of their weights.
func layersOf(weights []nn.Matrix) []layer {
	_, before := weights[0].Dims()
	layers := []layer{{inputLayer.String(), before, shownUnits(before)}}
	for l, W := range weights {
		n, m := W.Dims()
		if m != before {
			panic(words.T("plots: W%d is %d×%d, but the layer before it has %d units: its number of columns must be that.",
				"plots: W%d は %d×%d ですが、前の層のユニット数は %d です。列の数をそれに合わせてください。").Fill(l+1, n, m, before).String())
		}
		name := hiddenLayer.Fill(l + 1).String()
		if l == len(weights)-1 {
			name = outputLayer.String()
		}
		layers = append(layers, layer{name, n, shownUnits(n)})
		before = n
	}
	return layers
}

func shownUnits(n int) []int {
	var units []int
	for i := range n {
		switch {
		case n <= mostUnits || i < mostUnits-3 || i == n-1:
			units = append(units, i)
		case i == n-2:
			units = append(units, -1)
		}
	}
	return units
}

func checkFlow(layers []layer, flow []nn.Matrix) {
	if len(flow) > len(layers) {
		panic(words.T("plots: Flow was given %d columns for %d layers: x, A1, A2 …", "plots: Flow に %d 個の列が渡されましたが、層は %d 個です（x、A1、A2 …）。").Fill(len(flow), len(layers)).String())
	}
	for l, A := range flow {
		if n, m := A.Dims(); n != layers[l].size || m != 1 {
			panic(words.T("plots: Flow wants one example: for the %s a column of %d×1, this is %d×%d.", "plots: Flow には一つの例を渡してください。%sには %d×1 の列が必要ですが、%d×%d です。").Fill(layers[l].name, layers[l].size, n, m).String())
		}
	}
}

func extremes(M nn.Matrix) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	n, m := M.Dims()
	for i := range n {
		for j := range m {
			low, high = min(low, M.At(i, j)), max(high, M.At(i, j))
		}
	}
	return low, high
}

// listed writes a column's numbers, the first few of many.
func listed(A nn.Matrix) string {
	n, _ := A.Dims()
	var all []string
	for i := range min(n, 6) {
		all = append(all, number(math.Round(A.At(i, 0)*1e4)/1e4))
	}
	if n > 6 {
		all = append(all, "…")
	}
	return strings.Join(all, ", ")
}

// blankWeights has the shapes of a network, and zeros, which are drawn without sign or strength.
func blankWeights(sizes []int) []nn.Matrix {
	if len(sizes) < 2 {
		panic(words.T("plots: a network has at least an input and an output, such as plots.Architecture(2, 4, 1).", "plots: ネットワークには少なくとも入力と出力が必要です。例：plots.Architecture(2, 4, 1)").String())
	}
	var all []nn.Matrix
	for l := 1; l < len(sizes); l++ {
		if sizes[l] < 1 || sizes[l-1] < 1 {
			panic(fmt.Sprintf("plots: %s", words.T("a layer has at least one unit.", "層には少なくとも一つのユニットが必要です。")))
		}
		all = append(all, nn.Zeros(sizes[l], sizes[l-1]))
	}
	return all
}
