package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// asked is what a face has of package lessons, under its name: no more than a check needs.
const asked = "nekonote/lessons/face/ask"

// source is a week's package, as it is declared.
type source struct {
	name    string
	set     *token.FileSet
	texts   map[string]string            // of its files, by name
	files   []*ast.File                  // in the order of their names
	decls   map[string]ast.Node          // what each name of the package stands for: *ast.FuncDecl or ast.Spec
	imports map[string]map[string]string // of each file: paths by name
	methods map[string][]*ast.FuncDecl   // by the type's name
}

// week is the face of a week: its exercises as names and types, its lists of them, and whatever else it exports, with all that
// this needs.
func week(folder, name string, questions int) (string, error) {
	s, err := read(folder, name)
	if err != nil {
		return "", err
	}
	parts, needed := s.exported(name, questions)
	imports := map[string]bool{asked: true, "nekonote/lessons/internal/sources": true}
	done := map[string]bool{}
	for len(needed) > 0 {
		n := needed[0]
		needed = needed[1:]
		decl := s.decls[n]
		if decl == nil || done[n] {
			continue
		}
		done[n] = true
		if spec, ok := decl.(*ast.ValueSpec); ok && (s.kind(spec, 0) == "Exercise" || s.kind(spec, 0) == "Quiz") {
			continue
		}
		for _, d := range append([]ast.Node{decl}, nodes(s.methods[n])...) {
			parts = append(parts, s.whole(d))
			needed = append(needed, s.uses(d, imports)...)
		}
	}
	slices.Sort(parts)
	return s.file(parts, imports), nil
}

// exported are the declarations of the week's exercises and quiz as the face has them, and the names that are taken over
// as they stand: what else the week exports, and the exercises' types.
func (s *source) exported(week string, questions int) (parts, needed []string) {
	for _, file := range s.files {
		for _, decl := range file.Decls {
			group, ok := decl.(*ast.GenDecl)
			if !ok {
				if f := decl.(*ast.FuncDecl); f.Recv == nil && f.Name.IsExported() {
					needed = append(needed, f.Name.Name)
				}
				continue
			}
			for _, spec := range group.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					if spec.Name.IsExported() {
						needed = append(needed, spec.Name.Name)
					}
				case *ast.ValueSpec:
					part, more := s.values(week, questions, group, spec)
					parts, needed = append(parts, part...), append(needed, more...)
				}
			}
		}
	}
	return parts, needed
}

// values is exported for one declaration of variables or constants.
func (s *source) values(week string, questions int, group *ast.GenDecl, spec *ast.ValueSpec) (parts, needed []string) {
	for i, id := range spec.Names {
		switch kind := s.kind(spec, i); {
		case !id.IsExported() || kind == "Lesson" || kind == "Text":
		case kind == "Exercise":
			function := spec.Values[i].(*ast.UnaryExpr).X.(*ast.CompositeLit).Type.(*ast.IndexExpr).Index
			parts = append(parts, fmt.Sprintf("%svar %s = lessons.New[%s](%q)\n", comment(group.Doc), id.Name, s.text(function), week+"/"+lower(id.Name)))
			needed = append(needed, names(function)...)
		case kind == "Quiz":
			parts = append(parts, fmt.Sprintf("// Quiz asks what is behind the week's formulas.\nvar Quiz = lessons.NewQuiz(%q, %d)\n", week+"/quiz", questions))
		default:
			needed = append(needed, id.Name)
		}
	}
	return parts, needed
}

func nodes(list []*ast.FuncDecl) []ast.Node {
	var all []ast.Node
	for _, f := range list {
		all = append(all, f)
	}
	return all
}

func (s *source) file(parts []string, imports map[string]bool) string {
	var paths []string
	for path := range imports {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	text := head + s.doc() + "package " + s.name + "\n\nimport (\n\t\"embed\"\n"
	for _, ours := range []bool{false, true} {
		for _, path := range paths {
			if strings.HasPrefix(path, "nekonote/") == ours {
				if path == asked {
					text += "\tlessons "
				}
				text += fmt.Sprintf("\t%q\n", path)
			}
		}
		text += "\n"
	}
	text += fmt.Sprintf(")\n\n//go:embed *.go\nvar code embed.FS\n\nfunc init() { sources.Register(%q, code) }\n\n", "nekonote/lessons/face/"+s.name)
	return text + strings.Join(parts, "\n")
}

func (s *source) doc() string {
	for _, f := range s.files {
		if f.Doc != nil {
			return comment(f.Doc)
		}
	}
	return ""
}

func read(folder, name string) (*source, error) {
	s := &source{
		name: name, set: token.NewFileSet(), texts: map[string]string{}, decls: map[string]ast.Node{},
		imports: map[string]map[string]string{}, methods: map[string][]*ast.FuncDecl{},
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, file := range paths {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		tree, err := parser.ParseFile(s.set, file, text, parser.ParseComments) // with objects: they tell locals apart
		if err != nil {
			return nil, err
		}
		s.texts[file] = string(text)
		s.files = append(s.files, tree)
		s.imports[file] = map[string]string{}
		for _, i := range tree.Imports {
			of, _ := strconv.Unquote(i.Path.Value) // the parser has read it
			s.imports[file][path.Base(of)] = of
		}
		for _, decl := range tree.Decls {
			s.declare(decl)
		}
	}
	return s, nil
}

func (s *source) declare(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			s.decls[d.Name.Name] = d
		} else {
			of := names(d.Recv.List[0].Type)[0]
			s.methods[of] = append(s.methods[of], d)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if spec.Doc == nil {
					spec.Doc = d.Doc
				}
				s.decls[spec.Name.Name] = spec
			case *ast.ValueSpec:
				if spec.Doc == nil {
					spec.Doc = d.Doc
				}
				for _, id := range spec.Names {
					s.decls[id.Name] = spec
				}
			}
		}
	}
}

// kind is what a variable of a week is: "Exercise", "Quiz" or "Lesson", which package lessons knows; "Text" for files put into
// the program, which cells have no use for; else "".
func (s *source) kind(spec *ast.ValueSpec, i int) string {
	if spec.Type != nil && s.text(spec.Type) == "embed.FS" {
		return "Text"
	}
	if i >= len(spec.Values) {
		return ""
	}
	text := s.text(spec.Values[i])
	for _, known := range []struct{ begins, kind string }{{"&lessons.Exercise[", "Exercise"}, {"&lessons.Quiz{", "Quiz"}, {"[]lessons.Lesson{", "Lesson"}} {
		if strings.HasPrefix(text, known.begins) {
			return known.kind
		}
	}
	return ""
}

// uses lists the names of the package that a declaration uses, and notes the packages that it imports.
func (s *source) uses(n ast.Node, imports map[string]bool) []string {
	file := s.set.Position(n.Pos()).Filename
	var all []string
	ast.Inspect(n, func(n ast.Node) bool {
		switch e := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := e.X.(*ast.Ident); ok && id.Obj == nil {
				if path, ok := s.imports[file][id.Name]; ok {
					if path == "nekonote/lessons" {
						path = asked
					}
					imports[path] = true
					return false
				}
			}
			all = append(all, s.uses(e.X, imports)...)
			return false
		case *ast.KeyValueExpr:
			if _, field := e.Key.(*ast.Ident); field {
				all = append(all, s.uses(e.Value, imports)...)
				return false
			}
		case *ast.Ident:
			if decl := s.decls[e.Name]; decl != nil && (e.Obj == nil || e.Obj.Decl == decl) {
				all = append(all, e.Name)
			}
		}
		return true
	})
	return all
}

// whole is a declaration with its comment.
func (s *source) whole(n ast.Node) string {
	switch d := n.(type) {
	case *ast.FuncDecl:
		return comment(d.Doc) + s.text(&ast.FuncDecl{Name: d.Name, Type: d.Type, Recv: d.Recv, Body: d.Body}) + "\n"
	case *ast.TypeSpec:
		return comment(d.Doc) + "type " + s.between(d.Name.Pos(), d.End()) + "\n"
	case *ast.ValueSpec:
		return comment(d.Doc) + "var " + s.between(d.Names[0].Pos(), d.End()) + "\n"
	}
	return ""
}

func (s *source) text(n ast.Node) string { return s.between(n.Pos(), n.End()) }

func (s *source) between(from, to token.Pos) string {
	begin, end := s.set.Position(from), s.set.Position(to)
	return s.texts[begin.Filename][begin.Offset:end.Offset]
}

func comment(group *ast.CommentGroup) string {
	text := ""
	if group != nil {
		for _, c := range group.List {
			if !strings.HasPrefix(c.Text, "// ja: ") {
				text += c.Text + "\n"
			}
		}
	}
	return text
}

func names(n ast.Node) []string {
	var all []string
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			all = append(all, id.Name)
		}
		return true
	})
	return all
}

func lower(name string) string { return strings.ToLower(name[:1]) + name[1:] }
