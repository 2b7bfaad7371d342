package own

import (
	"os"
	"path/filepath"
	"testing"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/creatures"
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
)

// Shifted pictures are those that were there, moved, and the edge where nothing was.
func TestShifted(t *testing.T) {
	const most = 5
	X := pixels.Columns(creatures.Drawings(0, 6)...)
	S := Shifted(X, most, nn.NewRand(4))
	_, m := X.Dims()
	different := 0
	for j := range m {
		found := false
		for down := -most; down <= most && !found; down++ {
			for right := -most; right <= most && !found; right++ {
				found = true
				for _, at := range [][3]int{{10, 10, 0}, {32, 40, 1}, {50, 20, 2}, {58, 58, 0}, {31, 31, 1}, {25, 37, 2}, {40, 30, 0}} {
					found = found && S.At((at[0]*side+at[1])*3+at[2], j) == X.At(((at[0]+down)*side+at[1]+right)*3+at[2], j)
				}
				if found && (down != 0 || right != 0) {
					different++
				}
			}
		}
		if !found {
			t.Errorf("picture %d is not itself, moved by %d pixels at most", j, most)
		}
	}
	if different < 3 {
		t.Errorf("only %d of %d pictures have moved", different, m)
	}
}

func TestMovedGoesLeft(t *testing.T) {
	X := pixels.Columns(creatures.Drawings(3, 2)...)
	M := Moved(X, 8)
	at := func(A nn.Matrix, row, column int) float64 { return A.At((row*side+column)*3+1, 1) }
	if at(M, 20, 30) != at(X, 20, 38) || at(M, 20, 60) != at(X, 20, 63) || !Moved(X, 0).Equal(X, 0) || M.Equal(X, 0) {
		t.Error("the pictures are not moved to the left")
	}
}

func TestCroppedIsAPartMadeLarge(t *testing.T) {
	gradient := pixels.New(side, side)
	for row := range gradient {
		for column := range gradient[row] {
			gradient[row][column] = [3]uint8{uint8(row), uint8(column), 7}
		}
	}
	X := pixels.Columns(gradient, gradient, gradient, gradient)
	C := Cropped(X, 16, nn.NewRand(2))
	smaller := 0
	for j := range 4 {
		top, bottom := C.At(0, j), C.At((side*side-1)*3, j)
		left, right := C.At(1, j), C.At((side*side-1)*3+1, j)
		if bottom-top < 46 || bottom-top > 63 || bottom-top != right-left || top < 0 || right > 63 {
			t.Errorf("picture %d shows rows %v to %v, columns %v to %v", j, top, bottom, left, right)
		}
		if bottom-top < 63 {
			smaller++
		}
	}
	if smaller == 0 {
		t.Error("nothing was cut away")
	}
	if !Cropped(X, 0, nn.NewRand(2)).Equal(X, 0) {
		t.Error("where nothing is cut away, the picture is another")
	}
}

func TestCoarseIsTheMeanOfItsPixels(t *testing.T) {
	X := pixels.Columns(creatures.Drawings(5, 2)...)
	for _, squares := range []int{1, 16, 64} {
		out := Coarse(X, squares)
		if n, m := out.Dims(); n != squares*squares*3 || m != 2 {
			t.Fatalf("%d squares give %d×%d", squares, n, m)
		}
		if got, want := out.Mean(), X.Mean()/255; got-want > 1e-9 || want-got > 1e-9 {
			t.Errorf("%d squares: the mean is %v; want %v", squares, got, want)
		}
	}
	if !Coarse(X, 64).Equal(X.Scale(1.0/255), 1e-15) {
		t.Error("64 squares are not the pixels")
	}
	defer func() {
		if recover() == nil {
			t.Error("seven squares fit into 64 pixels")
		}
	}()
	Coarse(X, 7)
}

func TestCreaturesAreWrittenOnce(t *testing.T) {
	place := t.TempDir()
	t.Setenv(cats.Variable, place)
	Creatures()
	folders, err := os.ReadDir(filepath.Join(place, "pictures", "creatures"))
	if err != nil || len(folders) != len(creatures.Kinds) {
		t.Fatalf("%d folders, %v", len(folders), err)
	}
	files, err := filepath.Glob(filepath.Join(place, "pictures", "creatures", "*", "*.png"))
	if err != nil || len(files) != drawings*len(creatures.Kinds)+1 { // one is there twice
		t.Fatalf("%d files, %v", len(files), err)
	}
	if err := os.Remove(files[0]); err != nil {
		t.Fatal(err)
	}
	Creatures()
	if _, err := os.Stat(files[0]); err == nil {
		t.Error("a folder that was there was filled again")
	}
}

func TestCreaturesThatCannotBeWrittenLeaveNothing(t *testing.T) {
	place := filepath.Join(t.TempDir(), "creatures")
	if err := os.WriteFile(place, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := drawn(place, 2); err == nil {
		t.Error("no error where a file stands in the way")
	}
}
