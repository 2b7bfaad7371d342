package plots

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// window is a rectangle of the plane of x₁ and x₂.
type window struct {
	left, right, bottom, top float64
}

// windowOf is the window in which all points of X (2×m) lie that can be drawn, with a margin.
func windowOf(X nn.Matrix) window {
	left, right := rowRange(X, 0)
	bottom, top := rowRange(X, 1)
	if right == left && top == bottom {
		left, right = apart(left, right)
		bottom, top = apart(bottom, top)
	}
	margin := 0.08 * max(right-left, top-bottom)
	w := window{left - margin, right + margin, bottom - margin, top + margin}
	w.left, w.right = apart(w.left, w.right)
	w.bottom, w.top = apart(w.bottom, w.top)
	return w
}

// rowRange is the range of a row's numbers; where none can be drawn, that of 0 alone.
func rowRange(X nn.Matrix, i int) (low, high float64) {
	low, high, _ = finiteRange(X.Dense().RawRowView(i)...)
	if low > high {
		return 0, 0
	}
	return low, high
}

// height is how high a panel of this width is, so that a circle of the plane is seen as one; within reason, where the plane
// is much wider than high.
func (w window) height(width float64) float64 {
	data := (width - 44) * (w.top - w.bottom) / (w.right - w.left)
	return min(max(data, 0.5*width), 1.25*width) + 66
}

var notDrawn = words.T("Examples that cannot be drawn, because a number is missing (NaN) or endless: %d.",
	"%d 個の例は、数値が NaN または無限大のため描けません。")

var notLabels = words.T("Labels that are neither 0 nor 1: %d. What is above 0.5 counts as class 1, all else as class 0.",
	"%d 個のラベルが 0 でも 1 でもありません。0.5 より大きければクラス 1、それ以外はクラス 0 として扱います。")

// examples are points of the plane: discs for class 0, diamonds for class 1.
type examples struct {
	X, Y   nn.Matrix
	radius float64
}

// drawable reports whether the j-th example has a place and a class.
func (s examples) drawable(j int) bool {
	return finite(s.X.At(0, j)) && finite(s.X.At(1, j)) && finite(s.Y.At(0, j))
}

// note says how many examples are not drawn; nothing where all are.
func (s examples) note() string {
	odd, other := 0, 0
	_, m := s.X.Dims()
	for j := range m {
		odd += b2i(!s.drawable(j))
		y := s.Y.At(0, j)
		other += b2i(finite(y) && y != 0 && y != 1)
	}
	var said []string
	if odd > 0 {
		said = append(said, notDrawn.Fill(odd).String())
	}
	if other > 0 {
		said = append(said, notLabels.Fill(other).String())
	}
	return words.Sentences(said...)
}

// ones is how many examples are of class 1.
func (s examples) ones() int {
	n := 0
	_, m := s.Y.Dims()
	for j := range m {
		n += b2i(s.Y.At(0, j) > 0.5)
	}
	return n
}

// Plot draws the examples that have a place and a class.
func (s examples) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var of [2][]vg.Point
	_, m := s.X.Dims()
	for j := range m {
		if s.drawable(j) {
			class := b2i(s.Y.At(0, j) > 0.5)
			of[class] = append(of[class], vg.Point{X: x(s.X.At(0, j)), Y: y(s.X.At(1, j))})
		}
	}
	dots(c, classColour(0), vg.Length(s.radius), of[0]...)
	diamonds(c, classColour(1), vg.Length(s.radius*1.25), of[1]...)
}
