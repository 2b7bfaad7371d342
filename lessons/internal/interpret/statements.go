package interpret

import (
	"go/ast"
	"go/token"
	"reflect"
)

// frame is a call under way.
type frame struct {
	*Run
	types   []reflect.Type
	named   []*cell
	results []reflect.Value
	label   string // where a break or a continue goes, if it has a label
}

// flow is how a statement ends.
type flow int

const (
	on flow = iota
	broke
	continued
	returned
)

func (f *frame) block(list []ast.Stmt, s *scope) flow {
	for _, stmt := range list {
		if how := f.statement(stmt, s, ""); how != on {
			return how
		}
	}
	return on
}

func (f *frame) statement(stmt ast.Stmt, s *scope, label string) flow {
	f.step()
	switch n := stmt.(type) {
	case *ast.AssignStmt:
		f.assign(n, s)
	case *ast.IncDecStmt:
		op := token.ADD
		if n.Tok == token.DEC {
			op = token.SUB
		}
		place := f.place(n.X, s)
		place.set(f.binary(op, value{v: place.get()}, one))
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok {
			f.call(call, s)
			return on
		}
		fail("a value that is not used")
	case *ast.DeclStmt:
		f.declaration(n.Decl.(*ast.GenDecl), s)
	case *ast.BlockStmt:
		return f.block(n.List, s.inner())
	case *ast.IfStmt:
		return f.condition(n, s.inner())
	case *ast.ForStmt:
		return f.loop(n, s.inner(), label)
	case *ast.RangeStmt:
		return f.ranged(n, s, label)
	case *ast.SwitchStmt:
		return f.choice(n, s.inner(), label)
	case *ast.LabeledStmt:
		return f.statement(n.Stmt, s, n.Label.Name)
	case *ast.ReturnStmt:
		f.leave(n, s)
		return returned
	case *ast.BranchStmt:
		return f.branch(n)
	case *ast.EmptyStmt:
	default:
		fail("a statement %T", stmt)
	}
	return on
}

func (f *frame) branch(n *ast.BranchStmt) flow {
	f.label = ""
	if n.Label != nil {
		f.label = n.Label.Name
	}
	switch n.Tok {
	case token.BREAK:
		return broke
	case token.CONTINUE:
		return continued
	}
	fail("%s", n.Tok)
	return on
}

func (f *frame) leave(n *ast.ReturnStmt, s *scope) {
	f.results = nil
	if len(n.Results) == 0 {
		for _, c := range f.named {
			f.results = append(f.results, value{v: c.v}.to(c.v.Type()))
		}
		if len(f.named) != len(f.types) {
			fail("a return without results")
		}
		return
	}
	got := f.several(n.Results, s)
	if len(got) != len(f.types) {
		fail("%d results for %d", len(got), len(f.types))
	}
	for i, x := range got {
		f.results = append(f.results, x.to(f.types[i]))
	}
}

func (f *frame) condition(n *ast.IfStmt, s *scope) flow {
	if n.Init != nil {
		f.statement(n.Init, s, "")
	}
	if f.truth(n.Cond, s) {
		return f.block(n.Body.List, s.inner())
	}
	if n.Else != nil {
		return f.statement(n.Else, s, "")
	}
	return on
}

func (f *frame) truth(e ast.Expr, s *scope) bool {
	v := f.eval(e, s).typed()
	if v.Kind() != reflect.Bool {
		fail("%s is no condition", v.Type())
	}
	return v.Bool()
}

// round runs a loop's body once, and says whether the loop is over, and how it ends.
func (f *frame) round(body *ast.BlockStmt, s *scope, label string) (over bool, how flow) {
	how = f.block(body.List, s.inner())
	mine := f.label == "" || f.label == label
	switch {
	case how == returned:
		return true, returned
	case how != on && !mine:
		return true, how
	case how == broke:
		f.label = ""
		return true, on
	}
	f.label = ""
	return false, on
}

func (f *frame) loop(n *ast.ForStmt, s *scope, label string) flow {
	if n.Init != nil {
		f.statement(n.Init, s, "")
	}
	for n.Cond == nil || f.truth(n.Cond, s) {
		f.step()
		each := s.outer.inner() // each round has variables of its own
		for name, c := range s.cells {
			each.define(name, c.v)
		}
		over, how := f.round(n.Body, each, label)
		s = each
		if over {
			return how
		}
		if n.Post != nil {
			f.statement(n.Post, s, "")
		}
	}
	return on
}

func (f *frame) ranged(n *ast.RangeStmt, s *scope, label string) flow {
	over := f.eval(n.X, s).typed()
	var keys []reflect.Value
	count := 0
	if over.Kind() == reflect.Pointer && over.Elem().Kind() == reflect.Array {
		over = over.Elem()
	}
	switch {
	case over.CanInt():
		count = int(over.Int())
	case over.Kind() == reflect.Slice, over.Kind() == reflect.Array:
		count = over.Len()
	case over.Kind() == reflect.Map:
		keys = over.MapKeys()
		count = len(keys)
	default:
		fail("range over %s", over.Type())
	}
	for i := range count {
		f.step()
		each := s.inner()
		pair := []reflect.Value{reflect.ValueOf(i), {}}
		switch {
		case over.CanInt():
			pair[0] = reflect.ValueOf(i).Convert(over.Type())
		case keys != nil:
			pair = []reflect.Value{keys[i], over.MapIndex(keys[i])}
		case n.Value != nil:
			pair[1] = over.Index(i)
		}
		for j, target := range []ast.Expr{n.Key, n.Value} {
			if target == nil {
				continue
			}
			if !pair[j].IsValid() {
				fail("a second variable of range")
			}
			if id, ok := target.(*ast.Ident); ok && n.Tok == token.DEFINE {
				each.define(id.Name, pair[j])
			} else {
				f.place(target, s).set(value{v: pair[j]})
			}
		}
		if done, how := f.round(n.Body, each, label); done {
			return how
		}
	}
	return on
}

func (f *frame) choice(n *ast.SwitchStmt, s *scope, label string) flow {
	if n.Init != nil {
		f.statement(n.Init, s, "")
	}
	tag := value{c: yes}
	if n.Tag != nil {
		tag = value{v: f.eval(n.Tag, s).typed()}
	}
	var chosen *ast.CaseClause
	for _, clause := range n.Body.List {
		c := clause.(*ast.CaseClause)
		if c.List == nil && chosen == nil {
			chosen = c // the default, unless another fits
		}
		for _, e := range c.List {
			if f.binary(token.EQL, tag, f.eval(e, s)).typed().Bool() {
				return f.clause(c, s, label)
			}
		}
	}
	if chosen == nil {
		return on
	}
	return f.clause(chosen, s, label)
}

func (f *frame) clause(c *ast.CaseClause, s *scope, label string) flow {
	how := f.block(c.Body, s.inner())
	if how == broke && (f.label == "" || f.label == label) {
		f.label = ""
		return on
	}
	return how
}

func (f *frame) declaration(d *ast.GenDecl, s *scope) {
	for _, spec := range d.Specs {
		n, ok := spec.(*ast.ValueSpec)
		if !ok {
			fail("a type within a function")
		}
		var got []value
		if len(n.Values) > 0 {
			got = f.several(n.Values, s)
			if len(got) != len(n.Names) {
				fail("%d values for %d variables", len(got), len(n.Names))
			}
		}
		for i, name := range n.Names {
			switch {
			case d.Tok == token.CONST && n.Type == nil && got != nil && got[i].c != nil:
				s.cells[name.Name] = &cell{got[i]}
			case n.Type == nil && got != nil:
				s.define(name.Name, got[i].typed())
			case n.Type != nil && got == nil:
				s.define(name.Name, reflect.Zero(f.typeOf(n.Type, s)))
			case n.Type != nil:
				s.define(name.Name, got[i].to(f.typeOf(n.Type, s)))
			default:
				fail("a constant without a value")
			}
		}
	}
}
