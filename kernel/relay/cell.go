package relay

import (
	"encoding/json"
	"strings"
	"time"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
	"nekonote/lessons/verdict"
)

// request is the content of an execute_request.
type request struct {
	Code        string         `json:"code"`
	Silent      bool           `json:"silent"`
	Store       bool           `json:"store_history"`
	Expressions map[string]any `json:"user_expressions"`
	AllowStdin  bool           `json:"allow_stdin"`
	StopOnError bool           `json:"stop_on_error"`
}

// cell is one run of one cell, on its way through the steps.
type cell struct {
	task    *task
	asked   request         // as Jupyter sent it; Code is what the learner wrote
	lines   []string        // the lines that she wrote
	count   int             // the number in front of the cell: In [3]
	order   int             // of all runs
	sent    *gocell.Program // what GoNB gets
	again   bool            // set by a step's after: send the changed program once more
	failure *failure        // nil for a cell that is all right

	supplied map[string]bool // functions that the cell needs and the kernel has put in, empty

	plain  bool      // whether its program keeps GoNB's own pipes
	own    bool      // whether what GoNB will say about flags is about the relay's
	reads  bool      // whether it reads input, as far as its text tells
	hidden bool      // whether what is typed is not shown
	asking bool      // whether the notebook was asked for a line of input
	typed  time.Time // when one was given last, or the program began

	shellReads bool // whether a command of the shell is said to read input

	shown      bool      // whether the engine's run has shown anything yet
	number     int       // GoNB's number of this run
	sentAt     time.Time // when it was given to GoNB
	saidHalted bool      // whether that was said

	halted   time.Time       // since when a signal keeps its program from going on
	stopping time.Time       // when the stop was asked for
	engine   json.RawMessage // the content of GoNB's own error reply
	steps    []step
	verdicts []verdict.Graded // of the checks that it made
}

// fail makes the cell fail, unless it has failed before: the first reason is the one that counts.
func (c *cell) fail(f failure) {
	if c.failure != nil {
		return
	}
	if f.Trace == nil {
		f.Trace = []string{f.Value}
	}
	c.failure = &f
}

// execute begins a cell.
func (l *loop) execute(m *wire.Message) {
	c := &cell{asked: request{StopOnError: true, Store: true}, steps: steps()}
	m.Read(&c.asked)
	if c.asked.Silent {
		c.asked.Store = false
	}
	c.asked.Code = gocell.Unix(c.asked.Code)
	c.lines = strings.Split(c.asked.Code, "\n")
	c.task = &task{request: m, cell: c}
	if l.aborts(m) {
		l.abort(m)
		return
	}
	l.waited(m)
	l.busy(m)
	l.notebook.ran++
	c.order = l.notebook.ran
	if c.asked.Store {
		l.notebook.count++
	}
	c.count = l.notebook.count
	if !c.asked.Silent {
		l.unseen.began(m, c.asked.Code, c.count)
		l.front.Publish(m.Answer("execute_input", map[string]any{"code": c.asked.Code, "execution_count": c.count}))
	}
	if l.givenUp() {
		c.fail(l.missing())
		l.finish(c)
		return
	}
	c.sent = gocell.AsWritten(c.asked.Code)
	for _, s := range c.steps {
		if s.before != nil && c.failure == nil {
			s.before(l, c)
		}
	}
	if c.failure != nil {
		l.finish(c)
		return
	}
	l.send(c)
}

// send gives the cell's program to GoNB. GoNB counts every cell, so that its words about a line name the cell.
func (l *loop) send(c *cell) {
	sent := c.asked
	sent.Code, sent.Silent, sent.Store = c.sent.Code(), false, true
	l.judgeCells(c)
	l.lead(c)
	c.sentAt, c.number = time.Now(), 0
	l.begin(c.task, sent)
}

// output takes one message that the running cell publishes.
func (l *loop) output(c *cell, m *wire.Message) {
	switch m.Kind {
	case "execute_input":
		var input struct {
			Count int `json:"execution_count"`
		}
		m.Read(&input)
		c.number = input.Count
		l.notebook.sent(c)
		return
	case "error":
		return // the reply carries it too
	}
	messages := []*wire.Message{m}
	for _, s := range c.steps {
		if s.output == nil {
			continue
		}
		var out []*wire.Message
		for _, m := range messages {
			out = append(out, s.output(l, c, m)...)
		}
		messages = out
	}
	l.show(c, messages...)
}

// show publishes outputs of a cell.
func (l *loop) show(c *cell, messages ...*wire.Message) {
	if len(messages) > 0 {
		c.shown = true
		l.waited(c.task.request)
	}
	for _, m := range messages {
		l.publish(m)
	}
}

// publish publishes an output, which is kept for a page that is not there.
func (l *loop) publish(m *wire.Message) {
	l.unseen.take(m)
	l.front.Publish(m)
}

// executed is called when GoNB has finished with the cell.
func (l *loop) executed(t *task) {
	c := t.cell
	c.engine = t.reply.Content
	c.again = false
	if !c.stopping.IsZero() && l.engine != nil {
		l.engine.sweep()
	}
	for _, s := range c.steps {
		if s.after != nil {
			s.after(l, c)
		}
		if c.again && c.stopping.IsZero() {
			l.send(c)
			return
		}
	}
	l.current = nil
	l.finish(c)
}

// finish tells Jupyter how the cell ended.
func (l *loop) finish(c *cell) {
	if c.task.unwatch != nil {
		c.task.unwatch()
	}
	l.waited(c.task.request)
	l.judged(c)
	m := c.task.request
	reply := map[string]any{"status": "ok", "execution_count": c.count, "user_expressions": map[string]any{}, "payload": []any{}}
	if f := c.failure; f != nil {
		if !c.asked.Silent {
			l.publish(m.Answer("error", f))
		}
		reply = map[string]any{
			"status": "error", "execution_count": c.count, "ename": f.Name, "evalue": f.Value, "traceback": f.Trace,
		}
	}
	reply["verdicts"] = c.verdicts
	if c.failure != nil && c.asked.StopOnError {
		l.stopped = time.Now()
	}
	l.unseen.ended(m)
	l.notebook.finished(c)
	l.front.Reply(wire.Shell, m.Answer("execute_reply", reply))
	l.idle(m)
	if c.failure != nil && c.asked.StopOnError {
		l.abortQueue()
	}
}
