package answer

import (
	"go/ast"
	"go/token"
	"slices"
)

// loops are the functions that keep a loop's variables on the way.
var loops = []string{"Steps", "Portions"}

// unkept returns a variable that a loop over lessons.Steps changes although it is declared around the loop, and that is not among
// what the loop keeps: after a restart it would have its first value again. "" says that there is none in that declaration.
func (a *Answer) unkept(decl ast.Node) (variable string) {
	ast.Inspect(decl, func(n ast.Node) bool {
		loop, ok := n.(*ast.RangeStmt)
		if !ok || variable != "" {
			return true
		}
		call, ok := loop.X.(*ast.CallExpr)
		if !ok || !steps(call) {
			return true
		}
		kept := map[string]bool{}
		for _, arg := range call.Args {
			for _, name := range Names(arg) {
				kept[name] = true
			}
		}
		inside := Declared(loop)
		for _, name := range changed(loop.Body) {
			if !kept[name] && !inside[name] && name != "_" && variable == "" {
				variable = name
			}
		}
		return true
	})
	return variable
}

// steps reports whether a call is one of lessons.Steps or lessons.Portions.
func steps(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !slices.Contains(loops, sel.Sel.Name) {
		return false
	}
	of, ok := sel.X.(*ast.Ident)
	return ok && of.Name == "lessons"
}

// changed returns the names of what statements give other values: variables, and those of which a part is assigned.
func changed(body ast.Node) []string {
	var all []string
	add := func(e ast.Expr) {
		if of := Names(e); len(of) > 0 {
			all = append(all, of[0])
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch s := n.(type) {
		case *ast.AssignStmt:
			if s.Tok != token.DEFINE {
				for _, left := range s.Lhs {
					add(left)
				}
			}
		case *ast.IncDecStmt:
			add(s.X)
		case *ast.RangeStmt:
			if s.Tok == token.ASSIGN {
				add(s.Key)
				if s.Value != nil {
					add(s.Value)
				}
			}
		}
		return true
	})
	return all
}
