package answer

import (
	"go/ast"
	"go/token"
)

// captured returns a variable that a literal uses although it is declared around it, and that is not among the further
// arguments of the call either.
func captured(outer *ast.FuncDecl, call *ast.CallExpr, lit *ast.FuncLit) string {
	inside := Declared(lit.Type, lit.Body)
	around := Declared(outer.Type, outer.Body)
	for _, arg := range call.Args[min(2, len(call.Args)):] {
		for _, used := range Names(arg) {
			delete(around, used)
		}
	}
	for _, used := range Names(lit) {
		if around[used] && !inside[used] {
			return used
		}
	}
	return ""
}

// Declared returns the variables that are declared in a function: parameters, :=, var and range, with those of the
// literals in it.
func Declared(parts ...ast.Node) map[string]bool {
	all := map[string]bool{}
	add := func(e ast.Expr) {
		if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
			all[id.Name] = true
		}
	}
	for _, part := range parts {
		ast.Inspect(part, func(n ast.Node) bool {
			switch d := n.(type) {
			case *ast.Field:
				for _, name := range d.Names {
					add(name)
				}
			case *ast.AssignStmt:
				if d.Tok == token.DEFINE {
					for _, left := range d.Lhs {
						add(left)
					}
				}
			case *ast.RangeStmt:
				if d.Tok == token.DEFINE {
					add(d.Key)
					add(d.Value)
				}
			case *ast.ValueSpec:
				for _, name := range d.Names {
					add(name)
				}
			}
			return true
		})
	}
	return all
}

// Names returns the names that a node uses, without those behind a dot and those of fields in a literal.
func Names(n ast.Node) []string {
	var all []string
	ast.Inspect(n, func(inner ast.Node) bool {
		switch e := inner.(type) {
		case *ast.SelectorExpr:
			all = append(all, Names(e.X)...)
			return false
		case *ast.KeyValueExpr:
			if _, field := e.Key.(*ast.Ident); field {
				all = append(all, Names(e.Value)...)
				return false
			}
		case *ast.Ident:
			all = append(all, e.Name)
		}
		return true
	})
	return all
}
