package relay

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// packages know what the packages that cells use declare: whether a call has a value, and which names there are. They read
// the sources of Nekonote and of Go itself, each package when it is first asked for.
type packages struct {
	module  string   // the folder of Nekonote's module; "" for none
	offered []string // the import paths of its packages that cells are offered; nil for all

	folders func() map[string]string // of the module's packages, by name
	root    func() string            // of Go's own packages
	methods func() map[string]bool   // of the module's types, by name: whether one of them has a value
	known   map[string]map[string]*ast.FuncType
}

func newPackages(module string, offered []string) *packages {
	p := &packages{module: module, offered: offered, known: map[string]map[string]*ast.FuncType{}}
	p.folders = sync.OnceValue(p.findFolders)
	p.methods = sync.OnceValue(p.findMethods)
	p.root = sync.OnceValue(func() string {
		out, err := exec.Command("go", "env", "GOROOT").Output()
		if err != nil {
			return ""
		}
		return filepath.Join(strings.TrimSpace(string(out)), "src")
	})
	return p
}

// faces is the folder of the packages that stand for weeks in cells.
const faces = "/lessons/face/"

// findFolders lists the module's packages by the last part of their path.
func (p *packages) findFolders() map[string]string {
	found := map[string]string{}
	if p.module == "" {
		return found
	}
	for _, room := range []string{"nn", "plots", "lessons"} {
		_ = filepath.WalkDir(filepath.Join(p.module, room), func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				if entry.Name() == "testdata" || entry.Name() == "internal" {
					return filepath.SkipDir
				}
				if !strings.Contains(found[entry.Name()], faces) { // what a cell links of a week, not its declaration
					found[entry.Name()] = path
				}
			}
			return nil // a folder that cannot be read has no packages for us
		})
	}
	return found
}

// imports are the import paths of the packages that cells are offered: those that were named, else all of the module.
func (p *packages) imports() []string {
	if p.offered != nil {
		return p.offered
	}
	var paths []string
	for name, folder := range p.folders() {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), files[0], nil, parser.PackageClauseOnly)
		if err != nil || file.Name.Name != name {
			continue // a program, or a folder whose name is not the package's
		}
		if inside, err := filepath.Rel(p.module, folder); err == nil {
			paths = append(paths, "nekonote/"+filepath.ToSlash(inside))
		}
	}
	slices.Sort(paths)
	return paths
}

// findMethods reads the methods of the packages that cells use most.
func (p *packages) findMethods() map[string]bool {
	valued := map[string]bool{}
	for _, folder := range p.folders() {
		for _, file := range p.files(folder) {
			for _, d := range file.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil && fn.Name.IsExported() {
					valued[fn.Name.Name] = valued[fn.Name.Name] || fn.Type.Results.NumFields() > 0
				}
			}
		}
	}
	return valued
}

// far are packages of Go's own that lie deeper than their name.
var far = map[string]string{
	"rand": "math/rand", "json": "encoding/json", "csv": "encoding/csv", "filepath": "path/filepath", "utf8": "unicode/utf8",
	"heap": "container/heap", "list": "container/list", "big": "math/big", "cmplx": "math/cmplx", "bits": "math/bits",
	"http": "net/http", "exec": "os/exec", "template": "text/template", "atomic": "sync/atomic", "png": "image/png", "color": "image/color",
}

// folder is where the sources of a package lie.
func (p *packages) folder(name string) string {
	if folder := p.folders()[name]; folder != "" {
		return folder
	}
	if deep, ok := far[name]; ok {
		name = deep
	}
	return filepath.Join(p.root(), filepath.FromSlash(name))
}

// standard is the import path of the package of Go's own with this name, or "".
func (p *packages) standard(name string) string {
	if deep, ok := far[name]; ok {
		return deep
	}
	if files, _ := filepath.Glob(filepath.Join(p.root(), name, "*.go")); len(files) == 0 {
		return ""
	}
	return name
}

// names are the exported names of a package: its functions with their types, the others with nil. It is nil for a package
// that is not known.
func (p *packages) names(name string) map[string]*ast.FuncType {
	if names, ok := p.known[name]; ok {
		return names
	}
	folder := p.folder(name)
	var names map[string]*ast.FuncType
	for _, file := range p.files(folder) {
		if names == nil {
			names = map[string]*ast.FuncType{}
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.IsExported() {
					names[d.Name.Name] = d.Type
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					for _, id := range declaredBy(spec) {
						if id.IsExported() {
							names[id.Name] = nil
						}
					}
				}
			}
		}
	}
	p.known[name] = names
	return names
}

func declaredBy(spec ast.Spec) []*ast.Ident {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		return []*ast.Ident{spec.Name}
	case *ast.ValueSpec:
		return spec.Names
	}
	return nil
}

// files are the parsed Go files of a folder, without its tests.
func (p *packages) files(folder string) []*ast.File {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var all []*ast.File
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(folder, name), nil, parser.SkipObjectResolution)
		if err == nil && file.Name.Name != "main" {
			all = append(all, file)
		}
	}
	return all
}
