package lessons

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Hint shows the next step of the ladder of hints: the concept, then the formula, then nearly the code. After the last
// one it shows all of them again.
func (e *Exercise[F]) Hint() { e.declared().hint() }

// Solution shows the reference, after at least one attempt, and notes in the journal that it was seen.
func (e *Exercise[F]) Solution() { e.declared().solution() }

// Reset shows the fresh skeleton to copy, and keeps in .nekonote/kept what stands in the notebook now.
func (e *Exercise[F]) Reset() { e.declared().reset() }

// What hints, solutions and resets say.
var (
	sayHint     = words.T("Hint %d of %d", "ヒント %d / %d")
	sayNextHint = words.T("Run this cell again for the next hint.", "このセルをもう一度実行すると、次のヒントが出ます。")
	sayLastHint = words.T("That was the last hint. After one check of your own attempt, `%s` shows the solution.", "ヒントはこれで最後です。一度自分の答えをチェックすると、`%s` で解答を見られます。")
	sayTryFirst = words.T("First try it yourself: write something in the cell above and run its check once, right or wrong. Then the solution opens. Until then: `%s`",
		"まずは自分で試してみましょう。上のセルに何か書いて、正しくなくてもよいので、一度チェックを実行してください。そのあとで解答を見られます。それまでは：`%s`")
	saySolution = words.T("The solution of “%s”", "「%s」の解答")
	saySeen     = words.T("Your progress will note that you have seen the solution. Nobody minds: read it line by line, close it, and write it in your own cell.",
		"解答を見たことは、進み具合に記録されます。気にする必要はありません。一行ずつ読んだら、閉じて、自分のセルに書いてみましょう。")
	sayFresh = words.T("The fresh skeleton of “%s”: copy it into the answer's cell.", "「%s」のはじめの形です。答えのセルにコピーしてください。")
	sayKept  = words.T("What you had written is kept in %s.", "これまでに書いた内容は %s に保存しました。")
	sayEmpty = words.T("There was nothing of yours to keep.", "保存する内容はありませんでした。")
	sayLost  = words.T("What you had written could not be kept (%v): do not overwrite it before you have copied it.", "これまでに書いた内容を保存できませんでした（%v）。上書きする前に、コピーしておいてください。")
)

func (s *spec) hint() {
	if ordered != nil || len(s.hints) == 0 {
		return
	}
	events, _, err := Read(Folder())
	step := min(StandingOf(events, s.Info).Hints+1, len(s.hints))
	if err == nil {
		err = Append(Folder(), Event{Time: time.Now().UTC(), ID: s.ID, Kind: Hinted, Step: step})
	}
	var parts []part
	for i := range step {
		parts = append(parts, part{head: sayHint.Fill(i+1, len(s.hints)), body: s.hints[i]})
	}
	last := sayNextHint
	if step == len(s.hints) {
		last = sayLastHint.Fill(call(s.ID, "Solution"))
	}
	show("☞", s.Title, append(parts, part{body: last}), err)
}

func (s *spec) solution() {
	if ordered != nil {
		return
	}
	events, _, err := Read(Folder())
	if StandingOf(events, s.Info).Attempts == 0 {
		show("✎", s.Title, []part{{body: sayTryFirst.Fill(call(s.ID, "Hint"))}}, err)
		return
	}
	if err == nil {
		err = Append(Folder(), Event{Time: time.Now().UTC(), ID: s.ID, Kind: Revealed})
	}
	_, code, cut := skeleton.Cut(s.source, s.Func, words.Current())
	if cut != nil {
		panic(cut) // a test of every exercise sees to it that this cannot be
	}
	show("📖", saySolution.Fill(s.Title), []part{{code: code}, {body: saySeen}}, err)
}

func (s *spec) reset() {
	if ordered != nil {
		return
	}
	kept, err := s.keep()
	said := sayEmpty
	switch {
	case err != nil:
		said = sayLost.Fill(err)
	case kept != "":
		said = sayKept.Fill(kept)
	}
	fresh, _, cut := skeleton.Cut(s.source, s.Func, words.Current())
	if cut != nil {
		panic(cut)
	}
	err = Append(Folder(), Event{Time: time.Now().UTC(), ID: s.ID, Kind: Fresh})
	show("↺", sayFresh.Fill(s.Title), []part{{code: fresh}, {body: said}}, err)
}

// keep writes the learner's function, as the running program has it, to a new file, and returns its name. There is
// nothing to keep where the function is not found or still blank.
func (s *spec) keep() (string, error) {
	path := filepath.Join(os.Getenv("GONB_TMP_DIR"), "main.go")
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	a := parseAnswer(path, string(data))
	if a == nil || a.funcs[s.Func] == nil || a.blank(s.source, s.Func) {
		return "", nil
	}
	folder := filepath.Join(Folder(), "kept")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(folder, fmt.Sprintf("%s-%s.go.txt", strings.ReplaceAll(s.ID, "/", "-"), time.Now().Format("20060102-150405.000")))
	return name, os.WriteFile(name, []byte(a.source(a.funcs[s.Func])+"\n"), 0o644)
}

// part is a paragraph of what is shown: words under a heading, or code.
type part struct {
	head, body words.Text
	code       string
}

// show shows a neutral card.
func show(symbol string, title words.Text, parts []part, noteErr error) {
	if noteErr != nil {
		parts = append(parts, part{body: sayNotNoted.Fill(noteErr)})
	}
	lang := words.Current()
	var html, text strings.Builder
	fmt.Fprintf(&html, `<div lang="%s" style="box-sizing:border-box;max-width:56em;margin:4px 0;padding:10px 14px;border:1px solid rgba(128,128,128,0.3);border-left:6px solid #3b6fb6;border-radius:6px;background:rgba(80,130,200,0.08);line-height:1.55"><div>%s <b>%s</b></div>`, lang, symbol, display.Escape(title.In(lang)))
	fmt.Fprintf(&text, "%s %s\n", symbol, title.In(lang))
	for _, p := range parts {
		if head := p.head.In(lang); head != "" {
			fmt.Fprintf(&html, `<div style="margin-top:8px;opacity:0.8;font-size:90%%">%s</div>`, display.Escape(head))
			fmt.Fprintf(&text, "  %s\n", head)
		}
		if p.code != "" {
			fmt.Fprintf(&html, `<pre style="margin:8px 0 0;padding:8px 10px;overflow-x:auto;background:rgba(128,128,128,0.12);border-radius:4px;white-space:pre;tab-size:4">%s</pre>`, display.Escape(p.code))
			fmt.Fprintf(&text, "%s\n", indent(p.code))
		}
		if body := p.body.In(lang); body != "" {
			fmt.Fprintf(&html, `<div style="margin-top:4px;overflow-wrap:anywhere">%s</div>`, inline(body))
			fmt.Fprintf(&text, "  %s\n", body)
		}
	}
	html.WriteString(`</div>`)
	display.HTML(html.String(), text.String())
}
