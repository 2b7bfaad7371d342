package lessons

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"nekonote/nn/words"
	"nekonote/plots/display"
)

// The environment variables of a program that grades: where verdicts go, and the word that makes them believed.
const (
	VerdictsVariable = "NEKONOTE_VERDICTS" // a file to append one line of JSON to for each verdict
	NonceVariable    = "NEKONOTE_NONCE"    // repeated in each line
)

// channel and nonce are read, and taken out of the environment, before any line of the notebook runs: a cell can
// neither print to the channel nor find it in its environment.
var channel, nonce = take(VerdictsVariable), take(NonceVariable)

func take(name string) string {
	value := os.Getenv(name)
	_ = os.Unsetenv(name)
	return value
}

// Graded is one line of the verdicts' channel.
type Graded struct {
	ID      string  `json:"id"`
	Outcome Outcome `json:"outcome"`
	Points  int     `json:"points"`
	Max     int     `json:"max"`
	Reason  Reason  `json:"reason,omitempty"`
	Error   string  `json:"error,omitempty"` // what the learner is told first
	Nonce   string  `json:"nonce"`
}

// report shows a verdict to whoever asked for it: a card for the learner, a line for a program that grades, and for
// nbgrader silence or an error.
func report(v Verdict, note words.Text, noteErr error) {
	if channel != "" {
		if err := v.send(channel); err != nil {
			fmt.Fprintln(os.Stderr, "nekonote:", err)
			os.Exit(1)
		}
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

// send appends the verdict to the channel of a program that grades.
func (v Verdict) send(path string) error {
	g := Graded{ID: v.ID, Outcome: v.Outcome, Points: v.Points, Max: v.Max, Reason: v.Reason, Nonce: nonce}
	if v.Outcome != Correct && v.Outcome != NotAttempted && len(v.Say) > 0 {
		g.Error = v.Say[0].String()
	}
	line, err := json.Marshal(g)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if _, err := file.Write(append(line, '\n')); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
