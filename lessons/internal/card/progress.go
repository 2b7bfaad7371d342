package card

import (
	"fmt"
	"html"
	"strings"

	"nekonote/lessons/journal"
	"nekonote/nn/words"
)

// What the table of progress says.
var (
	standExercise = words.T("Exercise", "問題")
	standOutcome  = words.T("Outcome", "結果")
	standPoints   = words.T("Points", "点")
	standAttempts = words.T("Attempts", "回数")
	standHints    = words.T("Hints", "ヒント")
	standNext     = words.T("Next: %s", "次は：%s")
	standAll      = words.T("One by one", "内訳")
	standDone     = words.T("Everything here is done.", "すべて終わりました。")
	standSeen     = words.T("solution seen", "解答を見ました")
)

// progressText draws the progress of a week for a terminal.
func progressText(o journal.Overview, l words.Lang) string {
	var b strings.Builder
	OverviewText(o, &b, l, false)
	return b.String()
}

// OverviewText draws the progress of a week for a terminal; in brief, only its points.
func OverviewText(o journal.Overview, b *strings.Builder, l words.Lang, brief bool) {
	fmt.Fprintf(b, "%s  %d / %d\n", o.Week, o.Points, o.Max)
	if brief {
		return
	}
	for i, s := range o.Exercises {
		fmt.Fprintf(b, "  %s %3d/%-3d %s · %s%s\n", looks[s.Outcome].symbol, s.Points, s.Max, o.Titles[i].In(l), s.Outcome.Words().In(l), extras(s, l))
	}
	fmt.Fprintf(b, "  → %s\n", goOn(o, l))
}

// extras says what else is known: attempts, hints, whether the solution was seen.
func extras(s journal.Standing, l words.Lang) string {
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

func goOn(o journal.Overview, l words.Lang) string {
	for i, s := range o.Exercises {
		if s.ID == o.Next {
			return standNext.Fill(o.Titles[i]).In(l)
		}
	}
	return standDone.In(l)
}

// OverviewHTML draws the progress of a week for a notebook; folded, its exercises are behind a triangle. link is the way to the
// exercise of an id, "" for none.
func OverviewHTML(o journal.Overview, b *strings.Builder, l words.Lang, folded bool, link func(id string) string) {
	percent := 0
	if o.Max > 0 {
		percent = 100 * o.Points / o.Max
	}
	fmt.Fprintf(b, `<div lang="%s" style="max-width:56em;margin:8px 0;line-height:1.55"><b>%s</b> · %d / %d<div style="height:8px;border-radius:4px;background:rgba(128,128,128,0.25);margin:4px 0"><div style="height:8px;border-radius:4px;background:#1a7f37;width:%d%%"></div></div>`, l, html.EscapeString(o.Title.In(l)), o.Points, o.Max, percent)
	open := " open"
	if folded {
		open = ""
	}
	// The way on stands in front of the triangle, not in its line: what opens and shuts holds no link.
	fmt.Fprintf(b, `<div>→ %s</div><details%s><summary style="cursor:pointer">%s</summary><div style="overflow-x:auto"><table style="margin:0;border-collapse:collapse"><tr>`, linked(link(o.Next), goOn(o, l)), open, standAll.In(l))
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
			linked(link(s.ID), o.Titles[i].In(l)), looks[s.Outcome].solid, looks[s.Outcome].symbol, s.Outcome.Words().In(l), seen, s.Points, s.Max, s.Attempts, s.Hints)
	}
	b.WriteString(`</table></div></details></div>`)
}

// linked is a text that leads somewhere, if there is a way.
func linked(to, text string) string {
	if to == "" {
		return html.EscapeString(text)
	}
	return fmt.Sprintf(`<a href="%s">%s</a>`, html.EscapeString(to), html.EscapeString(text))
}
