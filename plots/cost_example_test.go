package plots_test

import (
	"nekonote/plots"
)

func ExampleCostCurve() {
	costs := []float64{0.693147, 0.584508, 0.466949, 0.376007}
	plots.CostCurve(costs, plots.Every(100), plots.Title("The cost falls"))
	// Output:
	// The cost falls
	// cost 0.693147 at iteration 0, 0.376007 at iteration 300; lowest 0.376007 at iteration 300
}

func ExampleCostCurves() {
	plots.CostCurves([]plots.Run{
		plots.LearningRate(0.01, []float64{0.69, 0.82, 0.31}),
		plots.LearningRate(0.001, []float64{0.69, 0.59, 0.56}),
	}, plots.Every(100), plots.LogScale())
	// Output:
	// α = 0.01: cost 0.690000 at iteration 0, 0.310000 at iteration 200; lowest 0.310000 at iteration 200
	// α = 0.001: cost 0.690000 at iteration 0, 0.560000 at iteration 200; lowest 0.560000 at iteration 200
}

func ExampleComputationGraph() {
	plots.ComputationGraph("u = b*c; v = a + u; J = 3*v", map[string]float64{"a": 5, "b": 3, "c": 2})
	// Output:
	// a = 5, dJ/da = 3
	// b = 3, dJ/db = 6
	// c = 2, dJ/dc = 9
	// u = b·c = 6, dJ/du = 3
	// v = a + u = 11, dJ/dv = 3
	// J = 3·v = 33, dJ/dJ = 1
}
