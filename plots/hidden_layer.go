package plots

import (
	"fmt"
	"image/color"
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// HiddenLayer puts a network with one hidden layer, trained on the examples X (2×m) of classes Y (1×m), under the learner's hand: she
// pulls and turns the line of a unit, switches units off or adds one, chooses another bend, and trains on at a speed of her choice; the
// boundary and the cost follow. It computes in the page and needs no kernel. It heeds Title and Classes. It panics where the shapes do
// not fit.
//
//	plots.HiddenLayer(net, X, Y)
func HiddenLayer(net nn.TwoLayer, X, Y nn.Matrix, options ...Option) {
	livingLayer(net, X, Y, heed("HiddenLayer", options, "Classes")).show()
}

var (
	hiddenText = words.T("A network over %d examples that can be taken hold of: the boundary, and the line of each hidden unit with an arrow to the side where the unit says yes.",
		"%d 個の例を見分けるネットワーク。動かせる。境界線と、隠れユニットごとの線、そしてユニットが「はい」と答える側への矢印を示す。")
	hiddenNote = words.T("Pull at a number to move the unit's line, at its arrow to turn it. The sliders are the weights of the output, which weighs the units against one another.",
		"番号を動かすとユニットの線が移り、矢印を動かすと線が回ります。スライダーは、ユニットの答えを組み合わせる出力層の重みです。")
	hiddenSays = map[string]words.Text{
		"state":     words.T("%s hidden units, %s of them on · cost J = %s · %s %% right · %s steps from the start", "隠れユニット %s 個、うちオン %s 個 · コスト J = %s · 正解率 %s %% · はじめから %s 歩"),
		"line":      words.T("the line of unit %s", "ユニット %s の線"),
		"arrow":     words.T("the direction of unit %s", "ユニット %s の向き"),
		"unit":      words.T("unit %s on", "ユニット %s をオン"),
		"vote":      words.T("output weight of unit %s", "ユニット %s の出力の重み"),
		"rows":      words.T("Units: on or off, and their output weights", "ユニット：オン・オフと出力の重み"),
		"more":      words.T("Add a unit", "ユニットを足す"),
		"bend":      words.T("bend", "曲げ方"),
		"cost":      words.T("Cost", "コスト"),
		"train":     words.T("Train on", "訓練を続ける"),
		"pause":     words.T("Pause", "一時停止"),
		"once":      words.T("One step", "一歩"),
		"speed":     words.T("speed", "速さ"),
		"perSecond": words.T("%s/s", "毎秒 %s"),
		"back":      words.T("Back to the start", "はじめに戻す"),
	}
	notTwoInputs = words.T("plots: HiddenLayer wants W1 n×2, b1 n×1, W2 1×n and b2 1×1, with n from 1 to %d; they are %s, %s, %s and %s.",
		"plots: HiddenLayer の W1 は n×2、b1 は n×1、W2 は 1×n、b2 は 1×1 で、n は 1 から %d まででなければなりません。渡されたのは %s、%s、%s、%s です。")
)

// Most units that can be told apart under the hand.
const (
	mostLines   = 8
	hiddenWidth = 460.0
)

// unitColours are those of the units' lines; blue and orange are the classes'.
var unitColours = []color.NRGBA{green, purple, gold, grey}

// hiddenData is what the script is told.
type hiddenData struct {
	Layers  []layerNumbers `json:"layers"`
	Anchors [][2]float64   `json:"anchors"` // where each unit's line is held
	X       [][]float64    `json:"X"`
	Y       []float64      `json:"Y"`
	Alpha   float64        `json:"alpha"`
	Votes   float64        `json:"votes"` // how large an output weight can be made
	Plane   spot           `json:"plane"`
}

func livingLayer(net nn.TwoLayer, X, Y nn.Matrix, o options) figure {
	examplesFit(X, Y)
	unitsFit(net)
	w := windowOf(X)
	ch, height := empty(w), w.height(hiddenWidth)
	g := newGrid(func(X nn.Matrix) nn.Matrix { A, _ := net.Forward(X); return A }, w, 200)
	layers := numbersOf(nn.Layer{W: net.W1, B: net.B1, G: net.G}, nn.Layer{W: net.W2, B: net.B2, G: nn.Sigmoid})
	units := unitsOf(net, w)
	votes := 5.0
	var anchors [][2]float64
	for k, u := range units {
		anchors = append(anchors, u.anchor)
		votes = max(votes, math.Ceil(1.5*math.Abs(layers[1].W[0][k])))
	}
	said := hiddenSays["state"].Fill(strconv.Itoa(len(units)), strconv.Itoa(len(units)), fixed(net.Cost(X, Y), 4), fixed(net.Accuracy(X, Y), 1), "0")
	_, m := X.Dims()
	return living{
		title: o.title, script: "hidden", says: hiddenSays, text: hiddenText.Fill(m).String(), said: said.String(), note: hiddenNote.String(),
		legend: append(o.classLegend(), entry{name: lineWord.String(), colour: strong}),
		data:   hiddenData{layers, anchors, rowsOf(X), rowsOf(Y)[0], 1.2, votes, ch.spot(sheet(hiddenWidth, height), height)},
		panels: []panel{{width: hiddenWidth, height: height, draw: func(c draw.Canvas) {
			ch.draw(c)
			area := ch.area(c)
			beginPart(c, "map")
			regionPlot{g, 1.75}.Plot(area, ch.Plot)
			endPart(c)
			examples{X, Y, 2.6}.Plot(area, ch.Plot)
			beginPart(c, "units")
			for k, u := range units {
				u.draw(area, ch, k)
			}
			endPart(c)
			beginPart(c, "hands")
			endPart(c)
		}}},
	}.figure()
}

// unitsFit panics where the network is none with two inputs, one output, and so many units as can be seen.
func unitsFit(net nn.TwoLayer) {
	n, inputs := net.W1.Dims()
	rows, columns := net.W2.Dims()
	b1, one := net.B1.Dims()
	b2, single := net.B2.Dims()
	if n < 1 || n > mostLines || inputs != 2 || rows != 1 || columns != n || b1 != n || one != 1 || b2 != 1 || single != 1 {
		panic(notTwoInputs.Fill(mostLines, size(net.W1), size(net.B1), size(net.W2), size(net.B2)).String())
	}
}

func size(A nn.Matrix) string {
	n, m := A.Dims()
	return fmt.Sprintf("%d×%d", n, m)
}

// unit is the line of a hidden unit, w1·x1 + w2·x2 + b = 0, held at a place that is in sight.
type unit struct {
	w1, w2 float64
	anchor [2]float64
}

// unitsOf finds the places where the lines are held: on them, apart from the middle, where they often cross.
func unitsOf(net nn.TwoLayer, in window) (all []unit) {
	middle, half := [2]float64{(in.left + in.right) / 2, (in.bottom + in.top) / 2}, min(in.right-in.left, in.top-in.bottom)/2
	n, _ := net.W1.Dims()
	for k := range n {
		u := unit{w1: net.W1.At(k, 0), w2: net.W1.At(k, 1), anchor: middle}
		if long := math.Hypot(u.w1, u.w2); long > 0 {
			off := (u.w1*middle[0] + u.w2*middle[1] + net.B1.At(k, 0)) / long
			foot := [2]float64{middle[0] - off*u.w1/long, middle[1] - off*u.w2/long}
			for _, far := range []float64{0.62 - 0.1*float64(k%3), -0.5, 0} {
				u.anchor = [2]float64{foot[0] - far*half*u.w2/long, foot[1] + far*half*u.w1/long}
				if in.left < u.anchor[0] && u.anchor[0] < in.right && in.bottom < u.anchor[1] && u.anchor[1] < in.top {
					break
				}
			}
		}
		u.anchor = [2]float64{max(in.left, min(in.right, u.anchor[0])), max(in.bottom, min(in.top, u.anchor[1]))}
		all = append(all, u)
	}
	return all
}

// draw draws the line, as far as it is in sight, its number, and an arrow to the side where z is positive.
func (u unit) draw(c draw.Canvas, ch chart, k int) {
	x, y := ch.Transforms(&c)
	colour, at := unitColours[k%len(unitColours)], vg.Point{X: x(u.anchor[0]), Y: y(u.anchor[1])}
	if long := math.Hypot(u.w1, u.w2); long > 0 {
		along, up := vg.Length(u.w1/long), vg.Length(u.w2/long)
		far := c.Max.X - c.Min.X + c.Max.Y - c.Min.Y
		for _, l := range c.ClipLinesXY([]vg.Point{{X: at.X - far*up, Y: at.Y + far*along}, {X: at.X + far*up, Y: at.Y - far*along}}) {
			line(c, stroke(colour, 2.25), l)
		}
		tip := vg.Point{X: at.X + 42*along, Y: at.Y + 42*up}
		line(c, stroke(colour, 2.25), []vg.Point{at, {X: at.X + 34*along, Y: at.Y + 34*up}})
		var head vg.Path
		head.Move(tip)
		head.Line(vg.Point{X: tip.X - 15*along - 7*up, Y: tip.Y - 15*up + 7*along})
		head.Line(vg.Point{X: tip.X - 15*along + 7*up, Y: tip.Y - 15*up - 7*along})
		head.Close()
		c.SetColor(colour)
		c.Fill(head)
	}
	dots(c, colour, 8.5, at)
	c.FillText(coloured(bold(centred(lettering(11, strong))), color.White), at, strconv.Itoa(k+1))
}
