package repair

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// statements leaves one out, exchanges neighbours, and moves one behind a loop or into it.
func (m *maker) statements() {
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		list := blockOf(n)
		for i, s := range list {
			if _, ends := s.(*ast.ReturnStmt); !ends || n != m.decl.Body {
				m.set(s, "")
			}
			if loopBody(s) != nil && i > 0 { // the statement before a loop, into it, or into one that lies in it
				before := list[i-1]
				ast.Inspect(s, func(n ast.Node) bool {
					if inner, ok := n.(ast.Stmt); ok && loopBody(inner) != nil {
						brace := loopBody(inner).Lbrace + 1
						m.put(before.Pos(), brace, m.source[int(s.Pos())-m.base:int(brace)-m.base]+"\n"+m.src(before))
					}
					return true
				})
			}
			if i+1 < len(list) {
				next := list[i+1]
				m.put(s.Pos(), next.End(), m.src(next)+m.source[int(s.End())-m.base:int(next.Pos())-m.base]+m.src(s))
			}
			body := loopBody(s)
			if body == nil {
				continue
			}
			if len(body.List) > 0 { // the last statement of a loop, behind it
				last := body.List[len(body.List)-1]
				m.put(last.Pos(), s.End(), m.source[int(last.End())-m.base:int(s.End())-m.base]+"\n"+m.src(last))
			}
			if i+1 < len(list) { // the statement behind a loop, into it
				m.put(body.Rbrace, list[i+1].End(), m.src(list[i+1])+"\n"+m.source[int(body.Rbrace)-m.base:int(list[i+1].Pos())-m.base])
			}
		}
		return true
	})
}

func blockOf(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	}
	return nil
}

func loopBody(s ast.Stmt) *ast.BlockStmt {
	switch n := s.(type) {
	case *ast.ForStmt:
		return n.Body
	case *ast.RangeStmt:
		return n.Body
	}
	return nil
}

// exchanges puts another variable in the place of each.
func (m *maker) exchanges() {
	fields := []string{}
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if text := m.src(s); !strings.Contains(text, "(") && !slices.Contains(fields, text) && !strings.HasPrefix(text, "nn.") && !strings.HasPrefix(text, "math.") {
				fields = append(fields, text)
			}
		}
		return true
	})
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if !slices.Contains(m.names, n.Name) {
				return true
			}
			for _, other := range m.names {
				m.set(n, other)
			}
		case *ast.BasicLit:
			for _, other := range m.names {
				if n.Kind == token.INT {
					m.set(n, other)
				}
			}
		case *ast.SelectorExpr:
			for _, other := range fields {
				if slices.Contains(fields, m.src(n)) {
					m.set(n, other)
				}
			}
		}
		return true
	})
}

// candidate is an expression of the reference in the place of one of hers.
type candidate struct {
	from, to token.Pos
	text     string
	distance int
}

// ingredients takes expressions and statements of the reference, where hers differ in little.
// It returns the statements that may be missing.
func (m *maker) ingredients(reference string) (missing []candidate) {
	const head = "package main\n"
	file, err := parser.ParseFile(token.NewFileSet(), "", head+reference, parser.SkipObjectResolution)
	if err != nil || len(file.Decls) == 0 {
		return nil
	}
	theirs, ok := file.Decls[len(file.Decls)-1].(*ast.FuncDecl)
	if !ok {
		return nil
	}
	reference = m.renamed(head+reference, theirs)
	if file, err = parser.ParseFile(token.NewFileSet(), "", reference, parser.SkipObjectResolution); err != nil {
		return nil
	}
	theirs = file.Decls[len(file.Decls)-1].(*ast.FuncDecl)
	text := func(n ast.Node) string { return reference[int(n.Pos())-1 : int(n.End())-1] }

	var all []candidate
	type ingredient struct {
		text   string
		tokens []string
	}
	var expressions []ingredient
	for _, e := range wholes(theirs.Body) {
		expressions = append(expressions, ingredient{text(e), scan(text(e))})
	}
	const most = 12 // tokens that differ
	for _, e := range wholes(m.decl.Body) {
		mine := scan(m.src(e))
		for _, other := range expressions {
			if abs(len(mine)-len(other.tokens)) > most || m.evades(mine, other.tokens) {
				continue
			}
			if d := distance(mine, other.tokens); d > 0 && d <= most {
				all = append(all, candidate{e.Pos(), e.End(), other.text, d})
			}
		}
	}
	ast.Inspect(theirs.Body, func(n ast.Node) bool {
		for _, s := range blockOf(n) {
			switch s.(type) {
			case *ast.AssignStmt, *ast.ExprStmt, *ast.IncDecStmt:
				all = append(all, m.insertions(text(s))...)
			}
		}
		return true
	})
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	for _, c := range all {
		const brief, far = 2, 4 // a name in whose place a formula would stand says little
		if c.from == c.to || int(c.to-c.from) <= brief && c.distance > far {
			missing = append(missing, c)
		} else {
			m.put(c.from, c.to, c.text)
		}
	}
	return missing
}

// evades reports whether an expression would only go round what is wrong elsewhere: the whole formula in the place of a variable that
// the function computes, or in that of a call of a function of hers.
func (m *maker) evades(mine, other []string) bool {
	mine, other = without(mine), without(other)
	if len(mine) == 1 && len(other) > 1 && token.IsIdentifier(mine[0]) && !slices.Contains(other, mine[0]) {
		return m.sets(mine[0], false) || m.defines(mine[0])
	}
	return slices.ContainsFunc(m.search.Helpers, func(h string) bool { return slices.Contains(mine, h) && !slices.Contains(other, h) })
}

// defines reports whether the function declares a variable.
func (m *maker) defines(name string) bool {
	declared, _ := declarations(m.decl.Body)
	return declared[name]
}

func abs(x int) int { return max(x, -x) }

// insertions are the places where a statement may be missing, or stand for one that is wrong.
func (m *maker) insertions(s string) []candidate {
	var all []candidate
	words := scan(s)
	lacks := !m.sets(target(words), strings.Contains(s, "nn.Zeros("))
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		list := blockOf(n)
		for _, mine := range list {
			if lacks {
				all = append(all, candidate{mine.Pos(), mine.Pos(), s + "\n", len(words)})
			}
			switch mine.(type) {
			case *ast.AssignStmt, *ast.ExprStmt, *ast.IncDecStmt:
				if d := distance(scan(m.src(mine)), words); d > 0 && d <= 6 {
					all = append(all, candidate{mine.Pos(), mine.End(), s, d})
				}
			}
		}
		switch n := n.(type) {
		case *ast.BlockStmt:
			if lacks {
				all = append(all, candidate{n.Rbrace, n.Rbrace, "\n" + s + "\n", len(words)})
			}
		case *ast.CaseClause: // that other cases do it does not help this one
			if !strings.Contains(m.src(n), target(words)+" = ") {
				all = append(all, candidate{n.End(), n.End(), "\n" + s + "\n", len(words)})
			}
		}
		return true
	})
	return all
}

// sets reports whether the function gives a value to what is named, other than where it declares it. Entries that are filled do not
// count where a whole matrix is looked for.
func (m *maker) sets(name string, whole bool) (sets bool) {
	ast.Inspect(m.decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !whole && strings.HasPrefix(m.src(call.Fun), name+".Dense().Set") {
			sets = true
		}
		if a, ok := n.(*ast.AssignStmt); ok && a.Tok != token.DEFINE {
			for _, left := range a.Lhs {
				sets = sets || strings.Join(scan(m.src(left)), "") == name+";" || m.src(left) == name
			}
		}
		return true
	})
	return sets
}

// renamed is the reference with the parameters' names that she has.
func (m *maker) renamed(text string, theirs *ast.FuncDecl) string {
	names := func(f *ast.FuncDecl) []string {
		var all []string
		for _, list := range []*ast.FieldList{f.Type.Params, f.Type.Results} {
			if list == nil {
				continue
			}
			for _, field := range list.List {
				if len(field.Names) == 0 {
					all = append(all, "")
				}
				for _, id := range field.Names {
					all = append(all, id.Name)
				}
			}
		}
		return all
	}
	mine, other := names(m.decl), names(theirs)
	if len(mine) != len(other) {
		return text
	}
	type rename struct {
		at, size int
		to       string
	}
	var all []rename
	skip := map[*ast.Ident]bool{}
	ast.Inspect(theirs, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			skip[n.Sel] = true
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				skip[id] = true
			}
		case *ast.Ident:
			if i := slices.Index(other, n.Name); i >= 0 && !skip[n] && n.Name != "" && mine[i] != "" && mine[i] != "_" && mine[i] != n.Name {
				all = append(all, rename{int(n.Pos()) - 1, len(n.Name), mine[i]})
			}
		}
		return true
	})
	slices.Reverse(all)
	slices.SortStableFunc(all, func(a, b rename) int { return b.at - a.at })
	for _, r := range all {
		text = text[:r.at] + r.to + text[r.at+r.size:]
	}
	return text
}

// wholes are the expressions of a function that can be taken out as a whole.
func wholes(body ast.Node) []ast.Expr {
	var all []ast.Expr
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if _, plain := n.X.(*ast.Ident); plain {
				all = append(all, n)
				return false
			}
		case *ast.KeyValueExpr:
			all = append(all, wholes(n.Value)...)
			return false
		case *ast.FuncLit:
			all = append(all, wholes(n.Body)...)
			all = append(all, n)
			return false
		case ast.Expr:
			switch n.(type) {
			case *ast.CallExpr, *ast.BinaryExpr, *ast.UnaryExpr, *ast.BasicLit, *ast.Ident, *ast.ParenExpr, *ast.IndexExpr, *ast.CompositeLit:
				all = append(all, n)
			}
		}
		return true
	})
	return all
}

// distance is how many tokens have to go and to come to make one list of the other.
func distance(a, b []string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		corner := row[0]
		row[0] = i + 1
		for j := range b {
			above := row[j+1]
			best := min(above, row[j]) + 1
			if a[i] == b[j] {
				best = min(best, corner)
			} else {
				best = min(best, corner+1)
			}
			row[j+1], corner = best, above
		}
	}
	return row[len(b)]
}
