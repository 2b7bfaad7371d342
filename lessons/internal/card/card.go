// Package card draws verdicts, hints and progress: as HTML that needs neither scripts nor style sheets, and as a twin of plain
// text.
package card

import (
	"fmt"
	"html"
	"strings"

	"nekonote/lessons/typeset"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// looks is how an outcome appears: a symbol and a colour that reads on light and on dark, always beside its words.
type look struct{ symbol, solid, tint string }

var looks = map[verdict.Outcome]look{
	verdict.NotAttempted: {"○", "#5f6b76", "rgba(128,140,150,0.10)"},
	verdict.Almost:       {"≈", "#9a6700", "rgba(214,158,46,0.12)"},
	verdict.Incorrect:    {"✗", "#c0392b", "rgba(214,69,56,0.10)"},
	verdict.Correct:      {"✓", "#1a7f37", "rgba(46,160,67,0.12)"},
}

// Words of the card itself.
var (
	cardPoints  = words.T("%d of %d points", "%[2]d 点中 %[1]d 点")
	cardInput   = words.T("Input of the call that failed", "うまくいかなかった呼び出しの入力")
	cardGot     = words.T("your result", "あなたの結果")
	cardWant    = words.T("expected", "正しい結果")
	cardFormula = words.T("The formula", "式")
	cardNext    = words.T("Next:", "次にすること：")
	cardPrinted = words.T("What your function printed", "関数が表示した内容")
)

// HTML draws the verdict as a card, in the given language. It has no scripts and no style sheet, so that it looks the
// same in a notebook that is not trusted; it wraps on a narrow screen.
func HTML(v verdict.Verdict, l words.Lang) string {
	k := looks[v.Outcome]
	var b strings.Builder
	fmt.Fprintf(&b, `<div lang="%s" data-exercise="%s" data-outcome="%s" style="box-sizing:border-box;max-width:56em;margin:4px 0;padding:10px 14px;border:1px solid rgba(128,128,128,0.3);border-left:6px solid %s;border-radius:6px;background:%s;line-height:1.55">`, l, html.EscapeString(v.ID), v.Outcome, k.solid, k.tint)
	fmt.Fprintf(&b, `<div style="display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center"><span style="background:%s;color:#ffffff;border-radius:12px;padding:1px 12px;font-weight:bold;white-space:nowrap">%s %s</span><b>%s</b><span style="margin-left:auto;white-space:nowrap">%s</span></div>`,
		k.solid, k.symbol, html.EscapeString(v.Heading().In(l)), html.EscapeString(v.Title.In(l)), html.EscapeString(cardPoints.Fill(v.Points, v.Max).In(l)))
	if v.Outcome == verdict.Correct {
		askedHTML(v.Asked, &b, l) // what was answered stands before the answer, what is to be answered after it
	}
	for _, said := range v.Say {
		fmt.Fprintf(&b, `<div style="margin-top:6px;overflow-wrap:anywhere">%s</div>`, typeset.HTML(said.In(l)))
	}
	if v.Shown != nil {
		shownHTML(v.Shown, &b, l)
	}
	if v.Formula != "" && v.Outcome != verdict.Correct {
		fmt.Fprintf(&b, `<div style="margin-top:8px;opacity:0.8;font-size:90%%">%s</div>`, cardFormula.In(l))
		formulaHTML(v.Formula, &b)
	}
	next := ""
	if v.Outcome != verdict.Correct { // what is right needs no label: praise is no task
		next = "<b>" + cardNext.In(l) + "</b> "
	}
	fmt.Fprintf(&b, `<div style="margin-top:8px">%s%s</div>`, next, typeset.HTML(v.Next.In(l)))
	if v.Outcome != verdict.Correct {
		askedHTML(v.Asked, &b, l)
	}
	b.WriteString(`</div>`)
	return b.String()
}

// askedHTML draws a question of a quiz and its options.
func askedHTML(asked []words.Text, b *strings.Builder, l words.Lang) {
	if len(asked) == 0 {
		return
	}
	b.WriteString(`<div style="margin-top:8px;padding:6px 10px;border-radius:4px;background:rgba(128,128,128,0.12);overflow-wrap:anywhere">`)
	for i, said := range asked {
		style := "margin:2px 0 2px 1.5em"
		if i == 0 {
			style = "margin-bottom:4px;white-space:pre-wrap"
		}
		fmt.Fprintf(b, `<div style="%s">%s</div>`, style, typeset.HTML(said.In(l)))
	}
	b.WriteString(`</div>`)
}

// formulaHTML draws an exercise's formula; what is Go rather than mathematics, as code.
func formulaHTML(formula string, b *strings.Builder) {
	if mathml := typeset.Formula(formula, true); mathml != "" {
		fmt.Fprintf(b, `<div style="margin:4px 0 4px 1em;overflow-x:auto;text-align:left">%s</div>`, mathml)
		return
	}
	fmt.Fprintf(b, `<div style="font-family:monospace;white-space:pre-wrap;margin-left:1em">%s</div>`, html.EscapeString(formula))
}

// shownHTML draws the failed call: got and want side by side, below each other where there is no room.
func shownHTML(s *verdict.Shown, b *strings.Builder, l words.Lang) {
	if s.Got != nil {
		b.WriteString(`<div style="display:flex;flex-wrap:wrap;gap:8px 28px;margin-top:8px">`)
		gridHTML(s.Got, b, cardGot.In(l))
		gridHTML(s.Want, b, cardWant.In(l))
		b.WriteString(`</div>`)
	}
	if len(s.Inputs) > 0 {
		open := ""
		if small(s) {
			open = " open"
		}
		fmt.Fprintf(b, `<details%s style="margin-top:6px"><summary style="cursor:pointer">%s</summary><div style="display:flex;flex-wrap:wrap;gap:8px 28px;margin-top:4px">`, open, cardInput.In(l))
		for _, in := range s.Inputs {
			gridHTML(&in, b, "")
		}
		b.WriteString(`</div></details>`)
	}
	if s.Printed != "" {
		fmt.Fprintf(b, `<div style="margin-top:8px;opacity:0.8;font-size:90%%">%s</div><div style="font-family:monospace;white-space:pre-wrap;margin-left:1em;overflow-wrap:anywhere">%s</div>`, cardPrinted.In(l), html.EscapeString(s.Printed))
	}
}

// small reports whether the input is worth seeing at a glance.
func small(s *verdict.Shown) bool {
	cells := 0
	for _, in := range s.Inputs {
		for _, row := range in.Cells {
			cells += len(row)
		}
	}
	return cells <= 24
}

func gridHTML(g *verdict.Grid, b *strings.Builder, said string) {
	if said != "" {
		said = ` · ` + said
	}
	fmt.Fprintf(b, `<div style="max-width:100%%;overflow-x:auto"><div style="font-size:90%%;opacity:0.8"><b>%s</b> %s%s</div>`, html.EscapeString(g.Name), g.Shape, html.EscapeString(said))
	if len(g.Cells) > 0 {
		b.WriteString(`<table style="margin:2px 0;border-collapse:collapse;font-family:monospace;border:0;border-left:2px solid rgba(128,128,128,0.6);border-right:2px solid rgba(128,128,128,0.6)">`)
		for i, row := range g.Cells {
			b.WriteString(`<tr style="background:transparent">`)
			for j, cell := range row {
				if marked(g, i, j) {
					fmt.Fprintf(b, `<td style="padding:1px 8px;text-align:right;white-space:nowrap;border:0;font-weight:bold;background:rgba(214,69,56,0.22)">≠ %s</td>`, html.EscapeString(cell))
				} else {
					fmt.Fprintf(b, `<td style="padding:1px 8px;text-align:right;white-space:nowrap;border:0">%s</td>`, html.EscapeString(cell))
				}
			}
			b.WriteString(`</tr>`)
		}
		b.WriteString(`</table>`)
	}
	b.WriteString(`</div>`)
}

func marked(g *verdict.Grid, i, j int) bool {
	return i < len(g.Marks) && j < len(g.Marks[i]) && g.Marks[i][j]
}

// Text is the card's twin for a terminal, an export, a screen reader or a test.
func Text(v verdict.Verdict, l words.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s · %s · %s\n", looks[v.Outcome].symbol, v.Heading().In(l), v.Title.In(l), cardPoints.Fill(v.Points, v.Max).In(l))
	asked := func() {
		for _, said := range v.Asked {
			fmt.Fprintf(&b, "    %s\n", typeset.Plain(said.In(l)))
		}
	}
	if v.Outcome == verdict.Correct {
		asked()
	}
	for _, said := range v.Say {
		fmt.Fprintf(&b, "  %s\n", typeset.Plain(said.In(l)))
	}
	if v.Shown != nil {
		if v.Shown.Got != nil {
			gridText(v.Shown.Got, &b, cardGot.In(l))
			gridText(v.Shown.Want, &b, cardWant.In(l))
		}
		if len(v.Shown.Inputs) > 0 {
			fmt.Fprintf(&b, "  %s:\n", cardInput.In(l))
			for _, in := range v.Shown.Inputs {
				gridText(&in, &b, "")
			}
		}
		if v.Shown.Printed != "" {
			fmt.Fprintf(&b, "  %s:\n%s\n", cardPrinted.In(l), indent(v.Shown.Printed))
		}
	}
	if v.Formula != "" && v.Outcome != verdict.Correct {
		fmt.Fprintf(&b, "  %s:\n%s\n", cardFormula.In(l), indent(v.Formula))
	}
	fmt.Fprintf(&b, "  → %s\n", typeset.Plain(v.Next.In(l)))
	if v.Outcome != verdict.Correct {
		asked()
	}
	return b.String()
}

func gridText(g *verdict.Grid, b *strings.Builder, said string) {
	fmt.Fprintf(b, "    %s", g.Name)
	if g.Shape != "" {
		fmt.Fprintf(b, " (%s)", g.Shape)
	}
	if said != "" {
		fmt.Fprintf(b, ", %s", said)
	}
	if len(g.Cells) == 1 && len(g.Cells[0]) == 1 {
		fmt.Fprintf(b, " = %s\n", g.Cells[0][0])
		return
	}
	b.WriteString("\n")
	for i, row := range g.Cells {
		b.WriteString("      ")
		for j, cell := range row {
			if marked(g, i, j) {
				cell = "≠" + cell
			}
			fmt.Fprintf(b, " %11s", cell)
		}
		b.WriteString("\n")
	}
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}
