package lessons

import (
	"fmt"
	"os"
	"strings"

	"nekonote/nn/words"
	"nekonote/plots/display"
)

// report shows a verdict to whoever asked for it: a card for the learner, a line for a program that grades, and for
// nbgrader silence or an error.
func report(v Verdict, note words.Text, noteErr error) {
	if err := v.send(); err != nil {
		fmt.Fprintln(os.Stderr, "nekonote:", err)
		os.Exit(1)
	}
	lang := words.Current()
	if os.Getenv("NBGRADER_EXECUTION") != "" {
		if v.Outcome == Correct {
			return
		}
		display.HTML(v.HTML(lang), v.Text(lang))
		fmt.Fprintln(os.Stderr, v.line(lang))
		os.Exit(1)
	}
	if noteErr != nil {
		note = sayNotNoted.Fill(noteErr)
	}
	html, text := v.HTML(lang), v.Text(lang)
	if said := note.In(lang); said != "" {
		html += `<div style="opacity:0.8;font-size:90%">` + display.Escape(said) + `</div>`
		text += "  " + said + "\n"
	}
	display.HTML(html, text)
}

// line is the verdict in one line.
func (v Verdict) line(l words.Lang) string {
	said := v.Next.In(l)
	if len(v.Say) > 0 {
		said = v.Say[0].In(l)
	}
	return strings.ReplaceAll(fmt.Sprintf("%s: %s: %s", v.ID, outcomeWords[v.Outcome].In(l), said), "\n", " ")
}
