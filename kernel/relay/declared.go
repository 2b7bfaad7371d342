package relay

import (
	"go/ast"
	"go/token"
	"strconv"
)

// declared is a declaration of a program: a function, a method (T.Name), a variable, a constant or a type.
type declared struct {
	name string
	line int      // of its first line in the program, from 0
	uses []string // the names in it
	node ast.Node
}

// declared are the declarations of the program, and main, if it has one.
func (p *program) declared() []declared {
	if foreign(p.lines) {
		return nil
	}
	files, tree, _ := p.parse()
	if tree == nil {
		return nil
	}
	var found []declared
	note := func(name string, node ast.Node) {
		if name != "_" && name != "init" {
			found = append(found, declared{name: name, line: files.Position(node.Pos()).Line - 2, uses: identifiers(node), node: node})
		}
	}
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			note(functionName(d), d)
		case *ast.GenDecl:
			if d.Tok == token.IMPORT {
				continue
			}
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					note(spec.Name.Name, spec)
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						note(name.Name, spec)
					}
				}
			}
		}
	}
	return found
}

// declarations is the program without what it runs: the lines stay where they are.
func (p *program) declarations() *program {
	out := p.copy()
	special, statements := specialLines(p.lines), false
	for i, line := range p.lines {
		statements = statements || special[i] && opensMain(line)
		if special[i] || statements {
			out.lines[i] = ""
		}
	}
	if files, tree, err := out.parse(); err == nil {
		if main := mainOf(tree); main != nil {
			for i := files.Position(main.Pos()).Line - 2; i <= files.Position(main.End()).Line-2; i++ {
				out.lines[i] = ""
			}
		}
	}
	return out
}

// functionName is f for a function and T.f for a method.
func functionName(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	of := d.Recv.List[0].Type
	for {
		switch t := of.(type) {
		case *ast.StarExpr:
			of = t.X
		case *ast.IndexExpr:
			of = t.X
		case *ast.IndexListExpr:
			of = t.X
		case *ast.Ident:
			return t.Name + "." + d.Name.Name
		default:
			return d.Name.Name
		}
	}
}

// identifiers are the names in a piece of code.
func identifiers(node ast.Node) []string {
	var names []string
	ast.Inspect(node, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			names = append(names, id.Name)
		}
		return true
	})
	return names
}

// localNames are the variables that a function makes at its top level.
func localNames(node ast.Node) []string {
	d, ok := node.(*ast.FuncDecl)
	if !ok || d.Body == nil {
		return nil
	}
	var names []string
	for _, s := range d.Body.List {
		switch s := s.(type) {
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				for _, left := range s.Lhs {
					names = append(names, identifiers(left)...)
				}
			}
		case *ast.DeclStmt:
			if g, ok := s.Decl.(*ast.GenDecl); ok && g.Tok == token.VAR {
				for _, spec := range g.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						names = append(names, name.Name)
					}
				}
			}
		}
	}
	return names
}

// imports are the paths that the program imports.
func (p *program) imports() []string {
	if foreign(p.lines) {
		return nil
	}
	_, tree, _ := p.parse()
	if tree == nil {
		return nil
	}
	var paths []string
	for _, d := range tree.Imports {
		if path, err := strconv.Unquote(d.Path.Value); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}
