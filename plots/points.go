package plots

import (
	"nekonote/nn"
	"nekonote/nn/words"
)

// Points shows examples in the plane: X (2×m), with their classes Y (1×m), 0 or 1. It heeds Title and Classes, and panics
// where the shapes do not fit.
func Points(X, Y nn.Matrix, options ...Option) {
	pointsOf(X, Y, heed("Points", options, "Classes")).show()
}

var pointWords = words.T("%d examples, %d of them of class 1 (x₁ from %s to %s, x₂ from %s to %s)",
	"%d 個の例。そのうち %d 個がクラス 1 です（x₁ は %s から %s、x₂ は %s から %s）")

func pointsOf(X, Y nn.Matrix, o options) figure {
	examplesFit(X, Y)
	w := windowOf(X)
	ch := empty(w)
	ch.Add(examples{X, Y, 3.4})
	_, m := X.Dims()
	return figure{
		title:  o.title,
		legend: o.classLegend(),
		panels: []panel{{width: 480, height: w.height(480), draw: ch.draw}},
		note:   examples{X: X, Y: Y}.note(),
		text:   pointWords.Fill(m, examples{X: X, Y: Y}.ones(), two(w.left), two(w.right), two(w.bottom), two(w.top)).String(),
	}
}
