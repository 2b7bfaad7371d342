package repair

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"
)

// maker makes variants of a function's source.
type maker struct {
	source  string
	base    int
	decl    *ast.FuncDecl
	texts   []string
	changes []change // that have made the texts so far
	seen    map[string]bool
	names   []string // of the variables of the function, and of the fields of its parameters
	search  *search
}

// variants are the function with one change each, likely ones first.
func (s *search) variants() []string {
	m := s.maker(s.source)
	if m == nil {
		return nil
	}
	m.simple()
	m.everywhere()
	m.shadows()
	m.decimals()
	m.twins()
	m.backwards()
	m.statements()
	m.wraps()
	m.split()
	missing := m.ingredients(s.Reference)
	m.exchanges()
	for _, c := range missing { // a line that is not there is the last guess: with the right line, much comes out right
		m.put(c.from, c.to, c.text)
	}
	return m.texts
}

// simple are those variants of a function that take no more than another sign, operator, method or constant.
func (s *search) simple(source string) []string {
	m := s.maker(source)
	if m == nil {
		return nil
	}
	m.simple()
	return m.texts
}

func (s *search) maker(source string) *maker {
	const head = "package main\n"
	file, err := parser.ParseFile(token.NewFileSet(), "", head+source, parser.SkipObjectResolution)
	if err != nil || len(file.Decls) != 1 {
		return nil
	}
	decl, ok := file.Decls[0].(*ast.FuncDecl)
	if !ok {
		return nil
	}
	m := &maker{source: source, base: 1 + len(head), decl: decl, seen: map[string]bool{source: true}, search: s}
	m.variables()
	return m
}

// tokens is a source without its layout and comments.
func tokens(source string) string { return strings.Join(scan(source), " ") }

func scan(source string) []string {
	var s scanner.Scanner
	fset := token.NewFileSet()
	s.Init(fset.AddFile("", fset.Base(), len(source)), []byte(source), func(token.Position, string) {}, 0)
	var all []string
	for {
		_, tok, lit := s.Scan()
		switch {
		case tok == token.EOF:
			return all
		case tok == token.SEMICOLON:
			all = append(all, ";")
		case lit != "":
			all = append(all, lit)
		default:
			all = append(all, tok.String())
		}
	}
}

func (m *maker) src(n ast.Node) string { return m.source[int(n.Pos())-m.base : int(n.End())-m.base] }

func (m *maker) put(from, to token.Pos, text string) {
	c := change{int(from) - m.base, int(to) - m.base, text}
	if m.add(m.source[:c.from] + text + m.source[c.to:]) {
		m.changes = append(m.changes, c)
	}
}

// add keeps a variant. It reports whether there was none like it.
func (m *maker) add(changed string) bool {
	if !m.seen[changed] && !strings.Contains(changed, "float64(float64(") { // nobody would write that
		m.seen[changed] = true
		m.texts = append(m.texts, changed)
		return true
	}
	return false
}

func (m *maker) set(n ast.Node, text string) { m.put(n.Pos(), n.End(), text) }

func (m *maker) variables() {
	ast.Inspect(m.decl, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name != "_" && !slices.Contains(m.names, id.Name) && !known[id.Name] {
			m.names = append(m.names, id.Name)
		}
		return true
	})
}

// known are names that are no variables.
var known = map[string]bool{"nn": true, "math": true, "float64": true, "int": true, "string": true, "len": true, "append": true, "make": true, "range": true, "nil": true, "fmt": true}

// simple changes are those of an operator, a method, a constant, a sign.
func (m *maker) simple() {
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			m.binary(n)
		case *ast.UnaryExpr:
			if n.Op == token.SUB {
				m.set(n, m.src(n.X))
			}
		case *ast.BasicLit:
			for _, other := range []string{"0", "1", "2", "-1", "0.5"} {
				if n.Kind == token.INT || n.Kind == token.FLOAT {
					m.set(n, other)
				}
			}
			for _, other := range m.search.literals() {
				if n.Kind == token.STRING {
					m.set(n, other)
				}
			}
		case *ast.CallExpr:
			m.call(n)
		case *ast.AssignStmt:
			m.assign(n)
		case *ast.RangeStmt:
			m.ranged(n)
		case *ast.IndexExpr:
			m.index(n)
		case *ast.ReturnStmt:
			m.swapped(n.Results)
		}
		return true
	})
}

// swapped exchanges any two of what stands in a list.
func (m *maker) swapped(list []ast.Expr) {
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			between := m.source[int(list[i].End())-m.base : int(list[j].Pos())-m.base]
			m.put(list[i].Pos(), list[j].End(), m.src(list[j])+between+m.src(list[i]))
		}
	}
}

// literals are the texts that the reference names.
func (s *search) literals() (all []string) {
	for _, t := range scan(s.Reference) {
		if t[0] == '"' && !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return all
}

var otherOperators = map[token.Token][]string{
	token.ADD: {"-", "*"}, token.SUB: {"+", "/"}, token.MUL: {"/", "+"}, token.QUO: {"*", "-"},
	token.GTR: {">=", "<", "<="}, token.LSS: {"<=", ">", ">="}, token.GEQ: {">", "<", "<="}, token.LEQ: {"<", ">", ">="}, token.EQL: {"!="}, token.NEQ: {"=="},
}

func (m *maker) binary(n *ast.BinaryExpr) {
	x, y := m.src(n.X), m.src(n.Y)
	for _, op := range otherOperators[n.Op] {
		m.put(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), op)
	}
	if n.Op == token.SUB || n.Op == token.QUO {
		m.set(n, y+" "+n.Op.String()+" "+x)
	}
	m.set(n, x)
	m.set(n, y)
	if n.Op == token.QUO || n.Op == token.MUL { // 1/(1+x) for 1/1 + x, and its like
		if inner, ok := n.Y.(*ast.BinaryExpr); ok {
			m.set(n, "("+x+n.Op.String()+m.src(inner.X)+")"+inner.Op.String()+m.src(inner.Y))
		}
	}
	if n.Op == token.ADD || n.Op == token.SUB {
		if inner, ok := n.X.(*ast.BinaryExpr); ok && (inner.Op == token.QUO || inner.Op == token.MUL) {
			m.set(n, m.src(inner.X)+" "+inner.Op.String()+" ("+m.src(inner.Y)+" "+n.Op.String()+" "+y+")")
		}
		if inner, ok := n.Y.(*ast.BinaryExpr); ok && (inner.Op == token.QUO || inner.Op == token.MUL) {
			m.set(n, "("+x+" "+n.Op.String()+" "+m.src(inner.X)+") "+inner.Op.String()+" "+m.src(inner.Y))
		}
	}
}

// otherMethods are those that are taken for one another.
var otherMethods = map[string][]string{
	"Add": {"Sub", "Mul"}, "Sub": {"Add"}, "Mul": {"Dot", "Div", "Add"}, "Div": {"Mul"}, "Dot": {"Mul"}, "SumRows": {"SumCols", "Sum"}, "SumCols": {"SumRows", "Sum"},
	"Sum": {"Mean", "SumRows", "SumCols"}, "Mean": {"Sum"}, "Max": {"Sum", "Mean", "Min"}, "Min": {"Max"}, "Log": {"Exp"}, "Exp": {"Log"}, "Tanh": {"Sigmoid", "ReLU"}, "Sigmoid": {"Tanh", "ReLU"}, "ReLU": {"Sigmoid", "Tanh"},
	"Row": {"Column"}, "Column": {"Row"}, "Rand": {"Randn"}, "Randn": {"Rand", "Zeros"}, "Zeros": {"Randn"}, "ConcatRows": {"ConcatCols"}, "ConcatCols": {"ConcatRows"},
	"Log2": {"Log"}, "Log10": {"Log"}, "Log1p": {"Log"}, "Exp2": {"Exp"}, "Expm1": {"Exp"}, "Cbrt": {"Sqrt"}, "Atan": {"Tanh"}, "Tan": {"Tanh"}, "Sinh": {"Tanh"}, "Cosh": {"Tanh"}, "Atanh": {"Tanh"}, "Floor": {"Round"}, "Ceil": {"Round", "Floor"}, "Round": {"Floor"},
	"Pow": nil,
}

func (m *maker) call(n *ast.CallExpr) {
	m.swapped(n.Args)
	if id, plain := n.Fun.(*ast.Ident); plain {
		m.builtin(id.Name, n)
	}
	s, ok := n.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	x, name := m.src(s.X), s.Sel.Name
	for _, other := range otherMethods[name] {
		m.set(s.Sel, other)
	}
	if x == "math" {
		if len(n.Args) == 1 {
			if name == "Abs" {
				m.set(n, "math.Max("+m.src(n.Args[0])+", 0)")
			}
			m.set(n, m.src(n.Args[0]))
			m.set(n.Args[0], "-("+m.src(n.Args[0])+")")
		}
		return
	}
	if x == "nn" {
		return
	}
	m.put(s.X.End(), n.End(), "") // without it
	switch name {
	case "Sub", "Div", "Dot", "Mul", "Add":
		m.set(n, m.src(n.Args[0])+"."+name+"("+x+")")
		m.set(n, m.src(n.Args[0]))
	}
	if name == "Dot" {
		m.put(s.X.End(), s.X.End(), ".T()")
		m.put(n.Args[0].End(), n.Args[0].End(), ".T()")
		m.set(n, m.src(n.Args[0])+".T().Dot("+x+")")
		m.set(n, m.src(n.Args[0])+".Dot("+x+".T())")
	}
	if name == "Apply" && len(n.Args) == 1 {
		m.applied(n.Args[0])
	}
	if name != "T" {
		m.put(n.End(), n.End(), ".T()")
		m.put(n.End(), n.End(), ".Scale(-1)")
	}
}

// builtin changes a call of what Go itself has.
func (m *maker) builtin(name string, n *ast.CallExpr) {
	switch {
	case name == "float64" && len(n.Args) == 1:
		m.conversion(n)
	case name == "make" && len(n.Args) == 2:
		m.put(n.Args[1].Pos(), n.Args[1].Pos(), "0, ") // append adds behind what is there
	case name == "len" && len(n.Args) == 1:
		m.length(n.Args[0])
	}
}

// applied applies another function of package math to each entry.
func (m *maker) applied(f ast.Expr) {
	if s, ok := f.(*ast.SelectorExpr); ok && m.src(s.X) == "math" {
		for _, other := range otherMethods[s.Sel.Name] {
			m.set(s.Sel, other)
		}
	}
}

// conversion divides numbers and not whole ones.
func (m *maker) conversion(n *ast.CallExpr) {
	if b, ok := n.Args[0].(*ast.BinaryExpr); ok {
		m.set(n, m.src(b.X)+" "+b.Op.String()+" float64("+m.src(b.Y)+")")
		m.set(n, "float64("+m.src(b.X)+") "+b.Op.String()+" float64("+m.src(b.Y)+")")
	}
	if inner, ok := n.Args[0].(*ast.CallExpr); ok && m.src(inner.Fun) == "float32" {
		m.set(n, m.src(inner.Args[0]))
	}
}

// length counts what lies one level further in, or out: len(rows[0]) for len(rows).
func (m *maker) length(of ast.Expr) {
	if inner, ok := of.(*ast.IndexExpr); ok {
		m.set(of, m.src(inner.X))
	}
	m.put(of.End(), of.End(), "[0]")
}

func (m *maker) assign(n *ast.AssignStmt) {
	for _, op := range map[token.Token][]string{
		token.ASSIGN: {"+=", "-="}, token.ADD_ASSIGN: {"=", "-="}, token.SUB_ASSIGN: {"=", "+="}, token.DEFINE: {"=", "+="}, token.MUL_ASSIGN: {"/=", "+="}, token.QUO_ASSIGN: {"*=", "="},
	}[n.Tok] {
		m.put(n.TokPos, n.TokPos+token.Pos(len(n.Tok.String())), op)
	}
	if len(n.Rhs) != 1 {
		return
	}
	if len(n.Lhs) == 1 {
		m.put(n.Rhs[0].Pos(), n.Rhs[0].Pos(), "-")
		if list, ok := n.Rhs[0].(*ast.CompositeLit); ok && n.Tok == token.ASSIGN && len(list.Elts) == 1 {
			m.set(list, "append("+m.src(n.Lhs[0])+", "+m.src(list.Elts[0])+")")
		}
		if m.src(n.Lhs[0]) == "_" {
			for _, name := range m.results() {
				m.set(n.Lhs[0], name)
			}
		}
	}
	if len(n.Lhs) == 2 && n.Tok == token.DEFINE { // n, _ := for _, m :=
		m.put(n.Lhs[0].Pos(), n.Lhs[1].End(), m.src(n.Lhs[1])+", "+m.src(n.Lhs[0]))
	}
}

// results are the names of the function's results.
func (m *maker) results() []string {
	var all []string
	if m.decl.Type.Results != nil {
		for _, field := range m.decl.Type.Results.List {
			for _, id := range field.Names {
				all = append(all, id.Name)
			}
		}
	}
	return all
}

func (m *maker) ranged(n *ast.RangeStmt) {
	m.counted(n)
	m.lastOne(n)
	m.put(n.X.End(), n.X.End(), "-1")
	m.put(n.X.End(), n.X.End(), "+1")
	switch e := n.X.(type) {
	case *ast.BinaryExpr:
		m.set(n.X, m.src(e.X))
	case *ast.SliceExpr:
		m.set(n.X, m.src(e.X))
	}
}

// lastOne asks for the last round where the first is asked for, and the other way round.
func (m *maker) lastOne(n *ast.RangeStmt) {
	key, ok := n.Key.(*ast.Ident)
	if !ok || key.Name == "_" {
		return
	}
	last := "len(" + m.src(n.X) + ")-1"
	ast.Inspect(n.Body, func(inner ast.Node) bool {
		if b, ok := inner.(*ast.BinaryExpr); ok && (b.Op == token.EQL || b.Op == token.NEQ) && m.src(b.X) == key.Name {
			for _, other := range []string{last, "0"} {
				m.set(b.Y, other)
			}
		}
		return true
	})
}

// counted puts the number of the round in the place of a number that stays the same: Y[i] for Y[0].
func (m *maker) counted(n *ast.RangeStmt) {
	key, ok := n.Key.(*ast.Ident)
	if !ok || key.Name != "_" || n.Tok != token.DEFINE {
		return
	}
	ast.Inspect(n.Body, func(inner ast.Node) bool {
		x, ok := inner.(*ast.IndexExpr)
		if !ok {
			return true
		}
		if _, fixed := x.Index.(*ast.BasicLit); fixed {
			m.put(key.Pos(), x.Index.End(), "i"+m.source[int(key.End())-m.base:int(x.Index.Pos())-m.base]+"i")
		}
		return true
	})
}

func (m *maker) index(n *ast.IndexExpr) {
	m.put(n.Index.End(), n.Index.End(), "-1")
	m.put(n.Index.End(), n.Index.End(), "+1")
	if b, ok := n.Index.(*ast.BinaryExpr); ok {
		m.set(n.Index, m.src(b.X))
	}
}
