package plots

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// node is one step of a computation: what it is called, how it is computed of others, its value, and the derivatives of
// the computation's result.
type node struct {
	name    string    // "u"; empty for a step inside an expression
	formula string    // "b·c"; empty for an input
	args    []*node   // what it is computed of, each once
	value   float64   // forward
	local   []float64 // its derivative with respect to each of args
	grad    float64   // backward: the derivative of the result with respect to it
}

// label is what the node is called in formulas of others.
func (n *node) label() string {
	if n.name != "" {
		return n.name
	}
	return n.formula
}

// pretty is how formulas name functions.
var pretty = map[string]string{"sigmoid": "σ"}

// reader turns an expression into nodes, in the order in which they are computed.
type reader struct {
	source string
	values map[string]float64
	known  map[string]*node
	order  []*node
	split  bool // every operation is a node of its own
}

var (
	unreadable = words.T("plots: this expression cannot be read: %s. Write it as in Go, such as \"u = b*c; v = a + u; J = 3*v\".",
		"plots: この式を読み取れません：%s。\"u = b*c; v = a + u; J = 3*v\" のように、Go の書き方で書いてください。")
	noValue = words.T("plots: %s has no value: add it to the values, as \"%[1]s\": 1.",
		"plots: %s の値がありません。\"%[1]s\": 1 のように値を加えてください。")
	noOperation = words.T("plots: \"%s\" is not known here; there are + − * / and the functions exp, log, sigmoid, tanh, relu, square.",
		"plots: 「%s」は使えません。使えるのは + − * / と、関数 exp、log、sigmoid、tanh、relu、square です。")
)

// read computes an expression of one or more steps "name = formula", and its derivatives. With several steps each is a
// node; a single one is taken apart into its operations.
func read(source string, values map[string]float64) []*node {
	steps := strings.FieldsFunc(source, func(r rune) bool { return r == ';' || r == '\n' })
	r := &reader{source: source, values: values, known: map[string]*node{}}
	var kept []string
	for _, step := range steps {
		if strings.TrimSpace(step) != "" {
			kept = append(kept, step)
		}
	}
	r.split = len(kept) == 1
	var result *node
	for _, step := range kept {
		name, formula, named := strings.Cut(step, "=")
		if !named {
			name, formula = "", step
		}
		expr, err := parser.ParseExpr(strings.TrimSpace(formula))
		if err != nil {
			panic(unreadable.Fill(strings.TrimSpace(step)).String())
		}
		result = r.step(strings.TrimSpace(name), expr)
	}
	if result == nil {
		panic(unreadable.Fill(`""`).String())
	}
	result.grad = 1
	for i := len(r.order) - 1; i >= 0; i-- {
		n := r.order[i]
		for k, arg := range n.args {
			arg.grad += n.grad * n.local[k]
		}
	}
	return inOrder(result, nil)
}

// inOrder lists a node and all it is computed of, each before what it serves, from the left of its formula to the right.
func inOrder(n *node, found []*node) []*node {
	if slices.Contains(found, n) {
		return found
	}
	for _, arg := range n.args {
		found = inOrder(arg, found)
	}
	return append(found, n)
}

// step adds the node of one named formula.
func (r *reader) step(name string, expr ast.Expr) *node {
	var n *node
	if r.split {
		expr = r.operands(expr)
	}
	n = &node{name: name, formula: r.formula(expr)}
	for _, id := range names(expr, nil) {
		n.args = append(n.args, r.node(id))
	}
	var slopes []float64
	n.value, slopes = r.eval(expr, n.args)
	n.local = slopes
	r.order = append(r.order, n)
	if name != "" {
		r.known[name] = n
	}
	return n
}

// operands makes the operands of an operation nodes of their own, and returns the operation on their names.
func (r *reader) operands(expr ast.Expr) ast.Expr {
	inner := func(e ast.Expr) ast.Expr {
		for {
			p, ok := e.(*ast.ParenExpr)
			if !ok {
				break
			}
			e = p.X
		}
		switch e.(type) {
		case *ast.Ident, *ast.BasicLit:
			return e
		}
		if len(names(e, nil)) == 0 {
			return e
		}
		n := r.step("", e)
		r.known[n.formula] = n
		return &ast.Ident{Name: n.formula}
	}
	switch e := expr.(type) {
	case *ast.ParenExpr:
		return r.operands(e.X)
	case *ast.BinaryExpr:
		return &ast.BinaryExpr{X: inner(e.X), Op: e.Op, Y: inner(e.Y)}
	case *ast.UnaryExpr:
		return &ast.UnaryExpr{Op: e.Op, X: inner(e.X)}
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return &ast.CallExpr{Fun: e.Fun, Args: []ast.Expr{inner(e.Args[0])}}
		}
	}
	return expr
}

// node returns the node of a name: a step that was computed, or an input.
func (r *reader) node(name string) *node {
	if n := r.known[name]; n != nil {
		return n
	}
	value, ok := r.values[name]
	if !ok {
		panic(noValue.Fill(name).String())
	}
	n := &node{name: name, value: value}
	r.known[name] = n
	r.order = append(r.order, n)
	return n
}

// formula writes an expression as a reader of mathematics wants it.
func (r *reader) formula(expr ast.Expr) string {
	switch e := expr.(type) {
	case *ast.BasicLit:
		return e.Value
	case *ast.Ident:
		if n := r.known[e.Name]; n != nil && n.name == "" && strings.ContainsAny(e.Name, "+−") && !strings.HasPrefix(e.Name, "(") {
			return "(" + e.Name + ")"
		}
		return e.Name
	case *ast.ParenExpr:
		return "(" + r.formula(e.X) + ")"
	case *ast.UnaryExpr:
		return "−" + r.formula(e.X)
	case *ast.BinaryExpr:
		sign := map[token.Token]string{token.MUL: "·", token.QUO: "/", token.ADD: " + ", token.SUB: " − "}[e.Op]
		if sign == "" {
			sign = " " + e.Op.String() + " "
		}
		return r.formula(e.X) + sign + r.formula(e.Y)
	case *ast.CallExpr:
		name := r.formula(e.Fun)
		if p := pretty[name]; p != "" {
			name = p
		}
		var args []string
		for _, arg := range e.Args {
			args = append(args, r.formula(arg))
		}
		return name + "(" + strings.Join(args, ", ") + ")"
	}
	return fmt.Sprintf("%T", expr)
}
