package pictures_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/pictures"
	"nekonote/nn/words"
)

// fill puts n different plain pictures into a folder; their red says where they are from, their green which one they are.
func fill(t *testing.T, folder string, n int, red uint8) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		img := image.NewRGBA(image.Rect(0, 0, 70, 66))
		for at := 0; at < len(img.Pix); at += 4 {
			c := color.RGBA{R: red, G: uint8(2 * i), A: 255}
			copy(img.Pix[at:], []uint8{c.R, c.G, c.B, c.A})
		}
		file, err := os.Create(filepath.Join(folder, strconv.Itoa(i)+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(file, img); err != nil {
			t.Fatal(err)
		}
		_ = file.Close()
	}
}

func own(t *testing.T) (mugs, plates string) {
	t.Helper()
	folder := t.TempDir()
	t.Setenv(cats.Variable, folder)
	t.Setenv(words.Variable, "en")
	mugs, plates = filepath.Join(folder, "pictures", "mugs"), filepath.Join(folder, "pictures", "plates")
	fill(t, mugs, 10, 200)
	fill(t, plates, 7, 100)
	return mugs, plates
}

func TestFoldersBecomeADataSet(t *testing.T) {
	_, plates := own(t)
	fill(t, filepath.Join(filepath.Dir(plates), "皿"), 6, 50)
	collection, err := pictures.FromFolders("pictures/mugs", "plates", "皿")
	if err != nil {
		t.Fatal(err)
	}
	data := collection.Data
	if n, m := data.TrainX.Dims(); n != 12288 || m != 8+6+5 || len(data.TestImages) != 2+1+1 {
		t.Fatalf("X is %d×%d, %d for the test; want 12288×19 and 4", n, m, len(data.TestImages))
	}
	for i, picture := range data.TrainImages {
		if got, want := data.TrainY.At(0, i) == 1, picture[0][0][0] == 200; got != want {
			t.Errorf("picture %d of red %d has Y = %g", i, picture[0][0][0], data.TrainY.At(0, i))
		}
	}
	if got := data.Classes[1].In(words.Japanese); got != "mugs" {
		t.Errorf("yes means %q; want mugs", got)
	}
	if got := data.Classes[0].In(words.English); got != "not mugs" {
		t.Errorf("no means %q; want not mugs", got)
	}
	for i := range data.TestImages {
		record, mug := data.Source(cats.Test, i), data.TestY.At(0, i) == 1
		if strings.HasPrefix(record.Name, "mugs/") != mug || (record.Class.String() == "mugs") != mug {
			t.Errorf("test picture %d is %q, %s; Y says %t", i, record.Name, record.Class, mug)
		}
	}
	train := map[uint16]bool{}
	for _, p := range data.TrainImages {
		train[uint16(p[0][0][0])<<8|uint16(p[0][0][1])] = true
	}
	for _, p := range data.TestImages {
		if train[uint16(p[0][0][0])<<8|uint16(p[0][0][1])] {
			t.Error("a picture is in training and test")
		}
	}
}

func TestTheSplitDoesNotFollowTheNames(t *testing.T) {
	mugs, _ := own(t)
	first, err := pictures.FromFolders("mugs", "plates")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 10 { // turn the names round
		if err := os.Rename(filepath.Join(mugs, strconv.Itoa(i)+".png"), filepath.Join(mugs, "x"+strconv.Itoa(9-i)+".png")); err != nil {
			t.Fatal(err)
		}
	}
	again, err := pictures.FromFolders("mugs", "plates")
	if err != nil {
		t.Fatal(err)
	}
	if first.Data.Hash() != again.Data.Hash() {
		t.Error("new names have changed the data set")
	}
}

func TestFilesThatAreLeftOutAreNamed(t *testing.T) {
	mugs, plates := own(t)
	if err := os.WriteFile(filepath.Join(mugs, "broken.jpg"), []byte("\xff\xd8\xff\xe0"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(mugs, ".hidden.png"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	same, err := os.ReadFile(filepath.Join(mugs, "3.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(plates, "twin.png"), same, 0o644); err != nil {
		t.Fatal(err)
	}
	collection, err := pictures.FromFolders("mugs", "plates")
	if err != nil {
		t.Fatal(err)
	}
	if len(collection.Problems) != 2 {
		t.Fatalf("left out: %v; want the broken one and the twin", collection.Problems)
	}
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		for _, text := range []string{collection.String(), collection.HTML()} {
			for _, want := range []string{"mugs/broken.jpg", "plates/twin.png", "mugs/3.png"} {
				if !strings.Contains(text, want) {
					t.Errorf("%s: %q is not named:\n%s", lang, want, text)
				}
			}
		}
	}
}

func TestAdvice(t *testing.T) {
	mugs, _ := own(t)
	fill(t, mugs, 60, 200)
	collection, err := pictures.FromFolders("mugs", "plates")
	if err != nil {
		t.Fatal(err)
	}
	said := collection.String()
	for _, want := range []string{
		"mugs: 48 pictures for training, 12 for the test",
		`With fewer than 30 pictures of a kind, a network mostly learns them by heart (plates: 7).`,
		`"mugs" has 60 pictures and "plates" only 7`,
		"right in 92 % of the test", // 12 of 13
	} {
		if !strings.Contains(said, want) {
			t.Errorf("the text has no %q:\n%s", want, said)
		}
	}
	if strings.Contains(said, "mugs: 60") {
		t.Errorf("60 pictures are called too few:\n%s", said)
	}
}

func TestFoldersThatCannotBeUsedAreNamed(t *testing.T) {
	mugs, _ := own(t)
	root := filepath.Dir(mugs)
	fill(t, filepath.Join(root, "one"), 1, 9)
	if err := os.Mkdir(filepath.Join(root, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for want, folders := range map[string][]string{
		"2 to 20 folders":           {"mugs"},
		"here it is 21":             make([]string, 21),
		"Did you mean plates":       {"mugs", "plate"},
		"There are no pictures":     {"mugs", "empty"},
		`"one" has 1 usable`:        {"mugs", "one"},
		"is named twice":            {"mugs", "pictures/mugs"},
		"There is no folder \"x/\"": {"mugs", "x/"},
	} {
		if _, err := pictures.FromFolders(folders...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want %q in it", folders, err, want)
		}
	}
}

// One folder stands for those in it, each of which is a class.
func TestAFolderOfFolders(t *testing.T) {
	mugs, _ := own(t)
	fill(t, filepath.Join(filepath.Dir(mugs), "bowls"), 5, 50)
	collection, err := pictures.FromFolders("pictures")
	if err != nil {
		t.Fatal(err)
	}
	data := collection.Data
	var names []string
	for _, kind := range data.Kinds() {
		names = append(names, kind.String())
	}
	if strings.Join(names, " ") != "bowls mugs plates" {
		t.Fatalf("the kinds are %q", names)
	}
	for i, picture := range data.TrainImages {
		if want := map[uint8]float64{50: 0, 200: 1, 100: 2}[picture[0][0][0]]; data.TrainKinds().At(0, i) != want {
			t.Errorf("picture %d of red %d is of kind %v", i, picture[0][0][0], data.TrainKinds().At(0, i))
		}
	}
	if got := collection.Guess(); got != 0.5 { // 2 mugs of 1 + 2 + 1
		t.Errorf("the same answer is right in %v", got)
	}
}

func TestAKeptCollectionIsUsedLikeTheCats(t *testing.T) {
	own(t)
	collection, err := pictures.FromFolders("mugs", "plates")
	if err != nil {
		t.Fatal(err)
	}
	if err := collection.Keep("dishes"); err != nil {
		t.Fatal(err)
	}
	if _, err := cats.Choose("dishes"); err != nil {
		t.Fatal(err)
	}
	data := cats.Load()
	if data.Name != "dishes" || data.Hash() != collection.Data.Hash() || data.Classes[0].String() != "plates" {
		t.Errorf("Load returned %q with the classes %v", data.Name, data.Classes)
	}
	if err := (pictures.Collection{}).Keep("none"); err == nil {
		t.Error("an empty collection was kept")
	}
}
