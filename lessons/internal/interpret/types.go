package interpret

import (
	"go/ast"
	"go/constant"
	"go/token"
	"reflect"
)

const (
	lessThan = token.LSS
	equals   = token.EQL
)

var basic = map[string]reflect.Type{
	"bool": reflect.TypeFor[bool](), "string": reflect.TypeFor[string](), "byte": reflect.TypeFor[byte](), "rune": reflect.TypeFor[rune](),
	"int": reflect.TypeFor[int](), "int8": reflect.TypeFor[int8](), "int16": reflect.TypeFor[int16](), "int32": reflect.TypeFor[int32](), "int64": reflect.TypeFor[int64](),
	"uint": reflect.TypeFor[uint](), "uint8": reflect.TypeFor[uint8](), "uint16": reflect.TypeFor[uint16](), "uint32": reflect.TypeFor[uint32](), "uint64": reflect.TypeFor[uint64](),
	"float64": reflect.TypeFor[float64](), "float32": reflect.TypeFor[float32](), "any": reflect.TypeFor[any](), "error": reflect.TypeFor[error](),
}

// typeOf is the type that an expression names.
func (r *Run) typeOf(e ast.Expr, s *scope) reflect.Type {
	t := r.maybeType(e, s)
	if t == nil {
		fail("a type %T", e)
	}
	return t
}

// maybeType is nil where an expression names no type.
func (r *Run) maybeType(e ast.Expr, s *scope) reflect.Type {
	switch n := e.(type) {
	case *ast.ParenExpr:
		return r.maybeType(n.X, s)
	case *ast.Ident:
		if s.find(n.Name) != nil {
			return nil
		}
		if own := r.types[n.Name]; own != nil {
			return r.typeOf(own, r.globals)
		}
		return basic[n.Name]
	case *ast.SelectorExpr:
		if id, ok := n.X.(*ast.Ident); ok && s.find(id.Name) == nil {
			name := id.Name + "." + n.Sel.Name
			if t := r.named[name]; t != nil {
				return t
			}
			return types[name]
		}
	case *ast.ArrayType:
		element := r.typeOf(n.Elt, s)
		if n.Len == nil {
			return reflect.SliceOf(element)
		}
		f := &frame{Run: r}
		if size := f.whole(n.Len, s); size >= 0 && size <= largest {
			return reflect.ArrayOf(size, element)
		}
	case *ast.Ellipsis:
		return reflect.SliceOf(r.typeOf(n.Elt, s))
	case *ast.MapType:
		return reflect.MapOf(r.typeOf(n.Key, s), r.typeOf(n.Value, s))
	case *ast.StarExpr:
		if t := r.maybeType(n.X, s); t != nil {
			return reflect.PointerTo(t)
		}
	case *ast.FuncType:
		return r.closure(n, nil, s).Type()
	case *ast.StructType:
		return r.structure(n, s)
	}
	return nil
}

// structure is the type of a struct; reflect makes exported fields only.
func (r *Run) structure(n *ast.StructType, s *scope) reflect.Type {
	var fields []reflect.StructField
	for _, field := range n.Fields.List {
		t := r.typeOf(field.Type, s)
		for _, name := range field.Names {
			if !name.IsExported() {
				fail("a field %s", name.Name)
			}
			fields = append(fields, reflect.StructField{Name: name.Name, Type: t})
		}
	}
	return reflect.StructOf(fields)
}

// conversion is the type that a call converts to; nil where it is a call.
func (f *frame) conversion(e ast.Expr, s *scope) reflect.Type {
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.ArrayType, *ast.ParenExpr, *ast.MapType:
		return f.maybeType(e, s)
	}
	return nil
}

func number(x float64) constant.Value { return constant.MakeFloat64(x) }
