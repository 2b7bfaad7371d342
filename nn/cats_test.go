package nn

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/scigolib/hdf5"
)

// The course's own photos, which are not in the repository; they lie beside the checkout, where there are any.
const photos = "../../shared/course/data"

// The three models of the cats, trained as in the course: costs, accuracies and mislabelled pictures as published.
func TestCats(t *testing.T) {
	if testing.Short() {
		t.Skip("trains for most of a minute; run it without -short")
	}
	if _, err := os.Stat(photos); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the course's photos are not beside this checkout")
	}
	X, Y := catPhotos(t, "train")
	testX, testY := catPhotos(t, "test")
	figures := figures(t).Models

	t.Run("logistic regression", func(t *testing.T) {
		m := NewLogisticRegression(12288)
		train(t, m, X, Y, Training{Alpha: 0.005, Iterations: 2000}, figures.Logistic.Costs)
		judged(t, m, X, Y, figures.Logistic.TrainWrong)
		judged(t, m, testX, testY, figures.Logistic.TestWrong)
	})
	t.Run("two layers", func(t *testing.T) {
		Seed(1)
		m := NewTwoLayer(12288, 7, 1)
		m.G = ReLU
		train(t, m, X, Y, Training{Alpha: 0.0075, Iterations: 2500}, figures.TwoLayer.Costs)
		judged(t, m, X, Y, figures.TwoLayer.After.TrainWrong)
		judged(t, m, testX, testY, figures.TwoLayer.After.TestWrong)
	})
	t.Run("five layers", func(t *testing.T) {
		Seed(1)
		m := NewDeep(12288, 20, 7, 5, 1)
		train(t, m, X, Y, Training{Alpha: 0.0075, Iterations: 2500}, figures.Deep.FirstCosts)
		if a, b := m.Accuracy(X, Y), m.Accuracy(testX, testY); math.Abs(a-100*206/209.) > 1e-9 || b != 80 {
			t.Errorf("accuracies %v %% and %v %%, want 98.56 and 80", a, b)
		}
	})
}

// train trains the model and compares the costs that were published.
func train(t *testing.T, m interface {
	Train(context.Context, Matrix, Matrix, Training) error
}, X, Y Matrix, how Training, want [][2]float64) {
	t.Helper()
	costs := make([]float64, how.Iterations)
	how.Each = func(i int, cost float64) { costs[i] = cost }
	if err := m.Train(context.Background(), X, Y, how); err != nil {
		t.Fatal(err)
	}
	if len(want) == 0 {
		t.Fatal("no published costs")
	}
	for _, c := range want {
		if got := costs[int(c[0])]; !(math.Abs(got/c[1]-1) <= 1e-12) {
			t.Errorf("the cost after %v iterations is %v, want %v: %.1e apart", c[0], got, c[1], got/c[1]-1)
		}
	}
}

// judged compares which pictures the model takes for what they are not.
func judged(t *testing.T, m Model, X, Y Matrix, want []int) {
	t.Helper()
	var wrong []int
	P := m.Predict(X)
	for j, p := range P.values() {
		if p != Y.At(0, j) {
			wrong = append(wrong, j)
		}
	}
	_, n := Y.Dims()
	if !slices.Equal(wrong, want) || math.Abs(m.Accuracy(X, Y)-100*(1-float64(len(want))/float64(n))) > 1e-9 {
		t.Errorf("mislabelled %v (accuracy %v %%), want %v", wrong, m.Accuracy(X, Y), want)
	}
}

// catPhotos reads the pictures as columns of numbers from 0 to 1, and their labels.
func catPhotos(t *testing.T, part string) (X, Y Matrix) {
	t.Helper()
	file, err := hdf5.Open(filepath.Join(photos, part+"_catvnoncat.h5"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	read := func(name string) []float64 {
		for _, child := range file.Root().Children() {
			if set, ok := child.(*hdf5.Dataset); ok && set.Name() == part+name {
				numbers, err := set.Read()
				if err != nil {
					t.Fatal(err)
				}
				return numbers
			}
		}
		t.Fatalf("there is no %s%s", part, name)
		return nil
	}
	Y = Row(read("_set_y")...)
	_, m := Y.Dims()
	X = From(Row(read("_set_x")...).Reshape(m, 12288).T().Dense()).Div(Row(255))
	return X, Y
}
