package lessons

import (
	"context"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/wire"
	"nekonote/plots/display"
)

// Court is where the cells' programs have their answers judged. It stands outside of them: they hold no reference, no case and
// no points, and send what their functions return.
type Court struct {
	Entries []Entry
	Books   []Lesson // the notebooks in which they are, for the way there

	Lecture func(id string) (html, text string, err error) // a lecture as it stands below a cell; nil where there are none

	// Why explains the formula of an exercise, for a card of an answer that is not right yet; nil, or nothing, where there is no more.
	Why func(exercise string) (html, text string)

	one   sync.Mutex                         // held by who judges: some references draw from nn's common stream
	asked atomic.Int32                       // how many programs wait for it, or are heard
	stop  atomic.Pointer[context.CancelFunc] // ends the thought that holds it
}

// SocketVariable is the environment variable that tells a cell's program where a court listens.
const SocketVariable = wire.SocketVariable

// Graded reports whether a teacher's program runs the notebook: then random cases are the same at each run, and nothing is
// noted for the learner.
func Graded() bool { return os.Getenv("NBGRADER_EXECUTION") != "" }

// patience is how long a program may take to say what it asks for, and to take what is said to it.
const patience = 10 * time.Second

// Hear answers the one question of one program, and returns when all is said.
func (c *Court) Hear(h Hearing) {
	defer h.Conn.Close()
	_ = h.Conn.SetDeadline(time.Now().Add(patience))
	var ask wire.Ask
	if wire.Receive(h.Conn, &ask) != nil {
		return
	}
	c.ahead()
	defer c.asked.Add(-1)
	c.one.Lock()
	defer c.one.Unlock()
	defer func() {
		if broken := recover(); broken != nil { // a fault of ours must not take all other answers away
			fmt.Fprintf(os.Stderr, "nekonote: the judge broke down at %s %s: %v\n", ask.Kind, ask.ID, broken)
		}
	}()
	c.answer(h, ask)
}

// answer finds out what is to be said to what was asked, and says it.
func (c *Court) answer(h Hearing, ask wire.Ask) {
	h.why = c.Why
	switch ask.Kind {
	case wire.Solved:
		said := h.unsolved(c.named(ask.IDs))
		shown := Card{}
		if said != "" {
			shown = Card{display.Lines(said), said}
		}
		h.say(wire.Order{Yes: said == ""}, shown)
		return
	case wire.Progress:
		h.say(wire.Order{}, cardOf(c.progress(c.named(ask.IDs))))
		return
	case wire.Mine:
		h.say(wire.Order{}, c.mine(h, c.named(ask.IDs)))
		return
	case wire.Lecture:
		h.say(wire.Order{}, cardOf(c.lecture(ask.ID)))
		return
	case wire.WarmUp, wire.Guess:
		h.say(wire.Order{}, c.aside(ask))
		return
	}
	if entries := c.named([]string{ask.ID}); len(entries) > 0 {
		c.about(h, ask, entries[0])
		return
	}
	h.say(wire.Order{}, Card{})
}

// about answers what is asked about one exercise or question.
func (c *Court) about(h Hearing, ask wire.Ask, e Entry) {
	if q, asked := e.(question); asked {
		if ask.Kind == wire.Answer {
			h.note(q.quiz.answered(q.n, ask.Text), "", true)
		} else {
			h.say(wire.Order{}, Card{})
		}
		return
	}
	s := e.declared()
	switch ask.Kind {
	case wire.Hint:
		h.say(wire.Order{}, cardOf(hint(s, h.Stale, true)))
		c.cure(h, s)
	case wire.Solution:
		h.say(wire.Order{}, cardOf(solution(s)))
	case wire.Reset:
		h.say(wire.Order{}, cardOf(reset(s, h.source(""))))
	case wire.Check:
		t := &tribunal{hearing: h, ask: ask, exercise: s, answer: h.source(ask.Func)}
		v, sharpen := t.verdict()
		if t.vanished && h.Stopped() {
			return
		}
		said := h.note(v, h.accepted(v, s.Func, ask.Func), !t.gone)
		t.end()
		c.sharpen(h, said, sharpen)
	default:
		h.say(wire.Order{}, Card{})
	}
}

// lecture is a lecture, or what keeps it from being shown.
func (c *Court) lecture(id string) (html, text string) {
	if c.Lecture == nil {
		return "", ""
	}
	html, text, err := c.Lecture(id)
	if err != nil {
		return display.Lines(err.Error()), err.Error()
	}
	return html, text
}

// aside answers what is asked for no points. Who grades asks nobody anything.
func (c *Court) aside(ask wire.Ask) Card {
	switch {
	case Graded():
		return Card{}
	case ask.Kind == wire.Guess:
		return guessed(ask.ID, ask.Text, ask.Came)
	}
	return cardOf(warmUp(c.named(ask.IDs)))
}

// named are the entries of those ids, in their order.
func (c *Court) named(ids []string) []Entry {
	var all []Entry
	for _, id := range ids {
		for _, e := range c.Entries {
			if e.Info().ID == id {
				all = append(all, e)
				break
			}
		}
	}
	return all
}

// source is the program's source with the function under check; nil where it cannot be read.
func (h Hearing) source(function string) *answer.Answer {
	p := h.Program()
	a := answer.Parse(p.File, p.Text)
	if a != nil {
		a.Shown = p.Lines
		a.Choose(function)
	}
	return a
}
