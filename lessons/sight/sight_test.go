package sight

import (
	"regexp"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/exercisetest"
	"nekonote/nn"
)

func TestExercises(t *testing.T) {
	exercisetest.Run(t, Exercises)
}

// What is taught is what nn computes, and its slopes are those that trying finds.
func TestTheLibraryAgrees(t *testing.T) {
	d := lessons.NewDraw(7)
	for range 50 {
		k, h, w := d.Size(1, 4), d.Size(5, 9), d.Size(5, 9)
		A, W := d.Matrix(h, w), d.Matrix(k, k)
		layer := nn.Convolution{W: W.Reshape(1, k*k), B: nn.Zeros(1, 1), From: nn.Picture{Height: h, Width: w, Channels: 1}}
		found, cache := layer.Forward(A.Reshape(h*w, 1))
		Z := convolve(A, W)
		if n, m := Z.Dims(); !cache.Z.Equal(Z.Reshape(1, n*m), 1e-12) {
			t.Fatalf("convolve gives %v; nn %v", Z, cache.Z)
		}
		P := maxPool(Z)
		if n, m := P.Dims(); !found.Equal(P.Reshape(n*m, 1).ReLU(), 1e-12) {
			t.Fatalf("maxPool gives %v; nn %v", P, found)
		}
		n, m := Z.Dims()
		dZ := d.Matrix(n, m)
		tried := nn.NumericalGradient(func(W nn.Matrix) float64 { return convolve(A, W).Mul(dZ).Sum() }, W)
		if difference := nn.GradientDifference(convolveBackward(A, dZ), tried); !(difference < 1e-6) {
			t.Fatalf("dW differs by %v", difference)
		}
	}
}

// What the notebook says of the cats is true of the cats alone: its cells take them, whatever data set the learner has chosen, and
// count what there is.
func TestTheCatsAreThoseThatComeWithTheCourse(t *testing.T) {
	cells := strings.Split(lessonText, "```go\n")[1:]
	opened := 0
	for _, cell := range cells {
		cell, _, _ = strings.Cut(cell, "```")
		opened += strings.Count(cell, "cats.Open(cats.BuiltIn)")
		if strings.Contains(cell, "cats.Load(") || regexp.MustCompile(`% ?209|, 209|768, from`).MatchString(cell) {
			t.Errorf("this cell depends on the data set in use:\n%s", cell)
		}
	}
	if opened == 0 {
		t.Error("no cell opens the cats")
	}
}

func TestPicture(t *testing.T) {
	for _, c := range []struct {
		A    nn.Matrix
		want [3]uint32
	}{
		{nn.Row(-2, 0, 2), [3]uint32{0, 128, 255}},
		{nn.Row(-1, 0, 4), [3]uint32{96, 128, 255}},
		{nn.Row(0, 1, 2), [3]uint32{0, 128, 255}},
		{nn.Row(0, 0, 0), [3]uint32{0, 0, 0}},
	} {
		img := Picture(c.A)
		for j, want := range c.want {
			if got, _, _, _ := img.At(j, 0).RGBA(); got>>8 != want {
				t.Errorf("%v: pixel %d is %d; want %d", c.A, j, got>>8, want)
			}
		}
	}
	if A := Drawing(3); A.Max() > 1 || A.Max() < 0.5 || Drawing(4).Equal(A, 0) {
		t.Errorf("the drawing reaches %v", A.Max())
	}
}
