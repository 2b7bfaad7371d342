package plots_test

import (
	"nekonote/nn"
	"nekonote/plots"
)

func ExamplePoints() {
	plots.Points(nn.Rows([][]float64{{-1, 0, 1}, {0, 2, 0}}), nn.Row(0, 1, 1), plots.Title("Three points"))
	// Output:
	// Three points
	// 3 examples, 2 of them of class 1 (x₁ from −1.16 to 1.16, x₂ from −0.16 to 2.16)
}
