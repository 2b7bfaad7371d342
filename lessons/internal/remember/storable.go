package remember

import (
	"errors"
	"reflect"
	"strings"

	"nekonote/lessons/internal/values"
	"nekonote/nn/words"
)

var (
	noFunction = words.T("%s is a %s, which cannot be stored. Return what it computes instead", "%s は %s なので保存できません。代わりに、それが計算する値を返してください")
	noHidden   = words.T("%s begins with a small letter, so it cannot be stored. Write it with a capital letter", "%s は小文字で始まるので保存できません。大文字で始まる名前にしてください")
	noInside   = words.T("%s may hold anything, so it cannot be stored. Give it a type of its own", "%s は何でも入る型なので保存できません。具体的な型にしてください")
	noRing     = words.T("%s holds itself, so it cannot be stored. Use a slice instead", "%s は自分自身を含むので保存できません。代わりにスライスを使ってください")
)

// storable returns an error that names what in a type cannot be stored; what is how a learner would write it.
func storable(t reflect.Type, what string) error { return stores(t, what, nil) }

func stores(t reflect.Type, what string, around []reflect.Type) error {
	if values.Marshals(t) {
		return nil // such as nn.Matrix and time.Time
	}
	for _, outer := range around {
		if outer == t {
			return errors.New(noRing.Fill(what).String())
		}
	}
	around = append(around, t)
	switch t.Kind() {
	case reflect.Func, reflect.Chan, reflect.UnsafePointer, reflect.Uintptr:
		return errors.New(noFunction.Fill(what, t.Kind()).String())
	case reflect.Interface:
		return errors.New(noInside.Fill(what).String())
	case reflect.Slice, reflect.Array:
		return stores(t.Elem(), what+"[…]", around)
	case reflect.Map:
		if err := stores(t.Key(), what+"'s key", around); err != nil {
			return err
		}
		return stores(t.Elem(), what+"[…]", around)
	case reflect.Pointer:
		return stores(t.Elem(), what, around)
	case reflect.Struct:
		for i := range t.NumField() {
			field := t.Field(i)
			if !field.IsExported() {
				return errors.New(noHidden.Fill(what + "." + field.Name).String())
			}
			if err := stores(field.Type, what+"."+field.Name, around); err != nil {
				return err
			}
		}
	}
	return nil
}

// typeName is a type as a learner writes it: without the package of her own types.
func typeName(t reflect.Type) string { return strings.TrimPrefix(t.String(), "main.") }
