package plots

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Folding shows how the layers of a network fold the plane, as a sheet of paper, until a straight line can separate the examples X (2×m)
// of classes Y (1×m): the sheet as it comes out of each layer, and on the way between. Where a layer has more than two units, its numbers
// are looked at from the two directions in which the examples are spread most, their principal components; those of the last hidden layer
// from where the output's answer ½ is a straight line. It computes in the page and needs no kernel. It heeds Title and Classes. It panics
// where the shapes do not fit, or there is no hidden layer.
//
//	plots.Folding(net.Layers, X, Y)
func Folding(layers []nn.Layer, X, Y nn.Matrix, options ...Option) {
	folding(layers, X, Y, heed("Folding", options, "Classes")).show()
}

var (
	foldingText = words.T("A sheet of paper with %d examples, folded by a network.", "%d 個の例がのった紙を、ネットワークが折っていく様子。")
	foldingNote = words.T("Each layer first turns and stretches the sheet (W·a + b), which helps no straight line; then it bends it (g). Where the paper lies double, its colour is stronger; its colours are the network's answers. A layer of many numbers is seen from two directions, in which the examples are spread most (principal components)%s. How many examples are right is counted for a straight cut fitted by least squares, which need not be the best; after the last hidden layer %s.",
		"どの層も、まず紙を回して伸ばし（W·a + b）、それから曲げます（g）。回して伸ばすだけでは、直線で分けられるようにはなりません。紙が重なると色が濃くなります。色はネットワークの答えです。数が多い層は、例がいちばん散らばって見える 2 方向（主成分）から眺めています。%s。正しく分けられる割合は、最小二乗法で決めたまっすぐな切り方でのもので、これが最善とは限りません。最後の隠れ層のあとだけは、%s。")
	seenAcross = words.T("; the last hidden layer from where the answer ½ is the dashed line. Each picture has its own scale, that of the last layer one for each direction",
		"最後の隠れ層は、答えが ½ になるところがまっすぐな破線に見える向きです。縮尺は図ごとに異なり、最後の隠れ層では縦と横でも異なります")
	ownCut      = words.T("for the dashed line, the network's own cut", "ネットワーク自身の切り方（破線）での割合です")
	seenUncut   = words.T(". Each picture has its own scale", "縮尺は図ごとに異なります")
	ownAnswer   = words.T("for the network's own answer, which has no boundary here", "ネットワーク自身の答えでの割合です。ここには境界線がありません")
	sheetWord   = words.T("The sheet, flat", "平らな紙")
	linearStage = words.T("Layer %d, W·a + b", "層 %d、W·a + b")
	bentStage   = words.T("Layer %d, after %s", "層 %d、%s のあと")
	foldingSays = map[string]words.Text{
		"stage": words.T("%s. In its %s numbers, a straight cut fitted by least squares gets %s %% of the examples right; %s %% of their spread is seen from here.", "%s。%s 個の数を、最小二乗法で決めたとおりにまっすぐに切ると、例の %s %% を正しく分けられます。この向きから見えるのは、散らばりの %s %%。"),
		"last":  words.T("%s. In its %s numbers, the network's own straight cut, the dashed line, gets %s %% of the examples right; %s %% of their spread is seen from here.", "%s。%s 個の数を、ネットワーク自身の切り方（破線）でまっすぐに切ると、例の %s %% を正しく分けられます。この向きから見えるのは、散らばりの %s %%。"),
		"none": words.T("%s. There is no boundary, so no line is drawn: the output's weights are all 0, and the answer is the same everywhere, ŷ = %s. It is right for %s %% of the examples; %s %% of their spread is seen from here.",
			"%s。境界線はないので、線も引いていません。出力層の重みがすべて 0 で、どこでも答えは同じ ŷ = %s になるからです。この答えは、例の %s %% で正しくなります。この向きから見えるのは、散らばりの %s %%。"),
		"between": words.T("On the way: %s → %s.", "途中：%s → %s。"),
		"example": words.T("Example %s, in truth %s: ŷ = %s.", "例 %s（正解：%s）：ŷ = %s。"),
		"pick":    words.T("the example that is followed", "目で追う例"),
		"number":  words.T("example %s", "例 %s"),
		"slide":   words.T("from layer to layer", "層から層へ"),
		"flat":    words.T("Unfold", "広げる"),
		"next":    words.T("Next", "次へ"),
		"before":  words.T("Before", "前へ"),
	}
	notFolding = words.T("plots: Folding wants layers that follow each other, from 2 inputs over at least one hidden layer to one sigmoid; X as 2×m, Y as 1×m.",
		"plots: Folding に渡す層は、2 個の入力から少なくとも 1 つの隠れ層を経て、シグモイド関数のユニット 1 個まで、順につながっていなければなりません。X は 2×m、Y は 1×m です。")
)

const (
	sheetSide  = 30 // squares of the paper, along each side
	sheetWidth = 470.0
	flatWidth  = 250.0
)

// stage is a look at the sheet: what the numbers of a layer are after W·a + b, or after the bend.
type stage struct {
	Name  string      `json:"name"`
	Layer int         `json:"layer"` // 0 for the plane
	Bent  bool        `json:"bent"`
	P     [][]float64 `json:"P"`
	At    []float64   `json:"at"`
	Where spot        `json:"where"`
	Size  int         `json:"size"`  // how many numbers
	Right float64     `json:"right"` // percent, of a cut of least squares; at the last stage, of the network itself
	Seen  float64     `json:"seen"`
}

// foldingData is what the script is told.
type foldingData struct {
	Layers []layerNumbers `json:"layers"`
	X      [][]float64    `json:"X"`
	Y      []float64      `json:"Y"`
	Side   int            `json:"side"`
	Names  [2]string      `json:"names"`
	Plane  spot           `json:"plane"` // the flat one, at the left
	Sheet  spot           `json:"sheet"` // the part of the plane that is the sheet
	Frame  spot           `json:"frame"`
	Stages []stage        `json:"stages"`
	Cut    bool           `json:"cut"` // whether the output has a boundary
}

func folding(layers []nn.Layer, X, Y nn.Matrix, o options) figure {
	foldable(layers, X, Y)
	w := windowOf(X)
	flat, height := empty(w), w.height(flatWidth)
	d := foldingData{Layers: numbersOf(layers...), X: rowsOf(X), Y: rowsOf(Y)[0], Side: sheetSide, Names: [2]string{o.classLegend()[0].name, o.classLegend()[1].name},
		Plane: flat.spot(sheet(flatWidth, height), height), Sheet: spot{X0: w.left, X1: w.right, Y0: w.bottom, Y1: w.top},
		Frame: spot{0, 1, 0, 1, 2, 24, sheetWidth - 4, sheetWidth - 4}, Cut: cuts(layers[len(layers)-1])}
	d.Stages = stagesOf(layers, X, Y, d.Frame)
	answer := func(X nn.Matrix) nn.Matrix { return throughAll(layers, X)[len(layers)] }
	g := newGrid(answer, w, 120)
	first := fixed(answer(X).At(0, 0), 3)
	said := words.Sentences(d.lastSays(first), foldingSays["example"].Fill("1", d.Names[b2i(Y.At(0, 0) > 0.5)], first).String())
	_, m := X.Dims()
	text := foldingText.Fill(m).String()
	for _, s := range d.Stages[:len(d.Stages)-1] {
		if s.Bent || s.Layer == 0 {
			text = words.Sentences(text, foldingSays["stage"].Fill(s.Name, fmt.Sprint(s.Size), fixed(s.Right, 1), fixed(s.Seen, 0)).String())
		}
	}
	return living{
		title: o.title, script: "folding", says: foldingSays, data: d, said: said, text: text, note: d.note(), legend: o.classLegend(),
		panels: []panel{
			{width: flatWidth, height: height, draw: func(c draw.Canvas) {
				flat.draw(c)
				area := flat.area(c)
				regionPlot{g, 1.5}.Plot(area, flat.Plot)
				examples{X, Y, 2}.Plot(area, flat.Plot)
				beginPart(c, "flat")
				endPart(c)
			}},
			{width: sheetWidth, height: sheetWidth + 24, draw: func(c draw.Canvas) { paper{layers, d, X, Y}.draw(board{c}) }},
		},
	}.figure()
}

// lastSays is what is said of the last stage; first is the answer to the first example.
func (d foldingData) lastSays(first string) string {
	s := d.Stages[len(d.Stages)-1]
	if !d.Cut {
		return foldingSays["none"].Fill(s.Name, first, fixed(s.Right, 1), fixed(s.Seen, 0)).String()
	}
	return foldingSays["last"].Fill(s.Name, fmt.Sprint(s.Size), fixed(s.Right, 1), fixed(s.Seen, 0)).String()
}

// note speaks of the dashed line only where there is one.
func (d foldingData) note() string {
	if !d.Cut {
		return foldingNote.Fill(seenUncut, ownAnswer).String()
	}
	return foldingNote.Fill(seenAcross, ownCut).String()
}

// foldable panics where the layers and the examples do not fit.
func foldable(layers []nn.Layer, X, Y nn.Matrix) {
	examplesFit(X, Y)
	before := 2
	for _, l := range layers {
		n, columns := l.W.Dims()
		b, one := l.B.Dims()
		if columns != before || b != n || one != 1 {
			panic(notFolding.String())
		}
		before = n
	}
	if len(layers) < 2 || before != 1 || layers[len(layers)-1].G != nn.Sigmoid {
		panic(notFolding.String())
	}
	rowsOf(nn.ConcatRows(X, Y)) // must be numbers
}

// stagesOf are the looks at the sheet, from the flat one to the one before the last layer.
func stagesOf(layers []nn.Layer, X, Y nn.Matrix, frame spot) []stage {
	var all []stage
	add := func(name string, layer int, bent bool, d directions, A nn.Matrix) {
		n, _ := A.Dims()
		where := framed(d.of(A), frame, layer < len(layers)-1 || !cuts(layers[layer]))
		all = append(all, stage{name, layer, bent, rowsOf(d.P), rowsOf(d.At.T())[0], where, n, separable(A, Y), 100 * seenOf(d, A)})
	}
	d, A := asTheyAre(2), X
	add(sheetWord.String(), 0, false, d, A)
	for l := range layers[:len(layers)-1] {
		before := d.of(A)
		next, cache := layers[l].Forward(A)
		n, _ := next.Dims()
		switch {
		case l == len(layers)-2 && cuts(layers[l+1]):
			d = across(next, layers[l+1], before)
		case n <= 2:
			d = asTheyAre(n)
		default:
			d = widest(next, before)
		}
		A = next
		add(linearStage.Fill(l+1).String(), l+1, false, d, cache.Z)
		add(bentStage.Fill(l+1, string(layers[l].G)).String(), l+1, true, d, A)
	}
	all[len(all)-1].Right = accuracy(func(X nn.Matrix) nn.Matrix { return throughAll(layers, X)[len(layers)] }, X, Y)
	return all
}

// framed is the frame with the numbers around the points of P, 2×m: all of them, with a margin; of a square, where one scale is for both.
func framed(P nn.Matrix, frame spot, square bool) spot {
	w := windowOf(P)
	if !square {
		wide, high := P.Slice(0, 1, 0, columnsOf(P)), P.Slice(1, 2, 0, columnsOf(P))
		x, y := windowOf(nn.ConcatRows(wide, wide)), windowOf(nn.ConcatRows(high, high))
		w = window{min(x.left, 0), max(x.right, 0), y.bottom, y.top}
	} else {
		half := max(w.right-w.left, w.top-w.bottom) / 2
		x, y := (w.left+w.right)/2, (w.bottom+w.top)/2
		w = window{x - half, x + half, y - half, y + half}
	}
	frame.X0, frame.X1, frame.Y0, frame.Y1 = w.left, w.right, w.bottom, w.top
	return frame
}

// throughAll is what each layer makes of X; the first is X itself.
func throughAll(layers []nn.Layer, X nn.Matrix) []nn.Matrix {
	all := []nn.Matrix{X}
	for l := range layers {
		A, _ := layers[l].Forward(all[l])
		all = append(all, A)
	}
	return all
}

// answerShade is the colour of an answer, paler where it is unsure.
func answerShade(a float64) (class int, opacity float64) {
	return b2i(a > 0.5), 0.05 + 0.25*math.Abs(2*a-1)
}
