package lessons

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// place is a line of a source file.
type place struct {
	file string
	line int
}

// learners reports whether a function, named as the runtime names it, belongs to the notebook.
func learners(function string) bool {
	return strings.HasPrefix(function, "main.")
}

// answer is the learner's source, as far as it can be read: the program that the kernel composed of her cells.
type answer struct {
	path  string
	text  string
	lines []string
	fset  *token.FileSet
	funcs map[string]*ast.FuncDecl
	decls map[string][]ast.Node // what each name of the notebook stands for: a type also for its methods
	name  string                // the function under check, as the source knows it
	body  ast.Node
}

// readAnswer finds the source of f. It returns nil where there is none to read: then nothing is said about it.
func readAnswer(f reflect.Value) *answer {
	pc := runtime.FuncForPC(f.Pointer())
	if pc == nil {
		return nil
	}
	file, line := pc.FileLine(pc.Entry())
	data, err := os.ReadFile(file)
	if err != nil { // a line directive may name a cell instead of a file
		file, line = filepath.Join(os.Getenv("GONB_TMP_DIR"), "main.go"), 0
		if data, err = os.ReadFile(file); err != nil {
			return nil
		}
	}
	a := parseAnswer(file, string(data))
	if a == nil {
		return nil
	}
	if decl := a.funcs[strings.TrimPrefix(pc.Name(), "main.")]; decl != nil {
		a.name, a.body = decl.Name.Name, decl
		return a
	}
	for name, decl := range a.funcs {
		if begin, end := a.line(decl.Pos()), a.line(decl.End()); begin <= line && line <= end {
			a.name, a.body = name, decl
		}
	}
	return a
}

func parseAnswer(path, text string) *answer {
	a := &answer{path: path, text: text, lines: strings.Split(text, "\n"), fset: token.NewFileSet(), funcs: map[string]*ast.FuncDecl{}, decls: map[string][]ast.Node{}}
	file, err := parser.ParseFile(a.fset, path, text, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	for _, decl := range file.Decls {
		a.declare(decl)
	}
	return a
}

func (a *answer) declare(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv == nil {
			a.funcs[name] = d
		} else if of := names(d.Recv.List[0].Type); len(of) > 0 {
			name = of[0]
		}
		a.decls[name] = append(a.decls[name], d)
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				a.decls[s.Name.Name] = append(a.decls[s.Name.Name], s)
			case *ast.ValueSpec:
				for _, name := range s.Names {
					a.decls[name.Name] = append(a.decls[name.Name], d) // all of a group: constants count on those above
				}
			}
		}
	}
}

func (a *answer) line(pos token.Pos) int { return a.fset.Position(pos).Line }

// source returns the text of a declaration.
func (a *answer) source(n ast.Node) string {
	return a.text[a.fset.Position(n.Pos()).Offset:a.fset.Position(n.End()).Offset]
}

// blank reports whether the function called name is still the week's skeleton.
func (a *answer) blank(week fs.FS, name string) bool {
	decl := a.funcs[name]
	if decl == nil {
		return false
	}
	fresh, _, err := skeleton.Cut(week, name, words.English)
	return err == nil && skeleton.Same(fresh, a.source(decl))
}

// reached returns the functions of the notebook that the answer calls, itself first, each once.
func (a *answer) reached() []*ast.FuncDecl {
	var all []*ast.FuncDecl
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		decl := a.funcs[name]
		if decl == nil || seen[name] || name == "main" {
			return
		}
		seen[name] = true
		all = append(all, decl)
		ast.Inspect(decl, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				visit(id.Name)
			}
			return true
		})
	}
	visit(a.name)
	return all
}

// borrowed returns what the answer takes from where a solution is: the Reference of an exercise of any week, or one of the
// names to avoid. The week's own functions are looked through, but not for the names to avoid: each has its own check.
func (a *answer) borrowed(week fs.FS, avoid []string) string {
	found := ""
	for _, decl := range a.reached() {
		own := decl.Name.Name == a.name || !exercised(week, decl.Name.Name)
		ast.Inspect(decl, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok || found != "" {
				return found == ""
			}
			said := a.source(sel)
			switch sel.Sel.Name {
			case "Reference", "Mistakes", "Anatomy": // of whichever week, and under whatever name it was put
				found = said
			default:
				for _, name := range avoid {
					if own && sel.Sel.Name == name {
						found = said
					}
				}
			}
			return true
		})
	}
	return found
}

// exercised reports whether the week has an exercise of that name.
func exercised(week fs.FS, name string) bool {
	_, _, err := skeleton.Cut(week, name, words.English)
	return err == nil
}

// ends returns the call in the answer that ends the whole program, and its line.
func (a *answer) ends() (string, place) {
	for _, decl := range a.reached() {
		said, at := "", place{}
		ast.Inspect(decl, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if id, ok := sel.X.(*ast.Ident); ok && (id.Name == "os" && sel.Sel.Name == "Exit" ||
				id.Name == "log" && strings.HasPrefix(sel.Sel.Name, "Fatal") || id.Name == "syscall" && sel.Sel.Name == "Exit") {
				said, at = id.Name+"."+sel.Sel.Name, place{a.path, a.line(call.Pos())}
			}
			return true
		})
		if said != "" {
			return said, at
		}
	}
	return "", place{}
}

// quote says a place as the learner knows it: the function, the line within it, and the line's words.
func (a *answer) quote(at place) (function string, line int, code string) {
	if a == nil || at.line < 1 || at.line > len(a.lines) || at.file != a.path {
		return "", 0, ""
	}
	code = strings.TrimSpace(a.lines[at.line-1])
	for name, decl := range a.funcs {
		if begin, end := a.line(decl.Pos()), a.line(decl.End()); begin <= at.line && at.line <= end {
			return name, at.line - begin + 1, code
		}
	}
	return "", at.line, code
}

// signature is the names of a function's parameters and results, as its source gives them.
type signature struct {
	params, results []string
}

func (s signature) param(i int) string  { return nameAt(s.params, i, "argument") }
func (s signature) result(i int) string { return nameAt(s.results, i, "result") }

func nameAt(names []string, i int, other string) string {
	if i < len(names) && names[i] != "" && names[i] != "_" {
		return names[i]
	}
	return other
}
