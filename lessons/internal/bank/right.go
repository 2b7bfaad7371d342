package bank

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// right changes the reference as someone does who thinks in other ways, and is right.
func (m *mutator) right(id string) []Answer {
	r := mutator{checked: m.checked, source: m.source, function: m.function}
	ast.Inspect(m.function.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			r.otherwise(n)
		case *ast.CallExpr:
			r.otherCall(n)
		case *ast.AssignStmt:
			r.otherAssign(n)
		case *ast.UnaryExpr:
			if n.Op == token.SUB {
				r.put(n, "-1 * ("+r.src(n.X)+")", "times −1", "")
			}
		}
		return true
	})
	body := m.function.Body
	from, to := m.offset(body.Lbrace), m.offset(body.Rbrace)
	whole := m.source[from : to+1]
	if last, ok := body.List[len(body.List)-1].(*ast.ReturnStmt); ok && len(last.Results) > 0 {
		r.changes = append(r.changes, change{from, to + 1, "{\n\tanswer := func() (" + m.resultTypes() + ") " + whole + "\n\treturn answer()\n}", "a function in the function", ""})
		r.put(last, "defer func() { _ = 0 }()\n\t"+m.src(last), "a deferred call", "")
	}
	r.changes = append(r.changes, change{from + 1, from + 1, "\n\tfmt.Println(\"here I am\")\n", "a line that prints", ""},
		change{from + 1, from + 1, "\n\tif false {\n\t\tpanic(\"never\")\n\t}\n", "a guard", ""})
	var all []Answer
	count := map[string]int{}
	for _, ch := range r.changes {
		if count[ch.name]++; count[ch.name] > 2 {
			continue
		}
		all = append(all, Answer{Exercise: id, Name: ch.name, Right: true, Made: true, Source: m.source[:ch.from] + ch.text + m.source[ch.to:]})
	}
	return all
}

func (m *mutator) resultTypes() string {
	var all []string
	for _, f := range m.function.Type.Results.List {
		for range max(1, len(f.Names)) {
			all = append(all, m.src(f.Type))
		}
	}
	return strings.Join(all, ", ")
}

func (m *mutator) otherwise(n *ast.BinaryExpr) {
	x, y := m.src(n.X), m.src(n.Y)
	b, ok := m.info.TypeOf(n).Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsFloat == 0 {
		return
	}
	switch n.Op {
	case token.ADD, token.MUL:
		m.put(n, "("+y+") "+n.Op.String()+" ("+x+")", "the two sides swapped", "")
	case token.SUB:
		m.put(n, "-(("+y+") - ("+x+"))", "minus the other difference", "")
	case token.QUO:
		m.put(n, "(1 / ("+y+")) * ("+x+")", "times the reciprocal", "")
	}
}

func (m *mutator) otherCall(n *ast.CallExpr) {
	s, ok := n.Fun.(*ast.SelectorExpr)
	if !ok || m.src(s.X) == "math" || m.src(s.X) == "nn" {
		return
	}
	x := m.src(s.X)
	arg := ""
	if len(n.Args) > 0 {
		arg = m.src(n.Args[0])
	}
	switch s.Sel.Name {
	case "Add":
		m.put(n, x+".Sub(("+arg+").Scale(-1))", "minus the negative", "")
	case "Sub":
		m.put(n, x+".Add(("+arg+").Scale(-1))", "plus the negative", "")
		m.put(n, arg+".Sub("+x+").Scale(-1)", "minus the other difference", "")
	case "Mul":
		m.put(n, arg+".Mul("+x+")", "the two sides swapped", "")
	case "Div":
		m.put(n, x+".Mul("+arg+".Apply(func(v float64) float64 { return 1 / v }))", "times the reciprocal", "")
	case "Dot":
		m.put(n, arg+".T().Dot("+x+".T()).T()", "the product of the transposes", "")
	case "Scale":
		m.put(n, x+".Apply(func(v float64) float64 { return ("+arg+") * v })", "Apply for Scale", "")
		m.put(n, x+".Mul(nn.Row("+arg+"))", "Mul for Scale", "")
	case "AddScalar":
		m.put(n, x+".Add(nn.Row("+arg+"))", "Add for AddScalar", "")
	case "Sum":
		m.put(n, x+".SumRows().Sum()", "the sum of the rows' sums", "")
	case "SumRows":
		m.put(n, x+".T().SumCols().T()", "the columns of the transpose", "")
	case "Exp", "Log", "Sigmoid", "Tanh":
		m.put(n, x+".T()."+s.Sel.Name+"().T()", "turned and turned back", "")
	}
}

func (m *mutator) otherAssign(n *ast.AssignStmt) {
	if len(n.Lhs) != 1 {
		return
	}
	left, right := m.src(n.Lhs[0]), m.src(n.Rhs[0])
	switch n.Tok {
	case token.ADD_ASSIGN:
		m.put(n, left+" = "+right+" + "+left, "written out", "")
	case token.SUB_ASSIGN:
		m.put(n, left+" += -("+right+")", "plus the negative", "")
	case token.QUO_ASSIGN:
		m.put(n, left+" = "+left+" / ("+right+")", "written out", "")
	case token.ASSIGN:
		m.put(n, "value := "+right+"\n\t"+left+" = value", "a variable more", "")
	case token.DEFINE:
		m.put(n, "var "+left+" = "+right, "var for :=", "")
	}
}
