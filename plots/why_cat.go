package plots

import (
	"encoding/base64"
	"encoding/binary"
	"image"
	"math"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// WhyCat shows what a neuron a = σ(wᵀx + b) sees in a picture x, a column of numbers between 0 and 1: which pixels speak for class 1
// and which against it, w ∗ x, and how sure it is. She shifts, mirrors and brightens the picture and covers a patch of it, and the answer
// follows. It computes in the page and needs no kernel. It heeds Title and Classes. It panics where w and x are no square pictures of
// the same size.
//
//	plots.WhyCat(w, b, x, plots.Classes("not a cat", "cat"))
func WhyCat(w nn.Matrix, b float64, x nn.Matrix, options ...Option) {
	whyCat(w, b, x, heed("WhyCat", options, "Classes")).show()
}

var (
	pictureWord = words.T("the picture", "画像")
	whyWord     = words.T("what each place says", "場所ごとの言い分")
	answerWord  = words.T("answer", "答え")
	sideWord    = words.T("%d: %s", "%d：%s")
	whyText     = words.T("A picture of %d×%[1]d pixels, and what each place of it says for and against.", "%d×%[1]d ピクセルの画像と、場所ごとの賛成と反対。")
	whyNote     = words.T("w ∗ x, summed over the three colours and smoothed over 5×5 pixels. Orange: speaks for class 1. Blue: against it. Drag the picture to shift it. The change is the average over all the picture's numbers: black to white would be 100 %.",
		"w ∗ x を 3 色について足し、5×5 ピクセルでならしたもの。オレンジはクラス 1 に賛成、青は反対。画像をつまむと、ずらせます。変化は、画像のすべての数の変化の平均で、黒から白なら 100 % です。")
	whySays = map[string]words.Text{
		"state":   words.T("ŷ = %s: %s. In favour: %s; against: %s; with b = %s, z = %s.", "ŷ = %s：%s。賛成は %s、反対は %s。b = %s を足して z = %s。"),
		"goal":    words.T("Can you make it say “%s”, and change little? Changed so far: %s %%.", "少しだけ変えて、「%s」と言わせられますか。ここまでの変化：%s %%。"),
		"turned":  words.T("You have changed its mind, by a change of %s %%. Your smallest: %s %%.", "答えが変わりました！ 変化は %s %%、これまでの最小は %s %%。"),
		"picture": words.T("the picture, to be shifted", "画像（ずらせます）"),
		"shifted": words.T("shifted by %s to the right and %s down", "右へ %s、下へ %s ずらした"),
		"patch":   words.T("the patch that covers the picture", "画像を隠す四角"),
		"covered": words.T("covers column %s, row %s", "列 %s、行 %s を隠している"),
		"light":   words.T("brightness", "明るさ"),
		"size":    words.T("size", "大きさ"),
		"mirror":  words.T("Mirror", "左右を反転"),
		"cover":   words.T("Cover a patch", "一部を隠す"),
		"back":    words.T("Back to the start", "はじめに戻す"),
	}
	notAlike = words.T("plots: WhyCat wants w and x as columns of the same length, such as 12288×1, with x between 0 and 1; they are %s and %s.",
		"plots: WhyCat の w と x は、12288×1 のような同じ長さの列で、x は 0 から 1 まででなければなりません。渡されたのは %s と %s です。")
)

// The places in the drawing.
var (
	pictureSpot = spot{0, 1, 0, 1, 4, 26, 300, 300}
	heatSpot    = spot{0, 1, 0, 1, 324, 26, 300, 300}
	gaugeSpot   = spot{0, 1, 0, 1, 4, 364, 620, 22}
)

// whyData is what the script is told.
type whyData struct {
	Side    int       `json:"side"`
	X       string    `json:"x"` // a byte each
	W       string    `json:"w"` // float64, the lowest byte first
	B       float64   `json:"b"`
	Most    float64   `json:"most"` // what is drawn in full colour
	First   float64   `json:"first"`
	Names   [2]string `json:"names"`
	Picture spot      `json:"picture"`
	Heat    spot      `json:"heat"`
	Gauge   spot      `json:"gauge"`
}

func whyCat(w nn.Matrix, b float64, x nn.Matrix, o options) figure {
	n, one := w.Dims()
	if rows, _ := x.Dims(); rows != n || one != 1 || !isPicture(x) {
		panic(notAlike.Fill(size(w), size(x)).String())
	}
	side := sideOf(n)
	rowsOf(nn.ConcatRows(w, x, nn.Column(b))) // must be numbers
	says := sumColours(w.Mul(x))
	blurred := smoothed(says, side)
	most := 0.0
	for _, v := range blurred {
		most = max(most, math.Abs(v))
	}
	most = max(most, 1e-12)
	z := w.T().Dot(x).At(0, 0) + b
	a := nn.Sigmoid.At(z)
	names := [2]string{o.classLegend()[0].name, o.classLegend()[1].name}
	return living{
		title: o.title, script: "why", beside: []string{"pictures"}, says: whySays, text: whyText.Fill(side).String(), note: whyNote.String(), said: whyState(says, b, z, names),
		data:   whyData{side, base64.StdEncoding.EncodeToString(bytesOf(x)), base64.StdEncoding.EncodeToString(floatsOf(w)), b, most, a, names, pictureSpot, heatSpot, gaugeSpot},
		panels: whyPanels(x, heatMap(blurred, side, most), a, names),
	}.figure()
}

// whyPanels is the drawing of a picture, a map beside it, and the answer below.
func whyPanels(x nn.Matrix, why image.Image, a float64, names [2]string) []panel {
	return []panel{{width: 628, height: 392, draw: func(c draw.Canvas) {
		page := board{c}
		for _, l := range []struct {
			at   spot
			said words.Text
		}{{pictureSpot, pictureWord}, {heatSpot, whyWord}, {gaugeSpot, answerWord}} {
			page.words(l.at.Left, l.at.Top-13, l.said.String(), lettering(12, soft))
			page.box(l.at.Left, l.at.Top, l.at.Width, l.at.Height, 0, nil, faint)
		}
		style := coloured(lettering(12, strong), blue)
		page.words(gaugeSpot.Left+60, gaugeSpot.Top-13, sideWord.Fill(0, names[0]).String(), style)
		style = coloured(style, orange)
		style.XAlign = draw.XRight
		page.words(gaugeSpot.Left+gaugeSpot.Width, gaugeSpot.Top-13, sideWord.Fill(1, names[1]).String(), style)
		drawPart(page, "picture", pictureSpot, Pictures(x.Scale(255))[0])
		drawPart(page, "why", heatSpot, why)
		beginPart(c, "answer")
		page.answer(a)
		endPart(c)
		beginPart(c, "hands")
		endPart(c)
	}}}
}

func drawPart(c board, name string, at spot, p image.Image) {
	beginPart(c.Canvas, name)
	c.picture(at.Left, at.Top, at.Width, at.Height, p)
	endPart(c.Canvas)
}

// answer draws an answer between 0 and 1, from the line at ½.
func (b board) answer(a float64) {
	at, half := gaugeSpot.Left+gaugeSpot.Width*a, gaugeSpot.Left+gaugeSpot.Width/2
	b.box(min(at, half), gaugeSpot.Top, math.Abs(at-half), gaugeSpot.Height, 0, alpha(classColour(b2i(a > 0.5)), 0.85), nil)
	b.line(stroke(soft, 1.5), [2]float64{half, gaugeSpot.Top - 4}, [2]float64{half, gaugeSpot.Top + gaugeSpot.Height + 4})
	style, aside := bold(lettering(12, strong)), 6.0
	if a > 0.5 {
		style.XAlign, aside = draw.XRight, -6
	}
	b.words(at+aside, gaugeSpot.Top+gaugeSpot.Height/2, fixed(a, 2), style)
}

// whyState says what the script says of the same state.
func whyState(says []float64, b, z float64, names [2]string) string {
	support, against := 0.0, 0.0
	for _, v := range says {
		support += max(v, 0)
		against -= min(v, 0)
	}
	a := nn.Sigmoid.At(z)
	return words.Sentences(whySays["state"].Fill(fixed(a, 2), names[b2i(a > 0.5)], fixed(support, 1), fixed(against, 1), minus(fixed(b, 2)), minus(fixed(z, 2))).String(),
		whySays["goal"].Fill(names[b2i(a <= 0.5)], fixed(0, 1)).String())
}

// sumColours adds up the three numbers of each pixel.
func sumColours(x nn.Matrix) []float64 {
	all := entries(x)
	pixels := make([]float64, len(all)/3)
	for i, v := range all {
		pixels[i/3] += v
	}
	return pixels
}

// smoothed is the mean of each pixel's neighbourhood of 5×5.
func smoothed(values []float64, side int) []float64 {
	const reach = 2
	out := make([]float64, len(values))
	for i := range out {
		n := 0
		for y := max(0, i/side-reach); y <= min(side-1, i/side+reach); y++ {
			for x := max(0, i%side-reach); x <= min(side-1, i%side+reach); x++ {
				out[i] += values[y*side+x]
				n++
			}
		}
		out[i] /= float64(n)
	}
	return out
}

// heatMap paints numbers: orange above 0, blue below, in full where they are as large as most.
func heatMap(values []float64, side int, most float64) image.Image {
	p := image.NewNRGBA(image.Rect(0, 0, side, side))
	for i, v := range values {
		p.SetNRGBA(i%side, i/side, alpha(classColour(b2i(v > 0)), 0.9*min(1, math.Abs(v)/most)))
	}
	return p
}

// isPicture reports whether x is a column of numbers between 0 and 1.
func isPicture(x nn.Matrix) bool {
	_, columns := x.Dims()
	return columns == 1 && brightest(x) <= 1 && brightest(x.Scale(-1)) <= 0
}

func bytesOf(x nn.Matrix) []byte {
	var out []byte
	for _, v := range entries(x) {
		out = append(out, byte(math.Round(255*v)))
	}
	return out
}

func floatsOf(x nn.Matrix) []byte {
	var out []byte
	for _, v := range entries(x) {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
	}
	return out
}
