package lessons_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons"
	books "nekonote/lessons/notebook"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// always are the notebooks whose mixtures are run each time; those of all are run with NEKONOTE_MIXTURES=all, which trains on the
// cats and takes minutes.
var always = []string{"week1-derivatives-and-logistic-regression", "week4-backward"}

// TestNoMixtureOfSolvedAndEmptyIsRed runs every notebook with each of its exercises emptied in turn, and with some of them emptied
// at random: no cell panics. A notebook is built once, with both forms of each function. A cell that does not compile leaves its
// function as it was or, by the kernel, empty: so what is broken is among these, too.
func TestNoMixtureOfSolvedAndEmptyIsRed(t *testing.T) {
	if testing.Short() {
		t.Skip("each notebook is built and run several times")
	}
	all := os.Getenv("NEKONOTE_MIXTURES") == "all"
	for i, lesson := range books.All {
		if placed := lesson.Placed(); len(placed) == 0 || lesson.Quiz != nil || !slices.Contains(always, lesson.Name) && !all {
			continue
		}
		t.Run(lesson.Name, func(t *testing.T) {
			b := build(t, lesson, words.Langs[i%len(words.Langs)])
			names := b.names
			var mixtures [][]string
			for _, name := range names {
				mixtures = append(mixtures, []string{name})
			}
			for range 2 {
				mixtures = append(mixtures, slices.DeleteFunc(slices.Clone(names), func(string) bool { return rand.IntN(2) == 0 }))
			}
			for _, empty := range mixtures {
				if out, err := b.run(empty); err != nil || strings.Contains(out, "RED ") {
					t.Errorf("with %v empty: %v\n%s", empty, err, reds.FindAllString(out, -1))
				}
			}
		})
	}
}

// TestEveryNotebookIsAProgram compiles those notebooks, too, whose mixtures are run only now and then.
func TestEveryNotebookIsAProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("each notebook is compiled")
	}
	for i, lesson := range books.All {
		if len(lesson.Placed()) == 0 || lesson.Quiz != nil || slices.Contains(always, lesson.Name) {
			continue
		}
		t.Run(lesson.Name, func(t *testing.T) {
			b, body := written(t, lesson, words.Langs[i%len(words.Langs)])
			// A package that is not main is compiled and not linked.
			if out, err := exec.Command("go", "build", b.source("notebook", strings.Replace(body, "func main()", "func Main()", 1))).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

var reds = regexp.MustCompile(`(?s)RED .{0,600}`)

// built is a notebook as one program, in which the variable EMPTY names the exercises that are empty.
type built struct {
	t           *testing.T
	names       []string          // of the exercises that it places
	solved      map[string]string // text of each function
	empty       map[string]string
	rest        string // all other declarations
	dir, binary string
}

var mineCall = regexp.MustCompile(`(?s)lessons\.Mine\((.*?)\)`)

func build(t *testing.T, lesson books.Lesson, lang words.Lang) *built {
	t.Helper()
	b, body := written(t, lesson, lang)
	b.compile(body)
	return b
}

// written is a notebook and the text of its program.
func written(t *testing.T, lesson books.Lesson, lang words.Lang) (*built, string) {
	t.Helper()
	b := &built{t: t, solved: map[string]string{}, empty: map[string]string{}, dir: t.TempDir()}
	for _, e := range lesson.Placed() {
		skeleton, solution, err := e.Texts(lang)
		if err != nil {
			t.Fatal(err)
		}
		name := e.Info().Func
		b.names, b.solved[name], b.empty[name] = append(b.names, name), solution, skeleton
	}
	book, err := lesson.Notebook(lang, true)
	if err != nil {
		t.Fatal(err)
	}
	decls, cells := "", ""
	for _, cell := range book.Cells {
		_, role := cell.Exercise()
		if cell.Type != "code" || role == books.Answer {
			continue
		}
		code := string(cell.Source)
		if call := mineCall.FindStringSubmatch(code); call != nil {
			for _, e := range weeks.All {
				if info := e.Info(); regexp.MustCompile(`\b` + info.Week + `\.` + info.Var + `\b`).MatchString(call[1]) {
					decls += lessons.Brought([]lessons.Entry{e}, nil) + "\n\n"
				}
			}
		}
		declared, statements := halves(t, code)
		decls += declared + "\n\n"
		cells += fmt.Sprintf("\tcell(%q, func() {\n%s\n\t})\n", strings.SplitN(code, "\n", 2)[0], statements)
	}
	b.rest = decls
	text := decls
	for _, name := range b.names {
		text += both(t, name, b.solved[name], b.empty[name])
	}
	return b, text + runner + "func main() {\n" + cells + "}\n"
}

// halves are the declarations of a cell and its statements.
func halves(t *testing.T, code string) (declared, statements string) {
	t.Helper()
	lines := strings.Split(code, "\n")
	for k := len(lines); k >= 0; k-- {
		declared, statements = strings.Join(lines[:k], "\n"), strings.Join(lines[k:], "\n")
		_, first := parser.ParseFile(token.NewFileSet(), "", "package p\n"+declared, 0)
		_, second := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc main() {\n"+statements+"\n}", 0)
		if first == nil && second == nil {
			return declared, statements
		}
	}
	t.Fatalf("no Go: %s", code)
	return "", ""
}

// both is a function in both forms, and under its own name the one that the variable EMPTY asks for.
func both(t *testing.T, name, solved, empty string) string {
	t.Helper()
	set := token.NewFileSet()
	head := "package p\n" + solved
	tree, err := parser.ParseFile(set, "", head, 0)
	if err != nil {
		t.Fatal(err)
	}
	var signature string
	var args []string
	for _, d := range tree.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == name {
			signature = head[set.Position(f.Pos()).Offset:set.Position(f.Body.Lbrace).Offset]
			for _, field := range f.Type.Params.List {
				for _, id := range field.Names {
					args = append(args, id.Name)
				}
			}
		}
	}
	called := func(form string) string { return name + form + "(" + strings.Join(args, ", ") + ")" }
	as := func(text, form string) string {
		return strings.Replace(text, "func "+name+"(", "func "+name+form+"(", 1) + "\n\n"
	}
	return as(solved, "Solved") + as(empty, "Empty") + signature +
		"{\n\tif empty(\"" + name + "\") {\n\t\treturn " + called("Empty") + "\n\t}\n\treturn " + called("Solved") + "\n}\n\n"
}

// runner runs a cell as the kernel would, where a panic is the cell's end and no more.
const runner = `
func empty(name string) bool { return strings.Contains(os.Getenv("EMPTY"), ","+name+",") }

func cell(first string, run func()) {
	defer func() {
		if broken := recover(); broken != nil {
			fmt.Printf("RED %s: %v\\n%s\\n", first, broken, debug.Stack())
		}
	}()
	run()
}

`

// packages are those that cells use beside the faces and the data, by name.
var packages = map[string]string{
	"fmt": "fmt", "math": "math", "os": "os", "strings": "strings", "slices": "slices", "errors": "errors", "context": "context", "time": "time",
	"debug": "runtime/debug", "rand": "math/rand", "sort": "sort", "image": "image",
	"nn": "nekonote/nn", "words": "nekonote/nn/words", "graph": "nekonote/nn/graph", "plots": "nekonote/plots", "own": "nekonote/lessons/own",
}

// named are all packages that a cell may name: the faces of the course's weeks, and the data beside this test, are with them.
func named(t *testing.T) map[string]string {
	t.Helper()
	all := maps.Clone(packages)
	for _, face := range []string{"lessons", "weeks"} {
		all[face] = "nekonote/lessons/face/" + face
	}
	for _, e := range weeks.Course() {
		face, _, _ := strings.Cut(e.Info().ID, "/")
		all[face] = "nekonote/lessons/face/" + face
	}
	folders, err := os.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range folders {
		all[data.Name()] = "nekonote/lessons/data/" + data.Name()
	}
	return all
}

// source writes the text of a program, as a package of the given name and with its imports.
func (b *built) source(pkg, body string) string {
	b.t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+body, 0)
	if err != nil {
		b.t.Fatal(err)
	}
	imports, known := "", named(b.t)
	for _, name := range tree.Unresolved { // in this text: what Go declares itself, and packages
		if path := known[name.Name]; path != "" {
			imports += fmt.Sprintf("\t%q\n", path)
			delete(known, name.Name)
		}
	}
	source := filepath.Join(b.dir, "main.go")
	if err := os.WriteFile(source, []byte("package "+pkg+"\n\nimport (\n"+imports+")\n\n"+body), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return source
}

func (b *built) compile(body string) {
	b.t.Helper()
	b.binary = filepath.Join(b.dir, "cell")
	if out, err := exec.Command("go", "build", "-ldflags=-w", "-o", b.binary, b.source("main", body)).CombinedOutput(); err != nil {
		b.t.Fatalf("%v\n%s", err, out)
	}
}

// run runs the notebook with some exercises empty; its court sees the text that the learner would have.
func (b *built) run(empty []string) (string, error) {
	text := "package main\n\n" + b.rest
	for _, name := range b.names {
		if slices.Contains(empty, name) {
			text += b.empty[name] + "\n\n"
		} else {
			text += b.solved[name] + "\n\n"
		}
	}
	court := &testCourt{Court: lessons.Court{Entries: weeks.Course(), Books: weeks.Lessons}, text: text, source: filepath.Join(b.dir, "cells.go"), kill: func() {}}
	defer setenv(b.t, "GONB_TMP_DIR="+b.dir, "NEKONOTE_DIR="+b.dir)()
	address, closed := court.serve(b.t)
	cmd := exec.Command(b.binary)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), "EMPTY=,"+strings.Join(empty, ",")+",", lessons.SocketVariable+"="+address)
	out, err := cmd.CombinedOutput()
	closed()
	return string(out), err
}
