package exercisetest

import (
	"fmt"
	"reflect"
	"slices"

	"nekonote/lessons"
	"nekonote/nn"
)

// function makes a function of the exercise's type.
func function(e lessons.Entry, f func(in []reflect.Value) []reflect.Value) any {
	return reflect.MakeFunc(reflect.TypeOf(e.Anatomy().Reference), f).Interface()
}

func returning(e lessons.Entry, value func(reflect.Type) reflect.Value) any {
	kind := reflect.TypeOf(e.Anatomy().Reference)
	return function(e, func([]reflect.Value) []reflect.Value {
		var out []reflect.Value
		for i := range kind.NumOut() {
			out = append(out, value(kind.Out(i)))
		}
		return out
	})
}

// spoiling is the reference with results that were changed; nil when none of them could be.
func spoiling(e lessons.Entry, spoil func(reflect.Value) (reflect.Value, bool)) any {
	reference := reflect.ValueOf(e.Anatomy().Reference)
	spoilt := false
	run := func(in []reflect.Value) []reflect.Value {
		out := reference.Call(in)
		for i, v := range out {
			if changed, ok := within(v, spoil); ok {
				out[i], spoilt = changed, true
			}
		}
		return out
	}
	var in []reflect.Value
	for _, arg := range e.Anatomy().Cases[0].Args {
		in = append(in, reflect.ValueOf(arg))
	}
	run(in)
	if !spoilt {
		return nil
	}
	return function(e, run)
}

// within spoils a value, or every part of a struct or of a list of structs.
func within(v reflect.Value, spoil func(reflect.Value) (reflect.Value, bool)) (reflect.Value, bool) {
	if changed, ok := spoil(v); ok {
		return changed, true
	}
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct {
		out, any := reflect.MakeSlice(v.Type(), v.Len(), v.Len()), false
		for i := range v.Len() {
			changed, ok := within(v.Index(i), spoil)
			out.Index(i).Set(changed)
			any = any || ok
		}
		return out, any
	}
	if v.Kind() != reflect.Struct || v.Type() == reflect.TypeFor[nn.Matrix]() {
		return v, false
	}
	out, any := reflect.New(v.Type()).Elem(), false
	out.Set(v)
	for i := range v.NumField() {
		if changed, ok := within(v.Field(i), spoil); ok {
			out.Field(i).Set(changed)
			any = true
		}
	}
	return out, any
}

func zero(t reflect.Type) reflect.Value { return reflect.Zero(t) }

func constant(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch {
	case t == reflect.TypeFor[nn.Matrix]():
		return reflect.ValueOf(nn.Row(0.25, 0.5, 0.75))
	case v.CanFloat():
		v.SetFloat(0.125)
	case v.CanInt():
		v.SetInt(41)
	case t == reflect.TypeFor[[]float64]():
		return reflect.ValueOf([]float64{0.5})
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			v.Field(i).Set(constant(t.Field(i).Type))
		}
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		return reflect.Append(v, constant(t.Elem()), constant(t.Elem()))
	}
	return v
}

func reshape(v reflect.Value) (reflect.Value, bool) {
	switch x := v.Interface().(type) {
	case nn.Matrix:
		n, m := x.Dims()
		return reflect.ValueOf(nn.Zeros(n+1, m+2)), true
	case []float64:
		return reflect.ValueOf(append(slices.Clone(x), 1)), true
	}
	return v, false
}

func notANumber(v reflect.Value) (reflect.Value, bool) {
	nan := func() float64 { var z float64; return z / z }()
	switch x := v.Interface().(type) {
	case nn.Matrix:
		return reflect.ValueOf(x.Apply(func(float64) float64 { return nan })), true
	case float64:
		return reflect.ValueOf(nan), true
	}
	return v, false
}

func panicking(e lessons.Entry) any {
	return function(e, func([]reflect.Value) []reflect.Value { panic(fmt.Sprint("no ", e.Info().ID)) })
}

// changing is the reference that changes a matrix it was given; nil when there is none.
func changing(e lessons.Entry) any {
	reference := reflect.ValueOf(e.Anatomy().Reference)
	kind := reference.Type()
	for i := range kind.NumIn() {
		if kind.In(i) == reflect.TypeFor[nn.Matrix]() {
			return function(e, func(in []reflect.Value) []reflect.Value {
				out := reference.Call(in)
				x := in[i].Interface().(nn.Matrix)
				x.Dense().Set(0, 0, x.At(0, 0)+1)
				return out
			})
		}
	}
	return nil
}
