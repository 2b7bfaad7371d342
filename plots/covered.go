package plots

import (
	"encoding/base64"
	"fmt"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Covered shows what a network looks at in a picture x, a column of numbers between 0 and 1: how its answer changes when a patch of the
// picture is covered, at each place. predict gives the probability of class 1 for each column, as 1×k; it is called at once. She
// chooses the patch's size and moves it, in the page and with no kernel, and the answer follows. It is for networks of any depth; of a
// single neuron WhyCat tells more. It heeds Title and Classes.
//
//	plots.Covered(x, func(X nn.Matrix) nn.Matrix { A, _ := net.Forward(X); return A }, plots.Classes("not a cat", "cat"))
func Covered(x nn.Matrix, predict func(nn.Matrix) nn.Matrix, options ...Option) {
	covered(x, predict, heed("Covered", options, "Classes")).show()
}

var (
	coveredText = words.T("A picture of %d×%[1]d pixels, and how the answer changes when a patch of it is covered.", "%d×%[1]d ピクセルの画像と、その一部を四角で隠したときの答えの変化。")
	coveredNote = words.T("Orange: what lies here speaks for class 1, for without it the answer falls. Blue: against it. The strongest colour is a change as large as stands above the map, another for each size of the patch.",
		"オレンジ：ここにあるものはクラス 1 に賛成（隠すと答えが下がる）。青：反対。いちばん濃い色は、右の図の上に書いた大きさの変化で、四角の大きさごとに違います。")
	mostWord    = words.T("strongest: ±%s", "最大 ±%s")
	coveredSays = map[string]words.Text{
		"sized":     words.T("A patch of %s×%[1]s turns the answer at %s of the %s places where it can lie.", "%s×%[1]s の四角は、置き場所 %[3]s 個のうち %[2]s 個で、答えを反対にする。"),
		"whole":     words.T("Nothing covered: ŷ = %s, %s.", "隠さないとき：ŷ = %s、%s。"),
		"covered":   words.T("%s×%[1]s covered, from column %s, row %s on: ŷ = %s, %s (%s).", "列 %[2]s、行 %[3]s から %[1]s×%[1]s を隠すと：ŷ = %[4]s、%[5]s（%[6]s）。"),
		"goal":      words.T("Can you make it say “%s”? Places tried: %s.", "「%s」と言わせられますか。試した場所：%s 個。"),
		"turned":    words.T("It has changed its mind! Places you tried to find one: %s.", "答えが変わりました！ 見つけるまでに試した場所：%s 個。"),
		"first":     words.T("It has changed its mind, at the first place you tried!", "最初に試した場所で、答えが変わりました！"),
		"shown":     words.T("It has changed its mind; but a place was shown to you.", "答えが変わりました。ただし、場所はボタンに教わりました。"),
		"never":     words.T("Wherever a patch of this size lies, the answer stays the same.", "この大きさの四角では、どこに置いても、答えは変わりません。"),
		"place":     words.T("column %s, row %s", "列 %s、行 %s"),
		"patch":     words.T("the patch that covers the picture", "画像を隠す四角"),
		"cover":     words.T("Cover", "隠す"),
		"size":      words.T("size of the patch", "四角の大きさ"),
		"strongest": words.T("Where it matters most", "いちばん効くところ"),
	}
	notCovered = words.T("plots: Covered wants x as a square picture in one column, with numbers between 0 and 1, and one probability for each column from predict.",
		"plots: Covered の x は、0 から 1 までの数を 1 列に並べた正方形の画像で、predict は各列の確率を 1 つずつ返す必要があります。")
)

// coveredData is what the script is told.
type coveredData struct {
	Side    int       `json:"side"`
	X       string    `json:"x"`
	First   float64   `json:"first"`
	Sizes   []patch   `json:"sizes"`
	Start   int       `json:"start"` // the size that is seen first
	Names   [2]string `json:"names"`
	Picture spot      `json:"picture"`
	Heat    spot      `json:"heat"`
	Gauge   spot      `json:"gauge"`
}

func covered(x nn.Matrix, predict func(nn.Matrix) nn.Matrix, o options) figure {
	if !isPicture(x) {
		panic(notCovered.String())
	}
	mustBeGiven("predict", predict != nil)
	n, _ := x.Dims()
	side, first := sideOf(n), probabilitiesOf(predict, x)[0]
	sizes, start := patches(x, side, first, predict)
	names := [2]string{o.classLegend()[0].name, o.classLegend()[1].name}
	text, seen := coveredText.Fill(side).String(), sizes[start]
	for i, p := range sizes {
		if i != start {
			text = words.Sentences(text, p.says().String())
		}
	}
	goal := coveredSays["never"]
	if seen.Turns > 0 {
		goal = coveredSays["goal"].Fill(names[b2i(first <= 0.5)], "0")
	}
	return living{
		title: o.title, script: "covered", beside: []string{"pictures"}, says: coveredSays, text: text, note: coveredNote.String(),
		said:   words.Sentences(seen.says().String(), coveredSays["whole"].Fill(fixed(first, 2), names[b2i(first > 0.5)]).String(), goal.String()),
		data:   coveredData{side, base64.StdEncoding.EncodeToString(bytesOf(x)), first, sizes, start, names, pictureSpot, heatSpot, gaugeSpot},
		panels: seen.panels(x, first, names),
	}.figure()
}

// says is at how many places the patch turns the answer.
func (p patch) says() words.Text {
	return coveredSays["sized"].Fill(fmt.Sprint(p.Size), fmt.Sprint(p.Turns), fmt.Sprint(len(p.Answers)))
}

// panels is the drawing: picture, map and answer, and above the map how strong its strongest colour is.
func (p patch) panels(x nn.Matrix, first float64, names [2]string) []panel {
	n, _ := x.Dims()
	all := whyPanels(x, heatMap(p.change, sideOf(n), p.Most), first, names)
	picture := all[0].draw
	all[0].draw = func(c draw.Canvas) {
		picture(c)
		style := lettering(12, soft)
		style.XAlign = draw.XRight
		beginPart(c, "most")
		board{c}.words(heatSpot.Left+heatSpot.Width, heatSpot.Top-13, p.Strongest, style)
		endPart(c)
	}
	return all
}

// probabilitiesOf asks predict, and panics where it does not answer with one number for each column.
func probabilitiesOf(predict func(nn.Matrix) nn.Matrix, X nn.Matrix) []float64 {
	_, m := X.Dims()
	A := predict(X)
	if rows, columns := A.Dims(); rows != 1 || columns != m {
		panic(notCovered.String())
	}
	return rowsOf(A)[0]
}
