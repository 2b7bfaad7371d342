package skeleton

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"strings"
)

// Same reports whether two texts of a function are the same code: comments, blank lines and spacing do not count. A
// text that does not parse is the same as none.
func Same(a, b string) bool {
	x, okX := bare(a)
	y, okY := bare(b)
	return okX && okY && x == y
}

// bare prints a function without its comments and blank lines.
func bare(text string) (string, bool) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", "package p\n"+text, parser.SkipObjectResolution)
	if err != nil || len(file.Decls) != 1 {
		return "", false
	}
	if f, ok := file.Decls[0].(*ast.FuncDecl); ok {
		f.Doc = nil
	}
	var out strings.Builder
	if err := printer.Fprint(&out, token.NewFileSet(), file.Decls[0]); err != nil {
		return "", false
	}
	return strings.Join(strings.Fields(out.String()), " "), true
}
