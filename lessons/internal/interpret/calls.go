package interpret

import (
	"go/ast"
	"go/constant"
	"reflect"
)

const largest = 1 << 20 // of what may be made at once

// call gives the values that a call returns.
func (f *frame) call(n *ast.CallExpr, s *scope) []value {
	if id, ok := n.Fun.(*ast.Ident); ok && s.find(id.Name) == nil {
		if _, own := f.vars[id.Name]; !own {
			if fun := f.native(id.Name); fun.IsValid() {
				return f.apply(fun, f.arguments(fun.Type(), n, s), false)
			}
			if decl := f.funcs[id.Name]; decl != nil && decl.Body != nil {
				return f.written(decl, n, s)
			}
			if got, ok := f.builtin(id.Name, n, s); ok {
				return got
			}
			if decl := f.function(id.Name); decl != nil && decl.Body != nil {
				return f.written(decl, n, s)
			}
		}
	}
	if t := f.conversion(n.Fun, s); t != nil {
		if len(n.Args) != 1 {
			fail("a conversion of %d values", len(n.Args))
		}
		return []value{{v: convert(f.eval(n.Args[0], s), t)}}
	}
	fun := f.eval(n.Fun, s).typed()
	if fun.Kind() != reflect.Func {
		fail("%s is no function", fun.Type())
	}
	return f.apply(fun, f.arguments(fun.Type(), n, s), n.Ellipsis.IsValid())
}

// native is a function that stands for one of the program.
func (f *frame) native(name string) (fun reflect.Value) {
	const cost = 300 // steps
	if f.Native != nil {
		if fun = f.Native(name); fun.IsValid() {
			f.steps -= cost
			f.step()
		}
	}
	return fun
}

// written calls a function of the program directly.
func (f *frame) written(decl *ast.FuncDecl, n *ast.CallExpr, s *scope) []value {
	t := f.closure(decl.Type, decl.Body, f.globals).Type()
	args := f.arguments(t, n, s)
	if t.IsVariadic() {
		return f.apply(f.closure(decl.Type, decl.Body, f.globals), args, n.Ellipsis.IsValid())
	}
	var got []value
	for _, v := range f.enter(f.globals, decl.Type, decl.Body, args) {
		got = append(got, value{v: v})
	}
	return got
}

// arguments are those of a call, as the function takes them.
func (f *frame) arguments(t reflect.Type, n *ast.CallExpr, s *scope) []reflect.Value {
	got := f.several(n.Args, s)
	var in []reflect.Value
	for i, x := range got {
		switch {
		case t.IsVariadic() && i >= t.NumIn()-1 && !n.Ellipsis.IsValid():
			in = append(in, x.to(t.In(t.NumIn()-1).Elem()))
		case i < t.NumIn():
			in = append(in, x.to(t.In(i)))
		default:
			fail("too many arguments")
		}
	}
	if len(in) < t.NumIn() && !(t.IsVariadic() && len(in) == t.NumIn()-1) {
		fail("too few arguments")
	}
	for _, v := range in {
		if v.CanInt() && (v.Int() > largest || v.Int() < -largest) {
			panic(fault{ErrSteps})
		}
	}
	return in
}

func (f *frame) apply(fun reflect.Value, in []reflect.Value, spread bool) []value {
	var out []reflect.Value
	if spread {
		out = fun.CallSlice(in)
	} else {
		out = fun.Call(in)
	}
	var got []value
	for _, v := range out {
		got = append(got, value{v: v})
	}
	return got
}

// convert is t(x).
func convert(x value, t reflect.Type) reflect.Value {
	if x.c != nil {
		if t.Kind() == reflect.String && x.c.Kind() == constant.Int {
			fail("a string of a number")
		}
		return x.to(t)
	}
	if x.isNil() {
		return x.to(t)
	}
	from := x.v.Type()
	number := func(t reflect.Type) bool {
		return t.Kind() >= reflect.Int && t.Kind() <= reflect.Float64 && t.Kind() != reflect.Uintptr
	}
	if number(from) && number(t) || from.Kind() == t.Kind() && from.ConvertibleTo(t) {
		return x.v.Convert(t)
	}
	fail("no conversion of %s to %s", from, t)
	return reflect.Value{}
}

// builtin calls a function of the language.
func (f *frame) builtin(name string, n *ast.CallExpr, s *scope) ([]value, bool) {
	one := func(v reflect.Value) ([]value, bool) { return []value{{v: v}}, true }
	switch name {
	case "len", "cap":
		x := f.eval(n.Args[0], s).typed()
		switch x.Kind() {
		case reflect.Slice, reflect.Array, reflect.Map, reflect.String:
			if name == "cap" {
				return one(reflect.ValueOf(x.Cap()))
			}
			return one(reflect.ValueOf(x.Len()))
		}
		fail("%s of %s", name, x.Type())
	case "append":
		x := f.eval(n.Args[0], s).typed()
		if x.Kind() != reflect.Slice {
			fail("append to %s", x.Type())
		}
		if n.Ellipsis.IsValid() {
			return one(reflect.AppendSlice(x, f.eval(n.Args[1], s).to(x.Type())))
		}
		for _, e := range n.Args[1:] {
			x = reflect.Append(x, f.eval(e, s).to(x.Type().Elem()))
		}
		return one(x)
	case "make":
		return one(f.made(n, s))
	case "new":
		return one(reflect.New(f.typeOf(n.Args[0], s)))
	case "copy":
		to := f.eval(n.Args[0], s).typed()
		return one(reflect.ValueOf(reflect.Copy(to, f.eval(n.Args[1], s).to(to.Type()))))
	case "min", "max":
		best := f.eval(n.Args[0], s)
		for _, e := range n.Args[1:] {
			x := f.eval(e, s)
			less := f.binary(lessThan, x, best).typed().Bool()
			if less == (name == "min") && !f.binary(equals, x, best).typed().Bool() {
				best, x = x, best
			}
			if best.c != nil && x.c == nil {
				best = value{v: best.to(x.v.Type())}
			}
		}
		return []value{best}, true
	case "panic":
		panic("the program's own")
	case "print", "println":
		return nil, true
	}
	return nil, false
}

func (f *frame) made(n *ast.CallExpr, s *scope) reflect.Value {
	t := f.typeOf(n.Args[0], s)
	var sizes []int
	for _, e := range n.Args[1:] {
		size := f.whole(e, s)
		if size < 0 {
			panic("makeslice: len out of range")
		}
		if size > largest {
			panic(fault{ErrSteps})
		}
		sizes = append(sizes, size)
	}
	switch {
	case t.Kind() == reflect.Map:
		return reflect.MakeMap(t)
	case t.Kind() != reflect.Slice || len(sizes) == 0:
		fail("make of %s", t)
	case len(sizes) == 2:
		return reflect.MakeSlice(t, sizes[0], max(sizes[0], sizes[1]))
	}
	return reflect.MakeSlice(t, sizes[0], sizes[0])
}
