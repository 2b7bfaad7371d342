package plots

import (
	"image"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Mislabelled shows only those pictures that the network gets wrong, and those that it does not judge because a number is
// missing. Y is 1×m, 0 or 1; A is 1×m, the probability that it is 1. It heeds Title, Captions, Classes, First, Width, and
// Labels, which names the classes too, and must then have the same Y. It panics where there are not equally many.
func Mislabelled[P image.Image](pictures []P, Y, A nn.Matrix, options ...Option) {
	mislabelled(images(pictures), Y, A, heed("Mislabelled", options, "Captions", "Labels", "Classes", "First", "Width")).show()
}

var (
	noMistakes  = words.T("None of the %d pictures is wrong.", "%d 枚すべて正しく判定しました。")
	noPictures  = words.T("There is no picture.", "画像がありません。")
	otherLabels = words.T("plots: Mislabelled is given two different Y, its own and that of Labels. Leave Labels out, and name the classes with Classes.",
		"plots: Mislabelled に渡した Y と Labels の Y が違います。Labels を外し、クラスの名前は Classes で渡してください。")
)

func mislabelled(pictures []image.Image, Y, A nn.Matrix, o options) figure {
	if !o.labels.IsEmpty() && !same(o.labels, Y) {
		panic(otherLabels.String())
	}
	o.labels, o.probabilities = Y, A
	oneEach("Y", Y, len(pictures))
	oneEach("A", A, len(pictures))
	all := judge(pictures, o)
	wrong, odd := worstFirst(all)
	count := mistakesOf.Fill(wrong, len(all)).String()
	switch {
	case len(all) == 0:
		count = noPictures.String()
	case odd > 0:
		count += " · " + unjudged.Fill(odd).String()
	case wrong == 0:
		count = noMistakes.Fill(len(all)).String()
	}
	return cards(all[:wrong+odd], count, o)
}

// same reports whether two rows hold the same numbers; here NaN is one.
func same(A, B nn.Matrix) bool {
	const other = -1e300 // stands for NaN, which equals nothing
	known := func(x float64) float64 {
		if math.IsNaN(x) {
			return other
		}
		return x
	}
	return A.Apply(known).Equal(B.Apply(known), 0)
}
