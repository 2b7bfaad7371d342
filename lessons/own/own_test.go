package own

import (
	"os"
	"path/filepath"
	"testing"

	"nekonote/lessons/data/cats"
)

func TestExamplesAreWrittenOnce(t *testing.T) {
	place := t.TempDir()
	t.Setenv(cats.Variable, place)
	Examples()
	for name, want := range map[string]int{"example-cats": perFolder + 1, "example-others": perFolder + 1} {
		files, err := os.ReadDir(filepath.Join(place, "pictures", name))
		if err != nil || len(files) != want {
			t.Fatalf("%s: %d files, %v; want %d", name, len(files), err, want)
		}
	}
	mine := filepath.Join(place, "pictures", "example-cats", "01.png")
	if err := os.Remove(mine); err != nil {
		t.Fatal(err)
	}
	Examples()
	if _, err := os.Stat(mine); err == nil {
		t.Error("a folder that was there was filled again")
	}
}

func TestExamplesThatCannotBeWrittenLeaveNothing(t *testing.T) {
	place := t.TempDir()
	if err := os.WriteFile(filepath.Join(place, "pictures"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := examples(filepath.Join(place, "pictures")); err == nil {
		t.Error("no error where a file stands in the way")
	}
}
