package course

import (
	"bytes"
	"compress/zlib"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/scigolib/hdf5"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

// make5 writes an HDF5 file with the given sets, each its shape and its numbers.
func make5(t testing.TB, path string, sets map[string]set) {
	t.Helper()
	file, err := hdf5.CreateForWrite(path, hdf5.CreateTruncate)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"train_set_x", "train_set_y", "test_set_x", "test_set_y", "weights"} {
		set, ok := sets[name]
		if !ok {
			continue
		}
		kind := hdf5.Uint8
		if _, wide := set.numbers.([]int64); wide {
			kind = hdf5.Int64
		}
		out, err := file.CreateDataset("/"+name, kind, set.shape)
		if err != nil {
			t.Fatal(err)
		}
		if err := out.Write(set.numbers); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

type set struct {
	shape   []uint64
	numbers any
}

// photos returns m pictures of random numbers, and answers 0, 1, 0, 1, …
func photos(part string, m int) map[string]set {
	source := rand.New(rand.NewPCG(uint64(m), 0))
	numbers := make([]uint8, m*pixels.Size)
	for i := range numbers {
		numbers[i] = uint8(source.Uint32())
	}
	answers := make([]int64, m)
	for i := range answers {
		answers[i] = int64(i % 2)
	}
	return map[string]set{
		part + "_set_x": {[]uint64{uint64(m), 64, 64, 3}, numbers},
		part + "_set_y": {[]uint64{uint64(m)}, answers},
	}
}

// both writes a folder with a file of each part, and makes the learner's folder another one.
func both(t *testing.T) (folder string) {
	t.Helper()
	t.Setenv(cats.Variable, t.TempDir())
	t.Setenv(words.Variable, "en")
	folder = t.TempDir()
	make5(t, filepath.Join(folder, "train_catvnoncat.h5"), photos("train", 3))
	make5(t, filepath.Join(folder, "test_catvnoncat.h5"), photos("test", 2))
	return folder
}

func TestImportThenLoad(t *testing.T) {
	folder := both(t)
	for _, path := range []string{folder, filepath.Join(folder, "train_catvnoncat.h5"), filepath.Join(folder, "test_catvnoncat.h5")} {
		got, err := Import(path)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		want := "train_catvnoncat.h5: 3 pictures of 64×64 for training, 1 of them cats\ntest_catvnoncat.h5: 2 pictures of 64×64 for the test, 1 of them cats"
		if got.In(words.English) != want {
			t.Errorf("it says %q; want %q", got, want)
		}
		data := cats.Load()
		if data.Name != Name || len(data.TrainImages) != 3 || len(data.TestImages) != 2 {
			t.Fatalf("Load returned %q, %d and %d pictures", data.Name, len(data.TrainImages), len(data.TestImages))
		}
		numbers := photos("train", 3)["train_set_x"].numbers.([]uint8)
		for i := range 3 {
			for j := range pixels.Size {
				if got, want := data.TrainX.At(j, i), float64(numbers[i*pixels.Size+j]); got != want {
					t.Fatalf("X[%d, %d] = %g; want %g", j, i, got, want)
				}
			}
			if data.TrainY.At(0, i) != float64(i%2) {
				t.Errorf("Y[0, %d] = %g", i, data.TrainY.At(0, i))
			}
		}
		if got := data.Source(cats.Test, 1).String(); !strings.Contains(got, "test_catvnoncat.h5") {
			t.Errorf("the record does not name the file:\n%s", got)
		}
	}
}

func TestForeignFilesAreNamed(t *testing.T) {
	wrong := func(change func(map[string]set)) map[string]set {
		sets := photos("train", 3)
		change(sets)
		return sets
	}
	for name, test := range map[string]struct {
		sets map[string]set
		want string
	}{
		"another":  {map[string]set{"weights": {[]uint64{4}, []uint8{1, 2, 3, 4}}}, "weights"},
		"32 wide":  {wrong(func(s map[string]set) { s["train_set_x"] = set{[]uint64{3, 32, 128, 3}, s["train_set_x"].numbers} }), "3×32×128×3"},
		"flat":     {wrong(func(s map[string]set) { s["train_set_x"] = set{[]uint64{3, 12288}, s["train_set_x"].numbers} }), "3×12288"},
		"short":    {wrong(func(s map[string]set) { s["train_set_y"] = set{[]uint64{2}, []int64{0, 1}} }), "3 pictures"},
		"answer 7": {wrong(func(s map[string]set) { s["train_set_y"] = set{[]uint64{3}, []int64{0, 7, 1}} }), "answer 1 in train_set_y is 7"},
		"pixels":   {wrong(func(s map[string]set) { s["train_set_x"] = set{s["train_set_x"].shape, bright()} }), "holds 300"},
		"no test":  {photos("train", 3), "test_catvnoncat.h5 is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := both(t)
			_ = os.Remove(filepath.Join(folder, "test_catvnoncat.h5"))
			make5(t, filepath.Join(folder, "train_catvnoncat.h5"), test.sets)
			_, err := Import(folder)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v; want %q in it", err, test.want)
			}
			if cats.InUse() != cats.BuiltIn {
				t.Errorf("a refused import chose %q", cats.InUse())
			}
		})
	}
}

// bright returns numbers of three pictures one of which is more than a pixel's 255.
func bright() []int64 {
	numbers := make([]int64, 3*pixels.Size)
	numbers[pixels.Size+5] = 300
	return numbers
}

func TestWhatIsNoHDF5IsNamed(t *testing.T) {
	folder := both(t)
	page := filepath.Join(folder, "train_catvnoncat.h5")
	if err := os.WriteFile(page, []byte("<!DOCTYPE html><title>train_catvnoncat.h5</title>"), 0o644); err != nil {
		t.Fatal(err)
	}
	empty := t.TempDir()
	for path, want := range map[string]string{
		folder:                          "not an HDF5 file",
		page:                            "not an HDF5 file",
		empty:                           "no .h5 file",
		filepath.Join(empty, "nowhere"): "no file or folder",
	} {
		for _, lang := range words.Langs {
			t.Setenv(words.Variable, string(lang))
			_, err := Import(path)
			if err == nil || lang == words.English && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: error %v; want %q in it", path, err, want)
			}
		}
	}
}

func TestTwoFilesOfOnePart(t *testing.T) {
	folder := both(t)
	make5(t, filepath.Join(folder, "copy.h5"), photos("train", 3))
	if _, err := Import(folder); err == nil || !strings.Contains(err.Error(), "copy.h5") || !strings.Contains(err.Error(), "both") {
		t.Errorf("error %v; want one that names both files", err)
	}
}

// TestDamagedFilesNeverPanic cuts a file at many places, and turns bits over in the tables at its beginning and its end.
func TestDamagedFilesNeverPanic(t *testing.T) {
	folder := both(t)
	path := filepath.Join(folder, "train_catvnoncat.h5")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, at int, data []byte, must bool) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		_, entries, err := readFile(path)
		if must && err == nil {
			t.Errorf("%s %d of %d: no error, %d pictures", what, at, len(whole), len(entries))
		}
		if err != nil && !strings.Contains(err.Error(), "train_catvnoncat.h5") {
			t.Errorf("%s %d: the error does not name the file: %v", what, at, err)
		}
	}
	// The last bytes are padding that may be missing without harm; what holds the answers must not.
	for n := 0; n < len(whole)*9/10; n += 1 + len(whole)/300 {
		try("cut at", n, whole[:n], true)
	}
	source := rand.New(rand.NewPCG(7, 7))
	for range 400 {
		data := append([]byte(nil), whole...)
		at := source.IntN(2048)
		if source.IntN(2) == 0 {
			at = len(data) - 1 - source.IntN(2048)
		}
		data[at] ^= 1 << source.IntN(8)
		try("bit at", at, data, false)
	}
}

// What is read is counted before it is unpacked.
func TestTooMuchIsNotRead(t *testing.T) {
	folder := both(t)
	path := filepath.Join(folder, "train_catvnoncat.h5")
	var bomb bytes.Buffer
	w := zlib.NewWriter(&bomb)
	for range mostUnpacked>>20 + 1 {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, make := range map[string]func() error{
		"a part that swells": func() error { return os.WriteFile(path, append(whole, bomb.Bytes()...), 0o600) },
		"too many pictures":  func() error { make5(t, path, photos("train", mostPictures+1)); return nil },
	} {
		if err := make(); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := readFile(path)
		runtime.ReadMemStats(&after)
		if said := (cats.Problem{}); !errors.As(err, &said) {
			t.Errorf("%s: %v", name, err)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 60<<20 {
			t.Errorf("%s: took %d MB", name, took>>20)
		}
	}
}

// realFiles returns the folder of the course's own files: NEKONOTE_COURSE, or ../shared beside the repository.
func realFiles(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("NEKONOTE_COURSE")
	if folder == "" {
		folder = "../../../../../shared/course/data"
	}
	if _, err := os.Stat(filepath.Join(folder, "train_catvnoncat.h5")); err != nil {
		t.Skipf("the course's own files are not here (%v); set NEKONOTE_COURSE to their folder", err)
	}
	return folder
}

func TestTheCoursesOwnFiles(t *testing.T) {
	folder := realFiles(t)
	t.Setenv(cats.Variable, t.TempDir())
	t.Setenv(words.Variable, "ja")
	got, err := Import(folder)
	if err != nil {
		t.Fatal(err)
	}
	if want := "train_catvnoncat.h5：訓練用の 64×64 の写真 209 枚（うち猫 72 枚）"; !strings.Contains(got.String(), want) {
		t.Errorf("it says %s; want %s", got, want)
	}
	data := cats.Load()
	for i, want := range []float64{17, 31, 56, 22, 33, 59} { // as h5py reads them
		if got := data.TrainX.At(i, 0); got != want {
			t.Errorf("X[%d, 0] = %g; want %g", i, got, want)
		}
	}
}
