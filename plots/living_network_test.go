package plots

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"math"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"nekonote/nn"
)

// page runs the runner's script as a browser does.
type page struct {
	t  *testing.T
	js *goja.Runtime
}

func newPage(t *testing.T) page {
	t.Helper()
	p := page{t, goja.New()}
	if _, err := p.js.RunString(script("network")); err != nil {
		t.Fatal(err)
	}
	return p
}

// run runs a script over values and returns what it yields.
func run[T any](p page, script string, values map[string]any) (out T) {
	p.t.Helper()
	for name, value := range values {
		text, err := json.Marshal(value)
		if err != nil {
			p.t.Fatal(err)
		}
		if _, err := p.js.RunString("var " + name + " = " + string(text)); err != nil {
			p.t.Fatal(err)
		}
	}
	result, err := p.js.RunString("JSON.stringify(" + script + ", (k, v) => v instanceof Float64Array ? [...v] : v)")
	if err != nil {
		p.t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(result.String()), &out); err != nil {
		p.t.Fatal(err)
	}
	return out
}

// close reports where two matrices differ by more than the runner may.
func (p page) close(what string, got [][]float64, want nn.Matrix) {
	p.t.Helper()
	n, m := want.Dims()
	if len(got) != n || len(got[0]) != m {
		p.t.Fatalf("%s is %d×%d, want %d×%d", what, len(got), len(got[0]), n, m)
	}
	for i := range n {
		for j := range m {
			if off := math.Abs(got[i][j] - want.At(i, j)); !(off <= 1e-9*max(1, math.Abs(want.At(i, j)))) {
				p.t.Fatalf("%s[%d][%d] = %v, want %v", what, i, j, got[i][j], want.At(i, j))
			}
		}
	}
}

func column(rows []float64) (all [][]float64) {
	for _, v := range rows {
		all = append(all, []float64{v})
	}
	return all
}

// examplesOf are m random examples, of two classes, in n dimensions.
func examplesOf(r *nn.Stream, n, m int) (X, Y nn.Matrix) {
	X = r.Randn(n, m)
	return X, X.Slice(0, 1, 0, m).Apply(func(x float64) float64 { return float64(b2i(x > 0.2)) })
}

type slopes struct {
	W [][]float64
	B []float64 `json:"b"`
}

const passes = `(() => { const c = Network.forward(layers, X);
	return { A: c.A.slice(1), cost: Network.cost(c.A.at(-1)[0], Y), slopes: Network.backward(layers, c, Y) } })()`

type passed struct {
	A      [][][]float64
	Cost   float64
	Slopes []slopes
}

// TestTheRunnerIsNN compares the page's network with nn's, forward, backward and over some steps of training, for each activation.
func TestTheRunnerIsNN(t *testing.T) {
	for _, g := range nn.Activations() {
		t.Run(string(g), func(t *testing.T) {
			r, p := nn.NewRand(4), newPage(t)
			X, Y := examplesOf(r, 3, 21)
			deep := &nn.Deep{Layers: []nn.Layer{
				{W: r.Randn(5, 3), B: r.Randn(5, 1), G: g}, {W: r.Randn(4, 5), B: r.Randn(4, 1), G: g}, {W: r.Randn(1, 4).Scale(0.4), B: r.Randn(1, 1), G: nn.Sigmoid},
			}}
			values := map[string]any{"layers": numbersOf(deep.Layers...), "X": rowsOf(X), "Y": rowsOf(Y)[0]}
			got := run[passed](p, passes, values)
			A, caches := deep.Forward(X)
			grads := deep.Backward(A, Y, caches)
			for l, d := range grads {
				p.close("dW", got.Slopes[l].W, d.W)
				p.close("db", column(got.Slopes[l].B), d.B)
			}
			p.close("A", got.A[2], A)
			p.close("J", [][]float64{{got.Cost}}, nn.Row(nn.Cost(A, Y)))

			trained := run[[]slopes](p, `(Network.train(layers, X, Y, 0.3, 40), layers)`, nil)
			if err := deep.Train(context.Background(), X, Y, nn.Training{Alpha: 0.3, Iterations: 40}); err != nil {
				t.Fatal(err)
			}
			for l, layer := range deep.Layers {
				p.close("W after 40 steps", trained[l].W, layer.W)
				p.close("b after 40 steps", column(trained[l].B), layer.B)
			}
		})
	}
}

// TestTheAnswersOverAPlane compares them with nn's at each of its points, also for units so steep that a factor of theirs would be infinite,
// and for a network with another number of layers.
func TestTheAnswersOverAPlane(t *testing.T) {
	const side = 9
	w := window{-3, 5, -4, 2}
	for _, g := range nn.Activations() {
		for _, steep := range []float64{1, 150, 1e5} {
			r, p := nn.NewRand(6), newPage(t)
			hidden := nn.Layer{W: r.Randn(7, 2).Scale(steep), B: r.Randn(7, 1).Scale(steep), G: g}
			last := nn.Layer{W: r.Randn(1, 7).Scale(1 / steep), B: r.Randn(1, 1), G: nn.Sigmoid}
			one := nn.Layer{W: r.Randn(1, 2), B: r.Randn(1, 1), G: g}
			for what, layers := range map[string][]nn.Layer{"two layers": {hidden, last}, "one layer": {one}} {
				grid := newGrid(func(X nn.Matrix) nn.Matrix {
					for _, l := range layers {
						X = l.G.Of(l.W.Dot(X).Add(l.B))
					}
					return X
				}, w, side)
				var x, y []float64
				for k := range side {
					x, y = append(x, grid.X(k)), append(y, grid.Y(k))
				}
				got := run[[]float64](p, "Network.overPlane(layers, x, y)", map[string]any{"layers": numbersOf(layers...), "x": x, "y": y})
				p.close(fmt.Sprint(g, ", ", steep, ", ", what), [][]float64{got}, nn.Row(grid.values...))
			}
		}
	}
}

// TestALinearLayerIsNone compares a network whose hidden layer does not bend, which nn has not, with the formulas written out.
func TestALinearLayerIsNone(t *testing.T) {
	r, p := nn.NewRand(5), newPage(t)
	X, Y := examplesOf(r, 2, 17)
	W1, b1, W2, b2 := r.Randn(3, 2), r.Randn(3, 1), r.Randn(1, 3), r.Randn(1, 1)
	layers := numbersOf(nn.Layer{W: W1, B: b1}, nn.Layer{W: W2, B: b2, G: nn.Sigmoid})
	layers[0].G = "linear"
	got := run[passed](p, passes, map[string]any{"layers": layers, "X": rowsOf(X), "Y": rowsOf(Y)[0]})
	A1 := W1.Dot(X).Add(b1)
	A2 := W2.Dot(A1).Add(b2).Sigmoid()
	dZ2 := A2.Sub(Y).Scale(1. / 17)
	dZ1 := W2.T().Dot(dZ2)
	p.close("A1", got.A[0], A1)
	p.close("A2", got.A[1], A2)
	p.close("dW2", got.Slopes[1].W, dZ2.Dot(A1.T()))
	p.close("dW1", got.Slopes[0].W, dZ1.Dot(X.T()))
	p.close("db1", column(got.Slopes[0].B), dZ1.SumRows())
}

// TestWhereThereAreManyInputs: what the script makes of z1, in place of a first layer with many weights, is what nn makes of the inputs.
func TestWhereThereAreManyInputs(t *testing.T) {
	r := nn.NewRand(7)
	X, Y := examplesOf(r, 27, 5)
	deep := &nn.Deep{Layers: []nn.Layer{
		{W: r.Randn(6, 27), B: r.Randn(6, 1), G: nn.ReLU}, {W: r.Randn(4, 6), B: r.Randn(4, 1), G: nn.Tanh}, {W: r.Randn(1, 4).Scale(0.3), B: r.Randn(1, 1), G: nn.Sigmoid},
	}}
	p := newPage(t)
	code, _, _ := strings.Cut(script("passes"), "const at =")
	if _, err := p.js.RunString("var colours = {}, data = " + numbersIn(t, forwardBackward(deep.Layers, X, Y, options{})) + ";" + code); err != nil {
		t.Fatal(err)
	}
	for j := range 5 {
		got := run[struct{ A, DZ [][]float64 }](p, fmt.Sprintf("(picked = %d, (p => ({ A: p.a, DZ: p.dz }))(pass()))", j), nil)
		x, y := X.Slice(0, 27, j, j+1), Y.Slice(0, 1, j, j+1)
		A, caches := deep.Forward(x)
		p.close("A", column(got.A[3]), A)
		for l, d := range deep.Backward(A, y, caches) {
			p.close("dz", column(got.DZ[l]), d.B)
		}
	}
}

// TestTheSheetLiesWhereGoSawIt: the script sees each stage of the folding from where Go chose it, and the line is where the answer is ½.
func TestTheSheetLiesWhereGoSawIt(t *testing.T) {
	X, Y := rings(40)
	layers := ringNet()
	p := newPage(t)
	code, _, _ := strings.Cut(script("folding"), "// between")
	before := "var axes = s => ({ x: v => s.left + s.width * (v - s.x0) / (s.x1 - s.x0), y: v => s.top + s.height * (s.y1 - v) / (s.y1 - s.y0) }), short = x => x, colours = {};"
	code, _, _ = strings.Cut(code, "const corners")
	if _, err := p.js.RunString(before + "var data = " + numbersIn(t, folding(layers, X, Y, options{})) + ";" + code); err != nil {
		t.Fatal(err)
	}
	got := run[[]struct{ X, Y []float64 }](p, "seen(data.X)", nil)
	frame := spot{0, 1, 0, 1, 2, 24, sheetWidth - 4, sheetWidth - 4}
	stages := stagesOf(layers, X, Y, frame)
	last := stages[len(stages)-1]
	answers := throughAll(layers, X)[len(layers)]
	for j, place := range (paper{layers, foldingData{Stages: stages}, X, Y}).places(X) {
		x, y := got[len(got)-1].X[j], got[len(got)-1].Y[j]
		if math.Hypot(x-place[0], y-place[1]) > 1e-6 {
			t.Errorf("example %d lies at %v, %v in the page, and at %v in the picture", j, x, y, place)
		}
		if (x > last.Where.place(0, 0)[0]) != (answers.At(0, j) > 0.5) {
			t.Errorf("example %d lies on the wrong side of the line: its answer is %v", j, answers.At(0, j))
		}
	}
	for _, s := range stages {
		P := nn.Rows(s.P)
		if off := P.Dot(P.T()).Sub(nn.Rows([][]float64{{1, 0}, {0, 1}})); off.Mul(off).Sum() > 1e-18 {
			t.Errorf("%s is seen from directions that are none: %v", s.Name, P.Dot(P.T()))
		}
	}
	if first := stages[0].Right; first > 60 || last.Right < 95 {
		t.Errorf("a straight cut gets %v %% of the rings right, and %v %% of the folded ones", first, last.Right)
	}
}

// numbersIn are the data that a figure tells its script, as JSON.
func numbersIn(t *testing.T, f figure) string {
	t.Helper()
	var told struct{ Data json.RawMessage }
	if err := json.Unmarshal([]byte(html.UnescapeString(livingNumbers.FindStringSubmatch(f.html())[1])), &told); err != nil {
		t.Fatal(err)
	}
	return string(told.Data)
}
