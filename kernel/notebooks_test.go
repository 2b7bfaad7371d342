package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nekonote/kernel/needs"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// misformatted is what package fmt prints where a format does not fit its values, with what stands around it.
var misformatted = regexp.MustCompile(`[^"]{0,40}%!\w?\([^"]{0,40}`)

// TestNotebooksInTheRealKernel runs every notebook from top to bottom as JupyterLab would: solved ones are right
// throughout, those that learners get are not attempted, and no cell fails. The latter take turns in their language: what
// an unfilled notebook says of itself is the same in each, and one without exercises is the same as solved.
func TestNotebooksInTheRealKernel(t *testing.T) {
	place := needs.SetUp(t)
	convert := filepath.Join(place.Venv(), "bin", "jupyter-nbconvert")
	for i, lesson := range notebook.All {
		for _, lang := range words.Langs {
			for _, form := range []struct {
				name   string
				solved bool
				mark   words.Text
			}{
				{"solved", true, words.T("✓ Correct", "✓ 正解")},
				{"unfilled", false, words.T("Not attempted", "まだ解いていません")},
			} {
				if !form.solved && (lang != words.Langs[i%len(words.Langs)] || len(lesson.Exercises) == 0) {
					continue
				}
				t.Run(lesson.Name+"/"+string(lang)+"/"+form.name, func(t *testing.T) {
					t.Parallel()
					dir := t.TempDir()
					if err := notebook.Write(dir, lang, form.solved); err != nil {
						t.Fatal(err)
					}
					cmd := exec.Command(convert, "--to", "notebook", "--execute", "--stdout", lesson.Name+".ipynb")
					cmd.Dir = dir
					cmd.Env = append(os.Environ(), "JUPYTER_PATH="+place.Jupyter(), "NEKONOTE_DIR="+dir, "JUPYTER_DATA_DIR="+dir, "JUPYTER_CONFIG_DIR="+dir)
					var errors strings.Builder
					cmd.Stderr = &errors
					out, err := cmd.Output()
					if err != nil {
						t.Fatalf("%v\n%s", err, errors.String())
					}
					if bad := misformatted.Find(out); bad != nil {
						t.Errorf("a format does not fit its values: %s", bad)
					}
					mark := form.mark.In(lang)
					if form.solved {
						claims(t, lesson, lang, out)
					}
					if got, want := strings.Count(string(out), mark), len(lesson.Exercises); got < want {
						t.Errorf("%q stands there %d times; want at least %d", mark, got, want)
					}
				})
			}
		}
	}
}

// claims holds the numbers in the lesson's prose against what the cells of the executed notebook have printed.
func claims(t *testing.T, lesson notebook.Lesson, lang words.Lang, out []byte) {
	t.Helper()
	executed, err := notebook.Read(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	missing, err := lesson.Unborne(executed, lang)
	if err != nil {
		t.Fatal(err)
	}
	for _, claim := range missing {
		t.Errorf("%s:%d: no output says %s", lesson.Path, claim.Line, claim.Said)
	}
}
