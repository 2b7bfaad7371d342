package relay

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"nekonote/plots/display"
)

// A notebook shows the value of a cell's last expression. Go gives no way to ask whether a call has a value, so the relay
// looks the function up; where it cannot know, it tries, and when the compiler says that there is none, the cell is
// compiled once more without.

// valueImport is added to a cell that ends in an expression; valueCall is wrapped around it.
const (
	valueImport = `import nekonote "nekonote/plots/display"`
	valueCall   = "nekonote.Value("
	noValue     = "(no value) used as value"
)

// valueStep wraps the last expression.
func valueStep(l *loop, c *cell) {
	if foreign(c.sent.lines) || l.options.ModuleDir == "" || c.asked.Silent {
		return
	}
	files, tree, err := c.sent.parse()
	if err != nil {
		return
	}
	main := mainOf(tree)
	if main == nil || len(main.Body.List) == 0 {
		return
	}
	head := files.Position(main.Pos()).Line - 2
	if !opensMain(c.sent.lines[head]) {
		return // she wrote main herself
	}
	last, ok := main.Body.List[len(main.Body.List)-1].(*ast.ExprStmt)
	if !ok {
		return
	}
	from, to := files.Position(last.Pos()), files.Position(last.End())
	first, end := from.Line-2, to.Line-2
	if !c.sent.endsIn(first, from.Column-1, end, to.Column-1) {
		return
	}
	switch l.hasValue(c, last.X, !c.sent.added[head]) {
	case never:
		return
	case perhaps:
		if c.sent.commands() {
			return // what the cell does beside Go must not be done twice
		}
		c.unwrapped = c.sent
		c.tried = callee(last.X)
	}
	c.sent = c.sent.wrapped(first, end, to.Column-1)
}

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

// commands reports whether the program has lines for GoNB beside the one that opens main.
func (p *program) commands() bool {
	for i, special := range specialLines(p.lines) {
		if special && !opensMain(p.lines[i]) {
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
			if fn, ok := d.node.(*ast.FuncDecl); ok {
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

// withoutValueStep takes the wrapping off where the compiler says that there is no value.
func withoutValueStep(l *loop, c *cell) {
	f := c.engineFailure()
	if c.unwrapped == nil || f == nil || !strings.Contains(f.Value, noValue) {
		return
	}
	if c.tried != "" {
		l.notebook.valueless[c.tried] = true
	}
	c.sent, c.unwrapped, c.again = c.unwrapped, nil, true
}

// resultStep makes of a value that the program displays the result of the cell. It is kept until all else is shown.
func resultStep(_ *loop, c *cell, m *message) []*message {
	if m.kind != "display_data" {
		return []*message{m}
	}
	var shown struct {
		Data     map[string]any `json:"data"`
		Metadata map[string]any `json:"metadata"`
	}
	m.read(&shown)
	if shown.Metadata[display.ValueMark] == nil {
		return []*message{m}
	}
	c.result = c.task.request.answer("execute_result", map[string]any{
		"execution_count": c.count, "data": shown.Data, "metadata": map[string]any{},
	})
	return nil
}

// showResult shows the value below everything else.
func showResult(l *loop, c *cell) {
	if c.result != nil {
		l.show(c, c.result)
		c.result = nil
	}
}
