package nn

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"nekonote/nn/words"
)

func ExampleSoftmax() {
	fmt.Println(Softmax(Rows([][]float64{{0, 1000}, {0, 1000}, {0, -1000}})))
	// Output:
	// 3×2
	// [0.33333333  0.50000000]
	// [0.33333333  0.50000000]
	// [0.33333333  0.00000000]
}

// Its gradients against finite differences: none, one and two hidden layers, every activation, labels of both kinds.
func TestClassifierGradients(t *testing.T) {
	Seed(3)
	X, numbers := Randn(4, 7), Row(0, 2, 1, 1, 0, 2, 2)
	for _, hidden := range [][]int{nil, {5}, {5, 4}} {
		for _, g := range Activations() {
			sizes := append(append([]int{4}, hidden...), 3)
			p := NewClassifier(sizes...)
			for l := range p.Hidden {
				p.Hidden[l].G = g
				p.Hidden[l].B = Randn(sizes[l+1], 1)
			}
			p.B = Randn(3, 1)
			for kind, Y := range map[string]Matrix{"numbers": numbers, "one-hot": OneHot(numbers, 3)} {
				checks := CheckGradients(p, X, Y)
				if len(checks) != 2*len(hidden)+2 {
					t.Fatalf("%v: %d parameters", sizes, len(checks))
				}
				for _, c := range checks {
					if !(c.Difference < 1e-6) {
						t.Errorf("%v, %s, %s: d%s differs by %v", sizes, g, kind, c.Name, c.Difference)
					}
				}
			}
		}
	}
}

// Two classes are the sigmoid's two: softmax of (z, 0) is σ(z), and the cost is the same.
func TestSoftmaxOfTwoIsTheSigmoid(t *testing.T) {
	Z, Y := Row(-3, -0.5, 0, 2, 30), Row(1, 0, 1, 0, 1)
	A := Softmax(ConcatRows(Zeros(1, 5), Z))
	if got := A.Slice(1, 2, 0, 5); !got.Equal(Z.Sigmoid(), 1e-15) {
		t.Errorf("softmax gives %v; the sigmoid %v", got, Z.Sigmoid())
	}
	if got, want := CrossEntropy(A, Y), Cost(Z.Sigmoid(), Y); math.Abs(got-want) > 1e-12 {
		t.Errorf("the cross-entropy is %v; week 2's cost %v", got, want)
	}
}

// Scores of any size: each column sums to 1, and the cost is finite where a probability is not to be told from 0.
func TestSoftmaxIsSafe(t *testing.T) {
	Z := Rows([][]float64{{1e308, -1e308, 800, 0}, {0, 0, -800, 1e-300}, {-1e308, 5, 0, 0}}).T().T()
	if sums := Softmax(Z).SumCols(); !sums.Equal(Row(1, 1, 1, 1), 1e-15) {
		t.Errorf("the columns sum to %v", sums)
	}
	if got := SoftmaxCost(Column(800, -800), Row(1)); got != 1600 {
		t.Errorf("the cost of a certain mistake is %v; want 1600", got)
	}
	if got := CrossEntropy(Softmax(Column(800, -800)), Row(1)); !math.IsInf(got, 1) {
		t.Errorf("from the probabilities alone it is %v; want +Inf", got)
	}
	if got := CrossEntropy(Column(1, 0), Row(0)); got != 0 {
		t.Errorf("what is right for certain costs %v", got)
	}
	if got := Softmax(Column(math.NaN(), 1)); !math.IsNaN(got.At(1, 0)) {
		t.Errorf("a score that is NaN gives %v", got)
	}
	Seed(1)
	Z, Y := Randn(5, 9).Scale(4), Row(0, 1, 2, 3, 4, 0, 1, 2, 3)
	if a, b := SoftmaxCost(Z, Y), CrossEntropy(Softmax(Z), Y); math.Abs(a-b) > 1e-12 {
		t.Errorf("from scores %v, from probabilities %v", a, b)
	}
}

func TestClassifierLearns(t *testing.T) {
	Seed(1)
	X := Rows([][]float64{{0, 0.1, 1, 1.1, 0, 0.1}, {0, 0.1, 0, 0.1, 1, 1.1}})
	Y := Row(0, 0, 1, 1, 2, 2)
	p := NewClassifier(2, 6, 3)
	var costs []float64
	err := p.Train(context.Background(), X, Y, Training{Alpha: 0.5, Iterations: 500, Each: func(_ int, cost float64) { costs = append(costs, cost) }})
	if err != nil || len(costs) != 500 || !(costs[499] < 0.1*costs[0]) {
		t.Fatalf("error %v, %d costs", err, len(costs))
	}
	if !p.Predict(X).Equal(Y, 0) || p.Accuracy(X, Y) != 100 || p.Accuracy(X, OneHot(Y, 3)) != 100 {
		t.Errorf("predicts %v", p.Predict(X))
	}
	if got := p.Accuracy(X, Row(0, 0, 1, 1, 2, 0)); math.Abs(got-500.0/6) > 1e-12 {
		t.Errorf("five right of six are %v %%", got)
	}
}

func TestLabelsThatAreNone(t *testing.T) {
	p := NewClassifier(2, 3)
	X := Zeros(2, 4)
	for _, Y := range []Matrix{Row(0, 1, 2, 3), Row(0, -1, 2, 0), Row(0, 0.5, 0, 0), Row(0, math.NaN(), 0, 0)} {
		func() {
			defer func() {
				e, ok := recover().(*ClassError)
				if !ok || !strings.Contains(e.Words().In(words.English), "0 to 2") || !strings.Contains(e.Words().In(words.Japanese), "0 から 2") {
					t.Errorf("%v: %v; want a ClassError", Y, e)
				}
			}()
			p.Cost(X, Y)
		}()
	}
	for op, do := range map[string]func(){
		"SoftmaxCost":  func() { p.Cost(X, Zeros(4, 1)) },
		"CrossEntropy": func() { CrossEntropy(Zeros(3, 4), Zeros(2, 4)) },
		"OneHot":       func() { OneHot(Zeros(2, 4), 3) },
		"Accuracy":     func() { p.Accuracy(X, Zeros(3, 1)) },
	} {
		func() {
			defer func() {
				var e *ShapeError
				if err, ok := recover().(error); !ok || !errors.As(err, &e) || e.Op != op {
					t.Errorf("%s: %v", op, e)
				}
			}()
			do()
		}()
	}
}
