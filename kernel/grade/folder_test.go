package grade

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nekonote/kernel/grade/walls"
	"nekonote/lessons"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// codeCell is a code cell that a learner has added.
func codeCell(code string) notebook.Cell {
	return notebook.Cell{Type: "code", ID: "own", Source: notebook.Source(code)}
}

// short leaves only answers and checks, so that nothing is trained.
func short(b *notebook.Notebook) {
	b.Cells = slices.DeleteFunc(b.Cells, func(c notebook.Cell) bool {
		_, role := c.Exercise()
		return role == ""
	})
}

// alone leaves only the answer to one exercise.
func alone(b *notebook.Notebook) {
	b.Cells = slices.DeleteFunc(b.Cells, func(c notebook.Cell) bool {
		id, role := c.Exercise()
		return id != "week2/sigmoid" || role != notebook.Answer
	})
}

// first puts a cell in front of that answer.
func first(code string) func(*notebook.Notebook) {
	return func(b *notebook.Notebook) {
		alone(b)
		b.Cells = slices.Insert(b.Cells, 0, codeCell(code))
	}
}

// answers changes the source of the answers to some exercises.
func answers(change map[string]string) func(*notebook.Notebook) {
	return func(b *notebook.Notebook) {
		short(b)
		for i, c := range b.Cells {
			if id, role := c.Exercise(); role == notebook.Answer && change[id] != "" {
				b.Cells[i].Source = notebook.Source(change[id])
			}
		}
	}
}

const fakes = `import ("fmt"; "os"; "path/filepath")
line := ` + "`" + `{"id":"week2/sigmoid","outcome":"correct","points":10,"max":10}` + "`" + `
fmt.Println(line)
fmt.Fprintln(os.Stderr, line)
files, _ := filepath.Glob("/proc/self/fd/*")
for _, path := range append(files, os.Getenv("NEKONOTE_VERDICTS")) {
	if file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0); err == nil {
		fmt.Fprintln(file, line)
		fmt.Fprintf(file, "{\"verdict\":%s}\n", line)
	}
}`

// Every submission in one folder, the honest ones among the others: each has its rows, and none stops the rest.
func TestFolderOfSubmissions(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	g := grader(t)
	g.Timeout = 10 * time.Minute
	dir := t.TempDir()
	nothing := map[string]int{}
	all := map[string]int{}
	for _, e := range func() []lessons.Entry { l, _ := lessonNamed(week2); return l.Exercises }() {
		all[e.Info().ID] = e.Info().Points
	}
	want := map[string]struct {
		points map[string]int
		error  string // in the row of week2/sigmoid
	}{}
	submit := func(student string, lang words.Lang, solved bool, points map[string]int, failure string, edit func(*notebook.Notebook)) {
		write(t, filepath.Join(dir, student), lang, solved, edit)
		student, _, _ = strings.Cut(student, "/")
		want[student] = struct {
			points map[string]int
			error  string
		}{points, failure}
	}
	file := func(student, content, failure string) {
		submit(student, words.English, false, nothing, failure, nil)
		if err := os.WriteFile(filepath.Join(dir, student, week2+".ipynb"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	submit("solved-ja/week2", words.Japanese, true, all, "", short) // as nbgrader collects
	one := map[string]int{"week2/sigmoid": 10}
	submit("half", words.English, true, one, "", alone)
	submit("checks-deleted", words.English, true, all, "", func(b *notebook.Notebook) {
		short(b)
		b.Cells = slices.DeleteFunc(b.Cells, func(c notebook.Cell) bool { _, role := c.Exercise(); return role == notebook.Check })
	})
	submit("checks-edited", words.English, false, nothing, "", func(b *notebook.Notebook) {
		short(b)
		for i, c := range b.Cells {
			if _, role := c.Exercise(); role == notebook.Check {
				b.Cells[i].Source = "week2.Sigmoid.Check(func(z nn.Matrix) nn.Matrix { return z.Sigmoid() })\n" + notebook.Source(fakes)
			}
		}
		b.Cells = append(b.Cells, b.Cells...)
	})
	submit("prints", words.English, false, nothing, "", first(fakes))
	submit("prints-in-answer", words.English, false, nothing, "", answers(map[string]string{
		"week2/sigmoid": "import (\"fmt\"; \"os\"; \"path/filepath\")\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n" + strings.TrimPrefix(fakes, "import (\"fmt\"; \"os\"; \"path/filepath\")\n") + "\nreturn z }",
		// and what is right, but not of this answer's making
		"week2/initializeWithZeros": "import \"reflect\"\nfunc initializeWithZeros(n int) (nn.Matrix, float64) {\n\tout := reflect.ValueOf(nn.Zeros).Call([]reflect.Value{reflect.ValueOf(n), reflect.ValueOf(1)})\n\treturn out[0].Interface().(nn.Matrix), 0\n}",
		"week2/propagate": `func propagate(w nn.Matrix, b float64, X, Y nn.Matrix) (dw nn.Matrix, db, cost float64) {
	p := &nn.LogisticRegression{W: w, B: nn.Row(b)}
	A := p.Forward(X)
	dw, slope := p.Backward(X, A, Y)
	return dw, slope.Sum(), nn.Cost(A, Y)
}`,
		"week2/optimize": `import week "nekonote/lessons/week2"
func optimize(w nn.Matrix, b float64, X, Y nn.Matrix, iterations int, alpha float64) (nn.Matrix, float64, []float64) {
	return week.Optimize.Reference(w, b, X, Y, iterations, alpha)
}`,
		"week2/predict": `var decide func(p *nn.LogisticRegression, X nn.Matrix) nn.Matrix
func init_decide() { decide = (*nn.LogisticRegression).Predict }
func predict(w nn.Matrix, b float64, X nn.Matrix) nn.Matrix { return decide(&nn.LogisticRegression{W: w, B: nn.Row(b)}, X) }`,
	}))
	submit("does-not-compile", words.English, true, map[string]int{"week2/flatten": 5, "week2/initializeWithZeros": 5}, "Sigmoied", answers(map[string]string{
		"week2/sigmoid":    "func sigmoid(z nn.Matrix) nn.Matrix { return z.Sigmoied() }",
		"week2/dimensions": "func dimensions(", "week2/propagate": "func propagate(", "week2/optimize": "func optimize(",
		"week2/predict": "func predict(", "week2/model": "func model(",
	}))
	submit("loop", words.English, true, one, "", first("for { }"))
	submit("exit", words.English, true, one, "", first("import \"os\"\nos.Exit(0)"))
	submit("exit-in-init", words.English, true, nothing, "", first("import \"os\"\nfunc init() { os.Exit(0) }"))
	submit("deletes", words.English, true, one, "", first(`import "os"
os.RemoveAll(os.Getenv("NEKONOTE_DIR"))
os.RemoveAll(os.Getenv("HOME"))
if _, err := os.Stat("/room"); err == nil {
	os.RemoveAll("`+dir+`")
}`))
	submit("leaves-processes", words.English, true, one, "", first("!for i in 1 2 3 4 5 6 7 8; do setsid sleep 98761 >/dev/null 2>&1 & done"))
	submit("kills", words.English, true, one, "", first(`import ("os"; "syscall")
syscall.Kill(os.Getppid(), syscall.SIGKILL)`))
	file("not-json", "hello", "not a notebook")
	file("truncated", `{"cells": [{"cell_type": "code", "source": "a`, "not a notebook")
	file("empty", "", "not a notebook")
	file("deep", strings.Repeat("[", 1<<20), "not a notebook")
	file("format-3", `{"nbformat": 3, "worksheets": []}`, "format 4")
	file("huge", "", "larger than")
	if err := os.Truncate(filepath.Join(dir, "huge", week2+".ipynb"), largest+1); err != nil {
		t.Fatal(err)
	}

	var out, log bytes.Buffer
	if err := g.Folder(context.Background(), dir, Part{}, 2, &out, &log); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + log.String())
	table, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(table[0], ","); got != "student,notebook,exercise,outcome,points,max,error" {
		t.Errorf("the first row is %s", got)
	}
	seen := map[string]int{}
	for _, row := range table[1:] {
		student, exercise := row[0], row[2]
		seen[student]++
		w, ok := want[student]
		if !ok || filepath.Base(row[1]) != week2 {
			t.Errorf("nobody has handed in %q", row)
			continue
		}
		points := "0"
		if w.points[exercise] > 0 {
			points = row[5]
		}
		if row[4] != points || (row[3] == "correct") != (points != "0") {
			t.Errorf("%q; want %s points", row, points)
		}
		if exercise == "week2/sigmoid" && !strings.Contains(row[6], w.error) {
			t.Errorf("%q; want an error with %q", row, w.error)
		}
	}
	for student := range want {
		if seen[student] != len(all) {
			t.Errorf("%s has %d rows; want %d", student, seen[student], len(all))
		}
	}
	if t.Failed() {
		t.Log("\n" + out.String())
	}
}

// edits is a cell that changes all that it finds of the library and of Go's caches, for whoever comes next.
const edits = `import ("io/fs"; "os"; "os/exec"; "path/filepath"; "strings")
cache, _ := exec.Command("go", "env", "GOCACHE", "GOMODCACHE").Output()
for _, dir := range append(strings.Fields(string(cache)), os.Getenv("NEKONOTE_MODULE")) {
	filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && (strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "-d")) {
			os.Chmod(path, 0o600)
			os.WriteFile(path, []byte("package broken\nfunc init() { panic(1) }"), 0o600)
		}
		return nil
	})
}`

// Without walls, too, the next notebook is graded as if there had been none before.
func TestNoSubmissionChangesTheNext(t *testing.T) {
	g := grader(t)
	for _, g.Open = range []bool{true, false} {
		if !g.Open && !walls.Why().Empty() {
			continue
		}
		dir := t.TempDir()
		write(t, filepath.Join(dir, "a-edits"), words.English, true, first(edits))
		write(t, filepath.Join(dir, "b-honest"), words.English, true, alone)
		var out, log bytes.Buffer
		if err := g.Folder(context.Background(), dir, Part{}, 1, &out, &log); err != nil {
			t.Error(err)
		}
		if !strings.Contains(out.String(), "b-honest,"+week2+",week2/sigmoid,correct,10,10") {
			t.Errorf("without walls %v:\n%s%s", g.Open, out.String(), log.String())
		}
	}
}

// Rooms are gone at the end, also where the grading was cut short, and the table is whole.
func TestCutShort(t *testing.T) {
	g := brokenMachine(t)
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	for _, name := range []string{"anna", "bo", "cy"} {
		write(t, filepath.Join(dir, name), words.English, true, first("for { }"))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	var out bytes.Buffer
	if err := g.Folder(ctx, dir, Part{}, 1, &out, &bytes.Buffer{}); err == nil {
		t.Error("it was not cut short")
	}
	for _, name := range []string{"anna", "bo", "cy"} {
		if !strings.Contains(out.String(), name+","+week2+",") || !strings.Contains(out.String(), "not run") {
			t.Errorf("no row of %s:\n%s", name, out.String())
		}
	}
	if rest, _ := os.ReadDir(os.Getenv("TMPDIR")); len(rest) > 0 {
		t.Errorf("left behind: %v", rest)
	}
}

// The tables of the parts, one behind the other, are that of the whole.
func TestFourPartsAreTheWhole(t *testing.T) {
	g := brokenMachine(t)
	dir := t.TempDir()
	for i := range 9 {
		path := filepath.Join(dir, fmt.Sprintf("learner-%d", i), "essay.ipynb")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(`{"nbformat":4,"cells":[]}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	table := func(part Part) string {
		var out bytes.Buffer
		if err := g.Folder(context.Background(), dir, part, 3, &out, &bytes.Buffer{}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	whole := table(Part{})
	head, _, _ := strings.Cut(whole, "\n")
	joined := head + "\n"
	for k := range 4 {
		_, rows, _ := strings.Cut(table(Part{k + 1, 4}), "\n")
		joined += rows
	}
	if joined != whole || strings.Count(whole, "\n") != 10 {
		t.Errorf("%s\nwant\n%s", joined, whole)
	}
}

func TestUnknownNotebookIsOneRow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "essay.ipynb")
	if err := os.WriteFile(path, []byte(`{"nbformat":4,"cells":[]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	r := Grader{}.grade(context.Background(), path, func(Result) {})
	got := rows(handedIn{student: "anna", notebook: "essay", path: path}, r)
	if len(got) != 1 || got[0][3] != string(NotRun) || !strings.Contains(got[0][6], "essay.ipynb") {
		t.Errorf("%q", got)
	}
}

func TestProgressReadsWellInBothLanguages(t *testing.T) {
	line := sayOne.Fill(1, 2, "anna", "week2", 3, 4, 5.6)
	for lang, want := range map[words.Lang]string{
		words.English: "[1/2] anna/week2: 3 of 4 points, 6 s", words.Japanese: "[1/2] anna/week2: 4 点中 3 点、6 秒",
	} {
		if got := line.In(lang); got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
}
