package lessons

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"nekonote/nn/words"
	"nekonote/plots/display"
)

// What the table of progress says.
var (
	standExercise = words.T("Exercise", "問題")
	standOutcome  = words.T("Outcome", "結果")
	standPoints   = words.T("Points", "点")
	standAttempts = words.T("Attempts", "回数")
	standHints    = words.T("Hints", "ヒント")
	standNext     = words.T("Next: %s", "次は：%s")
	standDone     = words.T("Everything here is done.", "すべて終わりました。")
	standSeen     = words.T("solution seen", "解答を見ました")
)

// Progress shows where the learner stands with the given exercises, week by week, and what comes next.
func Progress(exercises ...Entry) {
	if ordered != nil {
		return
	}
	events, damaged, err := Read(Folder())
	var html, text strings.Builder
	lang := words.Current()
	for _, o := range Overviews(exercises, events) {
		o.html(&html, lang)
		o.text(&text, lang)
	}
	if said := journalSay(damaged, err); !said.Empty() {
		fmt.Fprintf(&html, `<div>%s</div>`, display.Escape(said.In(lang)))
		fmt.Fprintln(&text, said.In(lang))
	}
	display.HTML(html.String(), text.String())
}

// Text draws the progress of a week for a terminal.
func (o Overview) Text(l words.Lang) string {
	var b strings.Builder
	o.text(&b, l)
	return b.String()
}

func (o Overview) text(b *strings.Builder, l words.Lang) {
	fmt.Fprintf(b, "%s  %d / %d\n", o.Week, o.Points, o.Max)
	for i, s := range o.Exercises {
		fmt.Fprintf(b, "  %s %3d/%-3d %s · %s%s\n", looks[s.Outcome].symbol, s.Points, s.Max, o.Titles[i].In(l), outcomeWords[s.Outcome].In(l), s.extras(l))
	}
	fmt.Fprintf(b, "  → %s\n", o.next(l))
}

// extras says what else is known: attempts, hints, whether the solution was seen.
func (s Standing) extras(l words.Lang) string {
	var said string
	if s.Attempts > 0 {
		said += fmt.Sprintf(" · %s %d", standAttempts.In(l), s.Attempts)
	}
	if s.Hints > 0 {
		said += fmt.Sprintf(" · %s %d", standHints.In(l), s.Hints)
	}
	if s.Solution {
		said += " · " + standSeen.In(l)
	}
	return said
}

func (o Overview) next(l words.Lang) string {
	for i, s := range o.Exercises {
		if s.ID == o.Next {
			return standNext.Fill(o.Titles[i]).In(l)
		}
	}
	return standDone.In(l)
}

func (o Overview) html(b *strings.Builder, l words.Lang) {
	percent := 0
	if o.Max > 0 {
		percent = 100 * o.Points / o.Max
	}
	fmt.Fprintf(b, `<div lang="%s" style="max-width:56em;margin:8px 0;line-height:1.55"><b>%s</b> · %d / %d<div style="height:8px;border-radius:4px;background:rgba(128,128,128,0.25);margin:4px 0"><div style="height:8px;border-radius:4px;background:#1a7f37;width:%d%%"></div></div><div style="overflow-x:auto"><table style="margin:0;border-collapse:collapse"><tr>`, l, o.Week, o.Points, o.Max, percent)
	for _, head := range []words.Text{standExercise, standOutcome, standPoints, standAttempts, standHints} {
		fmt.Fprintf(b, `<th style="text-align:left;padding:2px 10px">%s</th>`, head.In(l))
	}
	b.WriteString(`</tr>`)
	for i, s := range o.Exercises {
		seen := ""
		if s.Solution {
			seen = " · " + standSeen.In(l)
		}
		fmt.Fprintf(b, `<tr><td style="text-align:left;padding:2px 10px">%s</td><td style="text-align:left;padding:2px 10px;white-space:nowrap"><span style="color:#ffffff;background:%s;border-radius:8px;padding:0 8px">%s</span> %s%s</td><td style="text-align:left;padding:2px 10px">%d / %d</td><td style="text-align:left;padding:2px 10px">%d</td><td style="text-align:left;padding:2px 10px">%d</td></tr>`,
			display.Escape(o.Titles[i].In(l)), looks[s.Outcome].solid, looks[s.Outcome].symbol, outcomeWords[s.Outcome].In(l), seen, s.Points, s.Max, s.Attempts, s.Hints)
	}
	fmt.Fprintf(b, `</table></div><div style="margin-top:4px">→ %s</div></div>`, display.Escape(o.next(l)))
}

// journalSay says what is wrong with the journal; nothing when all is well.
func journalSay(damaged int, err error) words.Text {
	switch {
	case err != nil:
		return sayUnread.Fill(err)
	case damaged > 0:
		return sayDamaged.Fill(damaged, filepath.Join(Folder(), journalName))
	}
	return words.Text{}
}

// WriteProgress writes where the learner of the current folder stands with the given exercises: for people in the
// current language, or as JSON, one object a week.
func WriteProgress(w io.Writer, exercises []Entry, asJSON bool) error {
	events, damaged, err := Read(Folder())
	if err != nil {
		return errors.New(sayUnread.Fill(err).String())
	}
	all := Overviews(exercises, events)
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(all)
	}
	for _, o := range all {
		if _, err := io.WriteString(w, o.Text(words.Current())); err != nil {
			return err
		}
	}
	if said := journalSay(damaged, nil); !said.Empty() {
		_, err = fmt.Fprintln(w, said)
	}
	return err
}
