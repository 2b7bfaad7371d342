package pictures_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestACellLinksNothingHeavy looks at what comes with a cell that imports these packages: each decoder more is paid for at
// every run of the cell.
func TestACellLinksNothingHeavy(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "nekonote/lessons/data/pictures", "nekonote/lessons/data/cats").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	for _, heavy := range []string{"gen2brain/heic", "wazero", "scigolib/hdf5", "gonum.org/v1/plot", "golang.org/x/image", "net/http", "lessons/data/pictures/decode"} {
		if strings.Contains(string(out), heavy) {
			t.Errorf("a cell links %s", heavy)
		}
	}
}
