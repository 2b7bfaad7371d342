package relay

import (
	"go/ast"
	"go/token"
	"go/types"
)

// certainty is what is known of an expression's value.
type certainty int

const (
	never certainty = iota
	perhaps
	always
)

// hasValue says whether the expression has a value to show. In a cell that is complete without the relay, with a %% of the
// learner's own, a call stays the statement that it is.
func (l *loop) hasValue(c *cell, x ast.Expr, complete bool) certainty {
	switch x := x.(type) {
	case *ast.ParenExpr:
		return l.hasValue(c, x.X, complete)
	case *ast.UnaryExpr:
		if x.Op == token.ARROW {
			return never // <-done waits, and is right Go
		}
	case *ast.CallExpr:
		if complete {
			return never
		}
		return l.callHasValue(c, x)
	}
	return always
}

// Functions of Go's own that are called for what they do.
var doers = map[string]bool{
	"append": false, "close": true, "clear": true, "copy": true, "delete": true, "panic": true, "print": true, "println": true, "recover": true,
}

// writers are methods that write and say how much.
var writers = map[string]bool{"Write": true, "WriteString": true, "WriteByte": true, "WriteRune": true, "Printf": true, "Println": true, "Print": true}

func (l *loop) callHasValue(c *cell, call *ast.CallExpr) certainty {
	if l.notebook.valueless[callee(call)] {
		return never
	}
	switch f := call.Fun.(type) {
	case *ast.FuncLit:
		return oneOf(f.Type.Results.NumFields() > 0)
	case *ast.Ident:
		if doers[f.Name] {
			return never
		}
		d := c.definitions()[f.Name]
		if d == nil {
			d = l.notebook.declared[f.Name]
		}
		if d != nil {
			if fn, ok := d.Node.(*ast.FuncDecl); ok {
				return oneOf(fn.Type.Results.NumFields() > 0)
			}
		}
		if types.Universe.Lookup(f.Name) != nil {
			return always // a conversion, or len
		}
	case *ast.SelectorExpr:
		if of, ok := f.X.(*ast.Ident); ok {
			if names := l.packages.names(of.Name); names != nil {
				if fn, ok := names[f.Sel.Name]; ok && fn != nil {
					return oneOf(fn.Results.NumFields() > 0 && !saysHowMuch(fn))
				}
			}
		}
		if writers[f.Sel.Name] {
			return never
		}
		if valued, ok := l.packages.methods()[f.Sel.Name]; ok && !valued {
			return never
		}
	}
	return perhaps
}

func oneOf(value bool) certainty {
	if value {
		return always
	}
	return never
}

// saysHowMuch recognizes the results (n int, err error) of fmt.Println and its like, which nobody wants to see.
func saysHowMuch(fn *ast.FuncType) bool {
	results := fn.Results.List
	if len(results) != 2 {
		return false
	}
	n, ok := results[0].Type.(*ast.Ident)
	e, both := results[1].Type.(*ast.Ident)
	return ok && both && n.Name == "int" && e.Name == "error" && len(results[0].Names) == 1 && results[0].Names[0].Name == "n"
}

// callee is what is called, as text.
func callee(x ast.Expr) string {
	for {
		switch e := x.(type) {
		case *ast.ParenExpr:
			x = e.X
			continue
		case *ast.CallExpr:
			return types.ExprString(e.Fun)
		}
		return ""
	}
}
