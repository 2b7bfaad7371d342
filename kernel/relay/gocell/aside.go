package gocell

import (
	"fmt"
	"go/ast"
	"go/printer"
	"go/token"
	"strings"
)

// Aside are the declarations that have no name of their own: imports, each by itself, functions init, and variables _.
func (p *Program) Aside() []ast.Node {
	if Foreign(p.Lines) {
		return nil
	}
	_, tree, _ := p.Parse()
	if tree == nil {
		return nil
	}
	var found []ast.Node
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.Name == "init" || d.Name.Name == "_" {
				found = append(found, d)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.ImportSpec:
					found = append(found, s)
				case *ast.ValueSpec:
					if len(s.Names) == 1 && s.Names[0].Name == "_" {
						found = append(found, s)
					}
				}
			}
		}
	}
	return found
}

// FileOf is the text of a Go file with these declarations, or specifications of such. Imports come first.
func FileOf(nodes []ast.Node) string {
	imports, rest := "", ""
	done := map[ast.Node]bool{}
	for _, node := range nodes {
		var said strings.Builder
		if done[node] {
			continue // var a, b = … stands once, though it is the declaration of two names
		}
		done[node] = true
		if printer.Fprint(&said, token.NewFileSet(), node) != nil {
			continue
		}
		switch n := node.(type) {
		case *ast.ImportSpec:
			imports += "import " + said.String() + "\n"
		case *ast.TypeSpec:
			rest += "type " + said.String() + "\n\n"
		case *ast.ValueSpec:
			rest += valueOf(n, said.String()) + "\n\n"
		default:
			rest += said.String() + "\n\n"
		}
	}
	return GoPrefix + imports + "\n" + rest
}

// valueOf declares variables or constants by themselves, which may have stood in a group.
func valueOf(n *ast.ValueSpec, said string) string {
	o := n.Names[0].Obj
	if o == nil || o.Kind != ast.Con {
		return "var " + said
	}
	if n.Type == nil && len(n.Values) == 0 { // a constant that is as the one above it
		said += fmt.Sprintf(" = %v", o.Data)
	}
	return "const " + said
}
