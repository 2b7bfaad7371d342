package answer

import (
	"errors"
	"go/ast"
	"go/printer"
	"go/token"
	"reflect"
	"runtime"
	"slices"
	"strings"

	"nekonote/nn/words"
)

var (
	noSource = words.T("its source cannot be found. Write a function of its own, func train() …, and pass its name", "関数のソースコードが見つかりません。func train() … のように名前のある関数を書いて、その名前を渡してください")
	notAmong = words.T("the function uses the variable %s, whose value Remember does not see. Add it at the end: lessons.Remember(name, f, %s)",
		"関数の中で変数 %s を使っていますが、Remember にはその値がわかりません。最後に加えてください：lessons.Remember(name, f, %s)")
)

// dependency is the source that a function depends on within the notebook.
type dependency struct {
	Text    string   // formatted, without comments
	Imports []string // the paths of the packages that it uses, in order
	Unkept  string   // a variable that a loop over lessons.Steps changes and does not keep
}

// DependsOn returns the source of f and of everything that it reaches, in an order that does not depend on where it
// stands in the notebook.
func DependsOn(f reflect.Value) (dependency, error) {
	pc := runtime.FuncForPC(f.Pointer())
	a := Read(f)
	if pc == nil || a == nil {
		return dependency{}, errors.New(noSource.String())
	}
	// "main.train" is a function, "main.classifier.func1" a literal in one, "main.(*T).method-fm" a method as a value.
	name, _, literal := strings.Cut(strings.TrimPrefix(pc.Name(), "main."), ".func")
	outer := a.Funcs[name]
	_, line := pc.FileLine(pc.Entry())
	if literal { // where its function was inlined, the name begins with the caller's; the line is right
		for _, decl := range a.Funcs {
			if a.line(decl.Pos()) <= line && line <= a.line(decl.End()) {
				outer = decl
			}
		}
	}
	if outer == nil {
		return dependency{}, errors.New(noSource.String())
	}
	var from ast.Node = outer
	if literal {
		call, lit := a.literal(outer, line)
		if lit == nil {
			return dependency{}, errors.New(noSource.String())
		}
		if missing := captured(outer, call, lit); missing != "" {
			return dependency{}, errors.New(notAmong.Fill(missing, missing).String())
		}
		from = lit
	}
	return a.dependency(from), nil
}

// literal returns the function literal at a line, and the call that it is an argument of. Where several stand on that
// line, the outermost one is taken.
func (a *Answer) literal(outer *ast.FuncDecl, line int) (call *ast.CallExpr, found *ast.FuncLit) {
	ast.Inspect(outer, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, arg := range c.Args {
			if lit, ok := arg.(*ast.FuncLit); ok && a.line(lit.Pos()) <= line && line <= a.line(lit.End()) &&
				(found == nil || lit.Pos() > found.Pos() && a.line(lit.Pos()) > a.line(found.Pos())) {
				call, found = c, lit
			}
		}
		return true
	})
	return call, found
}

// dependency collects what a node reaches: functions, types with their methods, variables and constants.
func (a *Answer) dependency(from ast.Node) dependency {
	parts := map[string]string{"": a.formatted(from)}
	d := dependency{}
	var visit func(n ast.Node)
	visit = func(n ast.Node) {
		for _, name := range Names(n) {
			if path, imported := a.imports[name]; imported && !slices.Contains(d.Imports, path) {
				d.Imports = append(d.Imports, path)
			}
			if _, seen := parts[name]; seen || name == "main" {
				continue
			}
			for _, decl := range a.decls[name] {
				parts[name] += a.formatted(decl) + "\n"
				if d.Unkept == "" {
					d.Unkept = a.unkept(decl)
				}
			}
			for _, decl := range a.decls[name] {
				visit(decl)
			}
		}
	}
	d.Unkept = a.unkept(from)
	visit(from)
	parts["main"] = a.prepared(parts)
	var sorted []string
	for name := range parts {
		sorted = append(sorted, name)
	}
	slices.Sort(sorted)
	var b strings.Builder
	for _, name := range sorted {
		b.WriteString(parts[name] + "\n")
	}
	d.Text = b.String()
	slices.Sort(d.Imports)
	return d
}

// prepared returns what the cell's own statements do to what a function reaches: they give its variables other values, or
// begin the stream of random numbers that it draws from, unless it does that itself.
func (a *Answer) prepared(reached map[string]string) string {
	main := a.Funcs["main"]
	if main == nil {
		return ""
	}
	draws := false // only what calls nn can draw from its stream
	for _, text := range reached {
		draws = draws || strings.Contains(text, "nn.")
	}
	for _, text := range reached {
		draws = draws && !strings.Contains(text, "nn.Seed(")
	}
	var b strings.Builder
	ast.Inspect(main, func(n ast.Node) bool {
		var changed []ast.Expr
		switch s := n.(type) {
		case *ast.AssignStmt:
			if s.Tok != token.DEFINE {
				changed = s.Lhs
			}
		case *ast.IncDecStmt:
			changed = []ast.Expr{s.X}
		case *ast.ExprStmt:
			if text := a.formatted(s); draws && strings.HasPrefix(text, "nn.Seed(") {
				b.WriteString(text + "\n")
			}
		}
		for _, left := range changed {
			if of := Names(left); len(of) > 0 && a.Variable(of[0]) && reached[of[0]] != "" {
				b.WriteString(a.formatted(n) + "\n")
			}
		}
		return true
	})
	return b.String()
}

// formatted is the source of a node in one layout, without comments.
func (a *Answer) formatted(n ast.Node) string {
	var b strings.Builder
	if err := printer.Fprint(&b, token.NewFileSet(), n); err != nil {
		return a.Source(n) // what cannot be printed anew is taken as it stands
	}
	return b.String()
}
