package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/data"
	"nekonote/kernel/learner"
	"nekonote/kernel/needs"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/cats/course"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// TestThePublishedFiguresInTheCells runs the solved notebooks about cats on the course's own photos: in the outputs of
// the cells that train stands what the course publishes, twice: as the learner's network's own numbers, and in the line
// of published figures below them.
func TestThePublishedFiguresInTheCells(t *testing.T) {
	photos := os.Getenv("NEKONOTE_COURSE")
	if photos == "" {
		photos = filepath.Join("..", "..", "shared", "course", "data")
	}
	if _, err := os.Stat(filepath.Join(photos, "train_catvnoncat.h5")); err != nil {
		t.Skipf("the course's own photos are not here (%v); set NEKONOTE_COURSE to their folder", err)
	}
	place := needs.SetUp(t)
	dir := t.TempDir()
	if err := notebook.Write(dir, words.English, true); err != nil {
		t.Fatal(err)
	}
	t.Setenv(cats.Variable, dir)
	t.Setenv(words.Variable, string(words.English))
	take := data.Import{Path: photos, Folder: learner.Folder{Dir: dir}}
	if err := take.Run(); err != nil {
		t.Fatal(err)
	}
	if got := cats.InUse(); got != course.Name {
		t.Fatalf("after the import the data set in use is %q", got)
	}

	for _, c := range []struct {
		notebook string
		want     []string
	}{
		{"week2-logistic-regression-cats", []string{
			"cost at the start 0.693147, after 1900 steps 0.140872\n" +
				"accuracy: training set 99.043 %, test set 70.0 %\n" +
				"published, for the photos of the online course: 0.693147, 0.140872; 99.043 %, 70.0 %\n",
		}},
		{"week4-deep-cats", []string{
			"cost at step 0: 0.693050, 100: 0.646432, 200: 0.632514, 2400: 0.048555\n" +
				"accuracy: training set 100.00 %, test set 72.0 %\n" +
				"published, for the photos of the online course: 0.693050, 0.646432, 0.632514, 0.048555; 100 %, 72 %\n",
			"cost at step 0: 0.771749, 100: 0.672053, 200: 0.648263, 2400: 0.092878\n" +
				"accuracy: training set 98.56 %, test set 80.0 %\n" +
				"published, for the photos of the online course: 0.771749, 0.672053, 0.648263, 0.092878; 98.56 %, 80 %\n",
		}},
	} {
		t.Run(c.notebook, func(t *testing.T) {
			cmd := exec.Command(filepath.Join(place.Venv(), "bin", "jupyter-nbconvert"),
				"--to", "notebook", "--execute", "--stdout", c.notebook+".ipynb")
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "JUPYTER_PATH="+place.Jupyter(), "JUPYTER_DATA_DIR="+dir, "JUPYTER_CONFIG_DIR="+dir)
			var problems strings.Builder
			cmd.Stderr = &problems
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v\n%s", err, problems.String())
			}
			got := printed(t, string(out))
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("the cells do not print\n%s\nThey print\n%s", want, got)
				}
			}
		})
	}
}

// printed returns what the cells of an executed notebook have printed.
func printed(t *testing.T, executed string) string {
	book, err := notebook.Read(strings.NewReader(executed))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, cell := range book.Cells {
		for _, raw := range cell.Outputs {
			var output struct {
				Text notebook.Source `json:"text"`
			}
			if err := json.Unmarshal(raw, &output); err != nil {
				t.Fatal(err)
			}
			text.WriteString(string(output.Text))
		}
	}
	return text.String()
}
