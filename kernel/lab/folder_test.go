package lab

import (
	"os"
	"path/filepath"
	"testing"

	"nekonote/nn/words"
)

func TestLayOutNeverWritesOverHers(t *testing.T) {
	dir := t.TempDir()
	if err := LayOut(dir, words.Japanese); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "week2-logistic-regression-cats.ipynb")
	if err := os.WriteFile(name, []byte("hers"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := LayOut(dir, words.Japanese); err != nil {
		t.Fatal(err)
	}
	beside := filepath.Join(dir, "week2-logistic-regression-cats.new.ipynb")
	if _, err := os.Stat(beside); !os.IsNotExist(err) {
		t.Errorf("an unchanged original is offered again: %v", err)
	}
	original := filepath.Join(dir, ".nekonote", "originals", filepath.Base(name))
	if err := os.WriteFile(original, []byte("an older original"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := LayOut(dir, words.Japanese); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != "hers" {
		t.Errorf("her notebook is now %q, %v; want it untouched", got, err)
	}
	if _, err := os.Stat(beside); err != nil {
		t.Errorf("the changed original is not offered beside hers: %v", err)
	}
	if pictures, err := filepath.Glob(filepath.Join(dir, "pictures", "*.png")); err != nil || len(pictures) == 0 {
		t.Errorf("no pictures to try: %v, %v", pictures, err)
	}
}
