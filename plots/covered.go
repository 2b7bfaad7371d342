package plots

import (
	"encoding/base64"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Covered shows what a network looks at in a picture x, a column of numbers between 0 and 1: how its answer changes when a patch of the
// picture is covered, at each place. predict gives the probability of class 1 for each column, as 1×k; it is called at once. She moves the
// patch, in the page and with no kernel, and the answer follows. It is for networks of any depth; of a single neuron WhyCat tells more.
// It heeds Title and Classes.
//
//	plots.Covered(x, func(X nn.Matrix) nn.Matrix { A, _ := net.Forward(X); return A }, plots.Classes("not a cat", "cat"))
func Covered(x nn.Matrix, predict func(nn.Matrix) nn.Matrix, options ...Option) {
	covered(x, predict, heed("Covered", options, "Classes")).show()
}

var (
	coveredText = words.T("A picture of %d×%[1]d pixels, and how the answer changes when a patch of %d×%[2]d is covered. The answer turns at %d of the %d places where the patch can lie.", "%d×%[1]d ピクセルの画像と、%d×%[2]d の四角で隠したときの答えの変化。四角の置き場所 %[4]d 個のうち %[3]d 個で、答えが反対になる。")
	coveredNote = words.T("Orange: what lies here speaks for class 1, for without it the answer falls. Blue: against it. The strongest colour is a change of %s.",
		"オレンジ：ここにあるものはクラス 1 に賛成（隠すと答えが下がる）。青：反対。いちばん濃い色は %s の変化。")
	coveredSays = map[string]words.Text{
		"whole":     words.T("Nothing covered: ŷ = %s, %s.", "隠さないとき：ŷ = %s、%s。"),
		"covered":   words.T("Covered from column %s, row %s on: ŷ = %s, %s (%s).", "列 %s、行 %s から隠すと：ŷ = %s、%s（%s）。"),
		"goal":      words.T("Can you make it say “%s”? Places tried: %s.", "「%s」と言わせられますか。試した場所：%s 個。"),
		"turned":    words.T("It has changed its mind! Places you tried to find one: %s.", "答えが変わりました！ 見つけるまでに試した場所：%s 個。"),
		"first":     words.T("It has changed its mind, at the first place you tried!", "最初に試した場所で、答えが変わりました！"),
		"shown":     words.T("It has changed its mind; but a place was shown to you.", "答えが変わりました。ただし、場所はボタンに教わりました。"),
		"never":     words.T("Wherever the patch lies, the answer stays the same.", "四角をどこに置いても、答えは変わりません。"),
		"place":     words.T("column %s, row %s", "列 %s、行 %s"),
		"patch":     words.T("the patch that covers the picture", "画像を隠す四角"),
		"cover":     words.T("Cover", "隠す"),
		"strongest": words.T("Where it matters most", "いちばん効くところ"),
	}
	notCovered = words.T("plots: Covered wants x as a square picture in one column, with numbers between 0 and 1, and one probability for each column from predict.",
		"plots: Covered の x は、0 から 1 までの数を 1 列に並べた正方形の画像で、predict は各列の確率を 1 つずつ返す必要があります。")
)

// coveredData is what the script is told.
type coveredData struct {
	Side    int       `json:"side"`
	Places  int       `json:"places"` // of the patch, in each direction
	Patch   int       `json:"patch"`
	Stride  int       `json:"stride"`
	X       string    `json:"x"`
	First   float64   `json:"first"`
	Answers []float64 `json:"answers"`
	Names   [2]string `json:"names"`
	Picture spot      `json:"picture"`
	Heat    spot      `json:"heat"`
	Gauge   spot      `json:"gauge"`
}

func covered(x nn.Matrix, predict func(nn.Matrix) nn.Matrix, o options) figure {
	if !isPicture(x) {
		panic(notCovered.String())
	}
	n, _ := x.Dims()
	side := sideOf(n)
	patch := max(1, side/4)
	stride := max(1, side/16)
	places := (side-patch)/stride + 1
	first := probabilitiesOf(predict, x)[0]
	answers := probabilitiesOf(predict, allCovered(x, side, patch, stride))
	change, most := missed(answers, first, side, patch, stride), 1e-12
	for _, v := range change {
		most = max(most, math.Abs(v))
	}
	names := [2]string{o.classLegend()[0].name, o.classLegend()[1].name}
	turns, goal := 0, coveredSays["never"]
	for _, a := range answers {
		turns += b2i((a > 0.5) != (first > 0.5))
	}
	if turns > 0 {
		goal = coveredSays["goal"].Fill(names[b2i(first <= 0.5)], "0")
	}
	said := sentences(coveredSays["whole"].Fill(fixed(first, 2), names[b2i(first > 0.5)]).String(), goal.String())
	return living{
		title: o.title, script: "covered", beside: []string{"pictures"}, says: coveredSays, said: said,
		text: coveredText.Fill(side, patch, turns, len(answers)).String(), note: coveredNote.Fill(fixed(most, 2)).String(),
		data:   coveredData{side, places, patch, stride, base64.StdEncoding.EncodeToString(bytesOf(x)), first, answers, names, pictureSpot, heatSpot, gaugeSpot},
		panels: whyPanels(x, heatMap(change, side, most), first, names),
	}.figure()
}

// allCovered are the pictures with the patch at each place, row by row, a column each; the patch has the picture's mean brightness.
func allCovered(x nn.Matrix, side, patch, stride int) nn.Matrix {
	places := (side-patch)/stride + 1
	n, _ := x.Dims()
	X, mean := nn.Zeros(n, places*places), x.Mean()
	for k := range places * places {
		top, left := k/places*stride, k%places*stride
		for i := range n {
			v := x.At(i, 0)
			if row, column := i/3/side, i/3%side; row >= top && row < top+patch && column >= left && column < left+patch {
				v = mean
			}
			X.Dense().Set(i, k, v)
		}
	}
	return X
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

// missed is for each pixel how far, on average, the answer falls when a patch covers it.
func missed(answers []float64, first float64, side, patch, stride int) []float64 {
	places := (side-patch)/stride + 1
	sum, times := make([]float64, side*side), make([]float64, side*side)
	for k, a := range answers {
		for y := range patch {
			for x := range patch {
				i := (k/places*stride+y)*side + k%places*stride + x
				sum[i] += first - a
				times[i]++
			}
		}
	}
	for i := range sum {
		sum[i] /= max(times[i], 1)
	}
	return sum
}
