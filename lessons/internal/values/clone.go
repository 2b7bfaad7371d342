package values

import (
	"fmt"
	"reflect"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn"
)

// Clone returns a deep copy, which shares no memory with v.
func Clone(v reflect.Value) reflect.Value {
	if v.Type() == matrixType {
		m := v.Interface().(nn.Matrix)
		if rows, cols := m.Dims(); rows == 0 || cols == 0 {
			return v
		}
		return reflect.ValueOf(nn.From(mat.DenseCopyOf(m.Dense())))
	}
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(Clone(v.Elem()))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(Clone(v.Elem()))
		}
	case reflect.Struct:
		out.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(Clone(v.Field(i)))
			}
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
			for _, key := range v.MapKeys() {
				out.SetMapIndex(key, Clone(v.MapIndex(key)))
			}
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(Clone(v.Index(i)))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(Clone(v.Index(i)))
		}
	default:
		out.Set(v)
	}
	return out
}

// Extent is a stretch of memory that numbers live in.
type Extent struct {
	Name       string
	Begin, End uintptr
}

// Memory lists where the numbers of a value live, so that two values can be found to share them.
func Memory(name string, v reflect.Value) []Extent {
	if v.Type() == matrixType {
		m := v.Interface().(nn.Matrix)
		if rows, cols := m.Dims(); rows == 0 || cols == 0 {
			return nil
		}
		return Memory(name, reflect.ValueOf(numbers(m)))
	}
	var all []Extent
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return Memory(name, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				all = append(all, Memory(name+"."+field.Name, v.Field(i))...)
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			all = append(all, Memory(fmt.Sprintf("%s[%v]", name, key), v.MapIndex(key))...)
		}
	case reflect.Slice:
		if v.Len() == 0 {
			return nil
		}
		begin := v.Pointer()
		all = append(all, Extent{name, begin, begin + uintptr(v.Len())*v.Type().Elem().Size()})
		if !numericKind(v.Type().Elem().Kind()) {
			for i := range v.Len() {
				all = append(all, Memory(fmt.Sprintf("%s[%d]", name, i), v.Index(i))...)
			}
		}
	}
	return all
}

// numbers returns the memory that a matrix's numbers are in. A transpose shares that of its matrix, but gives gonum a copy
// each time it is asked.
func numbers(m nn.Matrix) []float64 {
	dense := m.Dense()
	if dense != m.Dense() {
		dense = m.T().Dense()
	}
	return dense.RawMatrix().Data
}
