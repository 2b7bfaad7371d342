package nn

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// Every model's Backward against finite differences, with every activation.
func TestGradients(t *testing.T) {
	Seed(8)
	X := Randn(4, 7)
	Y := Randn(1, 7).Apply(func(x float64) float64 { return math.Round(sigmoid(x)) })
	models := map[string]Model{"logistic": &LogisticRegression{W: Randn(4, 1), B: Randn(1, 1)}}
	for _, g := range Activations() {
		models["two layers, "+string(g)] = &TwoLayer{W1: Randn(3, 4), B1: Randn(3, 1), W2: Randn(1, 3), B2: Randn(1, 1), G: g}
		deep := NewDeep(4, 5, 3, 1)
		deep.Layers[0].G, deep.Layers[1].G = g, g
		models["deep, "+string(g)] = deep
	}
	for name, m := range models {
		before := exactly(m)
		for _, c := range CheckGradients(m, X, Y) {
			if !(c.Difference < 1e-6) {
				t.Errorf("%s: d%s differs by %v", name, c.Name, c.Difference)
			}
		}
		for k, b := range exactly(m) {
			if b != before[k] {
				t.Fatalf("%s: CheckGradients changed the model", name)
			}
		}
	}
}

// A wrong backward propagation must be noticed.
func TestGradientCheckNotices(t *testing.T) {
	J := func(theta Matrix) float64 { return theta.Mul(theta).Sum() }
	theta := Row(1, -2, 3)
	numerical := NumericalGradient(J, theta)
	if d := GradientDifference(theta.Scale(2), numerical); !(d < 1e-8) {
		t.Errorf("the right gradient differs by %v", d)
	}
	for name, wrong := range map[string]Matrix{"θ": theta, "−2θ": theta.Scale(-2), "2θ with a slip": Row(2, -4, 6.1)} {
		if d := GradientDifference(wrong, numerical); !(d > 1e-3) {
			t.Errorf("%s differs by %v only", name, d)
		}
	}
	if GradientDifference(Zeros(2, 2), Zeros(2, 2)) != 0 {
		t.Error("two zero gradients differ")
	}
}

func TestTraining(t *testing.T) {
	X, Y := Rows([][]float64{{0, 1, 2, 3}}), Row(0, 0, 1, 1)
	Seed(1)
	for name, m := range map[string]interface {
		Model
		Train(context.Context, Matrix, Matrix, Training) error
	}{"logistic": NewLogisticRegression(1), "two layers": NewTwoLayer(1, 3, 1), "deep": NewDeep(1, 4, 3, 1)} {
		var costs []float64
		x, y := X.String(), Y.String()
		err := m.Train(context.Background(), X, Y, Training{Alpha: 0.5, Iterations: 2000, Each: func(i int, cost float64) {
			if i != len(costs) {
				t.Fatalf("%s: iteration %d came after %d", name, i, len(costs)-1)
			}
			costs = append(costs, cost)
		}})
		if err != nil || len(costs) != 2000 || !(costs[1999] < 0.2*costs[0]) || m.Accuracy(X, Y) != 100 {
			t.Errorf("%s: error %v, %d costs, the last %v, accuracy %v", name, err, len(costs), costs[len(costs)-1], m.Accuracy(X, Y))
		}
		if X.String() != x || Y.String() != y {
			t.Errorf("%s: training changed what it learned from", name)
		}
		if !m.Predict(X).Equal(Y, 0) {
			t.Errorf("%s: predicts %v", name, m.Predict(X))
		}
	}
}

// What a learner keeps of a model, before training or in Each, must not change under her while it trains on. The layers are
// as large as those whose memory training uses again.
func TestTrainingLeavesKeptMatricesAlone(t *testing.T) {
	const n = worthwhile / 2
	Seed(1)
	X, Y := Randn(n, 5), Row(1, 0, 1, 0, 1)
	logistic, two, deep := NewLogisticRegression(n), NewTwoLayer(n, 2, 1), NewDeep(n, 2, 1)
	wide := NewLogisticRegression(2 * n)
	type kept struct {
		what string
		now  Matrix
		then []float64
	}
	var all []kept
	keep := func(what string, m Matrix) { all = append(all, kept{what, m, m.copied()}) }
	look := map[Model]func(){
		logistic: func() { dw, _ := logistic.Backward(X, logistic.Forward(X), Y); keep("w", logistic.W); keep("dw", dw) },
		wide:     func() { keep("w, wide", wide.W) },
		two: func() {
			_, cache := two.Forward(X)
			keep("W1, two layers", two.W1)
			keep("dW1, two layers", two.Backward(cache, X, Y).W1)
		},
		deep: func() {
			AL, caches := deep.Forward(X)
			grads := deep.Backward(AL, Y, caches)
			keep("W1, deep", deep.Layers[0].W)
			keep("dW1, deep", grads[0].W)
			keep("dA0, deep", grads[0].APrev)
		},
	}
	for model, keepSome := range look {
		on := X
		if model == wide {
			on = ConcatRows(X, X)
		}
		for _, each := range []func(int, float64){nil, func(int, float64) { keepSome() }} {
			keepSome()
			if err := model.Train(context.Background(), on, Y, Training{Alpha: 1e-4, Iterations: 4, Each: each}); err != nil {
				t.Fatal(err)
			}
		}
		keepSome()
	}
	for _, k := range all {
		if !slices.Equal(k.now.values(), k.then) {
			t.Errorf("training changed a %s that was kept", k.what)
		}
	}
	if slices.Equal(all[0].then, all[len(all)-1].then) {
		t.Error("nothing was trained")
	}
}

// Training makes its large matrices once, not in each step.
func TestTrainingUsesMemoryAgain(t *testing.T) {
	Seed(1)
	X, Y := Randn(worthwhile, 20), Zeros(1, 20)
	for name, p := range map[string]Model{"logistic": NewLogisticRegression(worthwhile), "deep": NewDeep(worthwhile, 4, 1)} {
		allocated := func(steps int) uint64 {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if err := p.Train(context.Background(), X, Y, Training{Alpha: 0.001, Iterations: steps}); err != nil {
				t.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		few := allocated(5)
		if step := (allocated(25) - few) / 20; step >= 8*worthwhile {
			t.Errorf("%s: a step takes %d bytes, as much as a large matrix", name, step)
		}
	}
	if spare.matrices != nil {
		t.Error("the memory is kept when nothing is trained any more")
	}
}

func TestTrainingStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	done := 0
	err := NewLogisticRegression(1).Train(ctx, Row(1, 2), Row(0, 1), Training{Alpha: 1, Iterations: 1000, Each: func(i int, _ float64) {
		if done++; i == 2 {
			stop()
		}
	}})
	var e *StoppedError
	if !errors.Is(err, context.Canceled) || !errors.As(err, &e) || e.Done != 3 || done != 3 || e.Words().In(words.Japanese) == "" {
		t.Errorf("stopped after %d steps with %v, want 3", done, err)
	}
}

// The labels as a column, which numpy would repeat into an m×m matrix, must be refused.
func TestLabelsMustBeARow(t *testing.T) {
	p := NewLogisticRegression(2)
	X := Zeros(2, 3)
	for name, do := range map[string]func(){
		"Cost":     func() { p.Cost(X, Zeros(3, 1)) },
		"Backward": func() { p.Backward(X, p.Forward(X), Zeros(3, 1)) },
		"Accuracy": func() { p.Accuracy(X, Zeros(1, 1)) },
		"Update":   func() { p.Update(Zeros(1, 1), Zeros(1, 1), 1) },
		"Dot":      func() { p.Forward(Zeros(3, 2)) },
	} {
		func() {
			defer func() {
				if e, ok := recover().(*ShapeError); !ok || e.Op != name {
					t.Errorf("%s: %v", name, e)
				}
			}()
			do()
		}()
	}
	defer func() {
		if recover() == nil {
			t.Error("an unknown activation is accepted")
		}
	}()
	Activation("swish").Of(X)
}

func TestActivationsKeepNaN(t *testing.T) {
	for _, g := range Activations() {
		if got := g.Of(Row(math.NaN())); !math.IsNaN(got.At(0, 0)) {
			t.Errorf("%s of NaN is %v", g, got)
		}
	}
}

// No network has these sizes, and the error says which they were, in both languages.
func TestImpossibleNetworks(t *testing.T) {
	for said, make := range map[string]func(){
		"NewDeep(5): a network needs at least two sizes": func() { NewDeep(5) },
		"NewDeep(): a network":                           func() { NewDeep() },
		"NewDeep(4, 0, 1): each layer":                   func() { NewDeep(4, 0, 1) },
		"NewSmallDeep(4, -3): each layer":                func() { NewSmallDeep(4, -3) },
		"NewTwoLayer(2, 0, 1): each layer":               func() { NewTwoLayer(2, 0, 1) },
		"NewClassifier(3): a network":                    func() { NewClassifier(3) },
		"NewClassifier(3, 0): each layer":                func() { NewClassifier(3, 0) },
		"NewClassifier(3, 1): the last size":             func() { NewClassifier(3, 1) },
		"NewLogisticRegression(0): each layer":           func() { NewLogisticRegression(0) },
	} {
		func() {
			defer func() {
				e, ok := recover().(*SizesError)
				if !ok || !strings.HasPrefix(e.Words().In(words.English), said) || !strings.HasPrefix(e.Words().In(words.Japanese), said[:strings.Index(said, ":")]) {
					t.Errorf("%v; want a SizesError that says %q", e, said)
				}
			}()
			make()
		}()
	}
}

// Probabilities are no predictions, and no labels either.
func TestAccuracyOfProbabilities(t *testing.T) {
	for name, wrong := range map[string]func() float64{
		"predictions": func() float64 { return Accuracy(Row(1, 0.7), Row(1, 0)) },
		"Y":           func() float64 { return Accuracy(Row(1, 0), Row(1, math.NaN())) },
	} {
		func() {
			defer func() {
				if e, ok := recover().(*LabelError); !ok || e.Name != name || e.Col != 1 || !strings.Contains(e.Words().In(words.Japanese), "0 行 1 列") {
					t.Errorf("%s: %v; want a LabelError of column 1", name, e)
				}
			}()
			t.Errorf("%s: accuracy %v", name, wrong())
		}()
	}
}
