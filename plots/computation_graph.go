package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/graph"
	"nekonote/nn/words"
	"nekonote/plots/internal/svg"
)

// ComputationGraph draws how a result is computed, step by step from left to right, with the value of each step above it,
// and below it the derivative of the result with respect to it, found from right to left by the chain rule. Beside each
// arrow stands the factor that its derivative is multiplied with on the way back.
//
// The expression is one or more steps, written as in Go; values holds the inputs. With several steps each one is a box; a
// single one is taken apart into its operations. The functions exp, log and square are known, and the activations of networks:
// sigmoid, tanh, relu, leakyrelu.
// It heeds Title, and panics where the expression cannot be read or an input has no value.
//
//	plots.ComputationGraph("u = b*c; v = a + u; J = 3*v", map[string]float64{"a": 5, "b": 3, "c": 2})
func ComputationGraph(expression string, values map[string]float64, options ...Option) {
	computationGraph(expression, values, heed("ComputationGraph", options)).show()
}

var (
	graphForward  = words.T("value, forward →", "値（順伝播 →）")
	graphBackward = words.T("derivative, backward ←", "微分（逆伝播 ←）")
)

// placed is a node where it is drawn: the middle of its box.
type placed struct {
	*graph.Node
	column int
	x, y   float64
	width  float64
}

func (p *placed) head() string {
	switch {
	case p.Formula == "" || p.Name == "":
		return p.Label()
	}
	return p.Name + " = " + p.Formula
}

const (
	boxHeight = 34.0
	rowHeight = 92.0
	columnGap = 84.0
)

func computationGraph(expression string, values map[string]float64, o options) figure {
	nodes, err := graph.Compute(expression, values)
	if err != nil {
		panic("plots: " + err.Error())
	}
	result := nodes[len(nodes)-1]
	all, width, height := place(nodes)
	f := figure{title: o.title, legend: []entry{{name: graphForward.String(), colour: blue}, {name: graphBackward.String(), colour: orange, dashes: dashes[1]}}}
	var said []string
	for _, p := range all {
		said = append(said, fmt.Sprintf("%s = %s, %s", p.head(), number(p.Value), below(p.Node, result)))
	}
	f.text = strings.Join(said, "\n")
	f.panels = []panel{{width: width, height: height, draw: func(c draw.Canvas) {
		b := board{c}
		at := map[*graph.Node]*placed{}
		for _, p := range all {
			at[p.Node] = p
		}
		for _, p := range all {
			for k, arg := range p.Args {
				b.edge(at[arg], p, p.Local[k], k, len(p.Args))
			}
		}
		for _, p := range all {
			b.node(p, result)
		}
	}}}
	return f
}

// derivative is how the derivative with respect to n is written: dJ/du.
func derivative(result, n *graph.Node) string {
	name := result.Name
	if name == "" {
		name = "f"
	}
	of := n.Label()
	if n == result && result.Name == "" {
		of = "f"
	}
	if n.Name == "" && of != "f" {
		of = "(" + of + ")"
	}
	return "d" + name + "/d" + of
}

// place lays the nodes out in columns: each to the right of all that it is computed of, at the mean of their heights.
func place(nodes []*graph.Node) (all []*placed, width, height float64) {
	at := map[*graph.Node]*placed{}
	var columns [][]*placed
	inputs := 0
	for _, n := range nodes {
		p := &placed{Node: n}
		p.width = max(58, float64(svg.TextWidth(p.head(), bold(lettering(14, strong)).Font))+26,
			float64(svg.TextWidth(below(p.Node, nodes[len(nodes)-1]), lettering(12.5, strong).Font)))
		if len(n.Args) == 0 {
			p.y = float64(inputs) * rowHeight
			inputs++
		}
		for _, arg := range n.Args {
			p.column = max(p.column, at[arg].column+1)
			p.y += at[arg].y / float64(len(n.Args))
		}
		at[n] = p
		all = append(all, p)
		for len(columns) <= p.column {
			columns = append(columns, nil)
		}
		columns[p.column] = append(columns[p.column], p)
	}
	x := 8.0
	for _, column := range columns {
		widest := 0.0
		for _, p := range column {
			widest = max(widest, p.width)
		}
		for i, p := range column {
			if i > 0 {
				p.y = max(p.y, column[i-1].y+rowHeight)
			}
			p.x = x + widest/2
			height = max(height, p.y)
		}
		x += widest + columnGap
	}
	for _, p := range all {
		p.y += 42
	}
	return all, x - columnGap + 8, height + 88
}

// below is what stands below a node.
func below(n, result *graph.Node) string { return derivative(result, n) + " = " + number(n.Grad) }

func (b board) node(p *placed, result *graph.Node) {
	rim := soft
	if p.Node == result {
		rim = strong
	}
	round := 8.0
	if p.Formula == "" {
		round = boxHeight / 2 // inputs are round
	}
	b.box(p.x-p.width/2, p.y-boxHeight/2, p.width, boxHeight, round, svg.Paper{}, rim)
	b.words(p.x, p.y, p.head(), bold(centred(lettering(14, strong))))
	b.words(p.x, p.y-boxHeight/2-11, number(p.Value), bold(centred(coloured(lettering(14, strong), blue))))
	b.words(p.x, p.y+boxHeight/2+12, below(p.Node, result), centred(coloured(lettering(12.5, strong), orange)))
}

// edge draws the way forward, and below it the way back with its factor.
func (b board) edge(from, to *placed, factor float64, k, of int) {
	start := [2]float64{from.x + from.width/2 + 2, from.y - 3}
	end := [2]float64{to.x - to.width/2 - 3, to.y + (float64(k)-float64(of-1)/2)*9 - 3}
	b.arrow(stroke(blue, 1.6), start, end)
	shift := 6.0
	b.arrow(draw.LineStyle{Color: orange, Width: 1.4, Dashes: []vg.Length{5, 3}}, [2]float64{end[0] + 1, end[1] + shift}, [2]float64{start[0], start[1] + shift})
	// The factor stands on the way back, near the box it leads to, where the arrows lie apart.
	said, style := "×"+number(factor), centred(coloured(lettering(12, strong), orange))
	width := float64(svg.TextWidth(said, style.Font)) + 4
	reach := min(0.5, (24+width/2)/math.Abs(end[0]-start[0]))
	x, y := start[0]+(end[0]-start[0])*reach, start[1]+(end[1]-start[1])*reach+shift
	b.box(x-width/2, y-7, width, 14, 4, svg.Paper{}, nil)
	b.words(x, y, said, style)
}
