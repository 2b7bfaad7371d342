package plots

import (
	"cmp"
	"html"
	"image"
	"math"
	"slices"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Gallery shows pictures side by side: images, or plots.Pictures(X) for the columns of X. It heeds Title, Captions, Labels,
// Classes, Probabilities, First and Width (96 without it). With Labels and Probabilities the pictures that the network gets
// wrong come first, the ones it is most sure of before the others, each with a bar of how sure it is; First then counts
// from there, so that First(12) shows the twelve worst mistakes. Pictures without a label or a probability that is a number
// count as not judged, and come next.
func Gallery[P image.Image](pictures []P, options ...Option) {
	o := heed("Gallery", options, "Captions", "Labels", "Classes", "Probabilities", "First", "Width")
	gallery(images(pictures), o).show()
}

var (
	mistakesOf = words.T("%d of %d wrong", "%[2]d 枚中 %[1]d 枚を誤判定")
	more       = words.T("and %d more", "ほか %d 枚")
	galleryOf  = words.T("%d pictures", "画像 %d 枚")
	unjudged   = words.T("not judged, without a label or a probability that is a number: %d", "%d 枚は判定不能（ラベルか確率が数値ではありません）")
)

func images[P image.Image](pictures []P) []image.Image {
	all := make([]image.Image, len(pictures))
	for i, p := range pictures {
		if all[i] = p; all[i] == nil {
			panic(noPictureAt.Fill(i).String())
		}
	}
	return all
}

func gallery(pictures []image.Image, o options) figure {
	all := judge(pictures, o)
	count := galleryOf.Fill(len(all)).String()
	if len(all) > 0 && !o.labels.IsEmpty() && !o.probabilities.IsEmpty() {
		wrong, odd := worstFirst(all)
		count = mistakesOf.Fill(wrong, len(all)).String()
		if odd > 0 {
			count += " · " + unjudged.Fill(odd).String()
		}
	}
	return cards(all, count, o)
}

// worstFirst sorts: the pictures that the network gets wrong, the surest first, those that it does not judge, and the others.
// It returns how many there are of the first two kinds.
func worstFirst(all []judged) (wrong, odd int) {
	rank := func(j judged) int {
		switch {
		case j.wrong():
			return 0
		case !j.known():
			return 1
		}
		return 2
	}
	slices.SortStableFunc(all, func(a, b judged) int {
		if by := cmp.Compare(rank(a), rank(b)); by != 0 || !a.wrong() {
			return by
		}
		return cmp.Compare(b.sure(), a.sure())
	})
	for _, j := range all {
		wrong += b2i(rank(j) == 0)
		odd += b2i(rank(j) == 1)
	}
	return wrong, odd
}

// cards is the figure of these pictures, under a line that counts them.
func cards(all []judged, count string, o options) figure {
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
	b.WriteString(`<div style="font-size:13px;opacity:.75;margin-bottom:.5em">` + html.EscapeString(count) + `</div>`)
	b.WriteString(`<div style="display:flex;flex-wrap:wrap;gap:14px 12px;padding:4px">`)
	for _, j := range shown {
		b.WriteString(j.card(o))
		lines = append(lines, strings.TrimRight(words.Named(j.i, words.List(j.words(o))).String(), " "))
	}
	b.WriteString(`</div>`)
	return figure{title: o.title, body: b.String(), text: strings.Join(lines, "\n")}
}

// judge puts pictures, labels and probabilities together, and panics where there are not equally many.
func judge(pictures []image.Image, o options) []judged {
	if o.captions != nil && len(o.captions) != len(pictures) {
		panic(captionsDiffer.Fill(len(pictures), len(o.captions)).String())
	}
	if !o.labels.IsEmpty() {
		oneEach("Labels", o.labels, len(pictures))
	}
	if !o.probabilities.IsEmpty() {
		oneEach("Probabilities", o.probabilities, len(pictures))
	}
	all := make([]judged, len(pictures))
	for i, p := range pictures {
		all[i] = judged{i: i, p: p, label: -1, a: math.NaN()}
		if !o.labels.IsEmpty() {
			if y := o.labels.At(0, i); math.Abs(y) < 1e9 { // a larger number is no class; not every processor would see that
				all[i].label = int(math.Round(y))
			}
		}
		if !o.probabilities.IsEmpty() {
			all[i].a = o.probabilities.At(0, i)
		}
	}
	return all
}

var (
	noPictureAt = words.T("plots: picture %d (counted from 0) is nil: perhaps its file could not be read. Look at the error that came with it.",
		"plots: %d 番目の画像（0 から数えて）が nil です。ファイルを読み込めなかったのかもしれません。一緒に返されたエラーを確かめてください。")
	captionsDiffer = words.T("plots: %d pictures, but %d captions: give as many, in the same order.",
		"plots: 画像は %d 枚ですが、キャプションは %d 個です。同じ数を同じ順番で渡してください。")
	rowsDiffer = words.T("plots: for %d pictures %s must be 1×%[1]d, one number for each in the same order; it is %[3]d×%[4]d.",
		"plots: 画像は %d 枚なので、%s は 1×%[1]d の行列（1 枚につき数値一つ、同じ順番）でなければなりません。%[3]d×%[4]d です。")
)

// oneEach panics where a matrix does not have one number for each of m pictures.
func oneEach(what string, M nn.Matrix, m int) {
	if rows, columns := M.Dims(); m > 0 && rows != 1 || columns != m {
		panic(rowsDiffer.Fill(m, what, rows, columns).String())
	}
}
