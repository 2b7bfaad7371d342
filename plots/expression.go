package plots

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"slices"
	"strconv"
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

// functions are the functions that an expression may call, with their derivatives.
var functions = map[string]struct{ f, slope func(x float64) float64 }{
	"exp":     {math.Exp, math.Exp},
	"log":     {math.Log, func(x float64) float64 { return 1 / x }},
	"sigmoid": {sigmoid, func(x float64) float64 { return sigmoid(x) * (1 - sigmoid(x)) }},
	"tanh":    {math.Tanh, func(x float64) float64 { return 1 - math.Tanh(x)*math.Tanh(x) }},
	"relu": {func(x float64) float64 { return max(0, x) }, func(x float64) float64 {
		if x > 0 {
			return 1
		}
		return 0
	}},
	"square": {func(x float64) float64 { return x * x }, func(x float64) float64 { return 2 * x }},
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

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

// names lists the names in an expression, each once, from left to right; a function's name is none of them.
func names(expr ast.Expr, found []string) []string {
	switch e := expr.(type) {
	case *ast.Ident:
		if slices.Contains(found, e.Name) {
			return found
		}
		return append(found, e.Name)
	case *ast.ParenExpr:
		return names(e.X, found)
	case *ast.UnaryExpr:
		return names(e.X, found)
	case *ast.BinaryExpr:
		return names(e.Y, names(e.X, found))
	case *ast.CallExpr:
		for _, arg := range e.Args {
			found = names(arg, found)
		}
	}
	return found
}

// eval computes an expression and its derivative with respect to each of args.
func (r *reader) eval(expr ast.Expr, args []*node) (float64, []float64) {
	zero := make([]float64, len(args))
	combine := func(p float64, dx []float64, q float64, dy []float64) []float64 {
		all := make([]float64, len(args))
		for i := range all {
			all[i] = p*dx[i] + q*dy[i]
		}
		return all
	}
	switch e := expr.(type) {
	case *ast.BasicLit:
		if x, err := strconv.ParseFloat(e.Value, 64); err == nil {
			return x, zero
		}
	case *ast.Ident:
		for i, arg := range args {
			if arg == r.known[e.Name] {
				zero[i] = 1
				return arg.value, zero
			}
		}
	case *ast.ParenExpr:
		return r.eval(e.X, args)
	case *ast.UnaryExpr:
		x, dx := r.eval(e.X, args)
		if e.Op == token.SUB {
			return -x, combine(-1, dx, 0, zero)
		}
	case *ast.BinaryExpr:
		x, dx := r.eval(e.X, args)
		y, dy := r.eval(e.Y, args)
		switch e.Op {
		case token.ADD:
			return x + y, combine(1, dx, 1, dy)
		case token.SUB:
			return x - y, combine(1, dx, -1, dy)
		case token.MUL:
			return x * y, combine(y, dx, x, dy)
		case token.QUO:
			return x / y, combine(1/y, dx, -x/(y*y), dy)
		}
	case *ast.CallExpr:
		if id, ok := e.Fun.(*ast.Ident); ok && len(e.Args) == 1 {
			if f, ok := functions[id.Name]; ok {
				x, dx := r.eval(e.Args[0], args)
				return f.f(x), combine(f.slope(x), dx, 0, zero)
			}
		}
	}
	panic(noOperation.Fill(r.formula(expr)).String())
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
