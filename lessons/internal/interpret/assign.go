package interpret

import (
	"go/ast"
	"go/token"
	"reflect"
)

// place is what can be assigned to.
type place struct {
	get func() reflect.Value
	set func(x value)
}

func (f *frame) assign(n *ast.AssignStmt, s *scope) {
	if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
		to := f.place(n.Lhs[0], s)
		to.set(f.binary(operators[n.Tok], value{v: to.get()}, f.eval(n.Rhs[0], s)))
		return
	}
	got := f.values(n, s)
	if len(got) != len(n.Lhs) {
		fail("%d values for %d variables", len(got), len(n.Lhs))
	}
	if n.Tok == token.DEFINE {
		fresh := false
		for i, left := range n.Lhs {
			id, ok := left.(*ast.Ident)
			if !ok {
				fail("no name on the left of :=")
			}
			if c := s.cells[id.Name]; c != nil && id.Name != "_" {
				c.v.Set(got[i].to(c.v.Type()))
				continue
			}
			fresh = fresh || id.Name != "_"
			s.define(id.Name, got[i].typed())
		}
		if !fresh {
			fail("no new variable on the left of :=")
		}
		return
	}
	if len(got) == 1 {
		f.place(n.Lhs[0], s).set(got[0])
		return
	}
	var copies []value // a, b = b, a
	for _, x := range got {
		if x.c == nil && x.v.IsValid() {
			x = value{v: x.to(x.v.Type())}
		}
		copies = append(copies, x)
	}
	for i, left := range n.Lhs {
		f.place(left, s).set(copies[i])
	}
}

// values are what stands on the right of an assignment.
func (f *frame) values(n *ast.AssignStmt, s *scope) []value {
	if len(n.Lhs) == 2 && len(n.Rhs) == 1 {
		if index, ok := n.Rhs[0].(*ast.IndexExpr); ok {
			m := f.eval(index.X, s).typed()
			if m.Kind() != reflect.Map {
				fail("two values of an index")
			}
			v := m.MapIndex(f.eval(index.Index, s).to(m.Type().Key()))
			found := v.IsValid()
			if !found {
				v = reflect.Zero(m.Type().Elem())
			}
			return []value{{v: v}, {v: reflect.ValueOf(found)}}
		}
	}
	return f.several(n.Rhs, s)
}

// several evaluates a list; a single call may give several values.
func (f *frame) several(list []ast.Expr, s *scope) []value {
	if len(list) == 1 {
		if call, ok := list[0].(*ast.CallExpr); ok {
			return f.call(call, s)
		}
	}
	var all []value
	for _, e := range list {
		all = append(all, f.eval(e, s))
	}
	return all
}

// place finds what an expression on the left stands for.
func (f *frame) place(e ast.Expr, s *scope) place {
	switch n := e.(type) {
	case *ast.ParenExpr:
		return f.place(n.X, s)
	case *ast.Ident:
		if n.Name == "_" {
			return place{nil, func(value) {}}
		}
		f.global(n.Name)
		c := s.find(n.Name)
		if c == nil || c.c != nil {
			fail("%s is no variable", n.Name)
		}
		return at(c.v)
	case *ast.IndexExpr:
		x := f.eval(n.X, s).typed()
		if x.Kind() == reflect.Map {
			key := f.eval(n.Index, s).to(x.Type().Key())
			return place{func() reflect.Value {
				if v := x.MapIndex(key); v.IsValid() {
					return v
				}
				return reflect.Zero(x.Type().Elem())
			}, func(v value) { x.SetMapIndex(key, v.to(x.Type().Elem())) }}
		}
		return at(f.entry(x, n.Index, s))
	case *ast.SelectorExpr:
		return at(f.field(f.eval(n.X, s).typed(), n.Sel.Name))
	case *ast.StarExpr:
		return at(f.eval(n.X, s).typed().Elem())
	}
	fail("nothing can be assigned to %T", e)
	return place{}
}

func at(v reflect.Value) place {
	if !v.CanSet() {
		fail("a value that cannot be changed")
	}
	return place{func() reflect.Value { return v }, func(x value) { v.Set(x.to(v.Type())) }}
}

// entry is an element of a slice or an array.
func (f *frame) entry(x reflect.Value, index ast.Expr, s *scope) reflect.Value {
	if x.Kind() == reflect.Pointer {
		x = x.Elem()
	}
	i := f.whole(index, s)
	switch x.Kind() {
	case reflect.Slice, reflect.Array, reflect.String:
		if i < 0 || i >= x.Len() {
			panic("index out of range")
		}
		return x.Index(i)
	}
	fail("an index of %s", x.Type())
	return reflect.Value{}
}

func (f *frame) whole(e ast.Expr, s *scope) int {
	x := f.eval(e, s)
	if x.c != nil {
		return int(x.to(reflect.TypeFor[int]()).Int())
	}
	if x.isNil() || !x.v.CanInt() {
		fail("an index that is no whole number")
	}
	return int(x.v.Int())
}

// field is a field of a struct.
func (f *frame) field(x reflect.Value, name string) reflect.Value {
	if x.Kind() == reflect.Pointer {
		x = x.Elem()
	}
	if x.Kind() != reflect.Struct {
		fail("%s has no field %s", x.Type(), name)
	}
	v := x.FieldByName(name)
	if t, ok := x.Type().FieldByName(name); !ok || !t.IsExported() {
		fail("%s has no field %s", x.Type(), name)
	}
	return v
}

var operators = map[token.Token]token.Token{
	token.ADD_ASSIGN: token.ADD, token.SUB_ASSIGN: token.SUB, token.MUL_ASSIGN: token.MUL, token.QUO_ASSIGN: token.QUO, token.REM_ASSIGN: token.REM,
}
