// Package remember keeps values that are dear to compute on disk, each under a hash of all that it depends on, and on the way
// there where its loops stand.
package remember

import (
	"reflect"
	"time"

	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Recall fills in value, from the store or by calling compute.
func Recall(name string, f reflect.Value, args []any, value reflect.Value, compute func()) {
	said := &display.Live{}
	began := time.Now()
	seconds := func() float64 { return time.Since(began).Seconds() }
	giveUp := func(err error) {
		began = time.Now()
		compute()
		said.Final(aside(sayNotKept.Fill(name, seconds(), err)))
	}
	if err := storable(value.Type(), typeName(value.Type())); err != nil {
		giveUp(err)
		return
	}
	key, unkept, err := keyOf(f, args, value.Type())
	if err != nil {
		giveUp(err)
		return
	}
	s := open(name, key)
	if s.read(value) == nil {
		display.Aside(recalled(s))
		return
	}
	stop := watch(said, func(seconds float64) words.Text { return sayWaiting.Fill(name, seconds) })
	unlock, err := s.lock()
	stop()
	if err != nil {
		giveUp(err)
		return
	}
	defer unlock()
	if s.read(value) == nil { // whom we waited for has computed it
		said.Final(recalled(s))
		return
	}
	w := &work{store: s, unkept: unkept}
	w.compute(said, compute)
	if err := s.write(value, w.spent()); err != nil {
		said.Final(aside(sayNotKept.Fill(name, w.spent().Seconds(), err)))
		return
	}
	said.Final(aside(w.computed()))
}

// compute calls the function, and says meanwhile how long it has been at it.
func (w *work) compute(said *display.Live, compute func()) {
	last := w.store.last().Seconds()
	defer w.begin()()
	stop := watch(said, func(float64) words.Text { return w.computing(last) })
	defer stop() // also where compute panics: the words end before the lock is given back
	compute()
}

// watch says once a second how long something has been going on, from the first second on, until stop is called.
func watch(said *display.Live, what func(seconds float64) words.Text) (stop func()) {
	began, done, ended := time.Now(), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
				said.Update(aside(what(time.Since(began).Seconds())))
			}
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}
