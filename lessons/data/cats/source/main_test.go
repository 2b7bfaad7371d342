package main

import (
	"os"
	"testing"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/pixels"
)

// TestSheetsAreWhatTheCropsGive makes everything anew and compares. A decoder of JPEGs may round otherwise in another
// version of Go, by a step or two of 255; more than that is another picture.
func TestSheetsAreWhatTheCropsGive(t *testing.T) {
	want, err := read(".")
	if err != nil {
		t.Fatal(err)
	}
	got, err := album.Read(os.DirFS("../sheets"), "train", "test", "extra")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Parts) != len(want.Parts) {
		t.Fatalf("%d parts; want %d", len(got.Parts), len(want.Parts))
	}
	for p, part := range want.Parts {
		if len(got.Parts[p].Pictures) != len(part.Pictures) {
			t.Fatalf("%s: %d pictures; want %d", part.Name, len(got.Parts[p].Pictures), len(part.Pictures))
		}
		for i, entry := range part.Pictures {
			there := got.Parts[p].Pictures[i]
			if far := farthest(entry.Picture, there.Picture); far > 2 {
				t.Errorf("%s is not what its crop gives: a channel is off by %d. Run go generate ./lessons/data/cats", entry.Name, far)
			}
			if entry.Name != there.Name || entry.Label != there.Label || entry.Source != there.Source || entry.File != there.File ||
				*entry.Box != *there.Box || entry.Licence != there.Licence || entry.Author != there.Author {
				t.Errorf("album.json has %+v; pictures.csv %+v. Run go generate ./lessons/data/cats", there, entry)
			}
		}
	}
}

// farthest returns the greatest difference of two pictures' channels.
func farthest(a, b pixels.Picture) int {
	far := 0
	for y := range a {
		for x := range a[y] {
			for channel := range a[y][x] {
				d := int(a[y][x][channel]) - int(b[y][x][channel])
				far = max(far, d, -d)
			}
		}
	}
	return far
}

func TestTheSheetsAreSmall(t *testing.T) {
	size := func(name string) int64 {
		info, err := os.Stat("../sheets/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	if n := size("train.png") + size("test.png"); n > 2_500_000 {
		t.Errorf("train and test take %d bytes; a clone should stay small: 2.5 MB at most", n)
	}
	if n := size("extra.png"); n > 1_300_000 {
		t.Errorf("extra takes %d bytes; want 1.3 MB at most", n)
	}
}

func TestTheCupsAreWhatIsDrawn(t *testing.T) {
	for _, cup := range cups {
		far, err := compare(cup.draw(), "../../pictures/try/"+cup.file)
		if err != nil {
			t.Error(err)
		}
		if far > rounding {
			t.Errorf("%s is off by %d. Run go generate ./lessons/data/cats", cup.file, far)
		}
	}
}
