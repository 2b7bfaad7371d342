package answer

import (
	"go/ast"
	"go/token"
	"strings"
)

// Loop returns the head of the innermost loop around all the given lines, among those that suspects picks, and false
// where there is none.
func (a *Answer) Loop(lines []int, suspects func(ast.Node) bool) (Place, bool) {
	best, size := Place{}, len(a.lines)+1
	for _, decl := range a.Funcs {
		ast.Inspect(decl, func(n ast.Node) bool {
			if n == nil || !suspects(n) {
				return true
			}
			begin, end := a.line(n.Pos()), a.line(n.End())
			for _, line := range lines {
				if line < begin || line > end {
					return true
				}
			}
			if end-begin < size {
				best, size = Place{a.path, begin}, end-begin
			}
			return true
		})
	}
	return best, best.Line > 0
}

// LoopIn returns the loop of a function that has one only, where the compiler has left no line of it; else it returns
// the place that is known.
func (a *Answer) LoopIn(function string, known Place) Place {
	decl := a.Funcs[strings.TrimPrefix(function, "main.")]
	if decl == nil {
		return known
	}
	var loops []Place
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			loops = append(loops, Place{a.path, a.line(n.Pos())})
		}
		return true
	})
	if len(loops) != 1 {
		return known
	}
	return loops[0]
}

// AnyLoop picks every loop.
func AnyLoop(n ast.Node) bool {
	switch n.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return true
	}
	return false
}

// MayNotEnd picks the loops that are not plainly finite: all but a range, and a loop that counts towards its bound and
// leaves its counter alone.
func MayNotEnd(n ast.Node) bool {
	loop, ok := n.(*ast.ForStmt)
	if !ok {
		return false
	}
	cond, ok := loop.Cond.(*ast.BinaryExpr)
	if !ok {
		return true
	}
	step, ok := loop.Post.(*ast.IncDecStmt)
	if !ok {
		return true
	}
	counter, ok := step.X.(*ast.Ident)
	left, okLeft := cond.X.(*ast.Ident)
	if !ok || !okLeft || counter.Name != left.Name {
		return true
	}
	up := step.Tok == token.INC && (cond.Op == token.LSS || cond.Op == token.LEQ)
	down := step.Tok == token.DEC && (cond.Op == token.GTR || cond.Op == token.GEQ)
	return !up && !down || assigns(loop.Body, counter.Name)
}

// assigns reports whether a piece of code changes a variable.
func assigns(n ast.Node, name string) bool {
	found := false
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && id.Name == name
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IncDecStmt:
			found = found || is(n.X)
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				found = found || is(left)
			}
		}
		return true
	})
	return found
}
