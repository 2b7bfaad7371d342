package course

import (
	"fmt"
	"math"
	"testing"

	"nekonote/lessons/data/cats"
	"nekonote/nn"
	"nekonote/nn/words"
)

// logistic trains the course's logistic regression and returns the cost at iteration 0 and the accuracies in percent.
//
// It is another way to the same numbers: from w = 0 on, w is always a sum of the columns of X, w = X·a, so that all of the
// training happens in a (one number for each picture) and in the pictures' products with one another, G = Xᵀ·X:
// z = G·a + b, a −= alpha/m · (A − Y). This takes a second, and nothing of nn but its matrices.
func logistic(data cats.Data, iterations int, alpha float64) (cost, train, test float64) {
	products := func(A, B nn.Matrix) [][]float64 {
		columns := func(M nn.Matrix) [][]float64 {
			n, m := M.Dims()
			list := make([][]float64, m)
			for j := range list {
				list[j] = make([]float64, n)
				for i := range list[j] {
					list[j][i] = M.At(i, j) / 255
				}
			}
			return list
		}
		a, b := columns(A), columns(B)
		G := make([][]float64, len(a))
		for i := range G {
			G[i] = make([]float64, len(b))
			for j := range G[i] {
				for k, v := range a[i] {
					G[i][j] += v * b[j][k]
				}
			}
		}
		return G
	}
	G := products(data.TrainX, data.TrainX)
	m := len(G)
	a, b, d := make([]float64, m), 0.0, make([]float64, m)
	z := func(row []float64) float64 {
		sum := b
		for i, v := range row {
			sum += v * a[i]
		}
		return sum
	}
	for iteration := range iterations {
		sum := 0.0
		for i, row := range G {
			A, y := 1/(1+math.Exp(-z(row))), data.TrainY.At(0, i)
			if iteration == 0 {
				cost -= (y*math.Log(A) + (1-y)*math.Log(1-A)) / float64(m)
			}
			d[i] = A - y
			sum += d[i]
		}
		for i := range a {
			a[i] -= alpha * d[i] / float64(m)
		}
		b -= alpha * sum / float64(m)
	}
	accuracy := func(G [][]float64, Y nn.Matrix) float64 {
		right := 0
		for i, row := range G {
			if (z(row) > 0) == (Y.At(0, i) == 1) {
				right++
			}
		}
		return 100 * float64(right) / float64(len(G))
	}
	return cost, accuracy(G, data.TrainY), accuracy(products(data.TestX, data.TrainX), data.TestY)
}

func TestWhatLogisticRegressionMakesOfTheBuiltInPictures(t *testing.T) {
	t.Setenv(cats.Variable, t.TempDir())
	_, train, test := logistic(cats.Load(), 2000, 0.005)
	t.Logf("%.3f %% of training, %.1f %% of test", train, test)
	if train < 99 || test < 64 || test > 68 {
		t.Errorf("%.3f %% of the training and %.1f %% of the test pictures are right; the lesson speaks of 100 %% and about 66 %%", train, test)
	}
}

func TestThePublishedFigures(t *testing.T) {
	folder := realFiles(t)
	t.Setenv(cats.Variable, t.TempDir())
	t.Setenv(words.Variable, "en")
	if _, err := Import(folder); err != nil {
		t.Fatal(err)
	}
	cost, train, test := logistic(cats.Load(), 2000, 0.005)
	got := fmt.Sprintf("cost %.6f, %.3f %% / %.1f %%", cost, train, test)
	if want := "cost 0.693147, 99.043 % / 70.0 %"; got != want {
		t.Errorf("%s; the course publishes %s", got, want)
	}
}
