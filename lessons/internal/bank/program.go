package bank

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Finding is what became of one answer.
type Finding struct {
	Answer
	Judged
}

// Run compiles all answers into one program of the module at root, and has it judge them.
func (c *Checker) Run(root string, answers []Answer) ([]Finding, error) {
	dir, err := os.MkdirTemp("", "bank")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	text, err := c.program(answers)
	if err != nil {
		return nil, err
	}
	source, overlay, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "overlay.json"), filepath.Join(dir, "bank.exe")
	if err := os.WriteFile(source, []byte(text), 0o600); err != nil {
		return nil, err
	}
	root, err = filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	// The program may use what is internal to the lessons, as it is said to lie among them.
	place := filepath.Join(root, "lessons", "internal", "bank", "program", "main.go")
	replaced, err := json.Marshal(map[string]any{"Replace": map[string]string{place: source}})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(overlay, replaced, 0o600); err != nil {
		return nil, err
	}
	build := exec.Command("go", "build", "-ldflags=-w", "-overlay", overlay, "-o", binary, "./lessons/internal/bank/program")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the bank's program: %w\n%s", err, out)
	}
	in, err := json.Marshal(answers)
	if err != nil {
		return nil, err
	}
	run := exec.Command(binary)
	run.Dir = dir
	run.Env = append(os.Environ(), "NEKONOTE_LANG=en", "NEKONOTE_DIR="+dir)
	run.Stdin, run.Stderr = bytes.NewReader(in), os.Stderr
	out, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("the bank's program: %w", err)
	}
	_, said, _ := bytes.Cut(out, []byte(begin))
	var judged []Judged
	if err := json.Unmarshal(said, &judged); err != nil || len(judged) != len(answers) {
		return nil, fmt.Errorf("the bank's program said of %d of %d answers: %v\n%s", len(judged), len(answers), err, out)
	}
	var all []Finding
	for i, a := range answers {
		all = append(all, Finding{a, judged[i]})
	}
	return all, nil
}

// program is the text of a program in which every answer is a function.
func (c *Checker) program(answers []Answer) (string, error) {
	var body strings.Builder
	var weeks []string
	for week := range c.weeks {
		weeks = append(weeks, week)
	}
	slices.Sort(weeks)
	for _, week := range weeks {
		renamed, err := c.renamed(week+"/…", c.weeks[week], "_"+week, "_"+week)
		if err != nil {
			return "", err
		}
		body.WriteString(renamed + "\n")
	}
	var list strings.Builder
	for i, a := range answers {
		own, week := "_"+strconv.Itoa(i), "_"+path.Dir(a.Exercise)
		renamed, err := c.renamed(a.Exercise, a.Source, own, week)
		if err != nil {
			return "", fmt.Errorf("%s, %q: %w", a.Exercise, a.Name, err)
		}
		fmt.Fprintf(&body, "//line answer.go:3\n%s\n", renamed)
		fmt.Fprintf(&list, "\t\t%s%s,\n", path.Base(a.Exercise), own)
	}
	head := "package main\n\n" + imports(body.String()) + "import \"nekonote/lessons/internal/bank\"\n\n"
	return head + body.String() + "\n//line main.go:1\nfunc main() {\n\tbank.Serve([]any{\n" + list.String() + "\t})\n}\n", nil
}

// renamed gives the functions, variables and types that a source declares a name of their own, and calls those of its week
// by theirs.
func (c *Checker) renamed(id, source, own, week string) (string, error) {
	k, err := c.check(id, source)
	if err != nil {
		return "", err
	}
	mine := map[string]bool{}
	for _, decl := range k.file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				mine[d.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					mine[s.Name.Name] = true
				case *ast.ValueSpec:
					for _, n := range s.Names {
						mine[n.Name] = true
					}
				}
			}
		}
	}
	type edit struct {
		at   int
		text string
	}
	var edits []edit
	ast.Inspect(k.file, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		o := k.info.Uses[id]
		if o == nil {
			o = k.info.Defs[id]
		}
		if o == nil || o.Parent() != k.pkg.Scope() {
			return true
		}
		suffix := week
		if mine[id.Name] {
			suffix = own
		}
		edits = append(edits, edit{k.offset(id.End()), suffix})
		return true
	})
	slices.SortFunc(edits, func(a, b edit) int { return b.at - a.at })
	for _, e := range edits {
		source = source[:e.at] + e.text + source[e.at:]
	}
	return source, nil
}
