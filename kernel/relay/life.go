package relay

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"nekonote/kernel/relay/advice"
	"nekonote/nn/words"
)

// startResult is how a start of the engine ended.
type startResult struct {
	engine *engine // nil if err is not
	err    error
}

// startPatience is how long the engine may take altogether until it is ready. A loaded machine whose build cache is empty needs
// minutes; the cells that wait say so (see waiting.go).
const startPatience = 10 * time.Minute

// startEngine starts GoNB beside the loop: Jupyter is answered meanwhile.
func (l *loop) startEngine(after time.Duration) {
	imports, ctx := l.packages.imports, l.ctx
	go func() {
		select {
		case <-time.After(after):
		case <-ctx.Done():
			return
		}
		e, err := ready(ctx, l.options, l.id, imports, l.log)
		select {
		case l.started <- startResult{e, err}:
		case <-ctx.Done():
			if e != nil {
				e.kill()
			}
		}
	}()
}

// ready starts an engine and makes it ready for cells. One that does not get ready is ended, with all that it has begun.
func ready(ctx context.Context, o Options, id string, imports func() []string, logger *log.Logger) (*engine, error) {
	late, cancel := context.WithTimeout(ctx, startPatience)
	defer cancel()
	e, err := start(ctx, late, o, id, logger)
	if err != nil {
		return nil, err
	}
	if err := prepare(late, e, imports()); err != nil {
		e.kill()
		return nil, fmt.Errorf("%w%s", err, e.words)
	}
	return e, nil
}

const maxFailures = 3

// givenUp reports that the engine does not start at all.
func (l *loop) givenUp() bool { return l.engine == nil && l.failures >= maxFailures }

func (l *loop) engineStarted(s startResult) {
	if s.err == nil {
		l.engine, l.failures, l.why = s.engine, 0, nil
		return
	}
	l.failures++
	l.why = s.err
	l.log.Printf("GoNB does not start (attempt %d of %d): %v", l.failures, maxFailures, s.err)
	if l.failures < maxFailures {
		l.startEngine(time.Duration(l.failures) * 500 * time.Millisecond)
	}
}

// tryAgain starts the engine once more for a cell that comes after it was given up: what was wrong with the machine may have
// been mended.
func (l *loop) tryAgain() {
	if l.givenUp() {
		l.failures = maxFailures - 1
		l.startEngine(0)
	}
}

// missing says why there is no engine.
func (l *loop) missing() failure {
	if l.why != nil {
		if why, ok := advice.Machine(l.why.Error(), nil); ok {
			return failure{Name: NotRun, Value: advice.NotRun(why).String()}
		}
	}
	return failure{Name: NotRun, Value: engineMissing.Fill(l.why).String()}
}

var engineMissing = words.T(
	"this cell could not be run: the engine does not start (%v). `nekonote doctor` in a terminal looks for what is wrong; then run the cell again",
	"このセルは実行できませんでした。エンジンを起動できません（%v）。ターミナルで `nekonote doctor` を実行すると、原因を調べられます。そのあとで、セルをもう一度実行してください",
)

// engineEnded tells the learner that GoNB died, and starts another.
func (l *loop) engineEnded() {
	l.log.Printf("GoNB ended; another is started.%s", l.engine.words)
	l.engine.kill()
	l.engine = nil
	l.notebook.forgetDefinitions()
	l.startEngine(0)
	t := l.current
	l.current = nil
	if t == nil {
		return
	}
	if t.cell != nil {
		t.cell.fail(failure{Name: EngineStopped, Value: engineStopped.String()})
		l.finish(t.cell)
		return
	}
	l.idle(t.request)
}

var engineStopped = words.T(
	"the engine stopped; your notebook is intact; run the cells above again",
	"エンジンが停止しました。ノートブックは無事です。上のセルをもう一度実行してください",
)

// prepare makes cells fast: no debug information and no symbols are linked, and no cell asks the network for modules; the step that needs
// one asks for it alone (see modules.go). Nekonote's packages are imported once for all: goimports, which GoNB runs on
// every cell, then only drops those that the cell does not use, and need not search the module and Go's module cache for
// a name, which costs as much as compiling the cell.
func prepare(ctx context.Context, e *engine, imports []string) error {
	code := "%noautoget\n%goflags -ldflags=-s\n"
	for _, path := range imports {
		code += fmt.Sprintf("import %q\n", path)
	}
	m := newMessage("execute_request", newID(), request{Code: code, Silent: true})
	e.send(shell, m)
	for {
		select {
		case answer := <-e.arrivals:
			if answer.from != shell || answer.parentID() != m.id {
				continue
			}
			if f := failureOf(answer.content); f != nil {
				return fmt.Errorf("GoNB builds nothing: %s", f.Value)
			}
			return nil
		case <-e.ended:
			return errors.New("GoNB ended before it was ready")
		case <-ctx.Done():
			return fmt.Errorf("GoNB is not ready after %v", startPatience)
		}
	}
}
