package relay

import (
	"context"
	"errors"
	"fmt"
	"time"

	"nekonote/nn/words"
)

// startResult is how a start of the engine ended.
type startResult struct {
	engine *engine
	err    error
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
			err = prepare(e, l.packages.imports())
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

// prepare makes cells fast: no debug information and no symbols are linked, and no cell asks the network for modules; the step that needs
// one asks for it alone (see modules.go). Nekonote's packages are imported once for all: goimports, which GoNB runs on
// every cell, then only drops those that the cell does not use, and need not search the module and Go's module cache for
// a name, which costs as much as compiling the cell.
func prepare(e *engine, imports []string) error {
	code := "%noautoget\n%goflags -ldflags=-s\n"
	for _, path := range imports {
		code += fmt.Sprintf("import %q\n", path)
	}
	m := newMessage("execute_request", newID(), request{Code: code, Silent: true})
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
