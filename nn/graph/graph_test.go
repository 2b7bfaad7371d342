package graph_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"nekonote/nn/graph"
	"nekonote/nn/words"
)

func ExampleCompute() {
	nodes, err := graph.Compute("u = b*c; v = a + u; J = 3*v", map[string]float64{"a": 5, "b": 3, "c": 2})
	if err != nil {
		panic(err)
	}
	for _, n := range nodes {
		fmt.Printf("%s %s: %v, %v\n", n.Name, n.Formula, n.Value, n.Grad)
	}
	// Output:
	// a : 5, 3
	// b : 3, 6
	// c : 2, 9
	// u b·c: 6, 3
	// v a + u: 11, 3
	// J 3·v: 33, 1
}

// TestDerivativesAreThoseOfSmallSteps compares the derivative with respect to each input with what the result does when
// that input is moved a little.
func TestDerivativesAreThoseOfSmallSteps(t *testing.T) {
	values := map[string]float64{"x": 0.7, "y": -1.3, "z": 2}
	for _, expression := range []string{
		"x*y/z - (x + 2)*-z", "exp(x)*log(z)", "sigmoid(x*y) + tanh(y) - relu(z) + relu(y)", "square(x - y)/2",
		"a = x*y; b = sigmoid(a + z); J = -(y*log(b) + (1-y)*log(1-b))", "x*x*x + x",
	} {
		result := func(values map[string]float64) []*graph.Node {
			nodes, err := graph.Compute(expression, values)
			if err != nil {
				t.Fatal(expression, err)
			}
			return nodes
		}
		for _, n := range result(values) {
			if n.Formula != "" {
				continue
			}
			const h = 1e-6
			moved := func(by float64) float64 {
				all := map[string]float64{}
				for name, value := range values {
					all[name] = value
				}
				all[n.Name] += by
				nodes := result(all)
				return nodes[len(nodes)-1].Value
			}
			if want := (moved(h) - moved(-h)) / (2 * h); math.Abs(n.Grad-want) > 1e-6*max(1, math.Abs(want)) {
				t.Errorf("%s: the derivative with respect to %s is %v; small steps give %v", expression, n.Name, n.Grad, want)
			}
		}
	}
}

func TestASingleExpressionIsTakenApart(t *testing.T) {
	if nodes, err := graph.Compute("u := a*a\nJ := 3*u", map[string]float64{"a": 5}); err != nil || nodes[1].Name != "u" {
		t.Errorf("steps written with :=, as in a cell: %v, %v", nodes, err)
	}
	nodes, err := graph.Compute("J = 3*(a + b*c)", map[string]float64{"a": 5, "b": 3, "c": 2})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, n := range nodes {
		said = append(said, n.Label())
	}
	if got, want := strings.Join(said, ", "), "a, b, c, b·c, a + b·c, J"; got != want {
		t.Errorf("the nodes are %s; want %s", got, want)
	}
}

func TestWhatCannotBeComputedIsSaid(t *testing.T) {
	for expression, want := range map[string]words.Text{
		"":       words.T("cannot be read", "読み取れません"),
		"a +":    words.T("cannot be read", "読み取れません"),
		"3 + aa": words.T("with a star: a*a", "a*a のように *"),
		"a + q":  words.T("q has no value", "q の値がありません"),
		"a % 2":  words.T("is not known here", "使えません"),
		"sin(a)": words.T("sin(a)", "sin(a)"),
	} {
		for _, lang := range words.Langs {
			t.Setenv(words.Variable, string(lang))
			_, err := graph.Compute(expression, map[string]float64{"a": 1})
			if e := (graph.Error{}); !errors.As(err, &e) || !strings.Contains(err.Error(), want.In(lang)) {
				t.Errorf("%q: %v; want %q in it", expression, err, want.In(lang))
			}
		}
	}
}
