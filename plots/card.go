package plots

import (
	"fmt"
	"html"
	"image"
	"strings"

	"nekonote/nn/words"
)

// judged is one picture of a gallery with what is known about it. i counts from 0.
type judged struct {
	i     int
	p     image.Image
	label int     // −1 where it is not known
	a     float64 // NaN where it is not known
}

func (j judged) guess() int {
	if j.a > 0.5 {
		return 1
	}
	return 0
}

// known reports whether there is a label and a probability to compare.
func (j judged) known() bool { return j.label >= 0 && finite(j.a) }

func (j judged) wrong() bool { return j.known() && j.guess() != j.label }

// sure is how sure the network is of its guess, 0.5 to 1.
func (j judged) sure() float64 { return max(j.a, 1-j.a) }

var (
	guessWord   = words.T("✗ judged: %s", "✗ 判定：%s")
	truthWord   = words.T("is: %s", "正解：%s")
	noJudgement = words.T("no judgement", "判定なし")
)

// class is the name of a class, or its number where it has none.
func (o options) class(k int) string {
	if k >= 0 && k < len(o.classes) {
		return o.classes[k]
	}
	return fmt.Sprint(k)
}

// words are the lines below a picture.
func (j judged) words(o options) []string {
	var lines []string
	if o.captions != nil {
		lines = append(lines, o.captions[j.i])
	}
	switch {
	case j.wrong():
		lines = append(lines, guessWord.Fill(o.class(j.guess())).String(), truthWord.Fill(o.class(j.label)).String())
	case j.known():
		lines = append(lines, "✓ "+o.class(j.guess()))
	case !finite(j.a) && !o.probabilities.IsEmpty():
		lines = append(lines, "? "+noJudgement.String())
		if j.label >= 0 {
			lines = append(lines, truthWord.Fill(o.class(j.label)).String())
		}
	case finite(j.a):
		lines = append(lines, o.class(j.guess()))
	case j.label >= 0:
		lines = append(lines, o.class(j.label))
	}
	if !o.probabilities.IsEmpty() {
		lines = append(lines, "ŷ = "+fixed(j.a, 2))
	}
	return lines
}

// card is one picture with its lines, and, where the network judged it, a bar as long as it is sure.
func (j judged) card(o options) string {
	var b strings.Builder
	said := words.List(j.words(o)).String()
	mark := ""
	if j.wrong() {
		mark = fmt.Sprintf(";outline:2px solid %s;outline-offset:2px", hex(orange))
	}
	fmt.Fprintf(&b, `<div style="width:%dpx;font-size:12px;line-height:1.35;word-break:keep-all;overflow-wrap:anywhere"><div style="border-radius:4px%s">%s</div>`, max(o.width, 96), mark, img(j.p, o.width, said))
	if finite(j.a) {
		colour := blue
		if j.guess() == 1 {
			colour = orange
		}
		fmt.Fprintf(&b, `<div style="margin-top:6px;height:5px;border-radius:3px;width:%dpx;background:color-mix(in srgb,currentColor 14%%,transparent)"><div style="height:5px;border-radius:3px;width:%.0f%%;background:%s"></div></div>`, o.width, 100*max(0, min(1, j.a)), hex(colour))
	}
	for i, l := range j.words(o) {
		style := ""
		if i == 0 && j.known() {
			style = ` style="font-weight:600"`
		}
		fmt.Fprintf(&b, `<div%s>%s</div>`, style, html.EscapeString(l))
	}
	b.WriteString(`</div>`)
	return b.String()
}
