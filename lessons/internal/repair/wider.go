package repair

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"
)

// change is a part of the source that something else is put for.
type change struct {
	from, to int // in the source
	text     string
}

// everywhere makes each change that was made so far in all places where the same stands: a line that was copied has its slip
// along with it.
func (m *maker) everywhere() {
	const tokensAtLeast = 2 // a name or a sign by itself stands in too many places
	for _, c := range slices.Clone(m.changes) {
		old := m.source[c.from:c.to]
		if len(scan(old)) <= tokensAtLeast || strings.Count(m.source, old) < 2 {
			continue
		}
		var b strings.Builder
		rest, places := m.source, 0
		for {
			before, after, found := strings.Cut(rest, old)
			b.WriteString(before)
			if !found {
				break
			}
			if within := m.source[:len(m.source)-len(after)-len(old)]; inName(within, old, after) {
				b.WriteString(old)
			} else {
				b.WriteString(c.text)
				places++
			}
			rest = after
		}
		if places > 1 {
			m.add(b.String())
		}
	}
}

// shadows puts = for every := of a variable that is there already: in each branch of an if, the same slip is made anew.
func (m *maker) shadows() {
	outside := map[string]bool{}
	for _, name := range m.results() {
		outside[name] = true
	}
	for _, s := range m.decl.Body.List {
		if d, ok := s.(*ast.DeclStmt); ok {
			for name := range declaredBy(d) {
				outside[name] = true
			}
		}
		if a, ok := s.(*ast.AssignStmt); ok && a.Tok == token.DEFINE && len(a.Lhs) == 1 {
			outside[m.src(a.Lhs[0])] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(outside)) { // in one order, so that one answer has one card
		m.rewrite(func(n ast.Node) (from, to token.Pos, text string) {
			if a, ok := n.(*ast.AssignStmt); ok && a.Tok == token.DEFINE && len(a.Lhs) == 1 && m.src(a.Lhs[0]) == name && !slices.Contains(m.decl.Body.List, ast.Stmt(a)) {
				return a.TokPos, a.TokPos + 2, "="
			}
			return 0, 0, ""
		})
	}
}

func declaredBy(d *ast.DeclStmt) map[string]bool {
	declared, _ := declarations(&ast.BlockStmt{List: []ast.Stmt{d}})
	return declared
}

// twins puts another text in two places where the same stands: what is chosen on the way forward is chosen once more on the way back.
func (m *maker) twins() {
	var all []*ast.BasicLit
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			all = append(all, lit)
		}
		return true
	})
	for i, one := range all {
		for _, two := range all[i+1:] {
			for _, other := range m.search.literals() {
				if one.Value == two.Value && other != one.Value {
					m.rewrite(func(n ast.Node) (from, to token.Pos, text string) {
						if n == ast.Node(one) || n == ast.Node(two) {
							return n.Pos(), n.End(), other
						}
						return 0, 0, ""
					})
				}
			}
		}
	}
}

// decimals keeps what every int(…) cuts off.
func (m *maker) decimals() {
	m.rewrite(func(n ast.Node) (from, to token.Pos, text string) {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || m.src(call.Fun) != "int" {
			return 0, 0, ""
		}
		if _, name := call.Args[0].(*ast.Ident); name {
			return call.Pos(), call.End(), m.src(call.Args[0])
		}
		return call.Pos(), call.Lparen, ""
	})
}

// rewrite makes the changes of all nodes that have one, in one variant.
func (m *maker) rewrite(of func(n ast.Node) (from, to token.Pos, text string)) {
	changed, moved := m.source, 0
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		from, to, text := of(n)
		if from == 0 {
			return true
		}
		begin, end := int(from)-m.base+moved, int(to)-m.base+moved
		changed = changed[:begin] + text + changed[end:]
		moved += len(text) - (end - begin)
		return true
	})
	m.add(changed)
}

// inName reports whether a text between two others begins or ends in the middle of a name.
func inName(before, text, after string) bool {
	letter := func(s string, at int) bool {
		return at >= 0 && at < len(s) && (s[at] == '_' || s[at] >= '0' && s[at] <= '9' || s[at] >= 'a' && s[at] <= 'z' || s[at] >= 'A' && s[at] <= 'Z' || s[at] >= 0x80)
	}
	return letter(before, len(before)-1) && letter(text, 0) || letter(text, len(text)-1) && letter(after, 0)
}

// wraps takes a function of what is assigned or returned: the last step of a formula is easily forgotten.
func (m *maker) wraps() {
	methods := []string{".Exp()", ".Log()", ".Sigmoid()", ".Tanh()", ".ReLU()", ".Apply(math.Sqrt)", ".Apply(math.Abs)"}
	functions := []string{"math.Exp", "math.Log", "math.Sqrt", "math.Abs"}
	wrap := func(e ast.Expr) {
		switch e.(type) {
		case *ast.CallExpr:
			for _, method := range methods {
				m.put(e.End(), e.End(), method)
			}
		case *ast.BinaryExpr, *ast.Ident:
		default:
			return
		}
		for _, f := range functions {
			m.set(e, f+"("+m.src(e)+")")
		}
	}
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && n.Tok == token.ASSIGN || n.Tok == token.DEFINE && len(n.Lhs) == 1 {
				wrap(n.Rhs[0])
			}
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				wrap(e)
			}
		}
		return true
	})
}

// backwards has a loop run the other way: what goes back through the layers begins at the last.
func (m *maker) backwards() {
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.RangeStmt:
			if key, ok := n.Key.(*ast.Ident); ok && n.Value == nil {
				for _, last := range []string{m.src(n.X), "len(" + m.src(n.X) + ")"} {
					m.put(n.Key.Pos(), n.X.End(), key.Name+" := "+last+" - 1; "+key.Name+" >= 0; "+key.Name+"--")
				}
			}
		case *ast.ForStmt:
			if head, ok := m.reversed(n); ok {
				m.put(n.Init.Pos(), n.Post.End(), head)
			}
		}
		return true
	})
}

// reversed is the head of a loop that counts, so that it counts the other way.
func (m *maker) reversed(n *ast.ForStmt) (head string, ok bool) {
	init, begins := n.Init.(*ast.AssignStmt)
	cond, compares := n.Cond.(*ast.BinaryExpr)
	post, counts := n.Post.(*ast.IncDecStmt)
	if !begins || !compares || !counts || len(init.Lhs) != 1 || m.src(init.Lhs[0]) != m.src(cond.X) || m.src(post.X) != m.src(cond.X) {
		return "", false
	}
	i, first, last := m.src(cond.X), m.src(init.Rhs[0]), m.src(cond.Y)
	switch cond.Op {
	case token.LSS:
		last += " - 1"
	case token.GTR:
		last += " + 1"
	case token.LEQ, token.GEQ:
	default:
		return "", false
	}
	if post.Tok == token.INC {
		return i + " := " + last + "; " + i + " >= " + first + "; " + i + "--", true
	}
	return i + " := " + last + "; " + i + " <= " + first + "; " + i + "++", true
}

// split makes two loops of one, the second behind the first: what the first sums up is whole there.
func (m *maker) split() {
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		s, ok := n.(ast.Stmt)
		if !ok || loopBody(s) == nil {
			return true
		}
		body := loopBody(s)
		head := m.source[int(s.Pos())-m.base : int(body.Lbrace)+1-m.base]
		for _, second := range body.List[min(1, len(body.List)):] {
			if _, ends := second.(*ast.ReturnStmt); !ends {
				m.put(second.Pos(), second.Pos(), "}\n"+head+"\n")
			}
		}
		return true
	})
}

// tidy is a function without the declarations of variables that it does not use any more, which the compiler would refuse; empty
// where there is more to do than that.
func tidy(source string) string {
	const rounds = 4
	for range rounds {
		f := parse(source)
		if f == nil {
			return ""
		}
		if !unused(f) {
			return source
		}
		if source = withoutOne(source, f); source == "" {
			return ""
		}
	}
	return ""
}

// withoutOne leaves out one declaration of what is named nowhere else.
func withoutOne(source string, f *ast.FuncDecl) (less string) {
	const base = 1 + len("package main\n")
	count := map[string]int{"_": 1}
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name != "_" {
			count[id.Name]++
		}
		return true
	})
	idle := func(e ast.Expr) bool { id, ok := e.(*ast.Ident); return ok && count[id.Name] == 1 }
	ast.Inspect(f.Body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if less == "" && ok && a.Tok == token.DEFINE && !slices.ContainsFunc(a.Lhs, func(e ast.Expr) bool { return !idle(e) }) {
			less = source[:int(a.Pos())-base] + source[int(a.End())-base:]
		}
		return less == ""
	})
	return less
}
