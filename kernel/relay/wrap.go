package relay

import (
	"go/ast"
	"strings"
)

// valueImport is added to a cell that ends in an expression; valueCall is wrapped around it.
const (
	valueImport = `import nekonote "nekonote/plots/display"`
	valueCall   = "nekonote.Value("
)

// mainOf is func main of a program.
func mainOf(tree *ast.File) *ast.FuncDecl {
	for _, d := range tree.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "main" && fn.Body != nil {
			return fn
		}
	}
	return nil
}

// endsIn reports whether nothing but comments comes after the given lines in the cell, and the expression has its lines for
// itself; a semicolon at the end, as in other notebooks, means that nobody wants to see it.
func (p *program) endsIn(first, column, last, end int) bool {
	if strings.TrimSpace(p.lines[first][:column]) != "" {
		return false
	}
	rest := strings.TrimSpace(p.lines[last][end:])
	if rest != "" && !strings.HasPrefix(rest, "//") {
		return false
	}
	for i, line := range p.lines {
		text := strings.TrimSpace(line)
		if p.from[i] > p.from[last] && !p.added[i] && text != "" && !strings.HasPrefix(text, "//") {
			return false
		}
	}
	return true
}

// commands reports whether the learner has written lines for GoNB beside the one that opens main.
func (p *program) commands() bool {
	for i, special := range specialLines(p.lines) {
		if special && !p.added[i] && !opensMain(p.lines[i]) {
			return true
		}
	}
	return false
}

// wrapped is the program with the expression from line first to line last, where it ends in column end, handed to Value.
func (p *program) wrapped(first, last, end int) *program {
	out := &program{}
	for i, line := range p.lines {
		if i == first {
			out.add(valueCall, p.from[i])
			out.added[len(out.added)-1] = true
		}
		if i == last {
			line = line[:end] + "," + line[end:]
		}
		out.add(line, p.from[i])
		out.added[len(out.added)-1] = p.added[i]
		if i == last {
			out.add(")", p.from[i])
			out.added[len(out.added)-1] = true
		}
	}
	out.insert(0, valueImport, 0)
	return out
}
