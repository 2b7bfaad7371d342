package plots

import (
	"fmt"
	"html"
	"image"
	"math"
	"slices"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
)

// FirstLayer shows what each unit of a first layer has come to look for: of the pictures X (side·side·3 × m), the mean of those that excite it
// most, less the mean of all; and beside it how its weights W (units × side·side·3) have changed from start, smoothed, for what they began
// with is noise, most of which is still in them. b are the units' biases. A unit that no picture switches on is said to be silent.
// Each picture has its own scale. A unit that has learned nearly the same as an earlier one, or the
// opposite, is said to. It heeds Title, First and Width (of one of the two pictures, 84 without it), and panics where the shapes do not fit.
//
//	plots.FirstLayer(W1, b1, start.W1, X)
func FirstLayer(W, b, start, X nn.Matrix, options ...Option) {
	firstLayer(W, b, start, X, heed("FirstLayer", options, "First", "Width")).show()
}

var (
	unitWord    = words.T("unit %d", "ユニット %d")
	excitedWord = words.T("excites it", "反応する写真")
	changedWord = words.T("has learned", "学んだこと")
	onWord      = words.T("on for %d of %d", "オン：%d／%d")
	silentWord  = words.T("never on", "常にオフ")
	firstText   = words.T("unit %d: on for %d of %d pictures; in the mean of the most exciting (%d), the middle is %s and the rim %s than in the mean of all; its weights have moved by %s of their length",
		"ユニット %d：%[3]d 枚のうち %[2]d 枚でオン。いちばん反応する %[4]d 枚の平均は、全体の平均に比べて、中央が %[5]s、縁が %[6]s。重みは、はじめの長さの %[7]s だけ動いた")
	silentText = words.T("unit %d: on for no picture; its weights have moved by %s of their length", "ユニット %d：どの写真でもオンにならない。重みは、はじめの長さの %s だけ動いた")
	sameWord   = words.T("the same as unit %d", "ユニット %d と同じ")
	oppositeOf = words.T("the opposite of unit %d", "ユニット %d と反対")
	brighter   = words.T("brighter by %s", "%s 明るい")
	darker     = words.T("darker by %s", "%s 暗い")
	firstNote  = words.T("Left: the mean of the pictures that excite the unit most, at most %d, less the mean of all. Right: how its weights have changed from the start, smoothed over 5×5 pixels, twice. Grey: no difference. Each picture has its own scale.",
		"左：ユニットがいちばん強く反応する写真（多くて %d 枚）の平均から、全体の平均を引いたもの。右：重みが、はじめからどう変わったか（5×5 ピクセルで 2 回ならしたもの）。灰色：差がない。濃さの基準は図ごとに異なります。")
	notFirst = words.T("plots: FirstLayer wants W and start as n×k, b as n×1 and X as k×m, with k = 3·side·side; they are %s, %s, %s and %s.",
		"plots: FirstLayer の W と start は n×k、b は n×1、X は k×m で、k = 3×辺×辺でなければなりません。渡されたのは %s、%s、%s、%s です。")
)

// mostExciting is over how many pictures the mean is taken, where there are so many.
const mostExciting = 10

func firstLayer(W, b, start, X nn.Matrix, o options) figure {
	n, k := W.Dims()
	rows, m := X.Dims()
	if size(start) != size(W) || size(b) != fmt.Sprintf("%d×1", n) || rows != k || m == 0 {
		panic(notFirst.Fill(size(W), size(start), size(b), size(X)).String())
	}
	side, shown := sideOf(k), n
	if o.width <= 0 {
		o.width = 84
	}
	if o.first > 0 {
		shown = min(n, o.first)
	}
	Z, change, mean := W.Dot(X).Add(b), W.Sub(start), meanOf(X)
	f := figure{title: o.title, note: firstNote.Fill(mostExciting).String()}
	var page strings.Builder
	var said []string
	columns := inRow(shown)
	fmt.Fprintf(&page, `<div style="display:flex;flex-wrap:wrap;gap:14px %dpx;max-width:%dpx">`, panelGap, columns*(2*o.width+4)+(columns-1)*panelGap+1)
	for i := range shown {
		row := change.Slice(i, i+1, 0, k).T()
		moved := percent(lengthOf(row), lengthOf(start.Slice(i, i+1, 0, k)))
		name, on := unitWord.Fill(i+1).String(), 0
		for j := range m {
			on += b2i(Z.At(i, j) > 0)
		}
		state, left := silentWord.String(), nn.Zeros(k, 1)
		if on > 0 {
			state, left = onWord.Fill(on, m).String(), exciting(Z, X, i, min(mostExciting, on)).Sub(mean)
			middle, rim := brightness(left, side)
			said = append(said, firstText.Fill(i+1, on, m, min(mostExciting, on), middle, rim, moved).String())
		} else {
			said = append(said, silentText.Fill(i+1, moved).String())
		}
		alike := asBefore(change, i)
		if alike != "" {
			said = append(said, "  "+words.Named(changedWord, alike).String())
		}
		fmt.Fprintf(&page, `<div style="font-size:12px;width:%dpx"><div style="margin-bottom:3px"><b style="font-weight:600">%s</b> · %s</div><div style="display:flex;gap:4px">%s%s</div><div>%s</div></div>`,
			2*o.width+4, html.EscapeString(name), html.EscapeString(state), captioned(aroundGrey(left, side), o.width, excitedWord), captioned(aroundGrey(smoothedColours(row, side), side), o.width, changedWord),
			html.EscapeString(alike))
	}
	page.WriteString(`</div>`)
	if shown < n {
		said = append(said, more.Fill(n-shown).String())
		page.WriteString(`<div style="font-size:13px;opacity:.75;margin-top:.4em">` + html.EscapeString(more.Fill(n-shown).String()) + `</div>`)
	}
	f.body, f.text = page.String(), strings.Join(said, "\n")
	return f
}

func captioned(p image.Image, width int, below words.Text) string {
	return fmt.Sprintf(`<div>%s<div style="opacity:.65;font-size:11px">%s</div></div>`, img(p, width, below.String()), html.EscapeString(below.String()))
}

// asBefore says whether unit i has changed as an earlier one has, or in the opposite direction; nothing where it has changed in its own.
func asBefore(change nn.Matrix, i int) string {
	_, k := change.Dims()
	own := change.Slice(i, i+1, 0, k)
	for j := range i {
		other := change.Slice(j, j+1, 0, k)
		switch alike := own.Mul(other).Sum() / max(lengthOf(own)*lengthOf(other), 1e-300); {
		case alike > 0.9:
			return sameWord.Fill(j + 1).String()
		case alike < -0.9:
			return oppositeOf.Fill(j + 1).String()
		}
	}
	return ""
}

// exciting is the mean of the so many columns of X that excite unit i most.
func exciting(Z, X nn.Matrix, i, count int) nn.Matrix {
	k, m := X.Dims()
	order := make([]int, m)
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch za, zb := Z.At(i, a), Z.At(i, b); {
		case za > zb:
			return -1
		case za < zb:
			return 1
		}
		return 0
	})
	sum := nn.Zeros(k, 1)
	for _, j := range order[:count] {
		sum = sum.Add(X.Slice(0, k, j, j+1))
	}
	return sum.Scale(1 / float64(count))
}

// smoothedColours smooths each of the three colours, twice: what is left is as coarse as what the eye can read.
func smoothedColours(x nn.Matrix, side int) nn.Matrix {
	out, one := nn.Zeros(3*side*side, 1), make([]float64, side*side)
	for c := range 3 {
		for i := range one {
			one[i] = x.At(3*i+c, 0)
		}
		for i, v := range smoothed(smoothed(one, side), side) {
			out.Dense().Set(3*i+c, 0, v)
		}
	}
	return out
}

// aroundGrey is a picture of differences: grey where there is none, in full where it is the largest.
func aroundGrey(x nn.Matrix, side int) image.Image {
	low, high, _ := finiteRange(entries(x)...)
	scale := max(-low, high, 1e-300)
	p := image.NewNRGBA(image.Rect(0, 0, side, side))
	for i := range side * side {
		tone := func(c int) float64 { return 128 + 127*x.At(3*i+c, 0)/scale }
		p.SetNRGBA(i%side, i/side, pixel(tone(0), tone(1), tone(2)))
	}
	return p
}

// brightness says how much brighter the middle and the rim of a picture of differences are, in numbers of X.
func brightness(x nn.Matrix, side int) (middle, rim string) {
	var sum, count [2]float64
	for i, v := range sumColours(x) {
		inside := b2i(min(i%side, side-1-i%side, i/side, side-1-i/side) >= side/4)
		sum[inside] += v / 3
		count[inside]++
	}
	say := func(v float64) string {
		if v < 0 {
			return darker.Fill(fixed(-v, 2)).String()
		}
		return brighter.Fill(fixed(v, 2)).String()
	}
	return say(sum[1] / max(count[1], 1)), say(sum[0] / max(count[0], 1))
}

func lengthOf(x nn.Matrix) float64 { return math.Sqrt(x.Mul(x).Sum()) }

// percent is a part of a whole in words; of nothing, it is the part itself.
func percent(part, whole float64) string {
	if whole == 0 {
		return number(part)
	}
	return fixed(100*part/whole, 0) + " %"
}
