package plots

import (
	"math"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
)

// DecisionBoundary shows what a network makes of the plane: X (2×m) are the examples, Y (1×m) their classes, 0 or 1, and
// predict gives the probability of class 1 for each column of a 2×k matrix, as 1×k. The plane is filled by probability,
// with a line where it is 0.5. It heeds Title and Classes. It panics where the shapes do not fit.
//
//	plots.DecisionBoundary(func(X nn.Matrix) nn.Matrix { return model.Forward(X) }, X, Y)
func DecisionBoundary(predict func(nn.Matrix) nn.Matrix, X, Y nn.Matrix, options ...Option) {
	decisionBoundary(predict, X, Y, heed("DecisionBoundary", options, "Classes")).show()
}

// Boundary is one of several decision boundaries that are compared: its name, and the network's predict.
type Boundary struct {
	Name    string
	Predict func(nn.Matrix) nn.Matrix
}

// DecisionBoundaries shows what several networks make of the same examples, side by side, each with its accuracy, as for
// 1, 2, 3, 5, 20 hidden units. It heeds Title and Classes.
func DecisionBoundaries(all []Boundary, X, Y nn.Matrix, options ...Option) {
	decisionBoundaries(all, X, Y, heed("DecisionBoundaries", options, "Classes")).show()
}

var (
	boundaryWords = words.T("%d examples, %.1f %% of them judged right; class 1 takes %.0f %% of the area (x₁ from %s to %s, x₂ from %s to %s)",
		"%d 個の例のうち %.1f %% を正しく判定。面積の %.0f %% がクラス 1 です（x₁ は %s から %s、x₂ は %s から %s）")
	accuracyWord  = words.T("%s · %.1f %% right", "%s · 正解率 %.1f %%")
	lineWord      = words.T("probability 0.5", "確率 0.5")
	stepWord      = words.T("between the answers 0 and 1", "答え 0 と 1 の境目")
	andNote       = words.T("%s. %s", "%s。%s")
	noProbability = words.T("%.1f %% of the plane has no probability there (NaN).", "平面の %.1f %% では確率がありません（NaN）。")
	noBoundaries  = words.T("There is no network to draw yet.", "まだ描くネットワークがありません。")
	classWord     = words.T("class %d", "クラス %d")
)

const boundarySide = 400

func decisionBoundary(predict func(nn.Matrix) nn.Matrix, X, Y nn.Matrix, o options) figure {
	examplesFit(X, Y)
	g := newGrid(predict, windowOf(X), boundarySide)
	return figure{
		title:  o.title,
		legend: append(o.classLegend(), entry{name: g.line().String(), colour: strong}),
		panels: []panel{{width: 480, height: g.height(480), draw: plane(g, X, Y, 3.4).draw}},
		text:   boundaryText(g, predict, X, Y),
		note:   words.Sentences(examples{X: X, Y: Y}.note(), g.note()),
	}
}

func decisionBoundaries(all []Boundary, X, Y nn.Matrix, o options) figure {
	examplesFit(X, Y)
	f, line := figure{title: o.title}, stepWord
	var said []string
	wide := small(len(all))
	if len(all) == 0 {
		f.note = noBoundaries.String()
		return f
	}
	for _, one := range all {
		g := newGrid(one.Predict, windowOf(X), boundarySide/2)
		if g.line() != stepWord {
			line = lineWord
		}
		ch := plane(g, X, Y, 1.8)
		ch.X.Label.Text = ""
		ch.vertical = accuracyWord.Fill(one.Name, accuracy(one.Predict, X, Y)).String()
		f.panels = append(f.panels, panel{width: wide, height: g.height(wide) - 20, draw: ch.draw})
		said = append(said, words.Named(one.Name, boundaryText(g, one.Predict, X, Y)).String())
	}
	f.legend, f.text = append(o.classLegend(), entry{name: line.String(), colour: strong}), strings.Join(said, "\n")
	f.note = examples{X: X, Y: Y}.note()
	return f
}

// line says what the line in the plane is: where a network is undecided, or where a perceptron, which is never undecided and answers
// with 0 or 1, goes over from one to the other.
func (g grid) line() words.Text {
	for _, v := range g.values {
		if v != 0 && v != 1 {
			return lineWord
		}
	}
	return stepWord
}

// plane is the chart of a grid with the examples on top.
func plane(g grid, X, Y nn.Matrix, radius float64) chart {
	ch := empty(g.window)
	ch.Add(regionPlot{g, 1.75}, examples{X, Y, radius})
	return ch
}

// empty is the chart of a window with nothing in it.
func empty(w window) chart {
	ch := newChart("x₁", "x₂")
	ch.grid.Horizontal.Color = nil
	ch.X.Min, ch.X.Max, ch.Y.Min, ch.Y.Max = w.left, w.right, w.bottom, w.top
	return ch
}

func (o options) classLegend() []entry {
	name := func(k int) string {
		if k < len(o.classes) {
			return o.classes[k]
		}
		return classWord.Fill(k).String()
	}
	return []entry{{name: name(0), colour: classColour(0), mark: dots}, {name: name(1), colour: classColour(1), mark: diamonds}}
}

func boundaryText(g grid, predict func(nn.Matrix) nn.Matrix, X, Y nn.Matrix) string {
	_, m := X.Dims()
	said := boundaryWords.Fill(m, accuracy(predict, X, Y), 100*g.share(), two(g.left), two(g.right), two(g.bottom), two(g.top)).String()
	if note := g.note(); note != "" {
		said = andNote.Fill(said, note).String()
	}
	return said
}

// note says how much of the plane has no probability; nothing where all of it has.
func (g grid) note() string {
	if g.empty() == 0 {
		return ""
	}
	return noProbability.Fill(100 * float64(g.empty()) / float64(len(g.values))).String()
}

func two(x float64) string { return number(math.Round(x*100) / 100) }

// accuracy is how many percent of the examples are judged right; one without a probability is not.
func accuracy(predict func(nn.Matrix) nn.Matrix, X, Y nn.Matrix) float64 {
	A := predict(X)
	_, m := X.Dims()
	right := 0
	for j := range m {
		a, y := A.At(0, j), Y.At(0, j)
		right += b2i(!math.IsNaN(a) && !math.IsNaN(y) && (a > 0.5) == (y > 0.5))
	}
	return 100 * float64(right) / float64(m)
}

// examplesFit panics where X is not 2×m, or Y not 1×m.
func examplesFit(X, Y nn.Matrix) {
	n, m := X.Dims()
	rows, columns := Y.Dims()
	if n != 2 || m == 0 || rows != 1 || columns != m {
		panic(words.T("plots: X must be 2×m and Y 1×m, with as many examples; X is %d×%d, Y is %d×%d.",
			"plots: X は 2×m、Y は 1×m で、例の数が同じでなければなりません。X は %d×%d、Y は %d×%d です。").Fill(n, m, rows, columns).String())
	}
}
