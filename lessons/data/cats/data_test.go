package cats

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

// alone runs a test in a learner's folder of its own.
func alone(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	t.Setenv(Variable, folder)
	t.Setenv(words.Variable, "en")
	return folder
}

func TestTheBuiltInPictures(t *testing.T) {
	alone(t)
	data := Load()
	if data.Name != BuiltIn {
		t.Errorf("Name = %q", data.Name)
	}
	count := func(name string, set Set, m, yes int) {
		if len(set.Images) != m {
			t.Errorf("%s: %d pictures; want %d", name, len(set.Images), m)
		}
		if n, columns := set.X.Dims(); n != 12288 || columns != m {
			t.Errorf("%s: X is %d×%d", name, n, columns)
		}
		if n, columns := set.Y.Dims(); n != 1 || columns != m {
			t.Errorf("%s: Y is %d×%d", name, n, columns)
		}
		sum := 0
		for i := range m {
			sum += int(set.Y.At(0, i))
		}
		if sum != yes {
			t.Errorf("%s: %d cats; want %d", name, sum, yes)
		}
	}
	count("train", data.train, 209, 97)
	count("test", data.test, 50, 25)
	count("extra", Extra(), 136, 5)
}

// TestColumnsAreInTheCoursesOrder counts as numpy's reshape does: row, then column, then channel.
func TestColumnsAreInTheCoursesOrder(t *testing.T) {
	alone(t)
	data := Load()
	for _, i := range []int{0, 117, 208} {
		at := 0
		for row := range 64 {
			for column := range 64 {
				for channel := range 3 {
					if got, want := data.TrainX.At(at, i), float64(data.TrainImages[i][row][column][channel]); got != want {
						t.Fatalf("X[%d, %d] = %g; want pixel (%d, %d), channel %d: %g", at, i, got, row, column, channel, want)
					}
					at++
				}
			}
		}
	}
}

func TestEveryPictureSaysWhereItIsFrom(t *testing.T) {
	alone(t)
	data, extra := Load(), Extra()
	var all []Record
	for i := range 209 {
		all = append(all, data.Source(Train, i))
	}
	for i := range 50 {
		all = append(all, data.Source(Test, i))
	}
	for i := range 136 {
		all = append(all, extra.Source(i))
	}
	for _, r := range all {
		if r.Name == "" || r.Source == "" || r.File == "" || r.Licence == "" || r.Author == "" || r.Box == nil || r.Class.Empty() {
			t.Errorf("something of %q is not known: %+v", r.Name, r.facts())
		}
	}
	first := all[0]
	t.Setenv(words.Variable, "ja")
	for _, want := range []string{"train-000：猫", "maxogden/cats", "kublai96.jpg", "Calvin Metcalf", "70〜250", "140〜320"} {
		if !strings.Contains(first.String(), want) {
			t.Errorf("the record does not say %q:\n%s", want, first)
		}
	}
	if html := first.HTML(); !strings.Contains(html, `href="https://github.com/maxogden/cats"`) || !strings.Contains(html, "data:image/png;base64,") {
		t.Errorf("the record shows no picture or no link:\n%.400s", html)
	}
}

func TestSourceSaysWhatThereIs(t *testing.T) {
	alone(t)
	data := Load()
	for want, call := range map[string]func(){
		"0 to 208":   func() { data.Source(Train, 209) },
		"0 to 49":    func() { data.Source(Test, -1) },
		"cats.Train": func() { data.Source("dev", 0) },
	} {
		func() {
			defer func() {
				if said, ok := recover().(string); !ok || !strings.Contains(said, want) {
					t.Errorf("the panic says %q; want %q in it", said, want)
				}
			}()
			call()
		}()
	}
}

func TestHashChangesWithWhatANetworkSees(t *testing.T) {
	alone(t)
	data := Load()
	hash := data.Hash()
	if Load().Hash() != hash {
		t.Error("the same pictures have two hashes")
	}
	if data.With(Extra()).Hash() == hash {
		t.Error("more pictures have the same hash")
	}
	data.TestImages[49][63][63][2]++
	if data.Hash() == hash {
		t.Error("a changed pixel has the same hash")
	}
}

func TestWithAddsToTheTrainingOnly(t *testing.T) {
	alone(t)
	data := Load()
	extra := Extra()
	more := data.With(extra)
	if _, m := more.TrainX.Dims(); m != 209+136 || len(more.TrainImages) != m {
		t.Errorf("%d columns and %d pictures; want 345", m, len(more.TrainImages))
	}
	if _, m := data.TrainX.Dims(); m != 209 || len(data.TrainImages) != 209 || len(more.TestImages) != 50 {
		t.Error("With changed what it should not")
	}
	if more.Source(Train, 209).Name != "extra-000" || more.TrainX.At(77, 209) != extra.X.At(77, 0) || more.TrainY.At(0, 344) != extra.Y.At(0, 135) {
		t.Error("the added pictures are not behind the others")
	}
}

func BenchmarkLoad(b *testing.B) {
	b.Setenv(Variable, b.TempDir())
	for b.Loop() {
		Load()
	}
}

func BenchmarkExtra(b *testing.B) {
	for b.Loop() {
		Extra()
	}
}

func BenchmarkHash(b *testing.B) {
	b.Setenv(Variable, b.TempDir())
	data := Load()
	for b.Loop() {
		data.Hash()
	}
}
