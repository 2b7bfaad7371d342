package pictures_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/pictures"
	"nekonote/lessons/data/pictures/decode"
	"nekonote/lessons/data/pictures/try"
	"nekonote/nn/words"
)

// TestMain lets the test program stand for Nekonote's: called with "picture" it answers as that does.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "picture" {
		if os.Getenv("TEST_PROGRAM_FAILS") != "" {
			_, _ = os.Stderr.WriteString("out of paper")
			os.Exit(3)
		}
		if err := decode.Serve(os.Stdout, os.Args[2:]); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	program, err := os.Executable()
	if err != nil {
		panic(err)
	}
	_ = os.Setenv(pictures.Variable, program)
	os.Exit(m.Run())
}

// folder makes a learner's folder with the pictures to try in it, and returns it.
func folder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	t.Setenv(cats.Variable, folder)
	t.Setenv(words.Variable, "en")
	if err := os.CopyFS(filepath.Join(folder, "pictures"), try.Files); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestOpenFindsAPictureByItsPathOrItsName(t *testing.T) {
	folder := folder(t)
	for _, path := range []string{"pictures/cat.png", "cat.png", filepath.Join(folder, "pictures", "cat.png")} {
		photo, err := pictures.Open(path)
		if err != nil {
			t.Fatalf("Open(%q): %v", path, err)
		}
		if photo.Kind != "PNG" || photo.Rows != 300 || photo.Columns != 451 {
			t.Errorf("Open(%q) is a %s of %d×%d", path, photo.Kind, photo.Rows, photo.Columns)
		}
		if n, m := photo.X.Dims(); n != 12288 || m != 1 {
			t.Errorf("Open(%q).X is %d×%d; want 12288×1", path, n, m)
		}
	}
}

func TestXIsThePictureInTheCoursesOrder(t *testing.T) {
	folder := folder(t)
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for y := range 64 {
		for x := range 64 {
			img.SetRGBA(x, y, color.RGBA{R: uint8(y), G: uint8(x), B: uint8(x + y), A: 255})
		}
	}
	file, err := os.Create(filepath.Join(folder, "pictures", "my.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, img); err != nil {
		t.Fatal(err)
	}
	_ = file.Close()
	photo, err := pictures.Open("my.png")
	if err != nil {
		t.Fatal(err)
	}
	for row := range 64 {
		for column := range 64 {
			for channel, want := range []int{row, column, row + column} {
				if got := photo.X.At((row*64+column)*3+channel, 0); got != float64(want) {
					t.Fatalf("X of pixel (%d, %d), channel %d = %g; want %d", row, column, channel, got, want)
				}
			}
		}
	}
}

func TestATypoIsMet(t *testing.T) {
	folder := folder(t)
	if err := os.WriteFile(filepath.Join(folder, "pictures", "みけ.jpg"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"pictures/cta.png":        "Did you mean cat.png",
		"pictures/CAT.PNG":        "Did you mean cat.png",
		"pictures/cat.jpg":        "Did you mean cat.png",
		"pictuers/coffe.png":      "Did you mean coffee.png",
		"latte_cat.png":           "Did you mean latte-cat.png",
		"みげ.jpg":                  "Did you mean みけ.jpg",
		"pictures/helicopter.png": "there is: cat.png, coffee.png, dog.png",
		"pictures":                "is a folder",
		"":                        "There is no picture",
	} {
		_, err := pictures.Open(path)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open(%q): %v; want %q in it", path, err, want)
		}
	}
	t.Setenv(words.Variable, "ja")
	if _, err := pictures.Open("cta.png"); err == nil || !strings.Contains(err.Error(), "cat.png ではありませんか") {
		t.Errorf("in Japanese: %v", err)
	}
}

func TestAnEmptyFolderSaysWhatToDo(t *testing.T) {
	t.Setenv(cats.Variable, t.TempDir())
	t.Setenv(words.Variable, "en")
	if _, err := pictures.Open("cat.png"); err == nil || !strings.Contains(err.Error(), "Drag one") {
		t.Errorf("error %v; want one that says to drag a picture there", err)
	}
}

func TestBrokenFilesAreSaidInTheLearnersLanguage(t *testing.T) {
	folder := folder(t)
	if err := os.WriteFile(filepath.Join(folder, "pictures", "half.png"), []byte("\x89PNG\r\n\x1a\n\x00\x00"), 0o644); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[words.Lang]string{words.English: "half.png cannot be opened", words.Japanese: "half.png を開けません"} {
		t.Setenv(words.Variable, string(lang))
		if _, err := pictures.Open("half.png"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q in it", lang, err, want)
		}
	}
}

func TestWithoutTheProgramTheWayOutIsSaid(t *testing.T) {
	folder(t)
	for name, test := range map[string]struct{ program, want string }{
		"not set": {"", "go run ./kernel lab"},
		"gone":    {filepath.Join(t.TempDir(), "nekonote"), "go run ./kernel doctor"},
	} {
		t.Setenv(pictures.Variable, test.program)
		if _, err := pictures.Open("cat.png"); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want %q in it", name, err, test.want)
		}
	}
}

func TestAProgramThatFailsIsQuoted(t *testing.T) {
	folder(t)
	t.Setenv("TEST_PROGRAM_FAILS", "1")
	if _, err := pictures.Open("cat.png"); err == nil || !strings.Contains(err.Error(), "out of paper") {
		t.Errorf("error %v; want what the program said last", err)
	}
}
