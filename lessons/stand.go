package lessons

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
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
	standWeek     = words.T("Week %s", "第 %s 週")
	standQuiz     = words.T("%s: quiz", "%s：クイズ")
	standSeen     = words.T("solution seen", "解答を見ました")
)

// standNamed are the parts of the course that are no week of their own.
var standNamed = map[string]words.Text{
	"welcome": words.T("Welcome", "はじめに"),
	"basics":  words.T("Week 2: Go and matrices", "第 2 週：Go と行列"),
}

// Progress shows where the learner stands with the given exercises, week by week, and what comes next.
func Progress(exercises ...Entry) {
	if ordered != nil {
		return
	}
	events, damaged, err := Read(Folder())
	var html, text strings.Builder
	lang := words.Current()
	all := Overviews(exercises, events)
	for i, o := range all {
		brief := len(all) > 1 && !o.begun() && i != next(all)
		o.html(&html, lang, len(all) > 1 && i != next(all))
		o.text(&text, lang, brief)
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
	o.text(&b, l, false)
	return b.String()
}

// title is the week as a learner calls it: "Week 2", "Week 2: quiz".
func (o Overview) title() words.Text {
	week, quiz := strings.CutSuffix(o.Week, "/quiz")
	said := words.T("%s", "%s").Fill(week)
	if number, ok := strings.CutPrefix(week, "week"); ok {
		said = standWeek.Fill(number)
	} else if named, ok := standNamed[week]; ok {
		said = named
	}
	if quiz {
		said = standQuiz.Fill(said)
	}
	return said
}

// begun reports whether anything of the week was tried.
func (o Overview) begun() bool {
	return slices.ContainsFunc(o.Exercises, func(s Standing) bool { return s.Attempts > 0 || s.Hints > 0 })
}

// next is the place of the first week with something left to do after the last one that was begun, and of the first one
// with something left where there is none: there she goes on. It is -1 when everything is done.
func next(all []Overview) int {
	left := func(o Overview) bool { return o.Next != "" }
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].begun() {
			if at := slices.IndexFunc(all[i:], left); at >= 0 {
				return i + at
			}
			break
		}
	}
	return slices.IndexFunc(all, left)
}

// text draws the progress of a week for a terminal; in brief, only its points.
func (o Overview) text(b *strings.Builder, l words.Lang, brief bool) {
	fmt.Fprintf(b, "%s  %d / %d\n", o.Week, o.Points, o.Max)
	if brief {
		return
	}
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

// html draws the progress of a week for a notebook; folded, its exercises are behind a triangle.
func (o Overview) html(b *strings.Builder, l words.Lang, folded bool) {
	percent := 0
	if o.Max > 0 {
		percent = 100 * o.Points / o.Max
	}
	fmt.Fprintf(b, `<div lang="%s" style="max-width:56em;margin:8px 0;line-height:1.55"><b>%s</b> · %d / %d<div style="height:8px;border-radius:4px;background:rgba(128,128,128,0.25);margin:4px 0"><div style="height:8px;border-radius:4px;background:#1a7f37;width:%d%%"></div></div>`, l, display.Escape(o.title().In(l)), o.Points, o.Max, percent)
	open := " open"
	if folded {
		open = ""
	}
	fmt.Fprintf(b, `<details%s><summary style="cursor:pointer">→ %s</summary><div style="overflow-x:auto"><table style="margin:0;border-collapse:collapse"><tr>`, open, display.Escape(o.next(l)))
	for _, head := range []words.Text{standExercise, standOutcome, standPoints, standAttempts, standHints} {
		fmt.Fprintf(b, `<th style="text-align:left;padding:2px 10px;white-space:nowrap">%s</th>`, head.In(l))
	}
	b.WriteString(`</tr>`)
	for i, s := range o.Exercises {
		seen := ""
		if s.Solution {
			seen = " · " + standSeen.In(l)
		}
		fmt.Fprintf(b, `<tr><td style="text-align:left;padding:2px 10px">%s</td><td style="text-align:left;padding:2px 10px;white-space:nowrap"><span style="color:#ffffff;background:%s;border-radius:8px;padding:0 8px">%s</span> %s%s</td><td style="text-align:left;padding:2px 10px;white-space:nowrap">%d / %d</td><td style="text-align:left;padding:2px 10px">%d</td><td style="text-align:left;padding:2px 10px">%d</td></tr>`,
			display.Escape(o.Titles[i].In(l)), looks[s.Outcome].solid, looks[s.Outcome].symbol, outcomeWords[s.Outcome].In(l), seen, s.Points, s.Max, s.Attempts, s.Hints)
	}
	b.WriteString(`</table></div></details></div>`)
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
	var b strings.Builder
	for i, o := range all {
		o.text(&b, words.Current(), !o.begun() && i != next(all))
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	if said := journalSay(damaged, nil); !said.Empty() {
		_, err = fmt.Fprintln(w, said)
	}
	return err
}
