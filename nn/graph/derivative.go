package graph

import (
	"go/ast"
	"go/token"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"nekonote/nn"
)

// function is a function that an expression may call, with its derivative.
type function struct{ f, slope func(x float64) float64 }

// functions are exp, log, square, and all activations of networks, "leaky relu" written leakyrelu.
var functions = func() map[string]function {
	all := map[string]function{
		"exp":    {math.Exp, math.Exp},
		"log":    {math.Log, func(x float64) float64 { return 1 / x }},
		"square": {func(x float64) float64 { return x * x }, func(x float64) float64 { return 2 * x }},
	}
	for _, g := range nn.Activations() {
		all[strings.ReplaceAll(string(g), " ", "")] = function{g.At, g.Slope}
	}
	return all
}()

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
func (r *reader) eval(expr ast.Expr, args []*Node) (float64, []float64) {
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
				return arg.Value, zero
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
	panic(Error(noOperation.Fill(r.formula(expr), strings.Join(slices.Sorted(maps.Keys(functions)), ", "))))
}
