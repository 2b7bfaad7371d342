package week4

import (
	"math"
	"os"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/cats/course"
	"nekonote/lessons/exercisetest"
	"nekonote/nn"
)

func TestExercises(t *testing.T) {
	exercisetest.Run(t, Exercises)
}

func TestPublishedFigures(t *testing.T) {
	exercisetest.Figures(t, Exercises)
}

func TestEachNotebookHas100Points(t *testing.T) {
	for name, list := range map[string][]lessons.Entry{"forward": Forward, "backward": Backward, "cats": Cats} {
		points := 0
		for _, e := range list {
			points += e.Info().Points
		}
		if points != 100 {
			t.Errorf("%s: %d points", name, points)
		}
	}
}

// The backward pass that other notebooks get leaves work out, but gives what the exercise asks for.
func TestLeanBackward(t *testing.T) {
	for seed := range uint64(50) {
		d := lessons.NewDraw(seed)
		sizes := randomSizes(d)
		if seed%5 == 0 {
			sizes = []int{3, 1} // the first layer is the last one
		}
		m := d.Size(2, 9)
		AL, caches := modelForward(d.Matrix(sizes[0], m), randomNetwork(d, sizes...))
		Y := d.Labels(m)
		lean, whole := leanBackward(AL, Y, caches), modelBackward(AL, Y, caches)
		for l := range whole {
			if !lean[l].DW.Equal(whole[l].DW, 1e-12) || !lean[l].DB.Equal(whole[l].DB, 1e-12) {
				t.Fatalf("seed %d, layer %d: %v, want %v", seed, l, lean[l], whole[l])
			}
		}
	}
}

// Each gradient is the slope of the cost.
func TestGradients(t *testing.T) {
	d := lessons.NewDraw(7)
	params := randomNetwork(d, 3, 4, 3, 1)
	X, Y := d.Matrix(3, 6), d.Labels(6)
	AL, caches := modelForward(X, params)
	for l, g := range modelBackward(AL, Y, caches) {
		slope := nn.NumericalGradient(func(W nn.Matrix) float64 {
			AL, _ := modelForward(X, changed(params, func(i int, p Layer) Layer {
				if i == l {
					p.W = W
				}
				return p
			}))
			return computeCost(AL, Y)
		}, params[l].W)
		if off := nn.GradientDifference(g.DW, slope); !(off < 1e-7) {
			t.Errorf("layer %d: dW differs by %v", l, off)
		}
	}
}

// On the course's photos the costs are those that the course publishes.
func TestPublishedCosts(t *testing.T) {
	const photos = "../../../shared/course/data"
	if _, err := os.Stat(photos); err != nil {
		t.Skip("the course's photos are not beside this checkout")
	}
	album, err := course.Read(photos)
	if err != nil {
		t.Fatal(err)
	}
	data := cats.FromAlbum(album)
	X := data.TrainX.Div(nn.Row(255))
	for _, c := range []struct {
		name   string
		train  Training
		params []Layer
		want   []float64
	}{
		{"two layers", twoLayerModel, initializeParameters(12288, 7, 1), []float64{0.6930497356599888, 0.6464320953428849}},
		{"four layers", deepModel, initializeScaled([]int{12288, 20, 7, 5, 1}), []float64{0.7717493284237686, 0.6720534400822913}},
	} {
		_, costs := c.train(X, data.TrainY, c.params, 101, 0.0075)
		for i, want := range c.want {
			if len(costs) != len(c.want) || math.Abs(costs[i]-want) > 1e-12 {
				t.Errorf("%s: costs %v, want %v", c.name, costs, c.want)
				break
			}
		}
	}
}
