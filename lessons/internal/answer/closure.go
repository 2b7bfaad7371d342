package answer

import (
	"fmt"
	"go/ast"
	"go/format"
	"maps"
	"path"
	"slices"
	"strings"
)

// Closure returns a function of the notebook and all that it reaches there, as the text of a Go file: imports that it uses, then
// the declarations in the order of their names, in one layout and without comments. So equal code gives equal text, wherever it
// stands. "" says that there is no such function, or that the text would be no Go.
func (a *Answer) Closure(function string) string {
	if a == nil || a.Funcs[function] == nil {
		return ""
	}
	found, imports := map[string][]string{}, map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		if of, imported := a.imports[name]; imported && a.decls[name] == nil {
			imports[importLine(name, of)] = true
		}
		if _, seen := found[name]; seen || name == "main" || a.decls[name] == nil {
			return
		}
		found[name] = nil
		for _, decl := range a.decls[name] {
			text := a.formatted(decl)
			if _, spec := decl.(*ast.TypeSpec); spec {
				text = "type " + text
			}
			if !slices.Contains(found[name], text) {
				found[name] = append(found[name], text)
			}
			for _, used := range Names(decl) {
				visit(used)
			}
		}
	}
	visit(function)
	parts := slices.Sorted(maps.Keys(imports))
	told := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		for _, text := range found[name] {
			if !told[text] { // a group of constants stands for each of its names
				told[text] = true
				parts = append(parts, text)
			}
		}
	}
	text, err := format.Source([]byte("package main\n\n" + strings.Join(parts, "\n\n") + "\n"))
	if err != nil {
		return ""
	}
	return string(text)
}

func importLine(name, of string) string {
	if name == path.Base(of) {
		return fmt.Sprintf("import %q", of)
	}
	return fmt.Sprintf("import %s %q", name, of)
}

// Parts are the declarations of a program that Parse has read, by name, and its import lines. names tells for a name that is to be
// changed what it is called instead, wherever it stands for a declaration.
func (a *Answer) Parts(names map[string]string) (decls map[string]string, imports []string) {
	decls = map[string]string{}
	for name, of := range a.imports {
		imports = append(imports, importLine(name, of))
	}
	slices.Sort(imports)
	for name, list := range a.decls {
		var texts []string
		for _, decl := range list {
			rename(decl, names)
			text := a.formatted(decl)
			if _, spec := decl.(*ast.TypeSpec); spec {
				text = "type " + text
			}
			texts = append(texts, text)
		}
		decls[name] = strings.Join(texts, "\n\n")
	}
	return decls, imports
}

// DeclaredNames are the names that a program declares.
func (a *Answer) DeclaredNames() []string { return slices.Sorted(maps.Keys(a.decls)) }

// rename gives names another spelling. Fields and what stands behind a dot keep theirs; a variable of the same name gets the new
// one too, wherever it stands, which changes nothing.
func rename(n ast.Node, names map[string]string) {
	if len(names) == 0 {
		return
	}
	fixed := map[*ast.Ident]bool{}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			fixed[n.Sel] = true
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				fixed[id] = true
			}
		case *ast.StructType:
			for _, field := range n.Fields.List {
				for _, id := range field.Names {
					fixed[id] = true
				}
			}
		case *ast.FuncDecl:
			if n.Recv != nil {
				fixed[n.Name] = true
			}
		case *ast.Ident:
			if other, ok := names[n.Name]; ok && !fixed[n] {
				n.Name = other
				fixed[n] = true
			}
		}
		return true
	})
}

// Same reports whether a function of the program is the given one, comments and layout aside.
func (a *Answer) Same(function, text string) bool {
	other := Parse("", "package main\n\n"+text)
	if a == nil || other == nil || a.Funcs[function] == nil || other.Funcs[function] == nil {
		return false
	}
	return a.formatted(a.Funcs[function]) == other.formatted(other.Funcs[function])
}
