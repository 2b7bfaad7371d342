package remember

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"sync"

	"nekonote/nn/words"
)

// What remembering says.
var (
	sayComputing = words.T("◷ computing “%s” … %.0f s", "◷ 「%s」を計算しています… %.0f 秒")
	sayUsual     = words.T("◷ computing “%s” … %.0f s (last time: %.0f s)", "◷ 「%s」を計算しています… %.0f 秒（前回は %.0f 秒）")
	sayContinues = words.T("◷ “%s” continues at %d of %d … %.0f s", "◷ 「%s」を %d / %d 回目から続けます… %.0f 秒")
	sayWaiting   = words.T("◷ another notebook is computing “%s”; waiting for it … %.0f s", "◷ 別のノートブックが「%s」を計算中です。待っています… %.0f 秒")
	sayComputed  = words.T("✓ computed “%s” in %.1f s; remembered from now on", "✓ 「%s」を %.1f 秒で計算し、保存しました")
	sayContinued = words.T("✓ “%s” continued at %d of %d, and is done: %.1f s in all; remembered from now on",
		"✓ 「%s」は %d / %d 回目から続けて、計算が終わりました。合わせて %.1f 秒です。結果を保存しました")
	sayRecalled = words.T("✓ “%s” is remembered (computed on %s, in %.1f s)", "✓ 「%s」は保存した結果を使います（%s に %.1f 秒で計算）")
	saySeveral  = words.T("✓ remembered: %s", "✓ 保存した結果を使います：%s")
	sayQuoted   = words.T("“%s”", "「%s」")
	sayNotKept  = words.T("“%s” was computed in %.1f s, but could not be remembered: %v. It will be computed again next time.",
		"「%s」を %.1f 秒で計算しましたが、保存できませんでした：%v。次回もう一度計算します。")
	sayUnkept = words.T("%s. A stop on the way would have begun it anew: its loop changes %[2]s and does not keep it. Add &%[2]s to what lessons.Steps is given",
		"%s。途中で止めたら、はじめからになるところでした。ループが変える %[2]s が残らないからです。lessons.Steps に &%[2]s を加えましょう")
)

// computing is what is said while a value is computed; last is how many seconds it took last time.
func (w *work) computing(last float64) words.Text {
	spent := w.spent().Seconds()
	if i, n, yes := w.continues(); yes {
		return sayContinues.Fill(w.store.name, i, n, spent)
	}
	if last >= 1 {
		return sayUsual.Fill(w.store.name, spent, last)
	}
	return sayComputing.Fill(w.store.name, spent)
}

// computed is what is said when a value is there.
func (w *work) computed() words.Text {
	spent := w.spent()
	said := sayComputed.Fill(w.store.name, spent.Seconds())
	if i, n, yes := w.continues(); yes {
		said = sayContinued.Fill(w.store.name, i, n, spent.Seconds())
	}
	if w.unkept != "" && spent > pause {
		said = sayUnkept.Fill(said, w.unkept)
	}
	return said
}

// quiet are the names that this program has recalled: one line names them all, and it gives way to a figure.
var quiet struct {
	sync.Mutex
	names []string
}

// recalled says that the value was computed before.
func recalled(s *store) (markup, text string) {
	quiet.Lock()
	defer quiet.Unlock()
	if name := sayQuoted.Fill(s.name).In(words.Current()); !slices.Contains(quiet.names, name) { // a cell may ask for it twice
		quiet.names = append(quiet.names, name)
	}
	said := sayRecalled.Fill(s.name, s.at.Local().Format("2006-01-02 15:04"), s.took.Seconds())
	if len(quiet.names) > 1 {
		said = saySeveral.Fill(strings.Join(quiet.names, words.T(", ", "").In(words.Current())))
	}
	return aside(said)
}

// aside is a remark beside what the cell is about.
func aside(said words.Text) (markup, text string) {
	text = said.In(words.Current())
	return fmt.Sprintf(`<div lang="%s" style="opacity:0.75;font-size:90%%">%s</div>`, words.Current(), html.EscapeString(text)), text
}
