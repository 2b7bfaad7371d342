package plots

import (
	"image"
	"math"
	"strconv"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/plots/internal/svg"
)

// passage is a network through which an example passes, and where everything of it is drawn.
type passage struct {
	data          passesData
	layers        []nn.Layer
	A             []nn.Matrix // of the first example: the inputs, then what each layer answers
	X, Y          nn.Matrix
	pictures      []image.Image
	plane         chart // of two inputs
	width, height float64
}

// passColumn is a layer's place: its units stand above one another around the middle, a to the left, dz to the right of it.
type passColumn struct {
	Layer  int     `json:"layer"` // 0 for the inputs
	Size   int     `json:"size"`
	X      float64 `json:"x"`
	Middle float64 `json:"middle"`
	Shown  []int   `json:"shown"` // the units that are drawn; −1 stands for those that are left out
}

const (
	pillWidth, pillHeight, pillRow = 46.0, 17.0, 21.0
	passGap                        = 152.0 // from layer to layer
	passTop                        = 58.0
	inputWidth                     = 140.0 // of the picture, or the plane
)

func passesOf(layers []nn.Layer, X, Y nn.Matrix, o options) passage {
	inputs, _ := X.Dims()
	p := passage{layers: layers, X: X, Y: Y, A: []nn.Matrix{X.Slice(0, inputs, 0, 1)}}
	wide, x, tallest := inputs > mostInputs, 4.0, 7
	if wide {
		p.data.Columns = []passColumn{{Size: inputs, X: x + inputWidth/2 - pillWidth/2}}
		if side := math.Round(math.Sqrt(float64(inputs) / 3)); 3*side*side == float64(inputs) && brightest(X) <= 1 && brightest(X.Scale(-1)) <= 0 {
			p.pictures = Pictures(X.Scale(255))
		}
		x += inputWidth + 64
	} else {
		if inputs == 2 {
			p.plane = empty(windowOf(X))
			x += inputWidth + 14
		}
		p.data.Columns = []passColumn{{Size: inputs, X: x, Shown: shownOf(inputs)}}
		x += pillWidth + 76
	}
	for l := range layers {
		A, _ := layers[l].Forward(p.A[l])
		n, _ := A.Dims()
		p.A = append(p.A, A)
		p.data.Columns = append(p.data.Columns, passColumn{Layer: l + 1, Size: n, X: x, Shown: shownOf(n)})
		tallest = max(tallest, len(shownOf(n)))
		x += passGap
	}
	p.width, p.height = x-passGap+2*pillWidth+8, passTop+float64(tallest)*pillRow+78
	middle := passTop + float64(tallest)*pillRow/2
	for k := range p.data.Columns {
		p.data.Columns[k].Middle = middle
	}
	p.data.Inputs, p.data.Names = inputs, [2]string{o.classLegend()[0].name, o.classLegend()[1].name}
	p.data.Picture = spot{0, 1, 0, 1, 4, middle - inputWidth/2, inputWidth, inputWidth}
	p.data.Lanes = [2]float64{p.height - 40, p.height - 14}
	if inputs == 2 {
		w := windowOf(X)
		p.data.Plane = &spot{w.left, w.right, w.bottom, w.top, 4, middle - inputWidth/2, inputWidth, inputWidth}
	}
	return p
}

// shownOf are the units of a layer that are drawn: all that have room, else the first ones and the last.
func shownOf(n int) (units []int) {
	for i := range n {
		if n <= mostInLayer || i < mostInLayer-2 || i == n-1 {
			units = append(units, i)
		} else if i == n-2 {
			units = append(units, -1)
		}
	}
	return units
}

// at is the left and the middle height of the k-th unit that is drawn.
func (c passColumn) at(k int) (x, y float64) {
	return c.X, c.Middle + (float64(k)-float64(len(c.Shown)-1)/2)*pillRow
}

// draw draws what the script finds: the names, the places, and the example at the end of its way forward.
func (p passage) draw(c draw.Canvas) {
	b := board{c}
	for l, column := range p.data.Columns {
		p.name(b, l, column)
	}
	p.drawLanes(b)
	beginPart(c, "lines")
	p.drawLines(b)
	endPart(c)
	beginPart(c, "input")
	p.drawInput(b)
	endPart(c)
	beginPart(c, "units")
	for l, column := range p.data.Columns {
		p.drawUnits(b, l, column)
	}
	endPart(c)
	beginPart(c, "answer")
	p.drawAnswer(b)
	endPart(c)
	beginPart(c, "hands")
	endPart(c)
}

func (p passage) name(b board, l int, column passColumn) {
	name, under := hiddenLayer.Fill(l).String(), unitsWord.Fill(column.Size).String()
	middle := column.X + pillWidth + 2
	switch {
	case l == 0:
		name, under, middle = inputLayer.String(), numbersWord.Fill(column.Size).String(), column.X+pillWidth/2
	case l == len(p.layers):
		name, under = outputLayer.String(), string(p.layers[l-1].G)
	default:
		under += " · " + string(p.layers[l-1].G)
	}
	b.words(middle, 9, name, centred(bold(lettering(12.5, strong))))
	b.words(middle, 25, under, centred(lettering(11, soft)))
	if l > 0 {
		_, y := column.at(0)
		b.words(column.X+pillWidth/2, y-18, "a", centred(lettering(11, soft)))
		b.words(column.X+pillWidth*1.5+4, y-18, "dz", centred(lettering(11, soft)))
	}
}

// drawLanes draws the way forward, from left to right, and below it the way back.
func (p passage) drawLanes(b board) {
	first, last := p.data.Columns[0], p.data.Columns[len(p.layers)]
	from, to := first.X+pillWidth/2, last.X+pillWidth*1.5+4
	style := stroke(medium, 1.5)
	b.line(style, [2]float64{from, p.data.Lanes[0]}, [2]float64{to, p.data.Lanes[0]}, [2]float64{to, p.data.Lanes[1]})
	b.arrow(style, [2]float64{to, p.data.Lanes[1]}, [2]float64{p.data.Columns[1].X + pillWidth, p.data.Lanes[1]})
	for l, column := range p.data.Columns {
		b.disc(column.X+pillWidth/2, p.data.Lanes[0], 3, medium, nil)
		if l > 0 {
			b.disc(column.X+pillWidth*1.5+4, p.data.Lanes[1], 3, medium, nil)
		}
	}
	between := (from + p.data.Columns[1].X + pillWidth/2) / 2
	b.words(between, p.data.Lanes[0]-10, toRight.String()+" →", centred(lettering(11, soft)))
	b.words(from, p.data.Lanes[1], "← "+toLeft.String(), lettering(11, soft))
}

// drawLines draws the lines into the last layer, by what each weight lets through.
func (p passage) drawLines(b board) {
	last := len(p.layers)
	through := p.layers[last-1].W.Mul(p.A[last-1].T())
	most := 0.0
	for _, v := range entries(through) {
		most = max(most, math.Abs(v))
	}
	column, before := p.data.Columns[last], p.data.Columns[last-1]
	tx, ty := column.at(0)
	for k, i := range before.Shown {
		if i < 0 || most == 0 || math.Abs(through.At(0, i)) < most/40 {
			continue
		}
		x, y := before.at(k)
		b.line(passing(through.At(0, i)/most), [2]float64{x + pillWidth + 2, y}, [2]float64{tx - 2, ty})
	}
}

// passing is the line of a number between −1 and 1, dashed where it is negative.
func passing(v float64) draw.LineStyle {
	style := stroke(alpha(classColour(b2i(v > 0)), 0.15+0.65*math.Abs(v)), 0.5+3.5*math.Abs(v))
	if v < 0 {
		style.Dashes = dashes[1]
	}
	return style
}

func (p passage) drawInput(b board) {
	at := p.data.Picture
	switch {
	case len(p.pictures) > 0:
		b.picture(at.Left, at.Top, at.Width, at.Height, p.pictures[0])
	case p.data.Plane != nil:
		b.box(at.Left, at.Top, at.Width, at.Height, 0, nil, faint)
		w := p.data.Plane
		place := func(j int) (x, y float64) {
			return w.Left + w.Width*(p.X.At(0, j)-w.X0)/(w.X1-w.X0), w.Top + w.Height*(w.Y1-p.X.At(1, j))/(w.Y1-w.Y0)
		}
		for j := range rowsOf(p.Y)[0] {
			x, y := place(j)
			b.disc(x, y, 1.6, alpha(classColour(b2i(p.Y.At(0, j) > 0.5)), 0.6), nil)
		}
		x, y := place(0)
		b.disc(x, y, 6, nil, strong)
	case p.data.Inputs > mostInputs:
		b.box(at.Left, at.Top, at.Width, at.Height, 6, nil, medium)
		b.words(at.Left+at.Width/2, at.Top+at.Height/2, "x", centred(lettering(18, soft)))
	}
}

// drawUnits draws what each unit answers, the stronger the colour the larger.
func (p passage) drawUnits(b board, l int, column passColumn) {
	most := 1e-300
	for _, a := range entries(p.A[l]) {
		most = max(most, math.Abs(a))
	}
	for k, i := range column.Shown {
		x, y := column.at(k)
		if i < 0 {
			b.words(x+pillWidth/2, y, "⋮", centred(bold(lettering(14, soft))))
			continue
		}
		a := p.A[l].At(i, 0)
		b.box(x, y-pillHeight/2, pillWidth, pillHeight, 8, svg.Paper{}, medium)
		b.box(x, y-pillHeight/2, pillWidth, pillHeight, 8, alpha(classColour(b2i(a > 0)), 0.55*math.Abs(a)/most), nil)
		b.words(x+pillWidth/2, y, brief(a), centred(lettering(11, strong)))
	}
}

// drawAnswer says below the output what it answers, what is true, and what that costs.
func (p passage) drawAnswer(b board) {
	x, y := p.data.Columns[len(p.layers)].at(0)
	for i, said := range p.verdict() {
		b.words(x, y+26+18*float64(i), said, lettering(12, strong))
	}
}

func (p passage) verdict() []string {
	a, y := p.A[len(p.layers)].At(0, 0), p.Y.At(0, 0)
	return []string{"ŷ = " + minus(fixed(a, 2)), "y = " + strconv.FormatFloat(y, 'g', -1, 64), "L = " + minus(fixed(lossOf(a, y), 2))}
}

// said is what the script says of the example at the end of its way forward.
func (p passage) said() string {
	a, y, steps := p.A[len(p.layers)].At(0, 0), p.Y.At(0, 0), len(p.layers)
	return passesSays["truth"].Fill("1", p.data.Names[b2i(y > 0.5)], strconv.Itoa(steps), strconv.Itoa(2*steps)).String() +
		passesSays["answer"].Fill(minus(fixed(a, 3)), p.data.Names[b2i(a > 0.5)], minus(fixed(lossOf(a, y), 3))).String()
}

func lossOf(a, y float64) float64 {
	if y > 0.5 {
		return -math.Log(a)
	}
	return -math.Log(1 - a)
}
