package learner

import (
	"os"
	"path/filepath"
	"testing"

	"nekonote/nn/words"
)

// clone is a clone of its own in which the learner has opened the course in English.
func clone(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv(Variable, "")
	t.Setenv(words.Variable, "en")
	work(t, filepath.Join("work", "en"))
}

// work makes a folder.
func work(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
}

func TestTheFolderIsTheOneWhereSheWorks(t *testing.T) {
	for name, test := range map[string]struct {
		prepare func(t *testing.T)
		dir     string
		want    string
	}{
		"lab's own":          {func(*testing.T) {}, "", filepath.Join("work", "en")},
		"the other language": {func(t *testing.T) { t.Setenv(words.Variable, "ja") }, "", filepath.Join("work", "en")},
		"her terminal":       {func(t *testing.T) { t.Setenv(Variable, "hers") }, "", "hers"},
		"named":              {func(t *testing.T) { t.Setenv(Variable, "hers") }, "other", "other"},
		"among notebooks": {func(t *testing.T) {
			if err := os.WriteFile("a.ipynb", nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}, "", "."},
		"another folder of notebooks": {func(t *testing.T) { work(t, ".nekonote") }, "", "."},
		"where she has worked":        {func(t *testing.T) { work(t, filepath.Join("work", "ja", ".nekonote")) }, "", filepath.Join("work", "ja")},
	} {
		t.Run(name, func(t *testing.T) {
			clone(t)
			test.prepare(t)
			if got := (Folder{Dir: test.dir}).Find(); got != test.want {
				t.Errorf("the folder is %q; want %q", got, test.want)
			}
		})
	}
}
