// Package exercisetest asks of every exercise what each has to fulfil: the reference is correct, the skeleton compiles
// and is not attempted, every known mistake is recognised as itself, and whatever else is wrong is refused with a
// sentence of its own, in both languages.
package exercisetest

import (
	"fmt"
	"go/format"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Run tests the exercises of a week.
func Run(t *testing.T, exercises []lessons.Entry) {
	references, mistakes := 200, 200 // checks; each has 5 random cases, so that is 1,000 of them
	if testing.Short() {
		references, mistakes = 40, 40
	}
	seen := map[string]bool{}
	for _, e := range exercises {
		info := e.Info()
		if seen[info.ID] {
			t.Errorf("two exercises are called %s", info.ID)
		}
		seen[info.ID] = true
		t.Run(info.ID, func(t *testing.T) { // one after the other: some draw from nn's common stream
			declaration(t, e)
			reference(t, e, references)
			known(t, e, mistakes)
			refused(t, e)
		})
	}
}

// declaration: all words are there in both languages, and both texts can be cut.
func declaration(t *testing.T, e lessons.Entry) {
	info, parts := e.Info(), e.Anatomy()
	texts := append([]words.Text{info.Title, info.Prompt}, parts.Hints...)
	for _, m := range parts.Mistakes {
		texts = append(texts, m.Words)
	}
	for i, text := range texts {
		if text.Empty() {
			t.Errorf("text %d lacks a language: %+v", i, text)
		}
	}
	if len(parts.Hints) < 3 {
		t.Errorf("%d hints; want at least 3: concept, formula, nearly code", len(parts.Hints))
	}
	if len(parts.Mistakes) < 5 {
		t.Errorf("%d known mistakes; want at least 5", len(parts.Mistakes))
	}
	if info.Points <= 0 || info.Formula == "" || parts.Random == nil {
		t.Error("points, formula and random cases must be there")
	}
	for _, lang := range words.Langs {
		skeleton, solution, err := e.Texts(lang)
		if err != nil {
			t.Error(err)
		}
		for _, text := range []string{skeleton, solution} {
			const head = "package p\n\n"
			tidy, err := format.Source([]byte(head + text + "\n"))
			if err != nil || string(tidy) != head+text+"\n" {
				t.Errorf("not as gofmt writes it (%v):\n%s", err, text)
			}
			if strings.Contains(text, "BLANK") || strings.Contains(text, "en: ") || strings.Contains(text, "ja: ") {
				t.Errorf("a mark is left:\n%s", text)
			}
		}
	}
}

// reference: it is correct on new random cases each time.
func reference(t *testing.T, e lessons.Entry, runs int) {
	for seed := range runs {
		if v := lessons.Judge(e, e.Anatomy().Reference, "", uint64(seed)); v.Outcome != lessons.Correct || v.Points != v.Max {
			t.Fatalf("reference, seed %d: %s", seed, v.Text(words.English))
		}
	}
}

// known: each mistake is almost right, with its own words in both languages, on every run.
func known(t *testing.T, e lessons.Entry, runs int) {
	for i, m := range e.Anatomy().Mistakes {
		for seed := range runs {
			v := lessons.Judge(e, m.Formula, "", uint64(seed))
			if v.Outcome != lessons.Almost || !slices.Equal(v.Say, []words.Text{m.Words}) || v.Points != 0 {
				t.Errorf("mistake %d (%s), seed %d: %s", i, m.Words.In(words.English), seed, v.Text(words.English))
				break
			}
			if seed > 0 {
				continue
			}
			for _, lang := range words.Langs {
				if !strings.Contains(v.Text(lang), m.Words.In(lang)) {
					t.Errorf("mistake %d: the card in %s lacks its words", i, lang)
				}
			}
		}
	}
}

// refused: what is wrong in a way that any function can be has a reason and a sentence of its own.
func refused(t *testing.T, e lessons.Entry) {
	for _, wrong := range []struct {
		name    string
		f       any
		source  string
		reasons []lessons.Reason
	}{
		{"zeros and nothings", returning(e, zero), "", []lessons.Reason{lessons.ReasonBlank}},
		{"nil", returning(e, zero), "func " + e.Info().Func + "() { _ = 1 }", []lessons.Reason{lessons.ReasonNil, lessons.ReasonValue, lessons.ReasonShape}},
		{"constants", returning(e, constant), "", []lessons.Reason{lessons.ReasonValue, lessons.ReasonShape}},
		{"wrong shapes", spoiling(e, reshape), "", []lessons.Reason{lessons.ReasonShape, lessons.ReasonValue}},
		{"NaN", spoiling(e, notANumber), "", []lessons.Reason{lessons.ReasonNaN, lessons.ReasonValue}},
		{"panic", panicking(e), "", []lessons.Reason{lessons.ReasonPanic}},
		{"changed input", changing(e), "", []lessons.Reason{lessons.ReasonChanged}},
	} {
		if wrong.f == nil {
			continue // the exercise has nothing that could be wrong in this way
		}
		v := lessons.Judge(e, wrong.f, wrong.source, 7)
		if !slices.Contains(wrong.reasons, v.Reason) {
			t.Errorf("%s: reason %q; want one of %q: %s", wrong.name, v.Reason, wrong.reasons, v.Text(words.English))
		}
		if v.Points != 0 {
			t.Errorf("%s: %d points; want 0", wrong.name, v.Points)
		}
		for _, said := range append(v.Say, v.Next) {
			if said.Empty() || strings.Contains(said.In(words.English), "%!") || strings.Contains(said.In(words.Japanese), "%!") {
				t.Errorf("%s: a sentence is broken: %s / %s", wrong.name, said.In(words.English), said.In(words.Japanese))
			}
		}
	}
}

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
