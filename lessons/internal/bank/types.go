package bank

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"

	"nekonote/lessons"
	"nekonote/nn/words"
)

// Packages are those that answers may use, by their names.
var packages = map[string]string{
	"fmt": "fmt", "math": "math", "slices": "slices", "sort": "sort", "strings": "strings", "time": "time",
	"nn": "nekonote/nn", "pixels": "nekonote/lessons/data/pixels",
	"week2": "nekonote/lessons/week2", "week3": "nekonote/lessons/week3", "week4": "nekonote/lessons/week4",
}

// Checker knows the types of what answers use.
type Checker struct {
	importer types.Importer
	Most     int               // how many changed references an exercise has at most
	weeks    map[string]string // the references of each week, as declarations: an answer may call those of its own week
}

// NewChecker asks the Go command for the types of the packages.
func NewChecker(entries []lessons.Entry) (*Checker, error) {
	var paths []string
	for _, p := range packages {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	cmd := exec.Command("go", append([]string{"list", "-deps", "-export", "-json=ImportPath,Export"}, paths...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ ImportPath, Export string }
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		files[p.ImportPath] = p.Export
	}
	c := &Checker{Most: Most, weeks: map[string]string{}}
	c.importer = importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
		if files[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(files[path])
	})
	for _, e := range entries {
		_, solution, err := e.Texts(words.English)
		if err != nil {
			return nil, err
		}
		c.weeks[e.Info().Week] += solution + "\n\n"
	}
	return c, nil
}

// checked is an answer with its types: its own tree, and that of what it may call.
type checked struct {
	fset *token.FileSet
	file *ast.File // of the answer
	info *types.Info
	pkg  *types.Package
	text string
}

// offset is where in the text of the declarations a position is.
func (c *checked) offset(p token.Pos) int {
	return c.fset.PositionFor(p, false).Offset - (len(c.text) - len(c.source()))
}

func (c *checked) source() string { _, after, _ := strings.Cut(c.text, mark); return after }

const mark = "// the answer\n"

// imports are the import declarations that a text needs.
func imports(text string) string {
	var lines []string
	for name, p := range packages {
		if strings.Contains(text, name+".") && uses(text, name) {
			lines = append(lines, fmt.Sprintf("import %q\n", p))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// uses reports whether a text has a name in front of a dot.
func uses(text, name string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], name+".")
		if i < 0 {
			return false
		}
		at += i
		if at == 0 || !isLetter(text[at-1]) && text[at-1] != '.' {
			return true
		}
		at++
	}
}

func isLetter(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}

// check finds the types of an answer beside its week's references, those that it declares itself left out.
func (c *Checker) check(id, source string) (*checked, error) {
	text := "package main\n\n" + imports(source) + mark + source
	k := &checked{fset: token.NewFileSet(), text: text, info: &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{},
	}}
	var err error
	if k.file, err = parser.ParseFile(k.fset, "answer.go", text, parser.SkipObjectResolution); err != nil {
		return nil, err
	}
	week := c.weeks[path.Dir(id)]
	rest := "package main\n\n" + imports(week) + week
	others, err := parser.ParseFile(k.fset, "week.go", rest, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	own := map[string]bool{}
	for _, decl := range k.file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil {
			own[f.Name.Name] = true
		}
	}
	others.Decls = slices.DeleteFunc(others.Decls, func(d ast.Decl) bool {
		f, ok := d.(*ast.FuncDecl)
		return ok && own[f.Name.Name]
	})
	var faults []error
	conf := types.Config{Importer: c.importer, Error: func(err error) {
		var at types.Error
		if errors.As(err, &at) && k.fset.PositionFor(at.Pos, false).Filename == "answer.go" {
			faults = append(faults, fmt.Errorf("%s", at.Msg))
		}
	}}
	k.pkg, _ = conf.Check("main", k.fset, []*ast.File{k.file, others}, k.info)
	return k, errors.Join(faults...)
}

// compiles reports what the compiler would have against an answer.
func (c *Checker) compiles(a Answer) error {
	k, err := c.check(a.Exercise, a.Source)
	if err != nil {
		return err
	}
	if k.pkg.Scope().Lookup(path.Base(a.Exercise)) == nil {
		return fmt.Errorf("there is no function %s", path.Base(a.Exercise))
	}
	return nil
}
