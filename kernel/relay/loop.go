package relay

import (
	"context"
	"log"
	"os"
	"syscall"
	"time"

	"nekonote/kernel/process"
)

// loop is the kernel at work. Its fields belong to the goroutine of run.
type loop struct {
	ctx     context.Context // of run
	options Options
	id      string
	front   *front
	log     *log.Logger
	steps   []step

	engine   *engine // nil while it starts
	started  chan startResult
	failures int   // starts of the engine that failed in a row
	why      error // of the last one

	waits   map[string]*waiting    // by the id of the request
	workers chan []process.Process // of the cell that runs, again and again

	queue   []arrival // what shell still has to do, in order
	current *task     // what GoNB is busy with for the head of the queue
	session string    // names the kernel in messages that nobody asked for
	parents map[string]*message
	recent  []string // keys of parents, oldest first

	notebook *notebook
	packages *packages
	fetching bool      // go get was on for the last cell
	stopped  time.Time // when a cell failed last: cells that were asked for before are not run
	done     bool
}

func newLoop(o Options, id string, f *front, logger *log.Logger) *loop {
	return &loop{
		options: o, id: id, front: f, log: logger, steps: steps(), session: newID(),
		started: make(chan startResult), workers: make(chan []process.Process), waits: map[string]*waiting{},
		parents: map[string]*message{}, notebook: newNotebook(), packages: newPackages(o.ModuleDir),
	}
}

// run serves Jupyter until it is told to stop.
func (l *loop) run(ctx context.Context, signals <-chan os.Signal) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l.ctx = ctx
	l.front.publish(newMessage("status", l.session, map[string]any{"execution_state": "starting"}))
	l.startEngine(0)
	pulse := time.NewTicker(time.Second)
	defer pulse.Stop()
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
			l.engineEnded()
		case s := <-l.started:
			l.engineStarted(s)
		case <-pulse.C:
			l.pulse()
		case workers := <-l.workers:
			l.watched(workers)
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
		if m.kind == "execute_request" {
			l.tryAgain()
		}
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
