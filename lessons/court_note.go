package lessons

import (
	"fmt"
	"html"
	"net"
	"strings"
	"time"

	"nekonote/lessons/internal/card"
	"nekonote/lessons/internal/wire"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// note notes a verdict in the learner's journal, sends its card to the cell's program, where that still lives, and tells
// whoever waits for it.
func (c *Court) note(conn net.Conn, v verdict.Verdict, lives bool) {
	lang := words.Current()
	j := Judgement{Verdict: v, Line: oneLine(v, lang), HTML: card.HTML(v, lang), Text: card.Text(v, lang)}
	done := wire.Order{Done: true}
	if Graded() {
		if v.Outcome == verdict.Correct {
			j.HTML, j.Text = "", "" // nbgrader reads silence as right
		} else {
			done.Failed = j.Line
		}
	} else {
		said, err := journal.Record(v)
		if err != nil {
			said = journal.SayNotNoted.Fill(err)
		}
		if said := said.In(lang); said != "" {
			j.HTML += `<div style="opacity:0.8;font-size:90%">` + html.EscapeString(said) + `</div>`
			j.Text += "  " + said + "\n"
		}
	}
	done.HTML, done.Text = j.HTML, j.Text
	if lives {
		_ = conn.SetDeadline(time.Now().Add(patience))
		j.Shown = wire.Send(conn, done) == nil
	}
	if c.Judged != nil {
		c.Judged(j)
	}
}

// oneLine is the verdict in one line.
func oneLine(v verdict.Verdict, l words.Lang) string {
	said := v.Next.In(l)
	if len(v.Say) > 0 {
		said = v.Say[0].In(l)
	}
	return strings.ReplaceAll(fmt.Sprintf("%s: %s: %s", v.ID, v.Outcome.Words().In(l), said), "\n", " ")
}
