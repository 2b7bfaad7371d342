package own

import (
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
)

// TestTheFirstNetworkHasLearned: it is right about seven of ten pictures that it has never seen, and about
// three of those that come with the course.
func TestTheFirstNetworkHasLearned(t *testing.T) {
	data, err := cats.Open(cats.BuiltIn)
	if err != nil {
		t.Fatal(err)
	}
	net := quick().net
	if got := net.Accuracy(Coarse(data.TestX, squares), data.TestY); got < 65 {
		t.Errorf("%.0f %% of the test pictures are right", got)
	}
	for name, cat := range map[string]bool{"cat.png": true, "dog.png": false, "coffee.png": false} {
		file, err := os.Open(filepath.Join("..", "data", "pictures", "try", name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		img, err := png.Decode(file)
		if err != nil {
			t.Fatal(err)
		}
		p := quick().Predict(Coarse(pixels.Columns(pixels.Shrink(pixels.Square(img), side, side)), squares))
		if p > 0.5 != cat {
			t.Errorf("%s: %.3f", name, p)
		}
	}
}

// TestMirroredTurnsLeftToRight: twice is nothing, and the left half is the right one.
func TestMirroredTurnsLeftToRight(t *testing.T) {
	X := nn.NewRand(1).Rand(side*side*3, 2)
	turned := Mirrored(X)
	if !Mirrored(turned).Equal(X, 0) || turned.Equal(X, 0) {
		t.Error("turned twice it is another picture, or turned once the same")
	}
	for _, at := range [][3]int{{0, 0, 0}, {5, 10, 1}, {63, 63, 2}} {
		row, column, channel := at[0], at[1], at[2]
		i, j := (row*side+column)*3+channel, (row*side+side-1-column)*3+channel
		if turned.At(i, 1) != X.At(j, 1) {
			t.Errorf("row %d, column %d", row, column)
		}
	}
}

// TestTheFirstNetworkIsShownWithWhatItSees: the picture on its card holds the numbers that it is given, to a half step of colour.
func TestTheFirstNetworkIsShownWithWhatItSees(t *testing.T) {
	data, err := cats.Open(cats.BuiltIn)
	if err != nil {
		t.Fatal(err)
	}
	X := Coarse(data.TestX.Slice(0, side*side*channels, 4, 5), squares)
	seen := afar(X)
	if len(seen) != squares || len(seen[0]) != squares {
		t.Fatalf("%d×%d squares are shown", len(seen), len(seen[0]))
	}
	if off := pixels.Columns(seen).Scale(1.0 / 255).Sub(X).Apply(math.Abs).Max(); off > 0.5/255 {
		t.Errorf("a number that is shown differs by %g from what the network is given", off)
	}
}
