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
	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// misformatted is what package fmt prints where a format does not fit its values, with what stands around it.
var misformatted = regexp.MustCompile(`[^"]{0,40}%!\w?\([^"]{0,40}`)

// TestNotebooksInTheRealKernel runs every notebook from top to bottom in both languages as JupyterLab would, once solved, when
// it is right throughout, and once as learners get it, when nothing is attempted; no cell fails. Which language is solved
// takes turns. One without exercises is the same in both forms.
func TestNotebooksInTheRealKernel(t *testing.T) {
	t.Parallel()
	place := needs.SetUp(t)
	right, untried := words.T("✓ Correct", "✓ 正解"), words.T("Not attempted", "まだ解いていません")
	for i, lesson := range notebook.All {
		for j, lang := range words.Langs {
			solved, mark, form := true, right, "solved"
			if len(lesson.Exercises) > 0 && (i+j)%2 == 1 {
				solved, mark, form = false, untried, "unfilled"
			}
			t.Run(lesson.Name+"/"+string(lang)+"/"+form, func(t *testing.T) {
				t.Parallel()
				out := execute(t, place, lesson, lang, solved)
				if bad := misformatted.Find(out); bad != nil {
					t.Errorf("a format does not fit its values: %s", bad)
				}
				if got, want := strings.Count(string(out), mark.In(lang)), len(lesson.Exercises); got < want {
					t.Errorf("%q stands there %d times; want at least %d", mark.In(lang), got, want)
				}
				if solved {
					claims(t, lesson, out)
				}
			})
		}
	}
}

// execute runs a lesson's notebook in a folder of its own and returns it with its outputs.
func execute(t *testing.T, place setup.Place, lesson notebook.Lesson, lang words.Lang, solved bool) []byte {
	t.Helper()
	dir := t.TempDir()
	if err := notebook.Write(dir, lang, solved); err != nil {
		t.Fatal(err)
	}
	convert := filepath.Join(place.Venv(), "bin", "jupyter-nbconvert")
	cmd := exec.Command(convert, "--to", "notebook", "--execute", "--stdout", lesson.Name+".ipynb")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "JUPYTER_PATH="+place.Jupyter(), "NEKONOTE_DIR="+dir, "JUPYTER_DATA_DIR="+dir, "JUPYTER_CONFIG_DIR="+dir)
	var errors strings.Builder
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, errors.String())
	}
	return out
}

// claims holds the numbers in the lesson's prose, in either language, against what the cells of the executed notebook have
// printed.
func claims(t *testing.T, lesson notebook.Lesson, out []byte) {
	t.Helper()
	executed, err := notebook.Read(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range words.Langs {
		missing, err := lesson.Unborne(executed, lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, claim := range missing {
			t.Errorf("%s:%d: no output says %s", lesson.Path, claim.Line, claim.Said)
		}
	}
}
