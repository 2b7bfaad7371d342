package plots

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/words"
)

// Tangent shows what a derivative is: the curve of f between from and to, with a tangent that moves along it under a
// slider, and its slope f′(x) in numbers. It heeds Title.
//
//	plots.Tangent(func(x float64) float64 { return x * x }, -2, 2)
func Tangent(f func(float64) float64, from, to float64, options ...Option) {
	tangent(f, from, to, heed("Tangent", options)).show()
}

var (
	tangentFrame = words.T("x = %s · f(x) = %s · slope f′(x) = %s", "x = %s · f(x) = %s · 傾き f′(x) = %s")
	tangentWords = words.T("A curve from x = %s to %s with its tangent at %d places. First: %s. Middle: %s. Last: %s.",
		"x = %s から %s までの曲線と、%d か所の接線。最初：%s。中央：%s。最後：%s。")
	tangentNote = words.T("One step Δx to the right takes the tangent up by slope · Δx.", "右へ Δx だけ進むと、接線は「傾き · Δx」だけ上がります。")
)

const tangentPlaces = 61

// slopeAt is the derivative of f at x, by a small step to both sides.
func slopeAt(f func(float64) float64, x float64) float64 {
	h := 1e-5 * max(1, math.Abs(x))
	return (f(x+h) - f(x-h)) / (2 * h)
}

func tangent(f func(float64) float64, from, to float64, o options) figure {
	mustBeGiven("f", f != nil)
	if !(from < to) || !finite(from) || !finite(to) {
		panic(words.T("plots: Tangent draws from left to right, so from must be less than to; got %v and %v.", "plots: Tangent の範囲は、左端が右端より小さくなければなりません（%v と %v）。").Fill(from, to).String())
	}
	fig := figure{title: o.title, note: tangentNote.String()}
	ch := newChart("x", "f(x)")
	curve := sample(f, from, to, 400, math.NaN())
	ch.curve(draw.LineStyle{Color: blue, Width: 2.5}, curve)
	ch.X.Min, ch.X.Max = from, to
	low, high := rangeOf(curve)
	ch.Y.Min, ch.Y.Max = around(low, high)
	place := func(i int) float64 { return from + (to-from)*float64(i)/(tangentPlaces-1) }
	for i := range tangentPlaces {
		x := place(i)
		fig.frames = append(fig.frames, minus(tangentFrame.Fill(fixed(clean(x), 2), fixed(clean(f(x)), 3), fixed(clean(slopeAt(f, x)), 3)).String()))
	}
	fig.text = tangentWords.Fill(number(from), number(to), tangentPlaces, fig.frames[0], fig.frames[tangentPlaces/2], fig.frames[tangentPlaces-1]).String()
	fig.start = tangentPlaces * 3 / 4
	fig.panels = []panel{{width: 560, height: 340, draw: ch.draw, frame: func(c draw.Canvas, i int) {
		area := ch.area(c)
		X, Y := ch.Transforms(&area)
		x := place(i)
		y, slope := f(x), slopeAt(f, x)
		if !finite(y) || !finite(slope) {
			return
		}
		at := func(dx float64) vg.Point { return vg.Point{X: X(x + dx), Y: Y(y + slope*dx)} }
		long := to - from
		for _, l := range area.ClipLinesXY([]vg.Point{at(-long), at(long)}) {
			line(area, draw.LineStyle{Color: orange, Width: 2}, l)
		}
		// The step Δx and what the tangent rises on it.
		run := long / 8
		if x+run > to {
			run = -run
		}
		corner := vg.Point{X: X(x + run), Y: Y(y)}
		for _, l := range area.ClipLinesXY([]vg.Point{{X: X(x), Y: Y(y)}, corner, at(run)}) {
			line(area, draw.LineStyle{Color: soft, Width: 1.25, Dashes: dashes[2]}, l)
		}
		dots(area, orange, 5, vg.Point{X: X(x), Y: Y(y)})
	}}}
	return fig
}

// clean rounds what is 0 but for the last digits.
func clean(x float64) float64 {
	if math.Abs(x) < 5e-4 {
		return 0
	}
	return x
}

// rangeOf is the least and the largest finite y.
func rangeOf(points plotter.XYs) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, p := range points {
		if finite(p.Y) {
			low, high = min(low, p.Y), max(high, p.Y)
		}
	}
	if low > high {
		panic(fmt.Sprintf("plots: %s", words.T("the function gives no number anywhere in this range.", "この範囲では、関数が数値を返しません。")))
	}
	return low, high
}
