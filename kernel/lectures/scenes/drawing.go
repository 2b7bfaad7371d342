package scenes

import "nekonote/plots/scene"

// The words that scenes are drawn with, without the package's name in front of each.
type (
	Scene   = scene.Scene
	Mark    = scene.Mark
	Pen     = scene.Pen
	Letters = scene.Letters
	Axes    = scene.Axes
	Net     = scene.Net
	Colour  = scene.Colour
)

var (
	newScene = scene.New
	line     = scene.Line
	circle   = scene.Circle
	dot      = scene.Dot
	rect     = scene.Rect
	text     = scene.Text
	grid     = scene.Grid
	picture  = scene.Picture
	steps    = scene.Steps
	number   = scene.Number
	fixed    = scene.Fixed
)

const (
	blue   = scene.Blue
	orange = scene.Orange
	green  = scene.Green
	purple = scene.Purple
	gold   = scene.Gold
	grey   = scene.Grey
)

// at is a place in the scene, in points from the left and from the top.
func at(x, y float64) scene.Point { return scene.Point{X: x, Y: y} }

// term is a piece of a formula: its name as a part, and its TeX.
func term(name, tex string) scene.Term { return scene.Term{Name: name, TeX: tex} }

// The pens that all lectures share.
var (
	thick = Pen{Width: 3}
	thin  = Pen{Opacity: 0.5, Width: 1.25, Dashed: true}
	soft  = scene.Soft
)

// in is a pen of another colour.
func in(colour Colour, pen Pen) Pen {
	pen.Colour = colour
	return pen
}

// filled is a pen that fills what it encloses, lightly.
func filled(colour Colour, opacity float64) Pen {
	return Pen{Colour: colour, Width: 1.5, Fill: colour, Inside: opacity}
}

// arrow is a pen whose lines end in a point.
func arrow(colour Colour, width float64) Pen { return Pen{Colour: colour, Width: width, Arrow: true} }

// bold are letters of a colour.
func bold(colour Colour) Letters { return Letters{Colour: colour, Bold: true} }

// large are bold letters of a size.
func large(colour Colour, size float64) Letters {
	return Letters{Colour: colour, Bold: true, Size: size}
}

// none is the label of a unit without one.
func none(int) string { return "" }
