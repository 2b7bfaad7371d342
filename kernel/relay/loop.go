package relay

import (
	"context"
	"log"
	"os"
	"syscall"
	"time"

	"nekonote/kernel/judge"
	"nekonote/kernel/process"
	"nekonote/kernel/relay/gopls"
	"nekonote/kernel/relay/stdio"
	"nekonote/kernel/relay/wire"
)

// loop is the kernel at work. Its fields belong to the goroutine of run.
type loop struct {
	ctx     context.Context // of run
	options Options
	id      string
	front   *wire.Front
	log     *log.Logger

	engine   *engine // nil while it starts
	started  chan startResult
	failures int   // starts of the engine that failed in a row
	why      error // of the last one

	waits   map[string]*waiting    // by the id of the request
	workers chan []process.Process // of the cell that runs, again and again

	told       chan func()     // what timers have to say
	unanswered map[string]bool // requests that were passed on as they are, by id
	heard      time.Time       // when GoNB said something last

	queue   []wire.Arrival // what shell still has to do, in order
	current *task          // what GoNB is busy with for the head of the queue
	session string         // names the kernel in messages that nobody asked for
	parents map[string]*wire.Message
	recent  []string // keys of parents, oldest first

	widgets string // the display with the script of GoNB's widgets, while the page has not answered

	judge    *judge.Judge // nil where it could not be started
	gopls    *gopls.Gopls // nil where there is none
	notebook *notebook
	unseen   unseen
	packages *packages
	fetching bool      // go get was on for the last cell
	stopped  time.Time // when a cell failed last: cells that were asked for before are not run
	done     bool
}

func newLoop(o Options, id string, f *wire.Front, logger *log.Logger) *loop {
	return &loop{
		options: o, id: id, front: f, gopls: newGopls(o), log: logger, session: wire.NewID(),
		started: make(chan startResult), workers: make(chan []process.Process), waits: map[string]*waiting{},
		told: make(chan func()), unanswered: map[string]bool{},
		parents: map[string]*wire.Message{}, notebook: newNotebook(), packages: newPackages(o.ModuleDir, o.Offered),
	}
}

// run serves Jupyter until it is told to stop.
func (l *loop) run(ctx context.Context, signals <-chan os.Signal) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l.ctx = ctx
	l.front.Publish(wire.NewMessage("status", l.session, map[string]any{"execution_state": "starting"}))
	l.startJudge()
	if l.judge != nil {
		defer l.judge.Close()
	}
	l.startEngine(0)
	pulse := time.NewTicker(time.Second)
	defer pulse.Stop()
	for !l.done {
		var fromEngine <-chan wire.Arrival
		var ended <-chan struct{}
		var printed <-chan *stdio.Reader
		if l.engine != nil {
			fromEngine, ended, printed = l.engine.arrivals, l.engine.ended, l.engine.pipes.Ready
		}
		select {
		case m := <-l.front.Arrivals:
			l.asked(m)
		case m := <-fromEngine:
			l.answered(m)
		case r := <-printed:
			l.printed(r)
		case <-ended:
			l.engineEnded()
		case s := <-l.started:
			l.engineStarted(s)
		case do := <-l.told:
			do()
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
func (l *loop) asked(m wire.Arrival) {
	if m.From == wire.Stdin {
		l.typed(m.Message)
		return
	}
	if m.From == wire.Control {
		switch m.Kind {
		case "interrupt_request":
			l.busy(m.Message)
			l.interrupt()
			l.front.Reply(wire.Control, m.Answer("interrupt_reply", map[string]any{"status": "ok"}))
			l.idle(m.Message)
		case "shutdown_request":
			l.shutdown(m)
		case "kernel_info_request":
			l.answerSelf(m)
		case "debug_request":
			l.refuse(m) // JupyterLab asks every kernel once
		default:
			l.forward(m)
		}
		return
	}
	switch m.Kind {
	case "comm_open", "comm_msg", "comm_close":
		if !l.askedFromDesk(m) {
			l.opened(m.Message)
			l.forward(m) // widgets talk to a cell that runs
		}
	case "shutdown_request":
		l.shutdown(m)
	default:
		l.queue = append(l.queue, m)
		if m.Kind == "execute_request" {
			l.tryAgain()
		}
	}
}

// next begins what is first in the queue, as long as nothing else is under way.
func (l *loop) next() {
	for l.current == nil && len(l.queue) > 0 && !l.done {
		m := l.queue[0]
		_, own := answers[m.Kind]
		lookup := m.Kind == "complete_request" || m.Kind == "inspect_request"
		waits := !own && !lookup && (l.engine == nil || m.Kind == "execute_request" && !l.standing())
		if waits && !l.givenUp() {
			return
		}
		l.queue = l.queue[1:]
		switch {
		case own:
			l.answerSelf(m)
		case m.Kind == "execute_request":
			l.execute(m.Message)
		case lookup:
			l.lookUp(m.Message)
		default:
			l.forward(m)
		}
	}
}

func (l *loop) busy(request *wire.Message) { l.state(request, "busy") }
func (l *loop) idle(request *wire.Message) { l.state(request, "idle") }

func (l *loop) state(request *wire.Message, state string) {
	l.front.Publish(request.Answer("status", map[string]any{"execution_state": state}))
}

// shutdown answers that the kernel ends, and ends it.
func (l *loop) shutdown(m wire.Arrival) {
	var asked struct {
		Restart bool `json:"restart"`
	}
	m.Read(&asked)
	l.busy(m.Message)
	reply := m.Answer("shutdown_reply", map[string]any{"status": "ok", "restart": asked.Restart})
	l.front.Reply(m.From, reply)
	l.front.Publish(reply)
	l.idle(m.Message)
	l.done = true
	time.Sleep(10 * time.Millisecond) // iopub sends from a queue of its own, which closing drops
}
