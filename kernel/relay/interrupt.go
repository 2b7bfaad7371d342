package relay

import (
	"context"
	"syscall"
	"time"

	"nekonote/kernel/process"
	"nekonote/nn/words"
)

// grace is how long a cell's program may clear up after Stop before it is killed; Stop is to stop within a second.
const grace = 300 * time.Millisecond

// startOfACell is how long GoNB may take to begin a cell: it tells so before it compiles.
const startOfACell = 30 * time.Second

// stubborn is how long GoNB may take to end a cell all of whose processes are killed.
var stubborn = 20 * time.Second

// watchInterval is how often the running cell is looked after.
const watchInterval = 100 * time.Millisecond

var interrupted = words.T("stopped", "停止しました")

// interrupt stops the running cell, whatever it does: compile, run, or a command of the shell.
func (l *loop) interrupt() {
	if l.current == nil {
		return
	}
	if l.current.cell == nil {
		l.giveUp()
		return
	}
	l.stop(l.current.cell, failure{Name: "Interrupted", Value: interrupted.String()})
}

// stop ends the running cell for the given reason.
func (l *loop) stop(c *cell, why failure) {
	c.fail(why)
	if !c.stopping.IsZero() {
		return
	}
	c.stopping = time.Now()
	c.asking = false
	if l.judge != nil {
		l.judge.Stop()
	}
	if l.engine == nil {
		return
	}
	// GoNB notes that the cell is interrupted, so that it begins nothing more of it, and passes the signal to the program.
	_ = l.engine.gonb.Signal(syscall.SIGINT)
	for _, p := range l.engine.workers() {
		_ = syscall.Kill(p.PID, syscall.SIGINT)
	}
}

// watch tells the loop, ten times a second, which processes work for the cell that runs: reading them takes longer than a
// message may wait.
func (e *engine) watch(ctx context.Context, to chan<- []process.Process) {
	tick := time.NewTicker(watchInterval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		select {
		case to <- e.workers():
		case <-ctx.Done():
			return
		}
	}
}

// watched looks after the running cell: its memory, and that it ends when it was told to. GoNB may be between two steps when
// the stop comes and begin the next one, so the killing is repeated until the cell is over.
func (l *loop) watched(workers []process.Process) {
	if l.current == nil || l.current.cell == nil {
		return
	}
	c := l.current.cell
	if !c.stopping.IsZero() {
		if time.Since(c.stopping) > grace {
			process.Kill(workers)
		}
		if time.Since(c.stopping) > stubborn {
			l.log.Print("GoNB does not end a cell that was stopped; another is started")
			go l.engine.gonb.End()
		}
		return
	}
	if c.number == 0 && time.Since(c.sentAt) > startOfACell {
		l.log.Print("GoNB does not begin the cell; another is started")
		go l.engine.gonb.End()
		return
	}
	l.compiling(c, workers)
	l.halts(c, workers)
	if l.waitsForInput(c, workers) {
		l.askForInput(c, prompt{Password: c.hidden})
	}
	var used int64
	for _, p := range workers {
		used += p.Memory
	}
	if used > l.options.Limits.Memory {
		process.Kill(workers)
		l.stop(c, l.options.Limits.memoryFailure(used))
	}
}

// sweep ends what a stopped cell has left behind: children of its program, which may have died before them.
func (e *engine) sweep() {
	for until := time.Now().Add(grace); time.Now().Before(until); time.Sleep(5 * time.Millisecond) {
		left := e.workers()
		if len(left) == 0 {
			return
		}
		process.Kill(left)
	}
}
