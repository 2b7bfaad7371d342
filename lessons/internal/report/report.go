// Package report tells a verdict to whoever asked for it: the learner, nbgrader, or a program that grades.
package report

import (
	"fmt"
	"html"
	"os"
	"strings"

	"nekonote/lessons/internal/card"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Show shows a verdict to whoever asked for it: a card for the learner, a line for a program that grades, and for
// nbgrader silence or an error.
func Show(v verdict.Verdict, note words.Text, noteErr error) {
	if err := tellGrader(v); err != nil {
		fmt.Fprintln(os.Stderr, "nekonote:", err)
		os.Exit(1)
	}
	lang := words.Current()
	if os.Getenv("NBGRADER_EXECUTION") != "" {
		if v.Outcome == verdict.Correct {
			return
		}
		display.HTML(card.HTML(v, lang), card.Text(v, lang))
		fmt.Fprintln(os.Stderr, oneLine(v, lang))
		os.Exit(1)
	}
	if noteErr != nil {
		note = journal.SayNotNoted.Fill(noteErr)
	}
	markup, text := card.HTML(v, lang), card.Text(v, lang)
	if said := note.In(lang); said != "" {
		markup += `<div style="opacity:0.8;font-size:90%">` + html.EscapeString(said) + `</div>`
		text += "  " + said + "\n"
	}
	display.HTML(markup, text)
}

// oneLine is the verdict in one line.
func oneLine(v verdict.Verdict, l words.Lang) string {
	said := v.Next.In(l)
	if len(v.Say) > 0 {
		said = v.Say[0].In(l)
	}
	return strings.ReplaceAll(fmt.Sprintf("%s: %s: %s", v.ID, v.Outcome.Words().In(l), said), "\n", " ")
}
