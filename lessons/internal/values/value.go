// Package values takes values apart: arguments and results of a learner's function become leaves that can be compared,
// drawn and copied.
package values

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
type Leaf struct {
	Name string
	Kind kind
	Dims []int     // of a matrix or a list
	Data []float64 // numbers, row by row
	Text string    // of a truth, a string, or what is not compared by numbers
	Set  func(i int, x float64)
}

type kind int

const (
	Missing kind = iota // nil, or an empty matrix
	Number
	whole // an integer
	List
	Matrix
	text
)

var matrixType = reflect.TypeFor[nn.Matrix]()

// Shape says the leaf's dimensions as the course writes them: "4×3".
func (l Leaf) Shape() string {
	if l.Kind == Missing {
		return "0×0"
	}
	said := make([]string, len(l.Dims))
	for i, d := range l.Dims {
		said[i] = fmt.Sprint(d)
	}
	return strings.Join(said, "×")
}

// Grid returns the leaf's rows and columns as they are shown.
func (l Leaf) Grid() (rows, cols int) {
	switch len(l.Dims) {
	case 0:
		return 1, len(l.Data)
	case 1:
		return 1, l.Dims[0]
	case 2:
		return l.Dims[0], l.Dims[1]
	}
	if l.Dims[0] == 0 {
		return 0, 0
	}
	return l.Dims[0], len(l.Data) / l.Dims[0]
}

// Leaves takes a value apart.
func Leaves(name string, v reflect.Value) []Leaf {
	if !v.IsValid() {
		return []Leaf{{Name: name}}
	}
	if v.Type() == matrixType {
		if !v.CanInterface() {
			return nil
		}
		return []Leaf{matrixLeaf(name, v.Interface().(nn.Matrix))}
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return []Leaf{{Name: name}}
		}
		return Leaves(name, v.Elem())
	case reflect.Struct:
		var all []Leaf
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				all = append(all, Leaves(name+"."+field.Name, v.Field(i))...)
			}
		}
		return all
	case reflect.Map:
		return mapLeaves(name, v)
	case reflect.Slice, reflect.Array:
		if l, ok := listLeaf(name, v); ok {
			return []Leaf{l}
		}
		var all []Leaf
		for i := range v.Len() {
			all = append(all, Leaves(fmt.Sprintf("%s[%d]", name, i), v.Index(i))...)
		}
		return append(all, Leaf{Name: "len(" + name + ")", Kind: whole, Data: []float64{float64(v.Len())}})
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return nil
	case reflect.String, reflect.Bool:
		return []Leaf{{Name: name, Kind: text, Text: fmt.Sprint(v)}}
	}
	if x, ok := numeric(v); ok {
		l := Leaf{Name: name, Kind: Number, Data: []float64{x}}
		if !v.CanFloat() {
			l.Kind = whole
		}
		if v.CanSet() && v.CanFloat() {
			l.Set = func(_ int, x float64) { v.SetFloat(x) }
		}
		return []Leaf{l}
	}
	return []Leaf{{Name: name, Kind: text, Text: fmt.Sprint(v)}}
}

func matrixLeaf(name string, m nn.Matrix) Leaf {
	rows, cols := m.Dims()
	if rows == 0 || cols == 0 {
		return Leaf{Name: name}
	}
	dense := m.Dense()
	l := Leaf{Name: name, Kind: Matrix, Dims: []int{rows, cols}, Data: make([]float64, 0, rows*cols)}
	for i := range rows {
		l.Data = append(l.Data, dense.RawRowView(i)...)
	}
	l.Set = func(i int, x float64) { dense.Set(i/cols, i%cols, x) }
	return l
}

func mapLeaves(name string, v reflect.Value) []Leaf {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	var all []Leaf
	for _, key := range keys {
		said := fmt.Sprintf("%s[%v]", name, key)
		if key.Kind() == reflect.String {
			said = fmt.Sprintf("%s[%q]", name, key)
		}
		all = append(all, Leaves(said, v.MapIndex(key))...)
	}
	return all
}

// listLeaf makes one leaf of a slice or an array of numbers, nested or not, as long as all its rows are equally long.
func listLeaf(name string, v reflect.Value) (Leaf, bool) {
	element := v.Type()
	for element.Kind() == reflect.Slice || element.Kind() == reflect.Array {
		element = element.Elem()
	}
	if !numericKind(element.Kind()) {
		return Leaf{}, false
	}
	if v.Kind() == reflect.Slice && v.IsNil() {
		return Leaf{Name: name}, true
	}
	dims, ok := rectangle(v)
	if !ok {
		return Leaf{}, false
	}
	l := Leaf{Name: name, Kind: List, Dims: dims}
	var gather func(v reflect.Value)
	gather = func(v reflect.Value) {
		if x, ok := numeric(v); ok {
			l.Data = append(l.Data, x)
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

// Entry names one number of a leaf as a program reaches it: "cost", "costs[0]", "dw.At(1, 0)".
func (l Leaf) Entry(i int) string {
	_, cols := l.Grid()
	switch l.Kind {
	case Matrix:
		return fmt.Sprintf("%s.At(%d, %d)", l.Name, i/cols, i%cols)
	case List:
		return fmt.Sprintf("%s[%d]", l.Name, i)
	}
	return l.Name
}
