package plots

import (
	"slices"
	"strings"
	"testing"

	"nekonote/nn"
	"nekonote/nn/words"
)

// TestAStepHasNoProbability: a perceptron answers with 0 or 1, and its figure says so; a neuron's says where it is undecided.
func TestAStepHasNoProbability(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	sum := func(X nn.Matrix) nn.Matrix { return X.SumCols() }
	step := func(X nn.Matrix) nn.Matrix {
		return sum(X).Apply(func(z float64) float64 { return float64(b2i(z > 0)) })
	}
	neuron := func(X nn.Matrix) nn.Matrix { return sum(X).Sigmoid() }
	X, Y := nn.Rows([][]float64{{1, -1, 2}, {1, -2, 1}}), nn.Row(1, 0, 1)
	says := func(f figure, want words.Text) bool {
		return slices.ContainsFunc(f.legend, func(e entry) bool { return strings.Contains(e.name, want.String()) })
	}
	for _, c := range []struct {
		name string
		f    figure
		want words.Text
	}{
		{"a step", decisionBoundary(step, X, Y, options{}), stepWord},
		{"a neuron", decisionBoundary(neuron, X, Y, options{}), lineWord},
		{"two steps", decisionBoundaries([]Boundary{{"one", step}, {"two", step}}, X, Y, options{}), stepWord},
		{"both", decisionBoundaries([]Boundary{{"one", step}, {"two", neuron}}, X, Y, options{}), lineWord},
	} {
		if !says(c.f, c.want) {
			t.Errorf("%s: the legend is %v; want %q in it", c.name, c.f.legend, c.want)
		}
	}
}
