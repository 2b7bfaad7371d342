// Package remember keeps values that are dear to compute on disk, each under a hash of all that it depends on.
package remember

import (
	"fmt"
	"html"
	"reflect"
	"time"

	"nekonote/nn/words"
	"nekonote/plots/display"
)

// What remembering says.
var (
	sayComputing = words.T("◷ computing “%s” … %.0f s", "◷ 「%s」を計算しています… %.0f 秒")
	sayUsual     = words.T("◷ computing “%s” … %.0f s (last time: %.0f s)", "◷ 「%s」を計算しています… %.0f 秒（前回は %.0f 秒）")
	sayWaiting   = words.T("◷ another notebook is computing “%s”; waiting for it … %.0f s", "◷ 別のノートブックが「%s」を計算中です。待っています… %.0f 秒")
	sayComputed  = words.T("✓ computed “%s” in %.1f s; remembered from now on", "✓ 「%s」を %.1f 秒で計算し、保存しました")
	sayRecalled  = words.T("✓ “%s” is remembered (computed on %s, in %.1f s)", "✓ 「%s」は保存した結果を使います（%s に %.1f 秒で計算）")
	sayNotKept   = words.T("“%s” was computed in %.1f s, but could not be remembered: %v. It will be computed again next time.",
		"「%s」を %.1f 秒で計算しましたが、保存できませんでした：%v。次回もう一度計算します。")
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
	key, err := keyOf(f, args, value.Type())
	if err != nil {
		giveUp(err)
		return
	}
	s := open(name, key)
	if s.read(value) == nil {
		said.Final(s.recalled())
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
		said.Final(s.recalled())
		return
	}
	began = time.Now()
	last := s.last().Seconds()
	stop = watch(said, func(seconds float64) words.Text {
		if last >= 1 {
			return sayUsual.Fill(name, seconds, last)
		}
		return sayComputing.Fill(name, seconds)
	})
	func() {
		defer stop() // also where compute panics: the words end before the lock is given back
		compute()
	}()
	took := time.Since(began)
	if err := s.write(value, took); err != nil {
		said.Final(aside(sayNotKept.Fill(name, took.Seconds(), err)))
		return
	}
	said.Final(aside(sayComputed.Fill(name, took.Seconds())))
}

// recalled says when the value was computed.
func (s *store) recalled() (markup, text string) {
	return aside(sayRecalled.Fill(s.name, s.at.Local().Format("2006-01-02 15:04"), s.took.Seconds()))
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

// aside is a remark beside what the cell is about.
func aside(said words.Text) (markup, text string) {
	text = said.In(words.Current())
	return fmt.Sprintf(`<div lang="%s" style="opacity:0.75;font-size:90%%">%s</div>`, words.Current(), html.EscapeString(text)), text
}
