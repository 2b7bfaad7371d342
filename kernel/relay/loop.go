package relay

import (
	"context"
	"errors"
	"log"
	"os"
	"syscall"
	"time"

	"nekonote/nn/words"
)

// loop is the kernel at work. Its fields belong to the goroutine of run.
type loop struct {
	options Options
	id      string
	front   *front
	log     *log.Logger
	steps   []step

	engine   *engine // nil while it starts
	started  chan startResult
	failures int // starts of the engine that failed in a row

	queue   []arrival // what shell still has to do, in order
	current *task     // what GoNB is busy with for the head of the queue
	session string    // names the kernel in messages that nobody asked for
	parents map[string]*message
	recent  []string // keys of parents, oldest first

	notebook *notebook
	stopped  time.Time // when a cell failed last: cells that were asked for before are not run
	done     bool
}

// startResult is how a start of the engine ended.
type startResult struct {
	engine *engine
	err    error
}

// task is one request that GoNB works on: it ends when both the reply and the idle status have come.
type task struct {
	request *message
	id      string // the msg_id under which GoNB knows it
	reply   *message
	idle    bool
	cell    *cell // for execute_request
	cursor  *cursor
}

func newLoop(o Options, id string, f *front, logger *log.Logger) *loop {
	return &loop{
		options: o, id: id, front: f, log: logger, steps: steps(), session: newID(),
		started: make(chan startResult), parents: map[string]*message{}, notebook: newNotebook(o.ModuleDir),
	}
}

// run serves Jupyter until it is told to stop.
func (l *loop) run(ctx context.Context, signals <-chan os.Signal) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l.front.publish(newMessage("status", l.session, map[string]any{"execution_state": "starting"}))
	l.startEngine(ctx, 0)
	watch := time.NewTicker(watchInterval)
	defer watch.Stop()
	for !l.done {
		var fromEngine <-chan arrival
		var ended <-chan struct{}
		if l.engine != nil {
			fromEngine, ended = l.engine.arrivals, l.engine.ended
		}
		select {
		case m := <-l.front.arrivals:
			l.asked(m)
		case m := <-fromEngine:
			l.answered(m)
		case <-ended:
			l.engineEnded(ctx)
		case s := <-l.started:
			l.engineStarted(ctx, s)
		case <-watch.C:
			l.watch()
		case s := <-signals:
			if s == syscall.SIGINT {
				l.interrupt()
			} else {
				l.done = true
			}
		case <-ctx.Done():
			l.done = true
		}
		l.next()
	}
	if l.engine != nil {
		l.engine.kill()
	}
	return nil
}

// asked takes a message from Jupyter.
func (l *loop) asked(m arrival) {
	if m.from == stdin {
		if l.engine != nil {
			l.engine.send(stdin, m.message)
		}
		return
	}
	if m.from == control {
		switch m.kind {
		case "interrupt_request":
			l.busy(m.message)
			l.interrupt()
			l.front.reply(control, m.answer("interrupt_reply", map[string]any{"status": "ok"}))
			l.idle(m.message)
		case "shutdown_request":
			l.shutdown(m)
		case "kernel_info_request":
			l.answerSelf(m)
		default:
			l.forward(m)
		}
		return
	}
	switch m.kind {
	case "comm_open", "comm_msg", "comm_close":
		l.forward(m) // widgets talk to a cell that runs
	case "shutdown_request":
		l.shutdown(m)
	default:
		l.queue = append(l.queue, m)
	}
}

// next begins what is first in the queue, as long as nothing else is under way.
func (l *loop) next() {
	for l.current == nil && len(l.queue) > 0 && !l.done {
		m := l.queue[0]
		_, own := answers[m.kind]
		waits := !own && l.engine == nil
		if waits && !l.givenUp() {
			return
		}
		l.queue = l.queue[1:]
		switch {
		case own:
			l.answerSelf(m)
		case m.kind == "execute_request":
			l.execute(m.message)
		case waits:
			// Without an engine there is nothing to complete or to look up.
		case m.kind == "complete_request", m.kind == "inspect_request":
			l.lookUp(m.message)
		default:
			l.forward(m)
		}
	}
}

// forward passes on, unchanged, what the relay has no part in.
func (l *loop) forward(m arrival) {
	if l.engine != nil {
		l.remember(m.id, m.message)
		l.engine.send(m.from, m.message)
	}
}

// remember keeps the request that GoNB knows as id, so that what GoNB sends for it gets the true parent.
func (l *loop) remember(id string, request *message) {
	const enough = 1000
	l.parents[id] = request
	l.recent = append(l.recent, id)
	if len(l.recent) > enough {
		delete(l.parents, l.recent[0])
		l.recent = l.recent[1:]
	}
}

// answered takes a message from GoNB.
func (l *loop) answered(m arrival) {
	id := m.parentID()
	request := l.parents[id]
	if request == nil {
		if m.from == iopub && id == "" {
			l.front.publish(m.message)
		}
		return // an answer to a question of the relay's own
	}
	m.parent, m.ids = request.header, request.ids
	if l.current == nil || l.current.id != id {
		l.pass(m)
		return
	}
	t := l.current
	switch {
	case m.from == shell:
		t.reply = m.message
	case m.from == iopub && m.kind == "status":
		var status struct {
			State string `json:"execution_state"`
		}
		m.read(&status)
		t.idle = t.idle || status.State == "idle"
	case t.cell != nil && m.from == iopub:
		l.output(t.cell, m.message)
	default:
		l.pass(m)
	}
	if t.reply == nil || !t.idle {
		return
	}
	if t.cell != nil {
		l.executed(t)
		return
	}
	l.current = nil
	if t.cursor != nil {
		t.reply = t.cursor.back(t.reply)
	}
	l.front.reply(shell, t.reply)
	l.idle(t.request)
}

// pass hands a message of GoNB's on to Jupyter.
func (l *loop) pass(m arrival) {
	if m.from == iopub {
		l.front.publish(m.message)
	} else {
		l.front.reply(m.from, m.message)
	}
}

// begin makes a request what GoNB is busy with.
func (l *loop) begin(t *task, content any) {
	t.id, t.reply, t.idle = newID(), nil, false
	sent := newMessage(t.request.kind, t.request.session, content)
	sent.header = encode(header{ID: t.id, Session: t.request.session, Username: "nekonote", Kind: t.request.kind, Version: protocolVersion})
	l.current = t
	l.remember(t.id, t.request)
	l.engine.send(shell, sent)
}

func (l *loop) busy(request *message) { l.state(request, "busy") }
func (l *loop) idle(request *message) { l.state(request, "idle") }

func (l *loop) state(request *message, state string) {
	l.front.publish(request.answer("status", map[string]any{"execution_state": state}))
}

// shutdown answers that the kernel ends, and ends it.
func (l *loop) shutdown(m arrival) {
	var asked struct {
		Restart bool `json:"restart"`
	}
	m.read(&asked)
	l.busy(m.message)
	reply := m.answer("shutdown_reply", map[string]any{"status": "ok", "restart": asked.Restart})
	l.front.reply(m.from, reply)
	l.front.publish(reply)
	l.idle(m.message)
	l.done = true
	time.Sleep(10 * time.Millisecond) // iopub sends from a queue of its own, which closing drops
}

// startEngine starts GoNB beside the loop: Jupyter is answered meanwhile.
func (l *loop) startEngine(ctx context.Context, after time.Duration) {
	go func() {
		select {
		case <-time.After(after):
		case <-ctx.Done():
			return
		}
		e, err := start(ctx, l.options, l.id, l.log)
		if err == nil {
			err = prepare(e)
		}
		select {
		case l.started <- startResult{e, err}:
		case <-ctx.Done():
			if e != nil {
				e.kill()
			}
		}
	}()
}

const maxFailures = 3

// givenUp reports that the engine does not start at all.
func (l *loop) givenUp() bool { return l.engine == nil && l.failures >= maxFailures }

func (l *loop) engineStarted(ctx context.Context, s startResult) {
	if s.err == nil {
		l.engine, l.failures = s.engine, 0
		return
	}
	l.failures++
	l.log.Printf("GoNB does not start (attempt %d of %d): %v", l.failures, maxFailures, s.err)
	if l.failures < maxFailures {
		l.startEngine(ctx, time.Duration(l.failures)*500*time.Millisecond)
	}
}

// engineEnded tells the learner that GoNB died, and starts another.
func (l *loop) engineEnded(ctx context.Context) {
	l.log.Printf("GoNB ended; another is started.%s", l.engine.words)
	l.engine.kill()
	l.engine = nil
	l.notebook.forgetDefinitions()
	l.startEngine(ctx, 0)
	t := l.current
	l.current = nil
	if t == nil {
		return
	}
	if t.cell != nil {
		t.cell.fail(failure{Name: "EngineStopped", Value: engineStopped.String()})
		l.finish(t.cell)
		return
	}
	l.idle(t.request)
}

var engineStopped = words.T(
	"the engine stopped; your notebook is intact; run the cells above again",
	"エンジンが停止しました。ノートブックは無事です。上のセルをもう一度実行してください",
)

var errPrepare = errors.New("GoNB ended before it was ready")

// prepare makes cells fast: no debug information is linked.
func prepare(e *engine) error {
	m := newMessage("execute_request", newID(), request{Code: "%goflags -ldflags=-w", Silent: true})
	e.send(shell, m)
	for {
		select {
		case answer := <-e.arrivals:
			if answer.from == shell && answer.parentID() == m.id {
				return nil
			}
		case <-e.ended:
			return errPrepare
		case <-time.After(startPatience):
			return errPrepare
		}
	}
}
