package interpret

import (
	"go/ast"
	"go/constant"
	"go/token"
	"reflect"
)

func (f *frame) operation(n *ast.BinaryExpr, s *scope) value {
	if n.Op == token.LAND || n.Op == token.LOR {
		left := f.truth(n.X, s)
		if left == (n.Op == token.LOR) {
			return value{v: reflect.ValueOf(left)}
		}
		return value{v: reflect.ValueOf(f.truth(n.Y, s))}
	}
	return f.binary(n.Op, f.eval(n.X, s), f.eval(n.Y, s))
}

func comparison(op token.Token) bool {
	switch op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}

// binary is x op y.
func (f *frame) binary(op token.Token, x, y value) value {
	switch {
	case x.isNil() || y.isNil():
		return f.withNil(op, x, y)
	case x.c != nil && y.c != nil:
		return constants(op, x.c, y.c)
	case x.c != nil:
		x = value{v: x.to(y.v.Type())}
	case y.c != nil:
		y = value{v: y.to(x.v.Type())}
	}
	if x.v.Type() != y.v.Type() {
		fail("mismatched types %s and %s", x.v.Type(), y.v.Type())
	}
	if comparison(op) {
		return value{v: reflect.ValueOf(compare(op, x.v, y.v))}
	}
	out := reflect.New(x.v.Type()).Elem()
	switch {
	case x.v.CanFloat():
		out.SetFloat(floats(op, x.v.Float(), y.v.Float()))
	case x.v.CanInt():
		out.SetInt(integers(op, x.v.Int(), y.v.Int()))
	case x.v.CanUint():
		out.SetUint(integers(op, x.v.Uint(), y.v.Uint()))
	case x.v.Kind() == reflect.String && op == token.ADD:
		out.SetString(x.v.String() + y.v.String())
	default:
		fail("%s of %s", op, x.v.Type())
	}
	return value{v: out}
}

func (f *frame) withNil(op token.Token, x, y value) value {
	other := x
	if x.isNil() {
		other = y
	}
	if other.isNil() || other.c != nil || op != token.EQL && op != token.NEQ {
		fail("%s with nil", op)
	}
	switch other.v.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer, reflect.Func, reflect.Interface:
		return value{v: reflect.ValueOf(other.v.IsNil() == (op == token.EQL))}
	}
	fail("%s with nil", other.v.Type())
	return value{}
}

func constants(op token.Token, x, y constant.Value) value {
	numbers := func(c constant.Value) bool { return c.Kind() == constant.Int || c.Kind() == constant.Float }
	if numbers(x) != numbers(y) || !numbers(x) && x.Kind() != y.Kind() {
		fail("mismatched constants")
	}
	if comparison(op) {
		return value{c: constant.MakeBool(constant.Compare(x, op, y))}
	}
	if op == token.QUO || op == token.REM {
		if constant.Sign(y) == 0 {
			fail("division by zero")
		}
		if op == token.QUO && x.Kind() == constant.Int && y.Kind() == constant.Int {
			op = token.QUO_ASSIGN // of whole numbers
		}
	}
	switch op {
	case token.ADD, token.SUB, token.MUL, token.QUO, token.QUO_ASSIGN, token.REM:
		return value{c: constant.BinaryOp(x, op, y)}
	}
	fail("%s of constants", op)
	return value{}
}

func compare(op token.Token, x, y reflect.Value) bool {
	if op == token.EQL || op == token.NEQ {
		if !x.Comparable() {
			fail("%s cannot be compared", x.Type())
		}
		return x.Equal(y) == (op == token.EQL)
	}
	switch {
	case x.CanFloat():
		return ordered(op, x.Float(), y.Float())
	case x.CanInt():
		return ordered(op, x.Int(), y.Int())
	case x.CanUint():
		return ordered(op, x.Uint(), y.Uint())
	case x.Kind() == reflect.String:
		return ordered(op, x.String(), y.String())
	}
	fail("%s has no order", x.Type())
	return false
}

func ordered[T float64 | int64 | uint64 | string](op token.Token, x, y T) bool {
	switch op {
	case token.LSS:
		return x < y
	case token.LEQ:
		return x <= y
	case token.GTR:
		return x > y
	}
	return x >= y
}

func floats(op token.Token, x, y float64) float64 {
	switch op {
	case token.ADD:
		return x + y
	case token.SUB:
		return x - y
	case token.MUL:
		return x * y
	case token.QUO:
		return x / y
	}
	fail("%s of floats", op)
	return 0
}

func integers[T int64 | uint64](op token.Token, x, y T) T {
	switch op {
	case token.ADD:
		return x + y
	case token.SUB:
		return x - y
	case token.MUL:
		return x * y
	case token.AND:
		return x & y
	case token.OR:
		return x | y
	case token.QUO, token.REM:
		if y == 0 {
			panic("integer divide by zero")
		}
		if op == token.QUO {
			return x / y
		}
		return x % y
	}
	fail("%s of whole numbers", op)
	return 0
}
