package plots

import (
	"math"
	"slices"
	"strings"

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
	architecture(sizes).show()
}

var (
	inputLayer   = words.T("input", "入力層")
	hiddenLayer  = words.T("hidden layer %d", "隠れ層 %d")
	outputLayer  = words.T("output", "出力層")
	unitsWord    = words.T("%d units", "%d ユニット")
	numbersWord  = words.T("%d numbers", "%d 個の数値")
	positive     = words.T("positive weight", "正の重み")
	negative     = words.T("negative weight", "負の重み")
	weightsOnly  = words.T("W%d is %d×%d", "W%d は %d×%d")
	weightsRange = words.T("W%d is %d×%d, from %s to %s", "W%d は %d×%d、%s から %s")
	oneUnit      = words.T("%d unit", "%d ユニット")
	oddWeights   = words.T("; not numbers (NaN or infinite): %d", "。数値でない重み %d 個（NaN または無限大）")
	noLayers     = words.T("plots: a network has at least an input and an output, such as plots.Architecture(2, 4, 1).", "plots: ネットワークには少なくとも入力と出力が必要です。例：plots.Architecture(2, 4, 1)")
	noUnits      = words.T("plots: a layer has at least one unit.", "plots: 層には少なくとも一つのユニットが必要です。")
	noWeights    = words.T("plots: a network needs the weights of at least one layer.", "plots: ネットワークには、少なくとも一つの層の重みが必要です。")
	emptyLayer   = words.T("plots: W%d is empty: nothing has been put into it yet.", "plots: W%d が空です。まだ何も代入されていません。")
	layersDiffer = words.T("plots: W%d is %d×%d, but the layer before it has %d units: its number of columns must be that.",
		"plots: W%d は %d×%d ですが、前の層のユニット数は %d です。列の数をそれに合わせてください。")
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
		panic(noWeights.String())
	}
	layers := layersOf(sizesOf(weights))
	checkFlow(layers, o.flow)
	strongest := 0.0
	said := []string{inWords(layers)}
	for l, W := range weights {
		low, high, odd := finiteRange(entries(W)...)
		strongest = max(strongest, -low, high)
		n, m := W.Dims()
		line := weightsRange.Fill(l+1, n, m, number(low), number(high)).String()
		if odd == n*m {
			line = weightsOnly.Fill(l+1, n, m).String()
		}
		if odd > 0 {
			line += oddWeights.Fill(odd).String()
		}
		said = append(said, line)
	}
	f := drawing{layers: layers, W: weights, strongest: strongest, flow: o.flow}.figure()
	f.title = o.title
	if strongest > 0 {
		f.legend = []entry{{name: positive.String(), colour: orange}, {name: negative.String(), colour: blue, dashes: dashes[1]}}
	}
	for l, A := range o.flow {
		f.frames = append(f.frames, words.Named(layers[l].name, listed(A)).String())
		said = append(said, layers[l].name+" = "+listed(A))
	}
	f.text = strings.Join(said, "\n")
	return f
}

func architecture(sizes []int) figure {
	if len(sizes) < 2 {
		panic(noLayers.String())
	}
	if slices.Min(sizes) < 1 {
		panic(noUnits.String())
	}
	layers := layersOf(sizes)
	f := drawing{layers: layers}.figure()
	f.text = inWords(layers)
	return f
}

// inWords is the layers' names and sizes.
func inWords(layers []layer) string {
	var all []string
	for _, l := range layers {
		all = append(all, words.Named(l.name, l.count()).String())
	}
	return strings.Join(all, " → ")
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

// sizesOf reads the sizes of the layers, from the input on, from the shapes of their weights.
func sizesOf(weights []nn.Matrix) []int {
	_, before := weights[0].Dims()
	sizes := []int{before}
	for l, W := range weights {
		n, m := W.Dims()
		if W.IsEmpty() {
			panic(emptyLayer.Fill(l + 1).String())
		}
		if m != before {
			panic(layersDiffer.Fill(l+1, n, m, before).String())
		}
		sizes = append(sizes, n)
		before = n
	}
	return sizes
}

// layersOf names the layers of these sizes, and chooses which of their units are drawn.
func layersOf(sizes []int) []layer {
	var layers []layer
	for l, n := range sizes {
		name := hiddenLayer.Fill(l).String()
		switch l {
		case 0:
			name = inputLayer.String()
		case len(sizes) - 1:
			name = outputLayer.String()
		}
		layers = append(layers, layer{name, n, shownUnits(n)})
	}
	return layers
}

// shownUnits are the units of a layer that are drawn: all of a few; of many the first, a gap (−1), and the last.
func shownUnits(n int) []int {
	var units []int
	for i := range n {
		if n > mostUnits && i == mostUnits-3 {
			return append(units, -1, n-1)
		}
		units = append(units, i)
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

// entries are the numbers of a matrix, row by row.
func entries(M nn.Matrix) []float64 {
	n, m := M.Dims()
	all := make([]float64, 0, n*m)
	for i := range n {
		all = append(all, M.Dense().RawRowView(i)...)
	}
	return all
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
