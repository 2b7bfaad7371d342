package setup

import (
	"slices"
	"testing"

	"nekonote/nn/words"
)

// TestExamineSaysWhatToDo looks at a machine that has nothing: each finding says how it is mended, in both languages.
func TestExamineSaysWhatToDo(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv(FolderVariable, t.TempDir())
	said := map[string]string{}
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		for _, f := range Examine() {
			if f.OK != (f.Mend == "") {
				t.Errorf("%s: ok %t, mend %q", f.Name, f.OK, f.Mend)
			}
			if f.OK && !slices.Contains([]string{"folder", "chromium", "temporary", "environment"}, f.Name) {
				t.Errorf("%s is found where nothing is: %s", f.Name, f.Found)
			}
			if f.Mend != "" && said[f.Name] == f.Mend {
				t.Errorf("%s is mended in one language only: %s", f.Name, f.Mend)
			}
			said[f.Name] = f.Mend
		}
	}
}
