package planar

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"testing"

	"nekonote/nn"
)

// The course's flower, from its figures, which lie beside the checkout; in a checkout alone, from nn's extract of them.
func TestFlowerPointForPoint(t *testing.T) {
	data, err := os.ReadFile("../../../../shared/course/figures.json")
	if errors.Is(err, fs.ErrNotExist) {
		data, err = os.ReadFile("../../../nn/testdata/figures.json")
	}
	if err != nil {
		t.Fatal(err)
	}
	var figures struct {
		Planar struct {
			Flower struct {
				X [][]float64
			}
		}
	}
	if err := json.Unmarshal(data, &figures); err != nil {
		t.Fatal(err)
	}
	want := nn.Rows(figures.Planar.Flower.X)
	X, Y := Flower()
	if n, m := want.Dims(); n != 2 || m != 400 || !X.Equal(want, 1e-14) {
		t.Errorf("the flower's points differ from the published ones (%d×%d)", n, m)
	}
	if !Y.Equal(nn.ConcatCols(nn.Zeros(1, 200), nn.Zeros(1, 200).AddScalar(1)), 0) {
		t.Error("the flower's labels are not 200 times 0 and 200 times 1")
	}
}

// The same generator in another order must not give the flower: the comparison above is able to fail.
func TestSetsOfAStreamFollowItsSeed(t *testing.T) {
	for name, make := range random {
		X1, Y1 := make(nn.NewRand(1))
		X2, Y2 := make(nn.NewRand(1))
		X3, _ := make(nn.NewRand(2))
		if !X1.Equal(X2, 0) || !Y1.Equal(Y2, 0) || X1.Equal(X3, 0.1) {
			t.Errorf("%s: seed 1 twice must give the same, seed 2 another set", name)
		}
		n, m := X1.Dims()
		if k, l := Y1.Dims(); n != 2 || k != 1 || l != m || Y1.Sum() != float64(m)/2 {
			t.Errorf("%s: X is %d×%d, Y %d×%d with %v ones", name, n, m, k, l, Y1.Sum())
		}
	}
}

var random = map[string]func(*nn.Stream) (X, Y nn.Matrix){
	"circles": Circles, "moons": Moons, "quantiles": GaussianQuantiles, "no structure": NoStructure,
}

// What makes the quantiles and the blobs; the blobs' figures are scikit-learn's.
func TestQuantilesAndBlobs(t *testing.T) {
	X, Y := GaussianQuantiles(nn.NewRand(3))
	R := X.Mul(X).SumCols()
	inner, outer := R.Mul(Y.Scale(-1).AddScalar(1)).Max(), math.Inf(1)
	for j := range points {
		if Y.At(0, j) == 1 {
			outer = min(outer, R.At(0, j))
		}
	}
	if !(inner < outer) {
		t.Errorf("a point of the inside lies at %v, one of the outside at %v", inner, outer)
	}
	X, _ = Blobs()
	if got := X.SumRows(); !got.Equal(nn.Column(-639.692973121087, 592.2363332454706), 1e-9) {
		t.Errorf("the blobs' coordinates sum to %v", got)
	}
	want := nn.Rows([][]float64{{-0.8781328096272221, 5.947037461067236, -4.10966026553403}, {2.7834450949094887, -0.057232368808558864, -6.194788776947933}})
	if got := X.Slice(0, 2, 0, 3); !got.Equal(want, 1e-14) {
		t.Errorf("the first blobs are %v, want %v", got, want)
	}
}

// TestSplit: an eighth and the rest, with nothing lost and each label at its example.
func TestSplit(t *testing.T) {
	X := nn.Rows([][]float64{{0, 1, 2, 3, 4, 5, 6, 7, 8}, {0, 10, 20, 30, 40, 50, 60, 70, 80}})
	Y := nn.Row(0, -1, -2, -3, -4, -5, -6, -7, -8)
	trainX, trainY, testX, testY := Split(X, Y)
	for _, c := range []struct{ got, want nn.Matrix }{
		{trainX, nn.Rows([][]float64{{0, 8}, {0, 80}})},
		{trainY, nn.Row(0, -8)},
		{testX, X.Slice(0, 2, 1, 8)},
		{testY, Y.Slice(0, 1, 1, 8)},
	} {
		if c.got.String() != c.want.String() {
			t.Errorf("got %v; want %v", c.got, c.want)
		}
	}
}
