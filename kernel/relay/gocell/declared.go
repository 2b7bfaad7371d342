package gocell

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
)

// Declared is a declaration of a program: a function, a method (T.Name), a variable, a constant or a type.
type Declared struct {
	Name string
	Line int      // of its first line in the program, from 0
	End  int      // of its last
	Uses []string // the names in it
	Node ast.Node

	Piece Piece // its text
}

// Declared are the declarations of the program, and main, if it has one.
func (p *Program) Declared() []Declared {
	if Foreign(p.Lines) {
		return nil
	}
	files, tree, _ := p.Parse()
	if tree == nil {
		return nil
	}
	text := p.File()
	var found []Declared
	note := func(name string, node ast.Node) {
		if name != "_" && name != "init" {
			from, to := files.PositionFor(node.Pos(), false), files.PositionFor(node.End(), false)
			found = append(found, Declared{Name: name, Line: from.Line - 2, End: to.Line - 2, Uses: identifiers(node), Node: node, Piece: p.pieceOf(text, from, to)})
		}
	}
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			note(FunctionName(d), d)
		case *ast.GenDecl:
			if d.Tok == token.IMPORT {
				continue
			}
			for i, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					note(spec.Name.Name, spec)
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						if d.Tok == token.CONST { // which the parser does not say
							name.Obj = ast.NewObj(ast.Con, name.Name)
							name.Obj.Data = i
						}
						note(name.Name, spec)
					}
				}
			}
		}
	}
	return found
}

// Declarations is the program without what it runs: the lines stay where they are.
func (p *Program) Declarations() *Program {
	out := p.Copy()
	special, statements := specialLines(p.Lines), false
	for i, line := range p.Lines {
		statements = statements || special[i] && OpensMain(line)
		if special[i] || statements {
			out.Lines[i] = ""
		}
	}
	if files, tree, err := out.Parse(); err == nil {
		if main := MainOf(tree); main != nil {
			for i := files.PositionFor(main.Pos(), false).Line - 2; i <= files.PositionFor(main.End(), false).Line-2; i++ {
				out.Lines[i] = ""
			}
		}
	}
	return out
}

// FunctionName is f for a function and T.f for a method.
func FunctionName(d *ast.FuncDecl) string {
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

// LocalNames are the variables that a function makes at its top level.
func LocalNames(node ast.Node) []string {
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

// Imports are the paths that the program imports.
func (p *Program) Imports() []string {
	if Foreign(p.Lines) {
		return nil
	}
	_, tree, _ := p.Parse()
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

// Unresolved are the names that the program uses and does not declare itself, neither at its top level nor locally.
func (p *Program) Unresolved() map[string]bool {
	names := map[string]bool{}
	tree, _ := parser.ParseFile(token.NewFileSet(), "cell", p.File(), 0)
	if tree != nil {
		for _, id := range tree.Unresolved {
			names[id.Name] = true
		}
	}
	return names
}
