package scenes

import (
	"math"
	"slices"

	"nekonote/nn/words"
)

func init() {
	course["week1/slope"] = map[string]func() *Scene{"road": slopeRoad, "step": slopeStep, "square": slopeSquare}
}

// derivative is the slope of f at x, by a small step to both sides.
func derivative(f func(float64) float64, x float64) float64 {
	const h = 1e-5
	return (f(x+h) - f(x-h)) / (2 * h)
}

// touching draws the tangent of f at x, so far to both sides on the scene.
func touching(a Axes, pen Pen, f func(float64) float64, x, half float64) Mark {
	slope := derivative(f, x)
	dx := half / math.Hypot(a.Width/(a.X1-a.X0), slope*a.Height/(a.Y1-a.Y0))
	return a.Line(pen, x-dx, f(x)-slope*dx, x+dx, f(x)+slope*dx)
}

// hills is the road of the first scene: up to its highest place, down into a valley, and up again.
func hills(x float64) float64 { return 1.6 + math.Sin(x) + 0.35*math.Sin(2.3*x-1) }

// summit is the highest place of the road, between 1 and 2, where its slope goes through 0.
func summit() float64 {
	low, high := 1.0, 2.0
	for range 40 {
		if middle := (low + high) / 2; derivative(hills, middle) > 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

func slopeRoad() *Scene {
	s := newScene()
	a := Axes{X0: 0, X1: 9, Y0: 0, Y1: 4.2, Left: 40, Top: 40, Width: 570, Height: 270}
	s.Add("axes", a.Frame(words.T("how far", "進んだ距離"), words.T("how high", "高さ")))
	s.Add("road", a.Curve(in(blue, thick), hills))
	places := append(steps(0.5, 8.5, 81), summit())
	slices.Sort(places)
	s.Film("walker", places, func(x float64) []Mark {
		here := a.At(x, hills(x))
		rise := math.Sin(math.Atan(math.Abs(derivative(hills, x)) * a.Height / (a.Y1 - a.Y0) * (a.X1 - a.X0) / a.Width))
		return []Mark{touching(a, in(orange, thick), hills, x, 52), dot(orange, here, 7),
			text(at(max(here.X, 86), here.Y-26-52*rise), words.Build(func(l words.Lang) string {
				return words.T("slope %s", "傾き %s").Fill(fixed(derivative(hills, x), 2)).In(l)
			}), bold(orange))}
	})
	return s
}

func square(x float64) float64 { return x * x }

func slopeStep() *Scene {
	const x = 1.5
	s := newScene()
	a := Axes{X0: -0.3, X1: 3.4, Y0: -0.8, Y1: 10, Left: 30, Top: 20, Width: 350, Height: 300}
	s.Add("axes", a.Frame("x", "f(x) = x²", x))
	s.Add("curve", a.Curve(in(blue, thick), square))
	s.Add("here", dot(blue, a.At(x, square(x)), 6))
	s.Film("step", []float64{-1.5, -1.25, -1, -0.8, -0.6, -0.5, -0.4, -0.3, -0.2, -0.15, -0.1, -0.05, -0.01}, func(minus float64) []Mark {
		h := -minus
		slope := (square(x+h) - square(x)) / h
		corner, top := a.At(x+h, square(x)), a.At(x+h, square(x+h))
		marks := []Mark{
			line(in(green, thick), a.At(x, square(x)), corner), line(in(purple, thick), corner, top),
			a.Line(in(orange, Pen{Width: 2.5}), x-0.5, square(x)-0.5*slope, x+1.75, square(x)+1.75*slope),
			dot(orange, top, 5),
			text(at(500, 232), "h = "+number(h), Letters{Colour: green, Bold: true, Size: 18}),
			text(at(500, 262), number(square(x+h)-square(x))+" / "+number(h)+" = "+number(slope), Letters{Colour: orange, Bold: true, Size: 18}),
		}
		if h > 0.35 {
			marks = append(marks, text(at((a.At(x, 0).X+corner.X)/2, corner.Y+14), "h", bold(green)))
		}
		return marks
	})
	s.Formula(500, 92, 24, term("climb", `f(x+h)-f(x)`))
	s.Add("bar", line(Pen{Width: 2}, at(412, 112), at(588, 112)))
	s.Formula(500, 134, 24, term("stride", `h`))
	s.Formula(500, 184, 24, term("limit", `\to\; f'(x)`), term("three", `\;=\; 3`))
	return s
}

func slopeSquare() *Scene {
	s := newScene()
	a := Axes{X0: -3, X1: 3, Y0: -1.2, Y1: 9, Left: 30, Top: 20, Width: 270, Height: 290}
	right := Axes{X0: -3, X1: 3, Y0: -6.5, Y1: 6.5, Left: 355, Top: 20, Width: 260, Height: 290}
	slope := func(x float64) float64 { return derivative(square, x) }
	s.Add("axes", a.Frame("x", "f(x) = x²", -2, 2))
	s.Add("curve", a.Curve(in(blue, thick), square))
	s.Add("slopes", right.Frame("x", words.T("slope f′(x)", "傾き f′(x)"), -2, 2))
	s.Film("line", steps(-2.6, 2.6, 53), func(x float64) []Mark {
		return []Mark{right.Part(in(orange, thick), slope, -2.6, max(x, -2.59)), dot(orange, right.At(x, slope(x)), 6)}
	})
	s.Film("tangent", steps(-2.6, 2.6, 53), func(x float64) []Mark {
		return []Mark{touching(a, in(orange, thick), square, x, 60), dot(orange, a.At(x, square(x)), 6),
			text(at(a.At(0, 0).X+10, a.At(0, 7.6).Y), fixed(slope(x), 1), Letters{Colour: orange, Bold: true, Size: 20, Anchor: "start"})}
	})
	s.Add("downhill", line(Pen{Colour: green, Width: 3, Arrow: true}, a.At(-2.6, 4.2), a.At(-1.5, 0.9)), line(Pen{Colour: green, Width: 3, Arrow: true}, a.At(2.6, 4.2), a.At(1.5, 0.9)))
	s.Formula(485, 342, 24, term("rule", `f'(x)=2x`))
	return s
}
