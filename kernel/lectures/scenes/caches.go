package scenes

import (
	"fmt"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week4/caches"] = map[string]func() *Scene{"drawers": cachesDrawers, "needs": cachesNeeds, "twice": cachesTwice}
}

// listed writes a column of numbers, its middle at a place.
func listed(A nn.Matrix, x, y float64, colour Colour) Mark {
	n, _ := A.Dims()
	return mark(n, func(i int) Mark {
		return text(at(x, y+15*(float64(i)-float64(n-1)/2)), fixed(A.At(i, 0), 2), Letters{Size: 12, Colour: colour, Bold: true})
	})
}

// cachesDrawers runs a small network forward, and puts into a drawer below each layer what it will need on the way back.
func cachesDrawers() *Scene {
	s := newScene()
	nn.Seed(3)
	net := nn.NewDeep(4, 3, 3, 1)
	X := nn.Randn(4, 1)
	_, caches := net.Forward(X)
	s.Add("x", line(arrow("", 2), at(30, 90), at(96, 90)), text(at(52, 66), "X", Letters{Italic: true}))
	for l, cache := range caches {
		x := 100 + 180*float64(l)
		s.Add(fmt.Sprint("block", l+1), rect(filled(blue, 0.14), x, 50, 96, 80), text(at(x+48, 90), fmt.Sprint(l+1), large(blue, 26)))
		s.Add(fmt.Sprint("arrow", l+1), line(arrow("", 2), at(x+98, 90), at(x+176, 90)))
		s.Add(fmt.Sprint("drawer", l+1), rect(filled(gold, 0.1), x-16, 180, 128, 104), line(Pen{Width: 3}, at(x+36, 292), at(x+60, 292)))
		s.Add(fmt.Sprint("in", l+1), line(arrow(gold, 2), at(x+18, 134), at(x+18, 176)), text(at(x+18, 194), "A⁽ˡ⁻¹⁾", Letters{Size: 14}), listed(cache.APrev, x+18, 240, ""))
		s.Add(fmt.Sprint("z", l+1), line(arrow(gold, 2), at(x+78, 134), at(x+78, 176)), text(at(x+78, 194), "Z", Letters{Size: 14}), listed(cache.Z, x+78, 240, ""))
	}
	s.Add("list", text(at(320, 322), "caches = [ 1, 2, 3 ]", large(gold, 19)))
	s.Add("back", line(arrow(orange, 3), at(590, 20), at(110, 20)), text(at(350, 34), words.T("backward: from the last drawer to the first", "逆伝播：最後の引き出しから、最初へ"), Letters{Colour: orange, Size: 13}))
	return s
}

func cachesNeeds() *Scene {
	s := newScene()
	s.Add("drawer", rect(filled(gold, 0.1), 40, 60, 190, 220), line(Pen{Width: 3}, at(115, 290), at(155, 290)), text(at(135, 42), words.T("the drawer of layer l", "層 l の引き出し"), bold(gold)))
	s.Add("Z", text(at(135, 105), "Z", large("", 24)))
	s.Add("A", text(at(135, 170), "A⁽ˡ⁻¹⁾", large("", 24)))
	s.Add("W", text(at(135, 235), "W", large("", 24)))
	s.Formula(475, 105, 25, term("dZ", `dZ^{[l]}=dA^{[l]}*`), term("slope", `g'(Z^{[l]})`))
	s.Formula(475, 170, 25, term("dW", `dW^{[l]}=\frac{1}{m}\,dZ^{[l]}`), term("times", `A^{[l-1]T}`))
	s.Formula(475, 235, 25, term("dA", `dA^{[l-1]}=`), term("weights", `W^{[l]T}`), term("error", `dZ^{[l]}`))
	s.Add("toZ", line(arrow(purple, 2), at(165, 105), at(306, 105)))
	s.Add("toA", line(arrow(purple, 2), at(185, 170), at(306, 170)))
	s.Add("toW", line(arrow(purple, 2), at(165, 235), at(306, 235)))
	s.Add("db", text(at(450, 300), words.T("db needs nothing but dZ", "db に必要なのは dZ だけ"), Letters{}))
	return s
}

// cachesTwice counts the layers that have to be computed forward for one way back, with drawers and without.
func cachesTwice() *Scene {
	s := newScene()
	a := Axes{X0: 0, X1: 210, Y0: 0, Y1: 1, Left: 120, Top: 40, Width: 440, Height: 200}
	s.Film("bars", []float64{2, 3, 4, 8, 12, 20}, func(L float64) []Mark {
		with, without := L, L*(L+1)/2
		bar := func(y float64, n float64, colour Colour, said words.Text) Mark {
			return text(at(110, y-34), said, Letters{Colour: colour, Bold: true, Anchor: "start"}) + rect(filled(colour, 0.45), 110, y-20, a.Width*n/210, 40) +
				text(at(122+a.Width*n/210, y), number(n), Letters{Colour: colour, Bold: true, Size: 19, Anchor: "start"})
		}
		return []Mark{text(at(320, 28), words.Build(func(l words.Lang) string {
			return words.T("%s layers", "%s 層").Fill(number(L)).In(l)
		}), large("", 20)), bar(130, with, green, words.T("with drawers: computed once", "引き出しあり：一度だけ計算")), bar(240, without, orange, words.T("without: from the start, for every layer", "引き出しなし：層ごとに、はじめから"))}
	})
	s.Formula(320, 318, 23, term("once", `L`), term("against", `\qquad\longleftrightarrow\qquad 1+2+\dots+L=`), term("sum", `\frac{L(L+1)}{2}`))
	return s
}
