package creatures

import (
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"os"
	"testing"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/pixels"
)

// The drawings are the same everywhere, and no two are the same.
func TestDrawingsAreTheSameEverywhere(t *testing.T) {
	seen := map[[sha256.Size]byte]bool{}
	all := sha256.New()
	for k := range Kinds {
		for _, p := range Drawings(k, 8) {
			sum := sha256.Sum256(p.RGBA().Pix)
			if seen[sum] {
				t.Errorf("%s: a drawing is there twice", Kinds[k].Folder)
			}
			seen[sum] = true
			all.Write(sum[:])
		}
	}
	const want = "4ce7042f08158388"
	if got := hex.EncodeToString(all.Sum(nil)[:8]); got != want {
		t.Errorf("the drawings are others: %s; want %s", got, want)
	}
}

func TestMoreDrawingsBeginWithFewer(t *testing.T) {
	few, more := Drawings(3, 2), Drawings(3, 4)
	if !album.Same(few, more[:2]) {
		t.Error("four drawings do not begin with the two")
	}
	// A sheet to look at, where one wants to.
	if path := os.Getenv("CREATURES"); path != "" {
		sheet := pixels.New(64*len(Kinds), 64*8)
		for k := range Kinds {
			for i, p := range Drawings(k, 8) {
				for row := range p {
					copy(sheet[64*k+row][64*i:], p[row])
				}
			}
		}
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := png.Encode(file, sheet); err != nil {
			t.Fatal(err)
		}
	}
}
