package scene

import (
	"fmt"
	"math"

	"nekonote/nn"
	"nekonote/nn/graph"
)

// Net is where the units of a network stand: a column for each layer, the inputs first.
type Net struct {
	Sizes                    []int
	Left, Top, Width, Height float64
	Radius                   float64 // of a unit; 0 for 17
}

// At is the middle of unit i of layer l, both counted from 0; layer 0 is the inputs.
func (net Net) At(l, i int) Point {
	row := net.Height / float64(max(1, most(net.Sizes)))
	return Point{net.Left + net.Width*float64(l)/float64(len(net.Sizes)-1), net.Top + net.Height/2 + row*(float64(i)-float64(net.Sizes[l]-1)/2)}
}

func most(sizes []int) int {
	large := 0
	for _, s := range sizes {
		large = max(large, s)
	}
	return large
}

func (net Net) radius() float64 {
	if net.Radius > 0 {
		return net.Radius
	}
	return 17
}

// Units draws the units of a layer, with what label writes into each.
func (net Net) Units(l int, colour Colour, label func(i int) string) Mark {
	var all Mark
	for i := range net.Sizes[l] {
		all += net.Unit(l, i, colour, label(i))
	}
	return all
}

// Unit draws one unit.
func (net Net) Unit(l, i int, colour Colour, label string) Mark {
	at := net.At(l, i)
	return Circle(Pen{Colour: colour, Width: 2, Fill: colour, Inside: 0.12}, at, net.radius()) + Text(at, label, Letters{Size: 13})
}

// Edges draws the weights from layer l to the next one: W is (units)×(units before), orange for positive weights, blue and
// dashed for negative ones, the wider the stronger. Without W all are drawn alike.
func (net Net) Edges(l int, W ...nn.Matrix) Mark {
	var all Mark
	for j := range net.Sizes[l+1] {
		for i := range net.Sizes[l] {
			pen := Soft
			if len(W) > 0 {
				pen = weightPen(W[0].At(j, i))
			}
			all += net.Edge(l, i, j, pen)
		}
	}
	return all
}

func weightPen(w float64) Pen {
	pen := Pen{Colour: Orange, Width: 1 + 2.2*min(2, math.Abs(w)), Opacity: 0.75}
	if w < 0 {
		pen.Colour, pen.Dashed = Blue, true
	}
	return pen
}

// Edge draws one weight, from unit i of layer l to unit j of the next one.
func (net Net) Edge(l, i, j int, pen Pen) Mark {
	from, to := net.At(l, i), net.At(l+1, j)
	return Line(pen, beside(from, to, net.radius()), beside(to, from, net.radius()))
}

// beside is the place at a distance from a point, on the way to another.
func beside(from, to Point, distance float64) Point {
	long := math.Hypot(to.X-from.X, to.Y-from.Y)
	return Point{from.X + (to.X-from.X)*distance/long, from.Y + (to.Y-from.Y)*distance/long}
}

// Graph adds a computation graph, as nn/graph computes it, to the scene. For each step or input v there are the parts v (its box
// with the arrows that lead to it), v.value (its value, above) and v.slope (the slope of the result, below). at says where the
// boxes stand. It panics where the expression cannot be computed.
func (s *Scene) Graph(expression string, values map[string]float64, at map[string]Point) map[string]*graph.Node {
	nodes, err := graph.Compute(expression, values)
	if err != nil {
		panic(err)
	}
	known := map[string]*graph.Node{}
	for _, node := range nodes {
		p, placed := at[node.Name]
		if !placed {
			panic(fmt.Sprintf("scene: the step %q of a graph has no place", node.Name))
		}
		known[node.Name] = node
		label, colour := node.Name, Ink
		if node.Formula != "" {
			label = node.Name + " = " + node.Formula
			colour = Blue
		}
		wide := max(44, 9*float64(len([]rune(label)))+14)
		var marks []Mark
		for _, arg := range node.Args {
			from := at[arg.Name]
			fromWide := max(44, 9*float64(len([]rune(boxLabel(arg))))+14)
			marks = append(marks, Line(Pen{Opacity: 0.6, Arrow: true}, Point{from.X + fromWide/2 + 2, from.Y}, Point{p.X - wide/2 - 3, p.Y + 6*sgn(from.Y-p.Y)}))
		}
		marks = append(marks, Rect(Pen{Colour: colour, Width: 1.6, Fill: colour, Inside: 0.07}, p.X-wide/2, p.Y-17, wide, 34), Text(p, label, Letters{Size: 15}))
		s.Add(node.Name, marks...)
		s.Add(node.Name+".value", Text(Point{p.X, p.Y - 29}, Number(node.Value), Letters{Colour: Blue, Bold: true}))
		s.Add(node.Name+".slope", Text(Point{p.X, p.Y + 30}, Number(node.Grad), Letters{Colour: Orange, Bold: true}))
	}
	return known
}

func boxLabel(node *graph.Node) string {
	if node.Formula == "" {
		return node.Name
	}
	return node.Name + " = " + node.Formula
}

func sgn(x float64) float64 {
	switch {
	case x > 0.5:
		return 1
	case x < -0.5:
		return -1
	}
	return 0
}
