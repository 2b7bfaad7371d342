package scene

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"nekonote/nn"
)

// Axes is a piece of the plane: from X0 to X1 and from Y0 to Y1, drawn in a rectangle of the scene.
type Axes struct {
	X0, X1, Y0, Y1           float64
	Left, Top, Width, Height float64
}

// At is where a point of the plane lies in the scene.
func (a Axes) At(x, y float64) Point {
	return Point{a.Left + a.Width*(x-a.X0)/(a.X1-a.X0), a.Top + a.Height*(a.Y1-y)/(a.Y1-a.Y0)}
}

// Frame draws both axes, through 0 where it is in sight, with their names, and ticks with numbers where they are asked for.
func (a Axes) Frame(x, y any, ticks ...float64) Mark {
	across, up := min(max(0, a.Y0), a.Y1), min(max(0, a.X0), a.X1)
	arrow := Soft
	arrow.Arrow = true
	m := Line(arrow, a.At(a.X0, across), a.At(a.X1, across)) + Line(arrow, a.At(up, a.Y0), a.At(up, a.Y1))
	end, top := a.At(a.X1, across), a.At(up, a.Y1)
	m += Text(Point{end.X - 2, end.Y + 15}, x, Letters{Size: 14, Anchor: "end", Italic: true}) + Text(Point{top.X + 10, top.Y + 4}, y, Letters{Size: 14, Anchor: "start", Italic: true})
	for _, t := range ticks {
		p := a.At(t, across)
		m += Line(Soft, Point{p.X, p.Y - 3}, Point{p.X, p.Y + 3}) + Text(Point{p.X, p.Y + 14}, Number(t), Letters{Size: 12})
	}
	return m
}

// Curve draws a function, where it is in sight.
func (a Axes) Curve(pen Pen, f func(float64) float64) Mark {
	return a.Part(pen, f, a.X0, a.X1)
}

// Part draws a function between two places.
func (a Axes) Part(pen Pen, f func(float64) float64, from, to float64) Mark {
	const pieces = 120
	var all Mark
	var run []Point
	flush := func() {
		if len(run) > 1 {
			all += Line(pen, run...)
		}
		run = nil
	}
	slack := (a.Y1 - a.Y0) * 0.02
	for i := range pieces + 1 {
		x := from + (to-from)*float64(i)/pieces
		y := f(x)
		if math.IsNaN(y) || y < a.Y0-slack || y > a.Y1+slack {
			flush()
			continue
		}
		run = append(run, a.At(x, y))
	}
	flush()
	return all
}

// Line draws straight lines between points of the plane, x and y by turns.
func (a Axes) Line(pen Pen, xy ...float64) Mark {
	var points []Point
	for i := 0; i+1 < len(xy); i += 2 {
		points = append(points, a.At(xy[i], xy[i+1]))
	}
	return Line(pen, points...)
}

// Border draws the straight line w1·x1 + w2·x2 + b = 0, as far as it is in sight.
func (a Axes) Border(pen Pen, w1, w2, b float64) Mark {
	var ends []float64
	add := func(x, y float64) {
		if x >= a.X0-1e-9 && x <= a.X1+1e-9 && y >= a.Y0-1e-9 && y <= a.Y1+1e-9 && len(ends) < 4 && (len(ends) == 0 || math.Hypot(x-ends[0], y-ends[1]) > 1e-6) {
			ends = append(ends, x, y)
		}
	}
	for _, x := range []float64{a.X0, a.X1} {
		add(x, -(w1*x+b)/w2)
	}
	for _, y := range []float64{a.Y0, a.Y1} {
		add(-(w2*y+b)/w1, y)
	}
	if len(ends) < 4 {
		return ""
	}
	return a.Line(pen, ends...)
}

// Points draws the columns of X (2×m) as dots, blue for 0 and orange for 1 in Y (1×m); the orange ones have a ring, so that the
// colour is not all that tells them apart.
func (a Axes) Points(X, Y nn.Matrix, radius float64) Mark {
	var all Mark
	_, m := X.Dims()
	for j := range m {
		at := a.At(X.At(0, j), X.At(1, j))
		if Y.At(0, j) > 0.5 {
			all += Circle(Pen{Colour: Orange, Width: 1.6, Fill: Orange, Inside: 0.35}, at, radius)
		} else {
			all += Dot(Blue, at, radius)
		}
	}
	return all
}

// Map colours the plane by a model's answers, between 0 (blue) and 1 (orange), on side × side places.
func (a Axes) Map(predict func(X nn.Matrix) nn.Matrix, side int) Mark {
	X := nn.Zeros(2, side*side)
	for i := range side * side {
		X.Dense().Set(0, i, a.X0+(a.X1-a.X0)*(float64(i%side)+0.5)/float64(side))
		X.Dense().Set(1, i, a.Y1-(a.Y1-a.Y0)*(float64(i/side)+0.5)/float64(side))
	}
	A := predict(X)
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for i := range side * side {
		p := math.Round(A.At(0, i)*16) / 16 // few shades make a small file
		c := color.NRGBA{0x1f, 0x7a, 0xc4, uint8(110 * (1 - 2*p))}
		if p > 0.5 {
			c = color.NRGBA{0xd9, 0x5f, 0x0e, uint8(110 * (2*p - 1))}
		}
		img.SetNRGBA(i%side, i/side, c)
	}
	return Picture(img, a.Left, a.Top, a.Width, a.Height, false) + Rect(Pen{Opacity: 0.25, Width: 1}, a.Left, a.Top, a.Width, a.Height)
}

// Number writes a number with at most three digits behind the point.
func Number(x float64) string { return Fixed(x, -1) }

// Fixed writes a number with so many digits behind the point.
func Fixed(x float64, digits int) string {
	if digits < 0 {
		x = math.Round(x*1000) / 1000
	}
	text := strconv.FormatFloat(x, 'f', digits, 64)
	if v, err := strconv.ParseFloat(text, 64); err == nil && v == 0 {
		text = strconv.FormatFloat(0, 'f', digits, 64)
	}
	return minus(text)
}
