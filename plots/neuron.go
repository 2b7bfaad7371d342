package plots

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// Neuron puts a neuron of one input under the learner's hand: a = σ(wx + b) over the numbers X of classes Y, 0 or 1. She pulls at the
// curve, at w and at b; the loss of each number follows as a bar, and the cost's place in its bowl moves along. A button goes one step
// downhill. It computes in the page and needs no kernel. It heeds Title, and panics where X and Y do not fit.
//
//	plots.Neuron(0, 0, X, Y)
func Neuron(w, b float64, X, Y []float64, options ...Option) {
	neuron(w, b, X, Y, heed("Neuron", options)).show()
}

var (
	neuronAxis = words.T("answer a = σ(wx + b)", "答え a = σ(wx + b)")
	lossesAxis = words.T("loss of each number", "数ごとの損失")
	bowlAxis   = words.T("b · the cost's landscape from above", "b · 真上から見たコストの地形")
	costLine   = words.T("mean loss: the cost J", "損失の平均：コスト J")
	curveLine  = words.T("the neuron's answer", "ニューロンの答え")
	neuronText = words.T("A neuron over %d numbers: its curve, the loss of each number, and where w and b lie in the landscape of the cost.",
		"%d 個の数を見るニューロン。曲線と、数ごとの損失、そして w と b がコストの地形のどこにあるかを示す。")
	neuronNote = words.T("Pull at a green dot, or at w and b, or step downhill.", "緑の点や、w と b のつまみを動かすか、一歩ずつ坂を下ってみてください。")
	neuronSays = map[string]words.Text{
		"state":  words.T("w = %s · b = %s · %s · cost J = %s · slopes dw = %s, db = %s", "w = %s · b = %s · %s · コスト J = %s · 傾き dw = %s、db = %s"),
		"border": words.T("a = ½ at x = %s", "x = %s で a = ½"),
		"flat":   words.T("the curve is level", "曲線は平ら"),
		"end":    words.T("the curve at x = %s", "x = %s での曲線"),
		"answer": words.T("a = %s", "a = %s"),
		"place":  words.T("w and b in the landscape", "地形の中の w と b"),
		"rate":   words.T("learning rate α", "学習率 α"),
		"step":   words.T("One step downhill", "坂を一歩下る"),
		"steps":  words.T("Ten steps", "十歩"),
		"back":   words.T("Back to the start", "はじめに戻す"),
	}
	notZeroOne = words.T("plots: each Y of Neuron is 0 or 1, not %v.", "plots: Neuron の Y は 0 か 1 です。%v は使えません。")
	notAsMany  = words.T("plots: Neuron wants as many Y as X, and at least two; there are %d and %d.", "plots: Neuron には X と同じ個数の Y を、2 個以上渡してください（X は %d 個、Y は %d 個です）。")
)

// The sizes of the neuron's two drawings, and of the bars at the foot of the first.
const (
	neuronWidth, neuronHeight = 440.0, 400.0
	bowlWidth                 = 330.0
	barsHeight                = 150.0
	mostLoss                  = 3.0
)

// neuronData is what the script is told.
type neuronData struct {
	W     float64   `json:"w"`
	B     float64   `json:"b"`
	X     []float64 `json:"X"`
	Y     []float64 `json:"Y"`
	Alpha float64   `json:"alpha"`
	Rates []float64 `json:"rates"`
	Ends  []float64 `json:"ends"` // where the curve is taken hold of
	Curve spot      `json:"curve"`
	Bars  spot      `json:"bars"`
	Bowl  spot      `json:"bowl"`
}

func neuron(w, b float64, X, Y []float64, o options) figure {
	if len(X) != len(Y) || len(X) < 2 {
		panic(notAsMany.Fill(len(X), len(Y)).String())
	}
	for _, label := range Y {
		if label != 0 && label != 1 {
			panic(notZeroOne.Fill(label).String())
		}
	}
	x, y := nn.Row(X...), nn.Row(Y...)
	rowsOf(nn.ConcatRows(x, y, nn.Row(make([]float64, len(X))...).AddScalar(w+b))) // must be numbers
	p := &nn.LogisticRegression{W: nn.Column(w), B: nn.Column(b)}
	curve, bars, bowl := curveChart(p, x), barsChart(x), bowlChart(p, x, y)
	foot := func(c draw.Canvas) draw.Canvas { return draw.Crop(c, 0, 0, 0, -(neuronHeight - barsHeight)) }
	head := func(c draw.Canvas) draw.Canvas { return draw.Crop(c, 0, 0, barsHeight, 0) }
	left := sheet(neuronWidth, neuronHeight)
	return living{
		title: o.title, script: "neuron", says: neuronSays, note: neuronNote.String(), text: neuronText.Fill(len(X)).String(), said: neuronState(p, x, y),
		legend: append(o.classLegend(), entry{name: curveLine.String(), colour: strong}, entry{name: costLine.String(), colour: soft, dashes: dashes[1]}),
		data: neuronData{W: w, B: b, X: X, Y: Y, Alpha: 1, Rates: []float64{0.1, 0.3, 1, 3, 8}, Ends: []float64{between(X, 0.2), between(X, 0.8)},
			Curve: curve.spot(head(left), neuronHeight), Bars: bars.spot(foot(left), neuronHeight), Bowl: bowl.spot(sheet(bowlWidth, neuronHeight), neuronHeight)},
		panels: []panel{{width: neuronWidth, height: neuronHeight, draw: func(c draw.Canvas) {
			curve.draw(head(c))
			drawCurve(curve.area(head(c)), curve, p, x, y)
			bars.draw(foot(c))
			drawLosses(bars.area(foot(c)), bars, p, x, y)
			beginPart(c, "hands")
			endPart(c)
		}}, {width: bowlWidth, height: neuronHeight, draw: func(c draw.Canvas) {
			bowl.draw(c)
			beginPart(c, "bowl")
			endPart(c)
			X, Y := bowl.Transforms(ptr(bowl.area(c)))
			beginPart(c, "place")
			dots(c, green, 8.5, vg.Point{X: X(w), Y: Y(b)})
			endPart(c)
		}}},
	}.figure()
}

// between is a place between two of the numbers, or at their ends, about as far from the least to the largest as share says.
func between(X []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(X))
	low, high := sorted[0], sorted[len(sorted)-1]
	if low == high {
		low, high = low-1, high+1
	}
	goal, best := low+share*(high-low), math.Inf(1)
	for i := range sorted[1:] {
		if middle := (sorted[i] + sorted[i+1]) / 2; sorted[i] < sorted[i+1] && math.Abs(middle-goal) < math.Abs(best-goal) {
			best = middle
		}
	}
	if math.Abs(best-goal) > 0.2*(high-low) { // as where there are few numbers
		return goal
	}
	return best
}

func ptr(c draw.Canvas) *draw.Canvas { return &c }

// neuronState says what the script says of the same state.
func neuronState(p *nn.LogisticRegression, X, Y nn.Matrix) string {
	w, b := p.W.At(0, 0), p.B.At(0, 0)
	border := neuronSays["flat"]
	if math.Abs(w) >= 0.005 {
		border = neuronSays["border"].Fill(minus(fixed(-b/w, 2)))
	}
	dw, db := p.Backward(X, p.Forward(X), Y)
	return neuronSays["state"].Fill(asSaid(w, 2), asSaid(b, 2), border, asSaid(p.Cost(X, Y), 3), asSaid(dw.At(0, 0), 3), asSaid(db.At(0, 0), 3)).String()
}

// asSaid writes a number as the script does.
func asSaid(x float64, decimals int) string {
	if !finite(x) {
		return "∞"
	}
	return minus(fixed(math.Round(x*1e6)/1e6, decimals))
}

// curveChart is the chart of the curve over all X, with room at both sides.
func curveChart(p *nn.LogisticRegression, X nn.Matrix) chart {
	ch := newChart("", neuronAxis.String())
	low, high := rowRange(X, 0)
	margin := 0.1 * (high - low)
	if margin == 0 {
		low, high = apart(low, high)
	}
	ch.X.Min, ch.X.Max, ch.Y.Min, ch.Y.Max = low-margin, high+margin, -0.1, 1.1
	return ch
}

func barsChart(X nn.Matrix) chart {
	ch := curveChart(nil, X)
	ch.vertical, ch.X.Label.Text = lossesAxis.String(), "x"
	ch.Y.Min, ch.Y.Max = 0, mostLoss
	ch.Y.Tick.Marker = plot.ConstantTicks{{Value: 0, Label: "0.0"}, {Value: 1, Label: "1.0"}, {Value: 2, Label: "2.0"}, {Value: 3, Label: "3.0"}} // as wide as the curve's
	return ch
}

// bowlChart is the landscape of the cost, with the lowest place in its middle, 0 and the start in sight.
func bowlChart(p *nn.LogisticRegression, X, Y nn.Matrix) chart {
	low := &nn.LogisticRegression{W: nn.Zeros(1, 1), B: nn.Zeros(1, 1)}
	if err := low.Train(context.Background(), X, Y, nn.Training{Alpha: 0.5, Iterations: 3000}); err != nil {
		panic(err) // only for a context that ends
	}
	const farthest = 8 // where classes do not overlap, the lowest place is endlessly far away
	w, b := 0.0, 0.0
	if finite(low.W.At(0, 0)) && finite(low.B.At(0, 0)) {
		w, b = max(-farthest, min(farthest, low.W.At(0, 0))), max(-farthest, min(farthest, low.B.At(0, 0)))
	}
	half := math.Ceil(1.1*max(math.Abs(w-p.W.At(0, 0)), math.Abs(b-p.B.At(0, 0)), math.Abs(w)+1.5, math.Abs(b)+1.5)*2) / 2
	w, b = math.Round(2*w)/2, math.Round(2*b)/2
	g := newGrid(func(at nn.Matrix) nn.Matrix {
		_, m := at.Dims()
		costs := make([]float64, m)
		for j := range costs {
			costs[j] = (&nn.LogisticRegression{W: nn.Column(at.At(0, j)), B: nn.Column(at.At(1, j))}).Cost(X, Y)
		}
		return nn.Row(costs...)
	}, window{w - half, w + half, b - half, b + half}, 60)
	ch := empty(g.window)
	ch.X.Label.Text, ch.vertical = "w", bowlAxis.String()
	ch.Add(contour{g, heights(g, low.Cost(X, Y)), draw.LineStyle{Color: medium, Width: 1}})
	return ch
}

// drawCurve draws what the script draws anew, and the examples.
func drawCurve(c draw.Canvas, ch chart, p *nn.LogisticRegression, X, Y nn.Matrix) {
	x, y := ch.Transforms(&c)
	beginPart(c, "curve")
	if border := -p.B.At(0, 0) / p.W.At(0, 0); border > ch.X.Min && border < ch.X.Max {
		line(c, draw.LineStyle{Color: medium, Width: 1, Dashes: dashes[2]}, []vg.Point{{X: x(border), Y: c.Max.Y}, {X: x(border), Y: c.Min.Y}})
	}
	A := p.Forward(X)
	_, m := X.Dims()
	for j := range m {
		at := x(X.At(0, j))
		line(c, stroke(alpha(classColour(b2i(Y.At(0, j) > 0.5)), 0.55), 2), []vg.Point{{X: at, Y: y(Y.At(0, j))}, {X: at, Y: y(A.At(0, j))}})
	}
	var points []vg.Point
	for i := range 161 {
		v := ch.X.Min + (ch.X.Max-ch.X.Min)*float64(i)/160
		points = append(points, vg.Point{X: x(v), Y: y(p.Forward(nn.Column(v)).At(0, 0))})
	}
	line(c, stroke(strong, 2.5), points)
	endPart(c)
	examples{nn.ConcatRows(X, Y), Y, 5}.Plot(c, ch.Plot)
}

// drawLosses draws the bars, and their mean.
func drawLosses(c draw.Canvas, ch chart, p *nn.LogisticRegression, X, Y nn.Matrix) {
	x, y := ch.Transforms(&c)
	beginPart(c, "losses")
	if J := p.Cost(X, Y); J <= mostLoss {
		line(c, draw.LineStyle{Color: soft, Width: 1.5, Dashes: dashes[1]}, []vg.Point{{X: c.Min.X, Y: y(J)}, {X: c.Max.X, Y: y(J)}})
	}
	_, m := X.Dims()
	for j := range m {
		one := nn.Row(X.At(0, j))
		loss := p.Cost(one, nn.Row(Y.At(0, j)))
		if !finite(loss) { // a sure answer that is wrong
			loss = math.Inf(1)
		}
		left, top := x(X.At(0, j))-7.5, y(min(loss, mostLoss))
		var bar vg.Path
		for i, at := range (plotter.XYs{{X: float64(left), Y: float64(y(0))}, {X: float64(left), Y: float64(top)}, {X: float64(left + 15), Y: float64(top)}, {X: float64(left + 15), Y: float64(y(0))}}) {
			if i == 0 {
				bar.Move(vg.Point{X: vg.Length(at.X), Y: vg.Length(at.Y)})
			} else {
				bar.Line(vg.Point{X: vg.Length(at.X), Y: vg.Length(at.Y)})
			}
		}
		bar.Close()
		c.SetColor(alpha(classColour(b2i(Y.At(0, j) > 0.5)), 0.8))
		c.Fill(bar)
		c.FillText(centred(lettering(11, strong)), vg.Point{X: left + 7.5, Y: top + 8}, asSaid(loss, 2))
	}
	endPart(c)
}
