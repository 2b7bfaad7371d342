package cats

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

// small returns an album of three plain pictures.
func small(name string) *album.Album {
	plain := func(grey uint8) Picture {
		p := pixels.New(64, 64)
		for _, row := range p {
			for x := range row {
				row[x] = [3]uint8{grey, grey, grey}
			}
		}
		return p
	}
	return &album.Album{
		Name:    name,
		Classes: []words.Text{words.T("tea", "お茶"), words.T("coffee", "コーヒー")},
		Parts: []album.Part{
			{Name: "train", Pictures: []album.Entry{{Picture: plain(10), Name: "a", Label: 1}, {Picture: plain(20), Name: "b"}}},
			{Name: "test", Pictures: []album.Entry{{Picture: plain(30), Name: "c", Label: 1}}},
		},
	}
}

func TestAStoredSetIsUsedOnceChosen(t *testing.T) {
	folder := alone(t)
	if err := Store(small("mine")); err != nil {
		t.Fatal(err)
	}
	if got := Load().Name; got != BuiltIn {
		t.Fatalf("storing chose %q", got)
	}
	if _, err := Choose("mine"); err != nil {
		t.Fatal(err)
	}
	data := Load()
	if data.Name != "mine" || len(data.TrainImages) != 2 || data.TrainX.At(5, 1) != 20 || data.TrainY.At(0, 0) != 1 || data.Classes[1].In(words.Japanese) != "コーヒー" {
		t.Errorf("Load returned %q, %d pictures", data.Name, len(data.TrainImages))
	}
	list := List()
	if len(list) != 2 || list[0].InUse || !list[1].InUse || list[0].Train != 209 || list[1].Test != 1 {
		t.Errorf("List() = %+v", list)
	}
	if _, err := Choose(BuiltIn); err != nil || Load().Name != BuiltIn {
		t.Errorf("going back: %v", err)
	}
	left, _ := filepath.Glob(filepath.Join(folder, ".nekonote", "data", ".new-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestStoringAgainReplaces(t *testing.T) {
	alone(t)
	album := small("mine")
	for _, grey := range []uint8{10, 99} {
		album.Parts[0].Pictures[0].Picture[0][0][0] = grey
		if err := Store(album); err != nil {
			t.Fatal(err)
		}
		data, err := Open("mine")
		if err != nil || data.TrainX.At(0, 0) != float64(grey) {
			t.Errorf("%v: X[0,0] = %v; want %d", err, data.TrainX.At(0, 0), grey)
		}
	}
}

func TestWhatCannotBeChosenIsNamedAndNothingChanges(t *testing.T) {
	folder := alone(t)
	if err := Store(small("mine")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, ".nekonote", "data", "broken.zip")
	if err := os.WriteFile(path, []byte("no zip"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][2]string{
		"curse":     {`no data set "curse"`, "mine"},
		"broken":    {"broken.zip", `cats.Use("cats")`},
		"../secret": {`no data set "../secret"`, "import"},
	} {
		_, err := Choose(name)
		if err == nil || !strings.Contains(err.Error(), want[0]) || !strings.Contains(err.Error(), want[1]) {
			t.Errorf("Choose(%q): %v; want %q", name, err, want)
		}
		if InUse() != BuiltIn {
			t.Errorf("Choose(%q) chose %q", name, InUse())
		}
	}
}

// TestEveryCutOfAStoredSetIsRefused shortens the file: wherever a disk was full or a copy stopped, Open must say so.
func TestEveryCutOfAStoredSetIsRefused(t *testing.T) {
	folder := alone(t)
	if err := Store(small("mine")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, ".nekonote", "data", "mine.zip")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/60 {
		if err := os.WriteFile(path, whole[:n], 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Open("mine"); err == nil || !strings.Contains(err.Error(), "mine.zip") {
			t.Errorf("%d of %d bytes: error %v; want one that names the file", n, len(whole), err)
		}
	}
}

func TestALessonGoesOnWhereTheChosenSetIsGone(t *testing.T) {
	folder := alone(t)
	if err := Store(small("mine")); err != nil {
		t.Fatal(err)
	}
	if _, err := Choose("mine"); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(folder, ".nekonote", "data", "mine.zip")); err != nil {
		t.Fatal(err)
	}
	if got := Load().Name; got != BuiltIn {
		t.Errorf("Load returned %q; want the built-in set", got)
	}
}

func TestNames(t *testing.T) {
	for name, good := range map[string]bool{
		"mine": true, "猫": true, "ねこ_2": true, "パン": true, // the last one with its mark as a letter of its own
		"": false, "a/b": false, "..": false, "a b": false, `a\b`: false, "CON:": false, strings.Repeat("x", 101): false,
	} {
		if err := checkName(name); (err == nil) != good {
			t.Errorf("checkName(%q) = %v", name, err)
		}
	}
}

func TestAFolderThatCannotBeWrittenIsNamed(t *testing.T) {
	folder := alone(t)
	if err := os.WriteFile(filepath.Join(folder, ".nekonote"), nil, 0o644); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	err := Store(small("mine"))
	if err == nil || !strings.Contains(err.Error(), "mine.zip") {
		t.Errorf("error %v; want one that names the file", err)
	}
}

func ExampleUse() {
	folder, err := os.MkdirTemp("", "nekonote")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	_ = os.Setenv(Variable, folder)
	_ = os.Unsetenv(words.Variable)
	Use("cats")
	Use("dogs")
	// Output:
	// In use from now on: cats, 209 pictures for training and 50 for the test. Run the cells that load the data again.
	// There is no data set "dogs" here. There is: cats. The files of the online course are imported with `go run ./kernel data import`.
}
