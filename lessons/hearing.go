package lessons

import (
	"fmt"
	"html"
	"io"
	"net"
	"strings"
	"time"

	"nekonote/lessons/internal/card"
	"nekonote/lessons/internal/wire"
	"nekonote/lessons/journal"
	"nekonote/lessons/typeset"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Hearing is one program's question, with what the kernel knows of the cell that runs. Every field must be there, but for Mark,
// Stale, Seed and Halted.
type Hearing struct {
	Conn    net.Conn                           // to the program
	Mark    string                             // what the program is to print where its card belongs; nothing where nobody looks for it
	Program func() Program                     // that runs
	Cells   string                             // what the cells declare, as the kernel knows it, whatever became of the program's file
	Stale   map[string]Stale                   // of these, the names whose newest version did not compile
	Seed    uint64                             // where a program grades: what random cases begin from, so that they are the same when the same notebook runs again
	Judged  func(verdict.Graded)               // told of the verdict, before its card is shown
	Show    func(Card) (shown <-chan struct{}) // shows a card where the program prints the mark; one more takes the place of the one before
	Stopped func() bool                        // whether the learner has stopped the cell: then its death says nothing of her function
	Halted  func() bool                        // whether a signal has stopped the program, which then does not go on by itself
	End     func()                             // ends a program that does not end by itself

	why func(exercise string) (html, text string) // explains a formula, below the card of an answer that is not right yet
}

// Program is the program of a cell, as it was composed of all cells.
type Program struct {
	File, Text string
	Lines      []int // for each line of Text the one that a cell shows, from 1; 0, or none at all, where there is none
}

// Card is what a notebook shows: HTML, and its twin in plain text. An empty one is not shown.
type Card struct{ HTML, Text string }

func cardOf(page, plain string) Card { return Card{page, plain} }

// note notes a verdict in the learner's journal, with the source that was found correct, shows its card, and tells whoever waits
// for it. lives says whether the program is still there. It returns what the card says of the journal.
func (h Hearing) note(v verdict.Verdict, source string, lives bool) (journalSaid string) {
	lang := words.Current()
	line := oneLine(v, lang)
	done := wire.Order{}
	if !Graded() && v.Reason != verdict.ReasonStale {
		said, err := journal.Record(v, source)
		if err != nil {
			said = journal.SayNotNoted.Fill(err)
		}
		journalSaid = said.In(lang)
	}
	shown := h.verdictCard(v, journalSaid)
	if Graded() {
		if v.Outcome == verdict.Correct {
			shown = Card{} // nbgrader reads silence as right
		} else {
			done.Failed = line
		}
	}
	h.Judged(verdict.Graded{ID: v.ID, Outcome: v.Outcome, Points: v.Points, Max: v.Max, Reason: v.Reason, Error: line})
	if !lives {
		h.Show(shown)
		return journalSaid
	}
	h.say(done, shown)
	return journalSaid
}

// verdictCard is the card of a verdict, with what is to be said of the journal, and why the formula is as it is where it is not yet
// right.
func (h Hearing) verdictCard(v verdict.Verdict, journalSaid string) Card {
	lang := words.Current()
	shown := Card{card.HTML(v, lang), card.Text(v, lang)}
	if journalSaid != "" {
		shown.HTML += `<div style="opacity:0.8;font-size:90%">` + html.EscapeString(journalSaid) + `</div>`
		shown.Text += "  " + journalSaid + "\n"
	}
	if v.Outcome != verdict.Correct && v.Reason != verdict.ReasonStale && h.why != nil {
		page, text := h.why(v.ID)
		shown.HTML, shown.Text = shown.HTML+page, shown.Text+text
	}
	return shown
}

// say shows a card and tells the program that all is said. The program prints the mark where the card belongs, and waits until
// it is there: so what it prints afterwards comes below.
func (h Hearing) say(done wire.Order, shown Card) {
	done.Done = true
	var seen <-chan struct{}
	if shown != (Card{}) {
		done.Mark, seen = h.Mark, h.Show(shown)
	}
	_ = h.Conn.SetDeadline(time.Now().Add(patience))
	if wire.Send(h.Conn, done) != nil || seen == nil {
		return
	}
	gone := make(chan struct{}) // it has nothing more to say: then it does not wait
	go func() {
		_, _ = io.Copy(io.Discard, h.Conn)
		close(gone)
	}()
	select {
	case <-seen:
	case <-gone:
	case <-time.After(patience):
	}
	_ = wire.Send(h.Conn, wire.Order{Done: true})
}

// oneLine is the verdict in one line.
func oneLine(v verdict.Verdict, l words.Lang) string {
	said := v.Next.In(l)
	if len(v.Say) > 0 {
		said = typeset.Plain(v.Say[0].In(l))
	}
	return strings.ReplaceAll(fmt.Sprintf("%s: %s: %s", v.ID, v.Heading().In(l), said), "\n", " ")
}
