package album

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

func random(seed uint64, n int) []pixels.Picture {
	source := rand.New(rand.NewPCG(seed, 0))
	list := make([]pixels.Picture, n)
	for i := range list {
		list[i] = pixels.New(pixels.Side, pixels.Side)
		for y := range list[i] {
			for x := range list[i][y] {
				n := source.Uint32()
				list[i][y][x] = [3]uint8{uint8(n), uint8(n >> 8), uint8(n >> 16)}
			}
		}
	}
	return list
}

func TestSheetLosesNothing(t *testing.T) {
	for _, n := range []int{1, 16, 17} {
		want := random(uint64(n), n)
		var sheet bytes.Buffer
		if err := WriteSheet(&sheet, want); err != nil {
			t.Fatal(err)
		}
		got, err := ReadSheet(sheet.Bytes(), n)
		if err != nil {
			t.Fatal(err)
		}
		if !Same(got, want) {
			t.Errorf("%d pictures came back changed", n)
		}
	}
}

func TestSheetRefusesAnotherSize(t *testing.T) {
	if err := WriteSheet(new(bytes.Buffer), []pixels.Picture{pixels.New(64, 63)}); err == nil {
		t.Error("WriteSheet took a picture of 64×63")
	}
}

func album(t *testing.T) (*Album, string) {
	t.Helper()
	pictures := random(5, 3)
	album := &Album{
		Name:    "three",
		Classes: []words.Text{words.T("no", "いいえ"), words.T("yes", "はい")},
		Parts: []Part{
			{"train", []Entry{{Picture: pictures[0], Name: "a", Label: 1, Box: &[4]int{1, 2, 3, 4}}, {Picture: pictures[1], Name: "b"}}},
			{"test", []Entry{{Picture: pictures[2], Name: "c", Author: "me"}}},
		},
	}
	folder := t.TempDir()
	if err := album.Write(folder); err != nil {
		t.Fatal(err)
	}
	return album, folder
}

func TestAlbumComesBackAsWritten(t *testing.T) {
	want, folder := album(t)
	got, err := Read(os.DirFS(folder), "train", "test")
	if err != nil {
		t.Fatal(err)
	}
	if got.Classes[1].In(words.Japanese) != "はい" || got.Name != "three" {
		t.Errorf("read back: %+v", got)
	}
	for p, part := range want.Parts {
		for i, entry := range part.Pictures {
			back := got.Parts[p].Pictures[i]
			if !Same([]pixels.Picture{entry.Picture}, []pixels.Picture{back.Picture}) {
				t.Errorf("picture %s came back changed", entry.Name)
			}
			if back.Name != entry.Name || back.Label != entry.Label || back.Author != entry.Author || (entry.Box != nil && *back.Box != *entry.Box) {
				t.Errorf("read back %+v; want %+v", back, entry)
			}
		}
	}
}

func TestAlbumReadsOnlyThePartsAskedFor(t *testing.T) {
	_, folder := album(t)
	if err := os.Remove(filepath.Join(folder, "test.png")); err != nil {
		t.Fatal(err)
	}
	got, err := Read(os.DirFS(folder), "train")
	if err != nil {
		t.Fatal(err)
	}
	if got.Part("train")[0].Picture == nil || got.Part("test")[0].Picture != nil {
		t.Error("want the pixels of train alone")
	}
}

func TestAlbumSheetIsLeftAloneWhereItIsTheSame(t *testing.T) {
	album, folder := album(t)
	path := filepath.Join(folder, "train.png")
	var packed bytes.Buffer // the same pixels, packed otherwise: a sheet and a remark behind it
	sheet, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	packed.Write(sheet)
	packed.WriteString("a remark")
	if err := os.WriteFile(path, packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := album.Write(folder); err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, packed.Bytes()) {
		t.Error("a sheet with the same pixels was written again")
	}
	album.Parts[0].Pictures[0].Picture[0][0][0] ^= 1
	if err := album.Write(folder); err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(path); bytes.Equal(now, packed.Bytes()) {
		t.Error("a changed picture was not written")
	}
}

func TestDamagedAlbumsAreNamed(t *testing.T) {
	_, folder := album(t)
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	json, train, test := read("album.json"), read("train.png"), read("test.png")
	for name, broken := range map[string]struct {
		files map[string][]byte
		want  string
	}{
		"no manifest":  {map[string][]byte{"train.png": train, "test.png": test}, "album.json"},
		"cut manifest": {map[string][]byte{"album.json": json[:len(json)/2]}, "album.json"},
		"no sheet":     {map[string][]byte{"album.json": json, "test.png": test}, "train.png"},
		"cut sheet":    {map[string][]byte{"album.json": json, "train.png": train[:len(train)/2], "test.png": test}, "train.png"},
		"small sheet":  {map[string][]byte{"album.json": bytes.Replace(json, []byte(`"pictures": [`), []byte(`"pictures": [`+strings.Repeat(`{"name":"x"},`, 16)), 1), "train.png": train, "test.png": test}, "train.png"},
		"wrong label":  {map[string][]byte{"album.json": bytes.Replace(json, []byte(`"label": 1`), []byte(`"label": 2`), 1)}, "label 2"},
		"no pictures":  {map[string][]byte{"album.json": []byte(`{"name":"x"}`)}, "train"},
	} {
		files := fstest.MapFS{}
		for file, data := range broken.files {
			files[file] = &fstest.MapFile{Data: data}
		}
		_, err := Read(files, "train", "test")
		if err == nil || !strings.Contains(err.Error(), broken.want) {
			t.Errorf("%s: error %v; want one with %q", name, err, broken.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"classes":[{},{}],"parts":[{"name":"train","pictures":[{"label":1}]}]}`), []byte("\x89PNG"))
	f.Fuzz(func(t *testing.T, json, sheet []byte) {
		_, _ = Read(fstest.MapFS{"album.json": {Data: json}, "train.png": {Data: sheet}}, "train")
	})
}
