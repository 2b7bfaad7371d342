package gocell

import (
	"go/ast"
	"strings"
)

// ReadsInput reports whether a piece of Go reads from standard input itself: with fmt.Scan and its like, or os.Stdin.
func ReadsInput(node ast.Node) bool {
	found := false
	ast.Inspect(node, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if of, ok := s.X.(*ast.Ident); ok {
				found = found || of.Name == "fmt" && strings.HasPrefix(s.Sel.Name, "Scan") || of.Name == "os" && s.Sel.Name == "Stdin"
			}
		}
		return !found
	})
	return found
}
