// Package interpret runs a learner's functions without compiling them: so that some hundred variants of one can be tried in
// the time that a build would take, and none can do harm. It knows the Go that exercises need: numbers, slices, maps, structs,
// closures, loops, the packages nn and math and parts of a few more. What it does not know is an error, never a guess. Nothing
// that it runs can reach files, the network, goroutines or the judge; steps and sizes are bounded.
package interpret

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"reflect"
	"strings"
)

// Program is the declarations of a program.
type Program struct {
	funcs  map[string]*ast.FuncDecl
	vars   map[string]*ast.ValueSpec
	consts map[string]ast.Expr
	types  map[string]ast.Expr
	named  map[string]reflect.Type // types of packages, as "week3.Params"

	// Else is the text of a function that the program calls and does not have; empty where there is none. It may be nil.
	Else func(name string) string

	// Native is a function that is called in place of the program's one of that name, where it is valid: what is known to do the
	// same takes a fraction of the time. It may be nil.
	Native func(name string) reflect.Value
}

// function finds a function of the program, or one from elsewhere.
func (p *Program) function(name string) *ast.FuncDecl {
	if decl := p.funcs[name]; decl != nil || p.Else == nil || basic[name] != nil {
		return decl
	}
	text := p.Else(name)
	if text == "" {
		return nil
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", "package main\n"+text, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	for _, decl := range file.Decls {
		p.declare(decl)
	}
	return p.funcs[name]
}

// New reads a program, with or without its package clause and imports. The types are those of packages that it may name.
func New(text string, types ...reflect.Type) (*Program, error) {
	if !strings.HasPrefix(strings.TrimSpace(text), "package ") {
		text = "package main\n" + text
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	p := &Program{funcs: map[string]*ast.FuncDecl{}, vars: map[string]*ast.ValueSpec{}, consts: map[string]ast.Expr{}, types: map[string]ast.Expr{}, named: map[string]reflect.Type{}}
	for _, t := range types {
		p.know(t)
	}
	for _, decl := range file.Decls {
		p.declare(decl)
	}
	return p, nil
}

// With is the program with another function in place of the one of that name.
func (p *Program) With(f *ast.FuncDecl) *Program {
	other := *p
	other.funcs = map[string]*ast.FuncDecl{}
	for name, decl := range p.funcs {
		other.funcs[name] = decl
	}
	other.funcs[f.Name.Name] = f
	return &other
}

// know learns the named types that a type is made of.
func (p *Program) know(t reflect.Type) {
	if t.PkgPath() != "" {
		name := t.String()
		if p.named[name] != nil {
			return
		}
		p.named[name] = t
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Pointer, reflect.Map:
		p.know(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				p.know(t.Field(i).Type)
			}
		}
	case reflect.Func:
		for i := range t.NumIn() {
			p.know(t.In(i))
		}
		for i := range t.NumOut() {
			p.know(t.Out(i))
		}
	}
}

func (p *Program) declare(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			p.funcs[d.Name.Name] = d
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				p.types[s.Name.Name] = s.Type
			case *ast.ValueSpec:
				for i, name := range s.Names {
					if d.Tok == token.CONST && i < len(s.Values) {
						p.consts[name.Name] = s.Values[i]
					} else if d.Tok == token.VAR {
						p.vars[name.Name] = s
					}
				}
			}
		}
	}
}

// Run is a run of a program: its variables live as long as it does.
type Run struct {
	*Program
	ctx     context.Context
	steps   int
	depth   int
	globals *scope
}

// Start begins a run that may take so many steps.
func (p *Program) Start(ctx context.Context, steps int) *Run {
	return &Run{Program: p, ctx: ctx, steps: steps, globals: &scope{cells: map[string]*cell{}}}
}

// A fault is why a run cannot go on: the program is not Go that compiles, or more than this package knows.
type fault struct{ error }

// ErrSteps says that a run took too many steps, or too long.
var ErrSteps = errors.New("too many steps")

func fail(format string, args ...any) { panic(fault{fmt.Errorf(format, args...)}) }

// Call calls a function. A panic of the program's own is an error too.
func (r *Run) Call(name string, args []reflect.Value) (results []reflect.Value, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			if f, ok := broken.(fault); ok {
				err = f.error
				return
			}
			err = &panicked{fmt.Sprint(broken)}
		}
	}()
	decl := r.function(name)
	if decl == nil || decl.Body == nil {
		return nil, fmt.Errorf("no function %s", name)
	}
	return r.enter(r.globals, decl.Type, decl.Body, args), nil
}

// step counts, and ends what never ends by itself.
func (r *Run) step() {
	r.steps--
	if r.steps < 0 || r.steps%512 == 0 && r.ctx.Err() != nil {
		panic(fault{ErrSteps})
	}
}

// value is what an expression gives: a value, an untyped constant, or nil, which has neither.
type value struct {
	v reflect.Value
	c constant.Value
}

func (x value) isNil() bool { return x.c == nil && !x.v.IsValid() }

// typed is a value of the type that it has by itself.
func (x value) typed() reflect.Value {
	if x.c == nil {
		if !x.v.IsValid() {
			fail("nil has no type")
		}
		return x.v
	}
	switch x.c.Kind() {
	case constant.Bool:
		return reflect.ValueOf(constant.BoolVal(x.c))
	case constant.String:
		return reflect.ValueOf(constant.StringVal(x.c))
	case constant.Int:
		return x.to(reflect.TypeFor[int]())
	}
	return x.to(reflect.TypeFor[float64]())
}

// to is a value as something of type t takes it; a fault where it does not.
func (x value) to(t reflect.Type) reflect.Value {
	out := reflect.New(t).Elem()
	switch {
	case x.c != nil:
		x.constant(out)
	case !x.v.IsValid():
		switch t.Kind() {
		case reflect.Slice, reflect.Map, reflect.Pointer, reflect.Func, reflect.Interface:
		default:
			fail("nil is no %s", t)
		}
	case x.v.Type() == t:
		out.Set(x.v)
	case x.v.Type().AssignableTo(t):
		out.Set(x.v)
	default:
		fail("%s is no %s", x.v.Type(), t)
	}
	return out
}

// constant gives an untyped constant to a variable.
func (x value) constant(out reflect.Value) {
	switch out.Kind() {
	case reflect.Interface:
		out.Set(value{c: x.c}.typed())
		return
	case reflect.Bool:
		if x.c.Kind() == constant.Bool {
			out.SetBool(constant.BoolVal(x.c))
			return
		}
	case reflect.String:
		if x.c.Kind() == constant.String {
			out.SetString(constant.StringVal(x.c))
			return
		}
	case reflect.Float64, reflect.Float32:
		if f := constant.ToFloat(x.c); f.Kind() == constant.Float || f.Kind() == constant.Int {
			number, _ := constant.Float64Val(f)
			out.SetFloat(number)
			return
		}
	default:
		if i := constant.ToInt(x.c); i.Kind() == constant.Int {
			if out.CanInt() {
				n, _ := constant.Int64Val(i)
				out.SetInt(n)
				return
			}
			if n, exact := constant.Uint64Val(i); out.CanUint() && exact {
				out.SetUint(n)
				return
			}
		}
	}
	fail("the constant %s is no %s", x.c, out.Type())
}

// cell is where a variable lives, or what a constant is.
type cell struct{ value }

type scope struct {
	outer *scope
	cells map[string]*cell
}

func (s *scope) inner() *scope { return &scope{outer: s, cells: map[string]*cell{}} }

func (s *scope) find(name string) *cell {
	for ; s != nil; s = s.outer {
		if c := s.cells[name]; c != nil {
			return c
		}
	}
	return nil
}

// define makes a variable.
func (s *scope) define(name string, v reflect.Value) {
	if name == "_" {
		return
	}
	place := reflect.New(v.Type()).Elem()
	place.Set(v)
	s.cells[name] = &cell{value{v: place}}
}

const deepest = 200 // calls within calls

// enter calls a function that is written out.
func (r *Run) enter(outer *scope, t *ast.FuncType, body *ast.BlockStmt, args []reflect.Value) []reflect.Value {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > deepest {
		panic(fault{ErrSteps})
	}
	inside := outer.inner()
	at := 0
	for _, field := range t.Params.List {
		for range max(1, len(field.Names)) - len(field.Names) {
			at++ // a parameter without a name
		}
		for _, name := range field.Names {
			if at >= len(args) {
				fail("too few arguments")
			}
			inside.define(name.Name, args[at])
			at++
		}
	}
	if at != len(args) {
		fail("%d arguments for %d parameters", len(args), at)
	}
	f := &frame{Run: r}
	if t.Results != nil {
		for _, field := range t.Results.List {
			of := r.typeOf(field.Type, inside)
			for range max(1, len(field.Names)) {
				f.types = append(f.types, of)
			}
			for _, name := range field.Names {
				inside.define(name.Name, reflect.Zero(of))
				f.named = append(f.named, inside.cells[name.Name])
			}
		}
	}
	if f.block(body.List, inside.inner()) != returned && len(f.types) > 0 {
		fail("missing return")
	}
	return f.results
}

// Left is how many steps a run may still take.
func (r *Run) Left() int { return r.steps }

// Panicked reports whether an error of Call is a panic of the program's own, and not something that is no program, or unknown
// here.
func Panicked(err error) bool {
	_, ok := err.(*panicked)
	return ok
}

type panicked struct{ words string }

func (p *panicked) Error() string { return "panic: " + p.words }
