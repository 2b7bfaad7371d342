package interpret

import (
	"go/ast"
	"go/constant"
	"go/token"
	"reflect"
)

var (
	one = value{c: constant.MakeInt64(1)}
	yes = constant.MakeBool(true)
)

// eval gives the one value of an expression.
func (f *frame) eval(e ast.Expr, s *scope) value {
	f.step()
	switch n := e.(type) {
	case *ast.BasicLit:
		return value{c: constant.MakeFromLiteral(n.Value, n.Kind, 0)}
	case *ast.ParenExpr:
		return f.eval(n.X, s)
	case *ast.Ident:
		return f.name(n.Name, s)
	case *ast.BinaryExpr:
		return f.operation(n, s)
	case *ast.UnaryExpr:
		return f.unary(n, s)
	case *ast.CallExpr:
		got := f.call(n, s)
		if len(got) != 1 {
			fail("%d values where one is wanted", len(got))
		}
		return got[0]
	case *ast.SelectorExpr:
		return f.selected(n, s)
	case *ast.IndexExpr:
		x := f.eval(n.X, s).typed()
		if x.Kind() == reflect.Map {
			if v := x.MapIndex(f.eval(n.Index, s).to(x.Type().Key())); v.IsValid() {
				return value{v: v}
			}
			return value{v: reflect.Zero(x.Type().Elem())}
		}
		return value{v: f.entry(x, n.Index, s)}
	case *ast.SliceExpr:
		return f.slice(n, s)
	case *ast.CompositeLit:
		return value{v: f.literal(n, f.typeOf(n.Type, s), s)}
	case *ast.FuncLit:
		return value{v: f.closure(n.Type, n.Body, s)}
	case *ast.StarExpr:
		return value{v: f.eval(n.X, s).typed().Elem()}
	}
	fail("an expression %T", e)
	return value{}
}

func (f *frame) name(name string, s *scope) value {
	f.global(name)
	if c := s.find(name); c != nil {
		return c.value
	}
	switch name {
	case "true", "false":
		return value{c: constant.MakeBool(name == "true")}
	case "nil":
		return value{}
	}
	if decl := f.function(name); decl != nil {
		return value{v: f.closure(decl.Type, decl.Body, f.globals)}
	}
	fail("undefined: %s", name)
	return value{}
}

// global gives a variable or a constant of the program its value, where it has none yet.
func (f *frame) global(name string) {
	if f.globals.cells[name] != nil {
		return
	}
	if e := f.consts[name]; e != nil {
		f.globals.cells[name] = &cell{f.eval(e, f.globals)}
		return
	}
	if spec := f.vars[name]; spec != nil {
		f.declaration(&ast.GenDecl{Tok: token.VAR, Specs: []ast.Spec{spec}}, f.globals)
	}
}

// closure is a function as a value.
func (r *Run) closure(t *ast.FuncType, body *ast.BlockStmt, s *scope) reflect.Value {
	var in, out []reflect.Type
	each := func(fields *ast.FieldList, add func(reflect.Type)) {
		if fields == nil {
			return
		}
		for _, field := range fields.List {
			of := r.typeOf(field.Type, s)
			for range max(1, len(field.Names)) {
				add(of)
			}
		}
	}
	each(t.Params, func(t reflect.Type) { in = append(in, t) })
	each(t.Results, func(t reflect.Type) { out = append(out, t) })
	variadic := false
	if n := len(t.Params.List); n > 0 {
		_, variadic = t.Params.List[n-1].Type.(*ast.Ellipsis)
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, variadic), func(args []reflect.Value) []reflect.Value {
		return r.enter(s, t, body, args)
	})
}

func (f *frame) selected(n *ast.SelectorExpr, s *scope) value {
	if id, ok := n.X.(*ast.Ident); ok && s.find(id.Name) == nil {
		if x, ok := library[id.Name+"."+n.Sel.Name]; ok {
			if c, constant := x.(constant.Value); constant {
				return value{c: c}
			}
			return value{v: reflect.ValueOf(x)}
		}
	}
	x := f.eval(n.X, s).typed()
	if m := method(x, n.Sel.Name); m.IsValid() {
		return value{v: m}
	}
	return value{v: f.field(x, n.Sel.Name)}
}

// method is a value's method of that name.
func method(x reflect.Value, name string) reflect.Value {
	if m := x.MethodByName(name); m.IsValid() {
		return m
	}
	if x.CanAddr() {
		return x.Addr().MethodByName(name)
	}
	return reflect.Value{}
}

func (f *frame) slice(n *ast.SliceExpr, s *scope) value {
	x := f.eval(n.X, s).typed()
	if x.Kind() != reflect.Slice && x.Kind() != reflect.String && !(x.Kind() == reflect.Array && x.CanAddr()) || n.Slice3 {
		fail("a slice of %s", x.Type())
	}
	low, high := 0, x.Len()
	if n.Low != nil {
		low = f.whole(n.Low, s)
	}
	if n.High != nil {
		high = f.whole(n.High, s)
	}
	if low < 0 || high < low || x.Kind() == reflect.Slice && high > x.Cap() || x.Kind() != reflect.Slice && high > x.Len() {
		panic("slice bounds out of range")
	}
	return value{v: x.Slice(low, high)}
}

func (f *frame) unary(n *ast.UnaryExpr, s *scope) value {
	if n.Op == token.AND {
		if lit, ok := n.X.(*ast.CompositeLit); ok {
			p := reflect.New(f.typeOf(lit.Type, s))
			p.Elem().Set(f.literal(lit, p.Type().Elem(), s))
			return value{v: p}
		}
		x := f.eval(n.X, s).typed()
		if !x.CanAddr() {
			fail("no address of a value")
		}
		return value{v: x.Addr()}
	}
	x := f.eval(n.X, s)
	if x.c != nil {
		if n.Op == token.NOT && x.c.Kind() != constant.Bool || n.Op != token.NOT && x.c.Kind() != constant.Int && x.c.Kind() != constant.Float {
			fail("%s of a constant", n.Op)
		}
		return value{c: constant.UnaryOp(n.Op, x.c, 0)}
	}
	out := reflect.New(x.typed().Type()).Elem()
	switch {
	case n.Op == token.ADD:
		return x
	case n.Op == token.NOT && x.v.Kind() == reflect.Bool:
		out.SetBool(!x.v.Bool())
	case n.Op == token.SUB && x.v.CanFloat():
		out.SetFloat(-x.v.Float())
	case n.Op == token.SUB && x.v.CanInt():
		out.SetInt(-x.v.Int())
	default:
		fail("%s of %s", n.Op, x.v.Type())
	}
	return value{v: out}
}

func (f *frame) literal(n *ast.CompositeLit, t reflect.Type, s *scope) reflect.Value {
	item := func(e ast.Expr, t reflect.Type) reflect.Value {
		if inner, ok := e.(*ast.CompositeLit); ok && inner.Type == nil {
			if t.Kind() == reflect.Pointer {
				p := reflect.New(t.Elem())
				p.Elem().Set(f.literal(inner, t.Elem(), s))
				return p
			}
			return f.literal(inner, t, s)
		}
		return f.eval(e, s).to(t)
	}
	out := reflect.New(t).Elem()
	if t.Kind() == reflect.Map {
		out.Set(reflect.MakeMap(t))
	}
	for i, e := range n.Elts {
		pair, keyed := e.(*ast.KeyValueExpr)
		switch t.Kind() {
		case reflect.Struct:
			if keyed {
				field := f.field(out, pair.Key.(*ast.Ident).Name)
				field.Set(item(pair.Value, field.Type()))
			} else if i < t.NumField() && len(n.Elts) == t.NumField() {
				out.Field(i).Set(item(e, t.Field(i).Type))
			} else {
				fail("a literal of %s", t)
			}
		case reflect.Map:
			if !keyed {
				fail("a literal of %s", t)
			}
			out.SetMapIndex(item(pair.Key, t.Key()), item(pair.Value, t.Elem()))
		case reflect.Slice:
			if keyed {
				fail("a literal with indices")
			}
			out.Set(reflect.Append(out, item(e, t.Elem())))
		case reflect.Array:
			if keyed || i >= t.Len() {
				fail("a literal with indices")
			}
			out.Index(i).Set(item(e, t.Elem()))
		default:
			fail("a literal of %s", t)
		}
	}
	if t.Kind() == reflect.Slice && out.IsNil() {
		out.Set(reflect.MakeSlice(t, 0, 0))
	}
	return out
}
