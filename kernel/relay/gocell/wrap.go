package gocell

import (
	"go/ast"
	"strings"
)

// valueImport is added to a cell that ends in an expression; valueCall is wrapped around it. No cell has that name for something
// else.
const (
	valueImport = `import _nekonote "nekonote/plots/display"`
	valueCall   = "_nekonote.Value("
)

// MainOf is func main of a program.
func MainOf(tree *ast.File) *ast.FuncDecl {
	for _, d := range tree.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "main" && fn.Body != nil {
			return fn
		}
	}
	return nil
}

// EndsIn reports whether nothing but comments comes after the given lines in the cell, and the expression has its lines for
// itself; a semicolon at the end, as in other notebooks, means that nobody wants to see it.
func (p *Program) EndsIn(first, column, last, end int) bool {
	if strings.TrimSpace(p.Lines[first][:column]) != "" {
		return false
	}
	rest := strings.TrimSpace(p.Lines[last][end:])
	if rest != "" && !strings.HasPrefix(rest, "//") {
		return false
	}
	for i, line := range p.Lines {
		text := strings.TrimSpace(line)
		if p.From[i] > p.From[last] && !p.Added[i] && text != "" && !strings.HasPrefix(text, "//") {
			return false
		}
	}
	return true
}

// Commands reports whether the learner has written lines for GoNB beside the one that opens main.
func (p *Program) Commands() bool {
	for i, special := range specialLines(p.Lines) {
		if special && !p.Added[i] && !OpensMain(p.Lines[i]) {
			return true
		}
	}
	return false
}

// Wrapped is the program with the expression from line first to line last, where it ends in column end, handed to Value.
func (p *Program) Wrapped(first, last, end int) *Program {
	out := &Program{}
	for i, line := range p.Lines {
		if i == first {
			out.add(valueCall, p.From[i])
			out.Added[len(out.Added)-1] = true
		}
		if i == last {
			line = line[:end] + "," + line[end:]
		}
		out.add(line, p.From[i])
		out.Added[len(out.Added)-1] = p.Added[i]
		if i == last {
			out.add(")", p.From[i])
			out.Added[len(out.Added)-1] = true
		}
	}
	out.Insert(0, valueImport, 0)
	return out
}
