package kinds

import (
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/exercisetest"
	"nekonote/nn"
)

func TestExercises(t *testing.T) {
	exercisetest.Run(t, Exercises)
}

// What is taught is what nn computes.
func TestTheLibraryAgrees(t *testing.T) {
	d := lessons.NewDraw(7)
	for range 50 {
		n, m := d.Size(2, 6), d.Size(2, 7)
		Z, Y := d.Between(n, m, -3, 3), oneHot(d, n, m)
		A := softmax(Z)
		if !A.Equal(nn.Softmax(Z), 0) {
			t.Fatalf("softmax of %v differs", Z)
		}
		if got, want := crossEntropy(A, Y), nn.CrossEntropy(A, Y); got-want > 1e-12 || want-got > 1e-12 {
			t.Fatalf("the cost is %v; nn's %v", got, want)
		}
		slope := nn.NumericalGradient(func(Z nn.Matrix) float64 { return nn.SoftmaxCost(Z, Y) * float64(m) }, Z)
		if d := nn.GradientDifference(softmaxBackward(Z, Y), slope); !(d < 1e-6) {
			t.Fatalf("dZ differs by %v", d)
		}
	}
}
