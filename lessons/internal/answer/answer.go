// Package answer reads a learner's Go: the program that the kernel composed of her cells, what her function reaches in it,
// and where a panic or a loop stands.
package answer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// Place is a line of a source file.
type Place struct {
	File string
	Line int
}

// FromNotebook reports whether a function, named as the runtime names it, belongs to the notebook.
func FromNotebook(function string) bool {
	return strings.HasPrefix(function, "main.")
}

// Answer is the learner's source, as far as it can be read: the program that the kernel composed of her cells.
type Answer struct {
	path    string
	text    string
	lines   []string
	fset    *token.FileSet
	Funcs   map[string]*ast.FuncDecl
	decls   map[string][]ast.Node // what each name of the notebook stands for: a type also for its methods
	tree    *ast.File
	imports map[string]string // the path of each imported package, by the name it has here

	nameless []string // the paths of those that are imported with a dot

	Name string // the function under check, as the source knows it
	body ast.Node

	Shown []int // for each line of the text the one in its cell, from 1; where there is none, lines count from the head of a function
}

// Read finds the source of f. It returns nil where there is none to read: then nothing is said about it.
func Read(f reflect.Value) *Answer {
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
	a := Parse(file, string(data))
	if a == nil {
		return nil
	}
	if decl := a.Funcs[strings.TrimPrefix(pc.Name(), "main.")]; decl != nil {
		a.Name, a.body = decl.Name.Name, decl
		return a
	}
	for name, decl := range a.Funcs {
		if begin, end := a.line(decl.Pos()), a.line(decl.End()); begin <= line && line <= end {
			a.Name, a.body = name, decl
		}
	}
	return a
}

// Choose says which function is under check, as the runtime names it: "main.sigmoid".
func (a *Answer) Choose(function string) {
	if decl := a.Funcs[strings.TrimPrefix(function, "main.")]; decl != nil {
		a.Name, a.body = decl.Name.Name, decl
	}
}

// Parse reads a program; nil where it is no Go.
func Parse(file, text string) *Answer {
	a := &Answer{path: file, text: text, lines: strings.Split(text, "\n"), fset: token.NewFileSet(), Funcs: map[string]*ast.FuncDecl{}, imports: map[string]string{}, decls: map[string][]ast.Node{}}
	tree, err := parser.ParseFile(a.fset, file, text, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	a.tree = tree
	for _, imported := range tree.Imports {
		if of, err := strconv.Unquote(imported.Path.Value); err == nil {
			name := path.Base(of)
			if imported.Name != nil {
				name = imported.Name.Name
			}
			if name == "." {
				a.nameless = append(a.nameless, of)
			}
			a.imports[name] = of
		}
	}
	for _, decl := range tree.Decls {
		a.declare(decl)
	}
	return a
}

func (a *Answer) declare(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv == nil {
			a.Funcs[name] = d
		} else if of := Names(d.Recv.List[0].Type); len(of) > 0 {
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

// Text is the program's source.
func (a *Answer) Text() string { return a.text }

func (a *Answer) line(pos token.Pos) int { return a.fset.PositionFor(pos, false).Line }

// Source returns the text of a declaration.
func (a *Answer) Source(n ast.Node) string {
	return a.text[a.fset.PositionFor(n.Pos(), false).Offset:a.fset.PositionFor(n.End(), false).Offset]
}

// Blank reports whether the function called name is still the week's skeleton.
func (a *Answer) Blank(week fs.FS, name string) bool {
	decl := a.Funcs[name]
	if decl == nil {
		return false
	}
	fresh, _, err := skeleton.Cut(week, name, words.English)
	return err == nil && skeleton.Same(fresh, a.Source(decl))
}

// Reached returns the functions of the notebook that the answer calls, itself first, each once.
func (a *Answer) Reached() []*ast.FuncDecl {
	var all []*ast.FuncDecl
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		decl := a.Funcs[name]
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
	visit(a.Name)
	return all
}

// Names is a place where the answer uses something of a package, by its name.
func (a *Answer) Names(name string) (at Place) {
	if a == nil {
		return at
	}
	for _, decl := range a.Reached() {
		ast.Inspect(decl, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == name {
				at = Place{a.path, a.line(sel.Pos())}
			}
			return true
		})
	}
	return at
}

// Assigns reports whether the answer puts what a function returns into a variable.
func (a *Answer) Assigns(function string) (yes bool) {
	if a == nil {
		return false
	}
	for _, decl := range a.Reached() {
		ast.Inspect(decl, func(n ast.Node) bool {
			s, ok := n.(*ast.AssignStmt)
			if !ok || len(s.Rhs) != 1 {
				return true
			}
			call, called := s.Rhs[0].(*ast.CallExpr)
			to, named := s.Lhs[0].(*ast.Ident)
			yes = yes || called && last(call.Fun) == function && !(named && to.Name == "_")
			return true
		})
	}
	return yes
}

// Ends returns the call in the answer that ends the whole program, and its line.
func (a *Answer) Ends() (string, Place) {
	for _, decl := range a.Reached() {
		said, at := "", Place{}
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
				said, at = id.Name+"."+sel.Sel.Name, Place{a.path, a.line(call.Pos())}
			}
			return true
		})
		if said != "" {
			return said, at
		}
	}
	return "", Place{}
}

// Quote says a place as the learner knows it: the function, the line as the cell shows it, and the line's words.
func (a *Answer) Quote(at Place) (function string, line int, code string) {
	if a == nil || at.Line < 1 || at.Line > len(a.lines) || at.File != a.path {
		return "", 0, ""
	}
	code = strings.TrimSpace(a.lines[at.Line-1])
	for name, decl := range a.Funcs {
		if begin, end := a.line(decl.Pos()), a.line(decl.End()); begin <= at.Line && at.Line <= end {
			return name, a.shown(at.Line, begin), code
		}
	}
	return a.quoteVariable(at, code)
}

// quoteVariable says a place in a function that a variable of the notebook holds.
func (a *Answer) quoteVariable(at Place, code string) (string, int, string) {
	for _, decl := range a.tree.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range group.Specs {
			begin, end := a.line(spec.Pos()), a.line(spec.End())
			if v, ok := spec.(*ast.ValueSpec); ok && begin <= at.Line && at.Line <= end {
				return v.Names[0].Name, a.shown(at.Line, begin), code
			}
		}
	}
	return "", 0, ""
}

// shown is a line of the text as the cell shows it. begin is where its function begins.
func (a *Answer) shown(line, begin int) int {
	if line <= len(a.Shown) && a.Shown[line-1] > 0 {
		return a.Shown[line-1]
	}
	return line - begin + 1
}

// Within is a line of a function, which counts from 1 at its head, as the cell shows it.
func (a *Answer) Within(function string, line int) int {
	decl := a.Funcs[function]
	if decl == nil {
		return line
	}
	begin := a.line(decl.Pos())
	return a.shown(begin+line-1, begin)
}

// Variable reports whether a name is a variable of the notebook that stands outside of all functions.
func (a *Answer) Variable(name string) bool {
	return slices.ContainsFunc(a.decls[name], func(n ast.Node) bool {
		d, ok := n.(*ast.GenDecl)
		return ok && d.Tok == token.VAR
	})
}
