package setup

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatCellsMayNotUseIsThere: a package that has moved would be offered to every cell again, unseen.
func TestWhatCellsMayNotUseIsThere(t *testing.T) {
	module, err := Module()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range notForCells {
		files, err := filepath.Glob(filepath.Join(module, strings.TrimPrefix(path, "nekonote/"), "*.go"))
		if err != nil || len(files) == 0 {
			t.Errorf("there is no package %s (%v)", path, err)
		}
	}
}
