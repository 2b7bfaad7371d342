package grade

import (
	"os"
	"path/filepath"
	"testing"

	"nekonote/kernel/setup"
)

// Without walls, only what is the user's own runs without being asked for: submissions do not become hers by lying in the clone.
func TestOwn(t *testing.T) {
	clone, elsewhere := t.TempDir(), t.TempDir()
	for path, want := range map[string]bool{
		"work/en/x.ipynb": true, "notebooks/ja/x.ipynb": true,
		"submissions/anna/x.ipynb": false, "x.ipynb": false, "work.ipynb": false, "work/../submissions/bo/x.ipynb": false,
	} {
		path = filepath.Join(clone, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := own(setup.Place{Module: clone}, []string{path}); got != want {
			t.Errorf("%s is her own: %v", path, got)
		}
	}
	for link, target := range map[string]string{"work/en/link.ipynb": filepath.Join(elsewhere, "x.ipynb"), "work/gone.ipynb": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(clone, link)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(elsewhere, "x.ipynb"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if own(setup.Place{Module: clone}, []string{filepath.Join(clone, "work/en/x.ipynb"), filepath.Join(clone, link)}) {
			t.Errorf("%s is her own", link)
		}
	}
}
