package plots

import (
	"math"
	"strconv"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/internal/svg"
)

// ForwardBackward follows one example through a network, step by step: forward, what each unit answers; then back, how large the error
// of each is, and which weights would change most. The learner picks the example, of the columns of X and Y (1×m). Where there
// are many inputs, such as pixels, they are shown as a picture, and only the first ten examples can be picked. It computes in the page
// and needs no kernel. It heeds Title and Classes. It panics where the shapes do not fit, or the last layer is not one sigmoid.
//
//	plots.ForwardBackward(net.Layers, X, Y, plots.Classes("not a cat", "cat"))
func ForwardBackward(layers []nn.Layer, X, Y nn.Matrix, options ...Option) {
	forwardBackward(layers, X, Y, heed("ForwardBackward", options, "Classes")).show()
}

var (
	passesText = words.T("One of %d examples on its way through a network, forward and back: %s.", "%d 個の例のうち 1 つが、ネットワークを行って戻る様子：%s。")
	passesNote = words.T("Left, a: orange is positive, blue negative. Right, dz, the error: purple, this sum should have been smaller; green, larger. Lines: what each weight lets through, w·a, and on the way back dw: a step downhill changes the weight by −α·dw; dashed where negative. One example alone, so nothing is averaged.",
		"左の数は a：オレンジは正、青は負。右の数は dz（誤差）：紫は「この和はもっと小さいほうがよかった」、緑は「もっと大きいほうがよかった」。線は、行きでは重みを通ったもの w·a、帰りでは dw（坂を一歩下りると、重みは −α·dw だけ変わる）。破線は負。例は 1 つだけなので、平均はとりません。")
	leftOut    = words.T("Layers of more than %d units show the first ones and the last.", "%d 個より多いユニットがある層は、はじめのほうと最後だけを示します。")
	firstOnly  = words.T("The first %d of %d examples can be picked.", "選べるのは、はじめの %d 個の例です（全部で %d 個）。")
	toRight    = words.T("forward", "順伝播")
	toLeft     = words.T("back", "逆伝播")
	passesSays = map[string]words.Text{
		"example": words.T("example %s", "例 %s"),
		"truth":   words.T("Example %s, in truth: %s. Step %s of %s", "例 %s（正解：%s）。%[4]s 歩のうち %[3]s 歩目"),
		"input":   words.T(": the input, %s numbers.", "：入力。%s 個の数です。"),
		"forward": words.T(", forward: layer %s. %s of its %s units are not 0; the largest is unit %s, a = %s.", "、順伝播：層 %s。%[3]s 個のうち %[2]s 個のユニットが 0 ではありません。いちばん大きいのはユニット %[4]s、a = %[5]s。"),
		"answer":  words.T(", forward: the answer is ŷ = %s, %s. The loss is L = %s.", "、順伝播：答えは ŷ = %s、%s。損失は L = %s。"),
		"output":  words.T(", back: the output's error is dz = ŷ − y = %s. Of its weights, that of unit %s would change most: dw = dz·a = %s.", "、逆伝播：出力の誤差は dz = ŷ − y = %s。いちばん変わる重みは、ユニット %s からのもの：dw = dz·a = %s。"),
		"back":    words.T(", back: layer %s. The largest error is that of unit %s, dz = %s; %s of the %s units get none. Of the weights, that from unit %s to unit %s would change most: dw = %s.", "、逆伝播：層 %s。誤差がいちばん大きいのはユニット %s、dz = %s。%[5]s 個のうち %[4]s 個には誤差が届きません。いちばん変わる重みは、ユニット %[6]s からユニット %[7]s へのもの：dw = %[8]s。"),
		"pixels":  words.T(", back: layer %s. The largest error is that of unit %s, dz = %s; %s of the %s units get none. Each of its weights would change by dz times its input: all together |dw| = %s.", "、逆伝播：層 %s。誤差がいちばん大きいのはユニット %s、dz = %s。%[5]s 個のうち %[4]s 個には誤差が届きません。その重みは、どれも dz × 入力だけ変わります。まとめると |dw| = %[6]s。"),
		"silent":  words.T(", forward: layer %s. All of its %s units are silent: 0.", "、順伝播：層 %s。%s 個のユニットは、どれも 0 で休んでいます。"),
		"nothing": words.T(", back: layer %s. No error arrives at any of its %s units, and none of its weights would change.", "、逆伝播：層 %s。%s 個のユニットのどれにも誤差は届かず、重みは一つも変わりません。"),
		"still":   words.T(", back: layer %s. The largest error is that of unit %s, dz = %s; but nothing came in, so none of its weights would change.", "、逆伝播：層 %s。誤差がいちばん大きいのはユニット %s、dz = %s。けれども、入ってきたものが 0 なので、重みは一つも変わりません。"),
		"track":   words.T("the way forward and back", "行きと帰りの道"),
		"back1":   words.T("Step back", "一歩戻る"),
		"on":      words.T("Step on", "一歩進む"),
		"start":   words.T("From the input", "入力から"),
		"pick":    words.T("Pick an example", "例を選ぶ"),
	}
	notPassing = words.T("plots: ForwardBackward wants layers that follow each other, the last one with one unit and a sigmoid, X as n_x×m and Y as 1×m with the answers 0 and 1.",
		"plots: ForwardBackward に渡す層は順につながり、最後の層はシグモイド関数のユニット 1 個でなければなりません。X は n_x×m、Y は 0 か 1 の 1×m です。")
)

const (
	mostInputs  = 8  // that are drawn one by one; more are a picture, or one box
	mostInLayer = 20 // units that have room above one another
	mostPicked  = 10 // examples, where each brings a picture along
)

// passesData is what the script is told.
type passesData struct {
	Layers   []layerNumbers `json:"layers"` // without the first one, where there are many inputs
	G        string         `json:"g"`      // of the first one, there
	X        [][]float64    `json:"X"`      // the inputs; where there are many, what the first layer makes of them, z1
	Y        []float64      `json:"Y"`
	Lengths  []float64      `json:"lengths"`  // |x| of each example, where there are many inputs
	Pictures []string       `json:"pictures"` // of each example, where the inputs are pixels
	Inputs   int            `json:"inputs"`
	Names    [2]string      `json:"names"`
	Columns  []passColumn   `json:"columns"`
	Plane    *spot          `json:"plane"` // where the examples lie as points, of two inputs
	Picture  spot           `json:"picture"`
	Lanes    [2]float64     `json:"lanes"`
}

func forwardBackward(layers []nn.Layer, X, Y nn.Matrix, o options) figure {
	passable(layers, X, Y)
	inputs, m := X.Dims()
	wide, note := inputs > mostInputs, passesNote.String()
	if wide && m > mostPicked {
		note = words.Sentences(note, firstOnly.Fill(mostPicked, m).String())
		m = mostPicked
		X, Y = X.Slice(0, inputs, 0, m), Y.Slice(0, 1, 0, m)
	}
	d := passesOf(layers, X, Y, o)
	rest, fed := layers, X
	if wide {
		rest, fed = layers[1:], layers[0].W.Dot(X).Add(layers[0].B)
		d.data.G = string(layers[0].G)
		for j := range m {
			x := X.Slice(0, inputs, j, j+1)
			d.data.Lengths = append(d.data.Lengths, mustBeFinite(math.Sqrt(x.Mul(x).Sum())))
		}
	}
	d.data.Layers, d.data.X, d.data.Y = numbersOf(rest...), rowsOf(fed), rowsOf(Y)[0]
	for _, p := range d.pictures {
		d.data.Pictures = append(d.data.Pictures, svg.DataURL(p))
	}
	var sizes []string
	for _, c := range d.data.Columns {
		sizes = append(sizes, strconv.Itoa(c.Size))
		if c.Size > mostInLayer && c.Layer > 0 {
			note = words.Sentences(note, leftOut.Fill(mostInLayer).String())
		}
	}
	return living{
		title: o.title, script: "passes", says: passesSays, data: d.data, note: note, said: d.said(),
		text: passesText.Fill(m, strings.Join(sizes, " → ")).String(), panels: []panel{{width: d.width, height: d.height, draw: d.draw}},
	}.figure()
}

// passable panics where the layers, the examples and their classes do not fit together.
func passable(layers []nn.Layer, X, Y nn.Matrix) {
	before, m := X.Dims()
	rows, columns := Y.Dims()
	fits := len(layers) > 0 && rows == 1 && columns == m && m > 0
	for _, l := range layers {
		n, columns := l.W.Dims()
		b, one := l.B.Dims()
		fits = fits && columns == before && b == n && one == 1 && n > 0
		before = n
	}
	if !fits || before != 1 || layers[len(layers)-1].G != nn.Sigmoid {
		panic(notPassing.String())
	}
	for _, l := range layers {
		mustBeFinite(l.W.Sum() + l.B.Sum())
	}
	for _, y := range rowsOf(Y)[0] {
		if y != 0 && y != 1 {
			panic(notPassing.String())
		}
	}
}
