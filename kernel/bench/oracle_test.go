package bench

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"nekonote/kernel/needs"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/cats/course"
	"nekonote/lessons/data/planar"
	"nekonote/nn"
)

//go:embed oracle.py
var oracle string

// photos is where the course's own pictures lie, where there are any.
const photos = "../../../shared/course/data"

// answer is what numpy and scikit-learn say.
type answer struct {
	Planar map[string]struct {
		X [][]float64
		Y []float64
	}
	Randn []float64
	Deep  *struct {
		Costs                 []float64
		TrainWrong, TestWrong []int
	}
}

// ask runs the oracle in its environment, which is made when it is not there.
func ask(t *testing.T, args ...string) answer {
	t.Helper()
	place := needs.SetUp(t)
	venv, err := Numpy.Make(place, os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(venv, "bin", "python"), append([]string{"-c", oracle}, args...)...)
	cmd.Env = append(os.Environ(), "OPENBLAS_NUM_THREADS=1") // threads that wait for one another are slow on a busy machine
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	if err := json.Unmarshal(out, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestDataSetsOfWeek3AgainstScikitLearn(t *testing.T) {
	want := ask(t).Planar
	compare := func(name string, X, Y nn.Matrix) {
		t.Helper()
		w, ok := want[name]
		if !ok {
			t.Errorf("no %s to compare with", name)
			return
		}
		if !X.Equal(nn.Rows(w.X), 1e-14) {
			t.Errorf("%s: the points differ", name)
		}
		if !Y.Equal(nn.Row(w.Y...), 0) {
			t.Errorf("%s: the labels differ", name)
		}
	}
	for _, seed := range []uint32{1, 3} {
		for name, make := range map[string]func(*nn.Stream) (X, Y nn.Matrix){
			"circles": planar.Circles, "moons": planar.Moons, "quantiles": planar.GaussianQuantiles, "no structure": planar.NoStructure,
		} {
			X, Y := make(nn.NewRand(seed))
			compare(fmt.Sprint(name, " ", seed), X, Y)
		}
	}
	X, Y := planar.Blobs()
	compare("blobs", X, Y)
}

func TestRandnAgainstNumpy(t *testing.T) {
	want := ask(t).Randn
	got := nn.NewRand(1).Randn(len(want), 1)
	same := 0
	for i, w := range want {
		x := got.At(i, 0)
		if x == w {
			same++
		}
		if apart := math.Abs(x - w); apart > 3*math.Abs(math.Nextafter(w, math.Inf(1))-w) {
			t.Fatalf("number %d is %v, numpy's %v", i, x, w)
		}
	}
	t.Logf("%.2f %% of %d normal numbers are numpy's to the bit", 100*float64(same)/float64(len(want)), len(want))
	if len(want) != 100000 || same < len(want)*97/100 {
		t.Errorf("%d of %d normal numbers are numpy's to the bit; want 97 %%", same, len(want))
	}
}

func TestFiveLayersAgainstNumpy(t *testing.T) {
	if _, err := os.Stat(photos); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the course's photos are not beside this checkout")
	}
	t.Setenv(cats.Variable, t.TempDir())
	if _, err := course.Import(photos); err != nil {
		t.Fatal(err)
	}
	data := cats.Load()
	X, testX := data.TrainX.Div(nn.Row(255)), data.TestX.Div(nn.Row(255))
	path := filepath.Join(t.TempDir(), "examples")
	if err := write(path, X, data.TrainY, testX, data.TestY); err != nil {
		t.Fatal(err)
	}
	n, m := X.Dims()
	_, mTest := testX.Dims()
	want := ask(t, path, fmt.Sprint(n), fmt.Sprint(m), fmt.Sprint(mTest)).Deep

	nn.Seed(1)
	p := nn.NewDeep(n, 20, 7, 5, 1)
	var costs []float64
	err := p.Train(context.Background(), X, data.TrainY, nn.Training{Alpha: 0.0075, Iterations: 1000, Each: func(i int, cost float64) {
		if i%100 == 0 {
			costs = append(costs, cost)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(costs) != len(want.Costs) || len(costs) != 10 {
		t.Fatalf("%d costs here, %d there", len(costs), len(want.Costs))
	}
	worst := 0.0
	for i, cost := range costs {
		worst = max(worst, math.Abs(cost/want.Costs[i]-1))
	}
	t.Logf("the costs differ by %.1e at most", worst)
	if worst > 1e-9 {
		t.Errorf("the costs differ by %.1e: %v here, %v there", worst, costs, want.Costs)
	}
	wrong := func(X, Y nn.Matrix) []int {
		P := p.Predict(X)
		list := []int{}
		_, m := Y.Dims()
		for j := range m {
			if P.At(0, j) != Y.At(0, j) {
				list = append(list, j)
			}
		}
		return list
	}
	if a, b := wrong(X, data.TrainY), wrong(testX, data.TestY); !slices.Equal(a, want.TrainWrong) || !slices.Equal(b, want.TestWrong) {
		t.Errorf("mislabelled %v and %v; numpy has %v and %v", a, b, want.TrainWrong, want.TestWrong)
	}
}
