package grade

import (
	"context"
	_ "embed"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

//go:embed nbgrader-requirements.txt
var nbgraderRequirements []byte

// nbgraderConfig is what the pages for teachers tell them to write, the same in each language.
func nbgraderConfig(t testing.TB) []byte {
	var said []string
	for _, name := range []string{"TEACHING.md", "TEACHING.ja.md"} {
		page, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(string(page), "```python\n")
		config, _, found := strings.Cut(after, "```")
		if !found {
			t.Fatalf("%s has no configuration of nbgrader any more", name)
		}
		said = append(said, config)
	}
	if said[0] != said[1] {
		t.Errorf("the pages say different things:\n%s\n%s", said[0], said[1])
	}
	return []byte(said[0])
}

// python runs a program of nbgrader's environment in a course folder, as a teacher would.
type python struct {
	t             testing.TB
	bin, dir, jpy string
}

func (p python) run(name string, args ...string) (string, error) {
	cmd := exec.Command(filepath.Join(p.bin, name), args...)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "PATH="+p.bin+string(filepath.ListSeparator)+os.Getenv("PATH"),
		"JUPYTER_PATH="+p.jpy, "HOME="+p.dir, "NEKONOTE_CHECK_LIMIT=60s", "NEKONOTE_DIR=")
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH"} { // the home is another one
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			p.t.Fatal(err)
		}
		cmd.Env = append(cmd.Env, name+"="+strings.TrimSpace(string(out)))
	}
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (p python) must(name string, args ...string) string {
	p.t.Helper()
	out, err := p.run(name, args...)
	if err != nil {
		p.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

// nbgrader is the real one, with a course folder that holds the assignment as generate_assignment makes it.
func nbgrader(t testing.TB, g Grader) python {
	t.Helper()
	folder, err := setup.Environment{
		Name: "nbgrader", What: words.T("nbgrader", "nbgrader"), Requirements: nbgraderRequirements,
	}.Make(g.Place, os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	p := python{t, filepath.Join(folder, "bin"), t.TempDir(), g.Place.Jupyter()}
	if err := os.WriteFile(filepath.Join(p.dir, "nbgrader_config.py"), nbgraderConfig(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestNbgraderAgrees lets nbgrader hand out, validate and grade, and compares with what grade gives.
func TestNbgraderAgrees(t *testing.T) {
	g := grader(t)
	p := nbgrader(t, g)
	handedOut := write(t, filepath.Join(p.dir, "source", "week2"), words.English, false, short)
	p.must("nbgrader", "generate_assignment", "week2", "--create")
	before, err := read(handedOut)
	if err != nil {
		t.Fatal(err)
	}
	after, err := read(filepath.Join(p.dir, "release", "week2", week2+".ipynb"))
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range before.Cells {
		if after.Cells[i].Source != c.Source {
			t.Errorf("nbgrader has changed the cell %s:\n%s", c.ID, after.Cells[i].Source)
		}
	}

	submit := func(student string, solved bool, edit func(*notebook.Notebook)) string {
		return write(t, filepath.Join(p.dir, "submitted", student, "week2"), words.English, solved, edit)
	}
	paths := map[string]string{
		"solved": submit("solved", true, short),
		"empty":  submit("empty", false, short),
		"half": submit("half", true, func(b *notebook.Notebook) {
			short(b)
			for i, c := range b.Cells {
				switch id, role := c.Exercise(); {
				case id == "week2/propagate" && role == notebook.Answer: // almost
					b.Cells[i].Source = notebook.Source(strings.Replace(string(c.Source), "1 / float64(m)", "2 / float64(m)", 1))
				case id == "week2/predict" && role == notebook.Answer: // does not compile
					b.Cells[i].Source = "func predict("
				case id == "week2/model" && role == notebook.Check: // cheats
					b.Cells[i].Source = ""
				case id == "week2/optimize" && role == notebook.Answer:
					b.Cells[i] = before.Cells[i] // not attempted
				}
			}
		}),
	}
	p.must("nbgrader", "autograde", "week2")
	got := map[string]map[string]float64{}
	if err := json.Unmarshal([]byte(lastLine(p.must("python", "-c", `
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    print(json.dumps({s.student.id: {g.name: g.score for n in s.notebooks for g in n.grades} for s in book.assignment_submissions("week2")}))
`))), &got); err != nil {
		t.Fatal(err)
	}
	for student, path := range paths {
		r := g.Grade(context.Background(), path)
		if r.Error != "" || len(r.Exercises) == 0 || len(got[student]) != len(r.Exercises) {
			t.Errorf("%s: %+v, nbgrader %v", student, r, got[student])
		}
		for _, e := range r.Exercises {
			if score, ok := got[student][notebook.GradeID(e.ID, notebook.Check)]; !ok || score != float64(e.Points) {
				t.Errorf("%s %s: grade gives %d points (%s %s), nbgrader %v", student, e.ID, e.Points, e.Outcome, e.Error, score)
			}
		}
		t.Log(student, r.Points)
	}

	if out, err := p.run("nbgrader", "validate", paths["solved"]); err != nil || !strings.Contains(out, "Success!") {
		t.Errorf("a solved notebook is not valid: %v\n%s", err, out)
	}
	if out, _ := p.run("nbgrader", "validate", paths["empty"]); !strings.Contains(out, "FAILED ON 8 CELL(S)") || strings.Count(out, "week2/sigmoid:") != 1 || strings.Contains(out, "...\n") {
		t.Errorf("an empty notebook is judged otherwise, or a sentence is not there once and whole:\n%s", out)
	}
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

// TestNbgraderAcceptsTheMetadata asks nbgrader's own code about every generated notebook.
func TestNbgraderAcceptsTheMetadata(t *testing.T) {
	p := nbgrader(t, grader(t))
	for _, lang := range words.Langs {
		if err := notebook.Write(filepath.Join(p.dir, string(lang)), lang, false); err != nil {
			t.Fatal(err)
		}
	}
	out := p.must("python", "-c", `
import glob, nbformat
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import compute_checksum
cells = 0
for path in sorted(glob.glob("*/*.ipynb")):
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    MetadataValidator().validate_nb(book)
    for cell in book.cells:
        if "nbgrader" in cell.metadata:
            cells += 1
            if compute_checksum(cell) != cell.metadata.nbgrader["checksum"]:
                print("checksum", path, cell.id)
assert cells > 30, cells
`)
	if strings.TrimSpace(out) != "" {
		t.Error(out)
	}
}
