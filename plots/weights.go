package plots

import (
	"fmt"
	"html"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Weights shows what a unit looks for: its weights w, (side·side·3)×1 such as 12288×1, laid out as the picture that they
// are multiplied with. One picture for each colour channel: where it is orange, brightness speaks for class 1, where it is
// blue, against it, and where it is pale it does not matter. It heeds Title and Width (160 without it).
func Weights(w nn.Matrix, options ...Option) {
	showWeights(w, heed("Weights", options, "Width")).show()
}

var (
	weightsWords = words.T("%d weights, from %s to %s; strongest at row %d, column %d, %s (%s)",
		"%d 個の重み。最小 %s、最大 %s。最も強いのは %d 行 %d 列の%s（%s）")
	weightsNote = words.T("Orange: brightness here speaks for class 1. Blue: against it. Pale: it does not matter. The strongest colour is ±%s.",
		"オレンジ：そこが明るいほどクラス 1 と判定されやすくなります。青：判定されにくくなります。淡い色：ほとんど影響しません。最も濃い色は ±%s です。")
	noneFinite   = words.T("%d weights, none of which is a number that can be drawn (NaN or infinite)", "%d 個の重みはどれも NaN または無限大で、描けません")
	channelWords = []words.Text{words.T("red", "赤"), words.T("green", "緑"), words.T("blue", "青")}
)

func showWeights(w nn.Matrix, o options) figure {
	if n, m := w.Dims(); n == 1 && m > 1 {
		w = w.T()
	} else if m != 1 {
		panic(words.T("plots: the weights of one unit are one column, such as 12288×1; this matrix is %d×%d. plots.Units(W1) shows those of a layer.",
			"plots: 一つのユニットの重みは 12288×1 のような一列です。この行列は %d×%d です。層全体なら plots.Units(W1) を使ってください。").Fill(n, m).String())
	}
	n, _ := w.Dims()
	side := sideOf(n)
	if o.width <= 0 {
		o.width = 160
	}
	numbers := entries(w)
	low, high, odd := finiteRange(numbers...)
	scale := max(-low, high, 1e-300)
	strongest := slices.IndexFunc(numbers, func(x float64) bool { return math.Abs(x) == max(-low, high) })
	f := figure{title: o.title, text: noneFinite.Fill(n).String()}
	if strongest >= 0 {
		f.note = weightsNote.Fill(number(max(-low, high))).String()
		f.text = weightsWords.Fill(n, number(low), number(high), strongest/3/side, strongest/3%side, channelWords[strongest%3], number(numbers[strongest])).String()
		if odd > 0 {
			f.text += oddWeights.Fill(odd).String()
		}
	}
	var b strings.Builder
	b.WriteString(`<div style="display:flex;flex-wrap:wrap;gap:14px">`)
	for k, channel := range channelWords {
		p := image.NewNRGBA(image.Rect(0, 0, side, side))
		for i := range side * side {
			p.SetNRGBA(i%side, i/side, diverging(w.At(3*i+k, 0)/scale))
		}
		fmt.Fprintf(&b, `<div style="font-size:12px">%s<div style="margin-top:3px">%s</div></div>`,
			img(p, o.width, channel.String()), html.EscapeString(channel.String()))
	}
	b.WriteString(`</div>`)
	f.body = b.String()
	return f
}

// diverging is the colour of a number from −1 (blue) over 0 (pale) to 1 (orange).
func diverging(x float64) color.NRGBA {
	if !finite(x) {
		return color.NRGBA{}
	}
	x = max(-1, min(1, x))
	to := color.NRGBA{0xc4, 0x46, 0x00, 0xff}
	if x < 0 {
		to = color.NRGBA{0x0b, 0x5a, 0xa6, 0xff}
	}
	pale := [3]float64{0xf7, 0xf5, 0xf2}
	t := math.Pow(math.Abs(x), 0.8) // the eye takes small differences near white for none
	mix := func(from float64, to uint8) uint8 { return uint8(from + (float64(to)-from)*t + 0.5) }
	return color.NRGBA{mix(pale[0], to.R), mix(pale[1], to.G), mix(pale[2], to.B), 255}
}
