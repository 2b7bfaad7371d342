// Package graph computes an expression step by step, as a computation graph: the values forward, and by the chain rule
// the derivatives of the result backward. plots.ComputationGraph draws what it finds.
package graph

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// Node is one step of a computation: what it is called, how it is computed of others, its value, and the derivatives of
// the computation's result.
type Node struct {
	Name    string    // "u"; empty for a step inside an expression
	Formula string    // "b·c", as a reader of mathematics writes it; empty for an input
	Args    []*Node   // what it is computed of, each once
	Value   float64   // forward
	Local   []float64 // its derivative with respect to each of Args
	Grad    float64   // backward: the derivative of the result with respect to it, Σ Grad·Local over all that it serves
}

// Label is what the node is called in formulas of others: its name, or its formula where it has none.
func (n *Node) Label() string {
	if n.Name != "" {
		return n.Name
	}
	return n.Formula
}

// pretty is how formulas name functions.
var pretty = map[string]string{"sigmoid": "σ"}

// reader turns an expression into nodes, in the order in which they are computed.
type reader struct {
	source string
	values map[string]float64
	known  map[string]*Node
	order  []*Node
	split  bool // every operation is a node of its own
}

var (
	unreadable = words.T("this expression cannot be read: %s. Write it as in Go, such as \"u = b*c; v = a + u; J = 3*v\".",
		"この式を読み取れません：%s。\"u = b*c; v = a + u; J = 3*v\" のように、Go の書き方で書いてください。")
	noValue = words.T("%s has no value: add it to the values, as \"%[1]s\": 1.",
		"%s の値がありません。\"%[1]s\": 1 のように値を加えてください。")
	noStar = words.T("%s has no value. Where a product is meant, write it with a star: %s.",
		"%s の値がありません。かけ算なら、%s のように * を書いてください。")
	noOperation = words.T("\"%s\" is not known here; there are + − * / and the functions %s.",
		"「%s」は使えません。使えるのは + − * / と、関数 %s です。")
)

// Error is why an expression cannot be computed, and what to write instead.
type Error words.Text

// Error says so in the learner's language.
func (e Error) Error() string { return words.Text(e).String() }

// Compute computes an expression of one or more steps "name = formula", written as in Go, and its derivatives; values holds
// the inputs. Steps are separated by semicolons or line ends. With several steps each is a node; a single one is taken
// apart into its operations. Besides + − * / there are the functions exp, log and square, and the
// activations of networks: sigmoid, tanh, relu, leakyrelu.
//
// It returns the nodes that the result needs, each after all that it is computed of; the last one is the result. It
// returns an Error where the expression cannot be read, an input has no value, or an operation is not known.
func Compute(expression string, values map[string]float64) (nodes []*Node, err error) {
	defer func() {
		if said := recover(); said != nil {
			e, ours := said.(Error) // what reader and eval panic with
			if !ours {
				panic(said)
			}
			err = e
		}
	}()
	return compute(expression, values), nil
}

func compute(source string, values map[string]float64) []*Node {
	steps := strings.FieldsFunc(source, func(r rune) bool { return r == ';' || r == '\n' })
	r := &reader{source: source, values: values, known: map[string]*Node{}}
	var kept []string
	for _, step := range steps {
		if strings.TrimSpace(step) != "" {
			kept = append(kept, step)
		}
	}
	r.split = len(kept) == 1
	var result *Node
	for _, step := range kept {
		name, formula, named := strings.Cut(step, "=")
		name = strings.TrimSuffix(strings.TrimSpace(name), ":") // u := a*b, as in a cell
		if !named {
			name, formula = "", step
		}
		expr, err := parser.ParseExpr(strings.TrimSpace(formula))
		if err != nil {
			panic(Error(unreadable.Fill(strings.TrimSpace(step))))
		}
		result = r.step(strings.TrimSpace(name), expr)
	}
	if result == nil {
		panic(Error(unreadable.Fill(`""`)))
	}
	result.Grad = 1
	for i := len(r.order) - 1; i >= 0; i-- {
		n := r.order[i]
		for k, arg := range n.Args {
			arg.Grad += n.Grad * n.Local[k]
		}
	}
	return inOrder(result, nil)
}

// inOrder lists a node and all it is computed of, each before what it serves, from the left of its formula to the right.
func inOrder(n *Node, found []*Node) []*Node {
	if slices.Contains(found, n) {
		return found
	}
	for _, arg := range n.Args {
		found = inOrder(arg, found)
	}
	return append(found, n)
}

// step adds the node of one named formula.
func (r *reader) step(name string, expr ast.Expr) *Node {
	var n *Node
	if r.split {
		expr = r.operands(expr)
	}
	n = &Node{Name: name, Formula: r.formula(expr)}
	for _, id := range names(expr, nil) {
		n.Args = append(n.Args, r.node(id))
	}
	var slopes []float64
	n.Value, slopes = r.eval(expr, n.Args)
	n.Local = slopes
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
		r.known[n.Formula] = n
		return &ast.Ident{Name: n.Formula}
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
func (r *reader) node(name string) *Node {
	if n := r.known[name]; n != nil {
		return n
	}
	value, ok := r.values[name]
	if !ok {
		if stars := r.product(name); stars != "" {
			panic(Error(noStar.Fill(name, stars)))
		}
		panic(Error(noValue.Fill(name)))
	}
	n := &Node{Name: name, Value: value}
	r.known[name] = n
	r.order = append(r.order, n)
	return n
}

// product is a name as a product of names that have a value, as mathematics writes them: b*c for bc; nothing where it is none.
func (r *reader) product(name string) string {
	for i := range name {
		if i == 0 || !r.has(name[:i]) {
			continue
		}
		rest := name[i:]
		if r.has(rest) {
			return name[:i] + "*" + rest
		}
		if more := r.product(rest); more != "" {
			return name[:i] + "*" + more
		}
	}
	return ""
}

func (r *reader) has(name string) bool {
	_, ok := r.values[name]
	return ok || r.known[name] != nil
}

// formula writes an expression as a reader of mathematics wants it.
func (r *reader) formula(expr ast.Expr) string {
	switch e := expr.(type) {
	case *ast.BasicLit:
		return e.Value
	case *ast.Ident:
		if n := r.known[e.Name]; n != nil && n.Name == "" && strings.ContainsAny(e.Name, "+−") && !strings.HasPrefix(e.Name, "(") {
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
