package lessons

import (
	"fmt"
	"net"
	"os"
	"sync"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/wire"
	"nekonote/lessons/verdict"
	"nekonote/plots/display"
)

// Court is where the cells' programs of one notebook have their answers judged. It stands outside of them: they hold no
// reference, no case and no points, and send what their functions return.
//
// Entries must be there; the functions may be nil, and are called by one goroutine at a time.
type Court struct {
	Entries []Entry
	Program func() (file, text string) // the program that runs, as the kernel composed it of the cells
	Cells   func() string              // what the cells declare, as the kernel knows it, whatever became of the program's file
	Judged  func(Judgement)            // told of each verdict, before the next one is made
	Stopped func() bool                // whether the learner has stopped the cell: then its death says nothing of her function
	End     func(pid int)              // ends a cell's program that does not end by itself

	Lecture func(id string) (html, text string, err error) // a lecture as it stands below a cell

	hearing sync.Map   // the programs that are being heard: a channel each, closed when they have their answer
	one     sync.Mutex // held by who judges: some references draw from nn's common stream
}

// Judgement is a verdict with its card.
type Judgement struct {
	verdict.Verdict
	Line       string // in one line, for whoever grades
	HTML, Text string
	Shown      bool // whether the cell's program lived to show it
}

// SocketVariable is the environment variable that tells a cell's program where a court listens.
const SocketVariable = wire.SocketVariable

// Graded reports whether a teacher's program runs the notebook: then random cases are the same at each run, and nothing is
// noted for the learner.
func Graded() bool { return os.Getenv("NBGRADER_EXECUTION") != "" }

// Serve hears all who come, until the listener is closed.
func (c *Court) Serve(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		heard := make(chan struct{})
		c.hearing.Store(heard, nil)
		go func() {
			defer func() {
				_ = conn.Close()
				c.hearing.Delete(heard)
				close(heard)
			}()
			c.hear(conn)
		}()
	}
}

// Wait waits until those who are being heard have their answer, or late says that it is too late.
func (c *Court) Wait(late <-chan time.Time) {
	c.hearing.Range(func(heard, _ any) bool {
		select {
		case <-heard.(chan struct{}):
			return true
		case <-late:
			return false
		}
	})
}

// patience is how long a program may take to say what it asks for, and to take what is said to it.
const patience = 10 * time.Second

// hear serves one program's one question.
func (c *Court) hear(conn net.Conn) {
	_ = conn.SetDeadline(time.Now().Add(patience))
	var ask wire.Ask
	if wire.Receive(conn, &ask) != nil {
		return
	}
	c.one.Lock()
	defer c.one.Unlock()
	defer func() {
		if broken := recover(); broken != nil { // a fault of ours must not take the notebook's kernel away
			fmt.Fprintf(os.Stderr, "nekonote: the judge broke down at %s %s: %v\n", ask.Kind, ask.ID, broken)
		}
	}()
	if done, ok := c.answer(conn, ask); ok {
		_ = conn.SetDeadline(time.Now().Add(patience))
		_ = wire.Send(conn, done)
	}
}

// answer finds out what is to be said to what was asked. It says so itself where it is not ok.
func (c *Court) answer(conn net.Conn, ask wire.Ask) (done wire.Order, ok bool) {
	done.Done = true
	switch ask.Kind {
	case wire.Solved:
		said := unsolved(c.named(ask.IDs))
		if done.Yes = said == ""; !done.Yes {
			done.HTML, done.Text = display.Lines(said), said
		}
		return done, true
	case wire.Progress:
		done.HTML, done.Text = progress(c.named(ask.IDs))
		return done, true
	case wire.Lecture:
		done.HTML, done.Text = c.lecture(ask.ID)
		return done, true
	}
	entries := c.named([]string{ask.ID})
	if len(entries) == 0 {
		return done, true
	}
	if q, asked := entries[0].(question); asked {
		if ask.Kind == wire.Answer {
			c.note(conn, q.quiz.answered(q.n, ask.Text), true)
		}
		return done, ask.Kind != wire.Answer
	}
	s := entries[0].declared()
	switch ask.Kind {
	case wire.Hint:
		done.HTML, done.Text = hint(s)
	case wire.Solution:
		done.HTML, done.Text = solution(s)
	case wire.Reset:
		done.HTML, done.Text = reset(s, c.source(""))
	case wire.Check:
		t := &tribunal{court: c, conn: conn, ask: ask, exercise: s, answer: c.source(ask.Func)}
		v := t.verdict()
		if t.vanished && c.Stopped != nil && c.Stopped() {
			return done, false
		}
		c.note(conn, v, !t.gone)
		t.end()
		return done, false
	}
	return done, true
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
func (c *Court) source(function string) *answer.Answer {
	if c.Program == nil {
		return nil
	}
	a := answer.Parse(c.Program())
	if a != nil {
		a.Choose(function)
	}
	return a
}
