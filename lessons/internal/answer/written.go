package answer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// partly looks at an expression in a declaration that is not reached as a whole, and at whatever is put into the local variables
// that it uses.
func (r *reach) partly(in ast.Decl, expr ast.Node) {
	r.look(expr)
	ast.Inspect(expr, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && r.local(id) && !r.parts[r.names.ObjectOf(id)] {
			v := r.names.ObjectOf(id)
			r.parts[v] = true
			r.written(in, v)
			r.passed(in, v)
		}
		return true
	})
}

// written looks at what a declaration puts into a variable: by assigning to it or to a part of it, by sending to it, by a method
// of it, or by handing it or its address to a function.
func (r *reach) written(in ast.Decl, v types.Object) {
	ast.Inspect(in, func(n ast.Node) bool {
		switch s := n.(type) {
		case *ast.AssignStmt:
			for i, left := range s.Lhs {
				if r.root(left) == v {
					r.partly(in, s.Rhs[min(i, len(s.Rhs)-1)])
				}
			}
		case *ast.ValueSpec:
			for _, value := range s.Values {
				if slices.ContainsFunc(s.Names, func(of *ast.Ident) bool { return r.names.ObjectOf(of) == v }) {
					r.partly(in, value)
				}
			}
		case *ast.RangeStmt:
			if s.Key != nil && r.root(s.Key) == v || s.Value != nil && r.root(s.Value) == v {
				r.partly(in, s.X)
			}
		case *ast.SendStmt:
			if r.root(s.Chan) == v {
				r.partly(in, s.Value)
			}
		case *ast.UnaryExpr:
			if s.Op == token.AND && r.root(s.X) == v { // whoever has the address may write there
				r.pointed(in, s)
			}
		case *ast.CallExpr:
			if r.changes(s, v) {
				for _, arg := range s.Args {
					r.partly(in, arg)
				}
			}
		}
		return true
	})
}

// pointed looks at what is done with the address of a variable: the statement in which it is taken.
func (r *reach) pointed(in ast.Decl, address ast.Node) {
	ast.Inspect(in, func(n ast.Node) bool {
		switch s := n.(type) {
		case *ast.AssignStmt:
			if within(s, address) {
				for _, left := range s.Lhs {
					if to := r.root(left); to != nil && !r.parts[to] {
						r.parts[to] = true
						r.written(in, to)
					}
				}
			}
		case *ast.CallExpr:
			if within(s, address) {
				r.look(s.Fun)
				for _, arg := range s.Args {
					if !within(arg, address) {
						r.partly(in, arg)
					}
				}
			}
		}
		return true
	})
}

func within(outer, inner ast.Node) bool {
	return outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}

// changes reports whether a call may put something into a variable: it is a method of it, or a function of the notebook's that
// is given it.
func (r *reach) changes(call *ast.CallExpr, v types.Object) bool {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return r.root(f.X) == v
	case *ast.Ident:
		if r.Funcs[f.Name] == nil {
			return false
		}
		for _, arg := range call.Args {
			if r.root(arg) == v {
				return true
			}
		}
	}
	return false
}

// passed looks at what the callers of a function give it for a parameter.
func (r *reach) passed(in ast.Decl, v types.Object) {
	f, ok := in.(*ast.FuncDecl)
	if !ok || !r.parameter(f, v) {
		return
	}
	for _, decl := range r.tree.Decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && last(call.Fun) == f.Name.Name {
				for _, arg := range call.Args {
					r.partly(decl, arg)
				}
			}
			return true
		})
	}
}

func (r *reach) parameter(f *ast.FuncDecl, v types.Object) bool {
	for _, field := range f.Type.Params.List {
		for _, of := range field.Names {
			if r.names.ObjectOf(of) == v {
				return true
			}
		}
	}
	return false
}

// root is the variable that an expression is, or is a part of: v of v, v.f, v[i], *v and (v).
func (r *reach) root(e ast.Expr) types.Object {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return r.names.ObjectOf(x)
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// last is the name of what is called: f of f() and of x.f().
func last(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}
