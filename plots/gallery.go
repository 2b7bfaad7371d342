package plots

import (
	"cmp"
	"fmt"
	"html"
	"image"
	"math"
	"slices"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Gallery shows pictures side by side: images, or plots.Pictures(X) for the columns of X. It heeds Title, Captions, Labels,
// Probabilities, First and Width (96 without it). With Labels and Probabilities the pictures that the network gets wrong
// come first, the ones it is most sure of before the others, each with a bar of how sure it is; First then counts from
// there, so that First(12) shows the twelve worst mistakes.
func Gallery[P image.Image](pictures []P, options ...Option) {
	all := make([]image.Image, len(pictures))
	for i, p := range pictures {
		all[i] = p
	}
	gallery(all, optionsOf(options)).show()
}

// Mislabelled shows only those pictures that the network gets wrong. Y is 1×m, 0 or 1; A is 1×m, the probability that it
// is 1. It heeds the options of Gallery.
func Mislabelled[P image.Image](pictures []P, Y, A nn.Matrix, options ...Option) {
	o := optionsOf(append([]Option{Labels(Y), Probabilities(A)}, options...))
	o.labels, o.probabilities, o.onlyWrong = Y, A, true
	all := make([]image.Image, len(pictures))
	for i, p := range pictures {
		all[i] = p
	}
	gallery(all, o).show()
}

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

func (j judged) wrong() bool { return j.label >= 0 && finite(j.a) && j.guess() != j.label }

// sure is how sure the network is of its guess, 0.5 to 1.
func (j judged) sure() float64 { return max(j.a, 1-j.a) }

var (
	mistakesOf = words.T("%d of %d wrong", "%[2]d 枚中 %[1]d 枚を誤判定")
	noMistakes = words.T("None of the %d pictures is wrong.", "%d 枚すべて正しく判定しました。")
	more       = words.T("and %d more", "ほか %d 枚")
	guessWord  = words.T("judged", "判定")
	truthWord  = words.T("is", "正解")
	galleryOf  = words.T("%d pictures", "画像 %d 枚")
)

func gallery(pictures []image.Image, o options) figure {
	all := judge(pictures, o)
	f := figure{title: o.title}
	count := galleryOf.Fill(len(all)).String()
	if !o.labels.IsEmpty() && !o.probabilities.IsEmpty() {
		slices.SortStableFunc(all, func(a, b judged) int {
			if a.wrong() != b.wrong() {
				return cmp.Compare(b2i(b.wrong()), b2i(a.wrong()))
			}
			if a.wrong() {
				return cmp.Compare(b.sure(), a.sure())
			}
			return 0
		})
		wrong := 0
		for wrong < len(all) && all[wrong].wrong() {
			wrong++
		}
		count = mistakesOf.Fill(wrong, len(all)).String()
		if o.onlyWrong {
			if wrong == 0 {
				count = noMistakes.Fill(len(all)).String()
			}
			all = all[:wrong]
		}
	}
	shown := all
	if o.first > 0 && o.first < len(all) {
		shown = all[:o.first]
		count += " · " + more.Fill(len(all)-o.first).String()
	}
	if o.width <= 0 {
		o.width = 96
	}
	lines := []string{count}
	var b strings.Builder
	b.WriteString(`<div style="display:flex;flex-wrap:wrap;gap:14px 12px;padding:4px">`)
	for _, j := range shown {
		b.WriteString(j.card(o))
		lines = append(lines, fmt.Sprintf("%d: %s", j.i, strings.Join(j.words(o), ", ")))
	}
	b.WriteString(`</div>`)
	f.body = `<div style="font-size:13px;opacity:.75;margin-bottom:.5em">` + html.EscapeString(count) + `</div>` + b.String()
	f.text = strings.Join(lines, "\n")
	return f
}

// judge puts pictures, labels and probabilities together, and panics where there are not equally many.
func judge(pictures []image.Image, o options) []judged {
	agree := func(what string, n int) {
		if n != len(pictures) {
			panic(words.T("plots: %d pictures, but %d %s: give as many, in the same order.", "plots: 画像は %d 枚ですが、%[3]s は %[2]d 個です。同じ数を同じ順番で渡してください。").Fill(len(pictures), n, what).String())
		}
	}
	if o.captions != nil {
		agree("Captions", len(o.captions))
	}
	known := func(what string, M nn.Matrix) {
		if !M.IsEmpty() {
			_, m := M.Dims()
			agree(what, m)
		}
	}
	known("Labels", o.labels)
	known("Probabilities", o.probabilities)
	all := make([]judged, len(pictures))
	for i, p := range pictures {
		all[i] = judged{i: i, p: p, label: -1, a: math.NaN()}
		if !o.labels.IsEmpty() {
			all[i].label = int(math.Round(o.labels.At(0, i)))
		}
		if !o.probabilities.IsEmpty() {
			all[i].a = o.probabilities.At(0, i)
		}
	}
	return all
}

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
		lines = append(lines, fmt.Sprintf("✗ %s: %s", guessWord, o.class(j.guess())), fmt.Sprintf("%s: %s", truthWord, o.class(j.label)))
	case finite(j.a) && j.label >= 0:
		lines = append(lines, "✓ "+o.class(j.guess()))
	case finite(j.a):
		lines = append(lines, o.class(j.guess()))
	case j.label >= 0:
		lines = append(lines, o.class(j.label))
	}
	if finite(j.a) {
		lines = append(lines, fmt.Sprintf("ŷ = %.2f", j.a))
	}
	return lines
}

// card is one picture with its lines, and, where the network judged it, a bar as long as it is sure.
func (j judged) card(o options) string {
	var b strings.Builder
	said := strings.Join(j.words(o), ", ")
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
		fmt.Fprintf(&b, `<div style="margin-top:6px;height:5px;border-radius:3px;width:%dpx;background:color-mix(in srgb,currentColor 14%%,transparent)"><div style="height:5px;border-radius:3px;width:%.0f%%;background:%s"></div></div>`, o.width, 100*j.a, hex(colour))
	}
	for i, l := range j.words(o) {
		style := ""
		if i == 0 && j.label >= 0 && finite(j.a) {
			style = ` style="font-weight:600"`
		}
		fmt.Fprintf(&b, `<div%s>%s</div>`, style, html.EscapeString(l))
	}
	b.WriteString(`</div>`)
	return b.String()
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
