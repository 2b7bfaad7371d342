package plots_test

import (
	"nekonote/nn"
	"nekonote/plots"
)

var (
	exampleX = nn.Rows([][]float64{{-1, 1, 1, -1}, {-1, 1, -1, 1}})
	exampleY = nn.Row(0, 0, 1, 1)
)

// judge is a network that looks at x₁ alone, and so gets half of the examples right.
func judge(X nn.Matrix) nn.Matrix {
	_, m := X.Dims()
	return X.Slice(0, 1, 0, m).Scale(2).Sigmoid()
}

func ExampleDecisionBoundary() {
	plots.DecisionBoundary(judge, exampleX, exampleY, plots.Title("Half right"))
	// Output:
	// Half right
	// 4 examples, 50.0 % of them judged right; class 1 takes 50 % of the area (x₁ from −1.16 to 1.16, x₂ from −1.16 to 1.16)
}

func ExampleDecisionBoundaries() {
	plots.DecisionBoundaries([]plots.Boundary{
		{Name: "x₁ alone", Predict: judge},
		{Name: "x₁·x₂", Predict: func(X nn.Matrix) nn.Matrix {
			_, m := X.Dims()
			return X.Slice(0, 1, 0, m).Mul(X.Slice(1, 2, 0, m)).Scale(-4).Sigmoid()
		}},
	}, exampleX, exampleY)
	// Output:
	// x₁ alone: 4 examples, 50.0 % of them judged right; class 1 takes 50 % of the area (x₁ from −1.16 to 1.16, x₂ from −1.16 to 1.16)
	// x₁·x₂: 4 examples, 100.0 % of them judged right; class 1 takes 50 % of the area (x₁ from −1.16 to 1.16, x₂ from −1.16 to 1.16)
}

func ExampleFilm() {
	film := plots.NewFilm(exampleX, exampleY)
	for i := range 41 {
		film.Add(100*i, 0.7-0.001*float64(i), judge)
	}
	film.Show()
	// Output: A film of 41 frames. First: iteration 0 · cost 0.7000 · 50.0 % right. Last: iteration 4,000 · cost 0.6600 · 50.0 % right.
}
