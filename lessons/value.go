package lessons

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"nekonote/nn"
)

// A leaf is a part of a value that can be compared by itself: a matrix, a number, a list of numbers, a truth, a string,
// or the absence of something. A struct, a map or a slice of anything else is taken apart into leaves, each with the
// name by which a program would reach it: "dw", "params.W1", "caches[0].Z".
type leaf struct {
	name string
	kind kind
	dims []int     // of a matrix or a list
	data []float64 // numbers, row by row
	text string    // of a truth, a string, or what is not compared by numbers
	set  func(i int, x float64)
}

type kind int

const (
	missing kind = iota // nil, or an empty matrix
	number
	whole // an integer
	list
	matrix
	text
)

var matrixType = reflect.TypeFor[nn.Matrix]()

// shape says the leaf's dimensions as the course writes them: "4×3".
func (l leaf) shape() string {
	if l.kind == missing {
		return "0×0"
	}
	said := make([]string, len(l.dims))
	for i, d := range l.dims {
		said[i] = fmt.Sprint(d)
	}
	return strings.Join(said, "×")
}

// grid returns the leaf's rows and columns as they are shown.
func (l leaf) grid() (rows, cols int) {
	switch len(l.dims) {
	case 0:
		return 1, len(l.data)
	case 1:
		return 1, l.dims[0]
	case 2:
		return l.dims[0], l.dims[1]
	}
	if l.dims[0] == 0 {
		return 0, 0
	}
	return l.dims[0], len(l.data) / l.dims[0]
}

// leaves takes a value apart.
func leaves(name string, v reflect.Value) []leaf {
	if !v.IsValid() {
		return []leaf{{name: name}}
	}
	if v.Type() == matrixType {
		if !v.CanInterface() {
			return nil
		}
		return []leaf{matrixLeaf(name, v.Interface().(nn.Matrix))}
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return []leaf{{name: name}}
		}
		return leaves(name, v.Elem())
	case reflect.Struct:
		var all []leaf
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				all = append(all, leaves(name+"."+field.Name, v.Field(i))...)
			}
		}
		return all
	case reflect.Map:
		return mapLeaves(name, v)
	case reflect.Slice, reflect.Array:
		if l, ok := listLeaf(name, v); ok {
			return []leaf{l}
		}
		var all []leaf
		for i := range v.Len() {
			all = append(all, leaves(fmt.Sprintf("%s[%d]", name, i), v.Index(i))...)
		}
		return append(all, leaf{name: "len(" + name + ")", kind: whole, data: []float64{float64(v.Len())}})
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return nil
	case reflect.String, reflect.Bool:
		return []leaf{{name: name, kind: text, text: fmt.Sprint(v)}}
	}
	if x, ok := numeric(v); ok {
		l := leaf{name: name, kind: number, data: []float64{x}}
		if !v.CanFloat() {
			l.kind = whole
		}
		if v.CanSet() && v.CanFloat() {
			l.set = func(_ int, x float64) { v.SetFloat(x) }
		}
		return []leaf{l}
	}
	return []leaf{{name: name, kind: text, text: fmt.Sprint(v)}}
}

func matrixLeaf(name string, m nn.Matrix) leaf {
	rows, cols := m.Dims()
	if rows == 0 || cols == 0 {
		return leaf{name: name}
	}
	dense := m.Dense()
	l := leaf{name: name, kind: matrix, dims: []int{rows, cols}, data: make([]float64, 0, rows*cols)}
	for i := range rows {
		l.data = append(l.data, dense.RawRowView(i)...)
	}
	l.set = func(i int, x float64) { dense.Set(i/cols, i%cols, x) }
	return l
}

func mapLeaves(name string, v reflect.Value) []leaf {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	var all []leaf
	for _, key := range keys {
		said := fmt.Sprintf("%s[%v]", name, key)
		if key.Kind() == reflect.String {
			said = fmt.Sprintf("%s[%q]", name, key)
		}
		all = append(all, leaves(said, v.MapIndex(key))...)
	}
	return all
}

// listLeaf makes one leaf of a slice or an array of numbers, nested or not, as long as all its rows are equally long.
func listLeaf(name string, v reflect.Value) (leaf, bool) {
	element := v.Type()
	for element.Kind() == reflect.Slice || element.Kind() == reflect.Array {
		element = element.Elem()
	}
	if !numericKind(element.Kind()) {
		return leaf{}, false
	}
	if v.Kind() == reflect.Slice && v.IsNil() {
		return leaf{name: name}, true
	}
	dims, ok := rectangle(v)
	if !ok {
		return leaf{}, false
	}
	l := leaf{name: name, kind: list, dims: dims}
	var gather func(v reflect.Value)
	gather = func(v reflect.Value) {
		if x, ok := numeric(v); ok {
			l.data = append(l.data, x)
			return
		}
		for i := range v.Len() {
			gather(v.Index(i))
		}
	}
	gather(v)
	return l, true
}

// rectangle returns the sizes of a nested list, and false when its rows differ in length.
func rectangle(v reflect.Value) ([]int, bool) {
	if v.Kind() != reflect.Slice && v.Kind() != reflect.Array {
		return nil, true
	}
	dims := []int{v.Len()}
	var inner []int
	for i := range v.Len() {
		d, ok := rectangle(v.Index(i))
		if !ok || i > 0 && !slices.Equal(d, inner) {
			return nil, false
		}
		inner = d
	}
	return append(dims, inner...), true
}

func numericKind(k reflect.Kind) bool {
	return k >= reflect.Int && k <= reflect.Float64 && k != reflect.Uintptr
}

func numeric(v reflect.Value) (float64, bool) {
	switch {
	case v.CanFloat():
		return v.Float(), true
	case v.CanInt():
		return float64(v.Int()), true
	case v.CanUint() && v.Kind() != reflect.Uintptr:
		return float64(v.Uint()), true
	}
	return math.NaN(), false
}
