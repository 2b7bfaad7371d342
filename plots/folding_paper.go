package plots

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
)

// paper is the sheet as the last hidden layer has folded it, as the script draws it, too.
type paper struct {
	layers []nn.Layer
	data   foldingData
	X, Y   nn.Matrix
}

// places are where points of the plane (2×m) are seen in the last stage, each x and y in points.
func (p paper) places(X nn.Matrix) [][2]float64 {
	s := p.data.Stages[len(p.data.Stages)-1]
	A := throughAll(p.layers, X)[s.Layer]
	seen := directions{nn.Rows(s.P), nn.Column(s.At...)}.of(A)
	all := make([][2]float64, columnsOf(X))
	for j := range all {
		all[j] = s.Where.place(seen.At(0, j), seen.At(1, j))
	}
	return all
}

// place is where a point of the numbers lies in the drawing.
func (s spot) place(x, y float64) [2]float64 {
	return [2]float64{s.Left + s.Width*(x-s.X0)/(s.X1-s.X0), s.Top + s.Height*(s.Y1-y)/(s.Y1-s.Y0)}
}

// lattice are the points of the plane between which the sheet's squares lie, row by row from below; off moves them by parts of a square.
func (d foldingData) lattice(side int, off float64) nn.Matrix {
	X := nn.Zeros(2, side*side)
	for k := range side * side {
		X.Dense().Set(0, k, d.Sheet.X0+(d.Sheet.X1-d.Sheet.X0)*(float64(k%side)+off)/float64(d.Side))
		X.Dense().Set(1, k, d.Sheet.Y0+(d.Sheet.Y1-d.Sheet.Y0)*(float64(k/side)+off)/float64(d.Side))
	}
	return X
}

func (p paper) draw(b board) {
	d := p.data
	b.box(d.Frame.Left, d.Frame.Top, d.Frame.Width, d.Frame.Height, 0, nil, faint)
	beginPart(b.Canvas, "name")
	b.words(d.Frame.Left, 11, d.Stages[len(d.Stages)-1].Name, bold(lettering(13, strong)))
	endPart(b.Canvas)
	beginPart(b.Canvas, "paper")
	p.squares(b)
	endPart(b.Canvas)
	beginPart(b.Canvas, "cut")
	if d.Cut {
		x := d.Stages[len(d.Stages)-1].Where.place(0, 0)[0]
		style := stroke(strong, 1.75)
		style.Dashes = []vg.Length{6, 4}
		b.line(style, [2]float64{x, d.Frame.Top}, [2]float64{x, d.Frame.Top + d.Frame.Height})
	}
	endPart(b.Canvas)
	beginPart(b.Canvas, "examples")
	for j, at := range p.places(p.X) {
		mark, class := dots, b2i(p.Y.At(0, j) > 0.5)
		if class == 1 {
			mark = diamonds
		}
		mark(b.Canvas, classColour(class), vg.Length(2.5+0.6*float64(class)), b.at(at[0], at[1]))
	}
	endPart(b.Canvas)
	beginPart(b.Canvas, "hands")
	endPart(b.Canvas)
}

// squares draws the sheet, translucent, square by square, as far as it lies within the frame.
func (p paper) squares(b board) {
	d := p.data
	corners, middles := p.places(d.lattice(d.Side+1, 0)), throughAll(p.layers, d.lattice(d.Side, 0.5))[len(p.layers)]
	frame := vg.Rectangle{Min: b.at(d.Frame.Left, d.Frame.Top+d.Frame.Height), Max: b.at(d.Frame.Left+d.Frame.Width, d.Frame.Top)}
	inside := draw.Canvas{Canvas: b.Canvas.Canvas, Rectangle: frame}
	for k := range d.Side * d.Side {
		from := k/d.Side*(d.Side+1) + k%d.Side
		var polygon []vg.Point
		for _, i := range []int{from, from + 1, from + d.Side + 2, from + d.Side + 1} {
			polygon = append(polygon, b.at(corners[i][0], corners[i][1]))
		}
		polygon = inside.ClipPolygonXY(polygon)
		if len(polygon) < 3 {
			continue
		}
		class, opacity := answerShade(middles.At(0, k))
		var path vg.Path
		path.Move(polygon[0])
		for _, at := range polygon[1:] {
			path.Line(at)
		}
		path.Close()
		b.SetColor(alpha(classColour(class), opacity))
		b.Fill(path)
	}
}
