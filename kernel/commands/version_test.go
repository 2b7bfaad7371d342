package commands

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"nekonote/nn/version"
)

// TestTheNewestChangesAreOfThisVersion: whoever changes the number says what is new, and the other way round.
func TestTheNewestChangesAreOfThisVersion(t *testing.T) {
	changes, err := os.ReadFile(filepath.Join("..", "..", "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	newest := regexp.MustCompile(`(?m)^## (\S+)`).FindSubmatch(changes)
	if newest == nil || string(newest[1]) != version.Number {
		t.Errorf("CHANGELOG.md begins with %s; nn/version says %s", newest, version.Number)
	}
}
