package remember

import (
	"encoding"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"time"

	"nekonote/lessons/internal/values"
	"nekonote/nn"
)

// pause is how much work passes between two times that a loop is kept: what a stop can cost at most.
const pause = 2 * time.Second

// short is how much work of a loop is not worth keeping when the loop is over.
const short = pause / 4

// dear is how many times as long as the keeping the work before it takes, at least: on a slow disk less is kept.
const dear = 20

// Steps returns 0, size, 2·size … below n. Within what is remembered, what kept points to is stored on the way, with where the
// common stream of random numbers stands; a loop that was interrupted begins where it was stored last.
func Steps(n, size int, kept []any) iter.Seq[int] {
	return func(yield func(int) bool) {
		if w := current(); w != nil && w.unkept == "" && keepable(kept) == nil {
			w.loop(n, size, kept, yield)
			return
		}
		for i := 0; i < n; i += size {
			if !yield(i) {
				return
			}
		}
	}
}

// loop runs a loop and keeps where it is.
func (w *work) loop(n, size int, kept []any, yield func(int) bool) {
	c := w.store.checkpoint(fmt.Sprintf("%s of %d by %d", w.enter(), n, size))
	defer w.leave()
	start := 0
	if stored, err := c.read(kept); err == nil {
		start = stored.At
		w.wentOn(start, n, time.Duration(stored.Spent))
	}
	began, cost := time.Now(), time.Duration(0)
	keep := func(i int) {
		now := time.Now()
		_ = c.write(stage{At: i, Spent: int64(w.spent())}, kept) // where there is no room, a stop costs more
		w.saved, cost = time.Now(), time.Since(now)
	}
	for i := start; i < n; i += size {
		w.at(i)
		if i > start && (w.eager || time.Since(w.saved) >= max(pause, dear*cost)) {
			keep(i)
		}
		if !yield(i) {
			return
		}
	}
	if start < n && (w.eager || time.Since(began) > short) {
		keep(n)
	}
}

// stage is where a loop stands before iteration At.
type stage struct {
	At     int
	Spent  int64    // nanoseconds
	Stream []byte   // the common stream of random numbers
	Kept   [][]byte // the values
}

// state is what writes and reads itself through a pointer, such as a stream of random numbers or a figure.
type state interface {
	encoding.BinaryMarshaler
	encoding.BinaryUnmarshaler
}

// keepable says what cannot be kept, and why.
func keepable(kept []any) error {
	for _, k := range kept {
		v := reflect.ValueOf(k)
		if v.Kind() != reflect.Pointer || v.IsNil() {
			return errors.New("no pointer")
		}
		if _, own := k.(state); own {
			continue
		}
		if err := storable(v.Type().Elem(), typeName(v.Type().Elem())); err != nil {
			return err
		}
	}
	return nil
}

// take writes down what kept points to.
func (s *stage) take(kept []any) (err error) {
	if s.Stream, err = nn.Common().MarshalBinary(); err != nil {
		return err
	}
	for _, k := range kept {
		var data []byte
		if own, ok := k.(state); ok {
			data, err = own.MarshalBinary()
		} else {
			data, err = values.Encode(reflect.ValueOf(k).Elem())
		}
		if err != nil {
			return err
		}
		s.Kept = append(s.Kept, data)
	}
	return nil
}

// give fills in what kept points to: all of it, or nothing.
func (s *stage) give(kept []any) error {
	if len(s.Kept) != len(kept) {
		return errors.New("other values were kept")
	}
	var fill []func()
	for i, k := range kept {
		if own, ok := k.(state); ok {
			fresh := reflect.New(reflect.TypeOf(k).Elem()).Interface().(state)
			if err := fresh.UnmarshalBinary(s.Kept[i]); err != nil {
				return err
			}
			fill = append(fill, func() { _ = own.UnmarshalBinary(s.Kept[i]) })
			continue
		}
		into := reflect.ValueOf(k).Elem()
		fresh := reflect.New(into.Type()).Elem()
		if err := values.Decode(s.Kept[i], fresh); err != nil {
			return err
		}
		fill = append(fill, func() { into.Set(fresh) })
	}
	if err := nn.Common().UnmarshalBinary(s.Stream); err != nil {
		return err
	}
	for _, f := range fill {
		f()
	}
	return nil
}
