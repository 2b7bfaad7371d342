package plots

import (
	"fmt"
	"html"
	"image"
	"math"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Units shows what each unit of the first layer looks for: its row of W1 (units × side·side·3) as a picture. Grey is a
// weight of 0; where a pixel is bright in a colour, that colour there excites the unit, where it is dark, it quiets it.
// Each picture has its own scale. It heeds Title, First and Width (72 without it).
// Where a layer has learned from pictures, FirstLayer tells more: most of its weights is still the noise that they began with.
func Units(W1 nn.Matrix, options ...Option) {
	showUnits(W1, heed("Units", options, "First", "Width")).show()
}

var (
	unitText  = words.T("unit %d: weights from %s to %s, length %s", "ユニット %d：重みは %s から %s、長さ %s")
	unitsNote = words.T("Grey: no weight. Bright: this colour here excites the unit. Dark: it quiets it. Each picture has its own scale; |w| is the length of the unit's weights.",
		"灰色：重み 0。明るい色：その色がそこにあるとユニットが強く反応します。暗い色：反応が弱まります。濃さの基準はユニットごとに異なります。|w| は重みの長さです。")
)

func showUnits(W1 nn.Matrix, o options) figure {
	n, m := W1.Dims()
	side := sideOf(m)
	if o.width <= 0 {
		o.width = 72
	}
	shown := n
	if o.first > 0 {
		shown = min(n, o.first)
	}
	f := figure{title: o.title, note: unitsNote.String()}
	var b strings.Builder
	var said []string
	b.WriteString(`<div style="display:flex;flex-wrap:wrap;gap:12px">`)
	for i := range shown {
		w := W1.Slice(i, i+1, 0, m)
		low, high, odd := finiteRange(entries(w)...)
		scale := max(-low, high, 1e-300)
		p := image.NewNRGBA(image.Rect(0, 0, side, side))
		for k := range side * side {
			tone := func(channel int) float64 { return 128 + 127*w.At(0, 3*k+channel)/scale }
			p.SetNRGBA(k%side, k/side, pixel(tone(0), tone(1), tone(2)))
		}
		length := math.Sqrt(w.Mul(w).Sum())
		name := unitWord.Fill(i + 1).String()
		fmt.Fprintf(&b, `<div style="font-size:12px">%s<div style="margin-top:3px">%s</div><div style="opacity:.65">|w| = %s</div></div>`,
			img(p, o.width, name), html.EscapeString(name), number(math.Round(length*1000)/1000))
		line := unitText.Fill(i+1, number(low), number(high), number(length)).String()
		if odd > 0 {
			line += oddWeights.Fill(odd).String()
		}
		said = append(said, line)
	}
	b.WriteString(`</div>`)
	if shown < n {
		said = append(said, more.Fill(n-shown).String())
		b.WriteString(`<div style="font-size:13px;opacity:.75;margin-top:.4em">` + html.EscapeString(more.Fill(n-shown).String()) + `</div>`)
	}
	f.body = b.String()
	f.text = strings.Join(said, "\n")
	return f
}
