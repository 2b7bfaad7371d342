package relay

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"nekonote/kernel/relay/advice"
	"nekonote/kernel/relay/stdio"
	"nekonote/nn/words"
)

// startResult is how a start of the engine ended.
type startResult struct {
	engine   *engine // nil if err is not
	restored []restored
	err      error
}

// startPatience is how long the engine may take altogether until it is ready. A loaded machine whose build cache is empty needs
// minutes; the cells that wait say so (see waiting.go).
const startPatience = 10 * time.Minute

// startEngine starts GoNB beside the loop: Jupyter is answered meanwhile.
func (l *loop) startEngine(after time.Duration) {
	imports, cells, ctx := l.packages.imports, l.notebook.counted(), l.ctx
	go func() {
		select {
		case <-time.After(after):
		case <-ctx.Done():
			return
		}
		result := ready(ctx, l.options, l.id, imports, cells, l.log)
		select {
		case l.started <- result:
		case <-ctx.Done():
			if result.engine != nil {
				result.engine.kill()
			}
		}
	}()
}

// ready starts an engine and makes it ready for cells, with what the given ones have declared. One that does not get ready is
// ended, with all that it has begun.
func ready(ctx context.Context, o Options, id string, imports func() []string, cells []*cell, logger *log.Logger) startResult {
	late, cancel := context.WithTimeout(ctx, startPatience)
	defer cancel()
	e, err := start(ctx, late, o, id, logger)
	if err != nil {
		return startResult{err: err}
	}
	var all []restored
	offered := imports()
	if err = prepare(late, e, offered); err == nil {
		all, err = restore(late, e, cells)
	}
	if err != nil {
		e.kill()
		return startResult{err: fmt.Errorf("%w%s", err, e.words)}
	}
	go func() {
		if err := quickly(ctx, e, o.Archives, offered); err != nil && ctx.Err() == nil {
			logger.Printf("cells are built by the go command: %v", err)
		}
	}()
	return startResult{engine: e, restored: all}
}

const maxFailures = 3

// givenUp reports that the engine does not start at all.
func (l *loop) givenUp() bool { return l.engine == nil && l.failures >= maxFailures }

func (l *loop) engineStarted(s startResult) {
	if s.err == nil {
		l.engine, l.failures, l.why = s.engine, 0, nil
		l.judgeEngine(s.engine)
		l.notebook.restored(s.restored)
		return
	}
	if errors.Is(s.err, errRestore) {
		l.notebook.forgetDefinitions() // better an engine without them than none
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

// standing reports whether the engine still has the folder that it works in: a cell may have deleted it, or a cleaner of /tmp.
// An engine without it builds nothing more, and is replaced.
func (l *loop) standing() bool {
	if l.engine == nil || l.engine.whole() {
		return true
	}
	l.log.Print("GoNB's temporary folder is gone; another is started")
	l.engine.kill()
	l.engine = nil
	l.startEngine(0)
	return false
}

// engineEnded tells the learner that GoNB died, and starts another.
func (l *loop) engineEnded() {
	l.log.Printf("GoNB ended; another is started.%s", l.engine.words)
	why := failure{Name: EngineStopped, Value: engineStopped.String()}
	if l.engine.flooded.Load() {
		why = failure{Name: outputLimit, Value: tooLarge.String()}
	}
	l.dry()
	l.engine.kill()
	l.engine = nil
	l.startEngine(0)
	if t := l.current; t != nil && t.cell != nil {
		l.current = nil
		t.cell.fail(why)
		l.finish(t.cell)
	}
}

var engineStopped = words.T(
	"the engine stopped; another is started with all that your cells have declared; run this cell again",
	"エンジンが停止しました。これまでのセルの宣言を引き継いで、新しいエンジンを起動します。このセルをもう一度実行してください",
)

// prepare makes cells fast: no debug information and no symbols are linked, and no cell asks the network for modules; the step that needs
// one asks for it alone (see modules.go). Nekonote's packages are imported once for all: goimports, which GoNB runs on
// every cell, then only drops those that the cell does not use, and need not search the module and Go's module cache for
// a name, which costs as much as compiling the cell.
func prepare(ctx context.Context, e *engine, imports []string) error {
	folders, _ := filepath.Glob(filepath.Join(e.room, "gonb_*", "go.mod")) // the pattern is right
	for _, found := range folders {
		if err := e.pipes.Lead(filepath.Dir(found)); err != nil {
			return err
		}
		e.module = filepath.Dir(found)
	}
	code := "%noautoget\n%goflags " + ownFlags + "\n"
	for _, path := range imports {
		code += fmt.Sprintf("import %q\n", path)
	}
	failed, _, err := e.run(ctx, code)
	if err != nil {
		return fmt.Errorf("GoNB did not get ready: %w", err)
	}
	if failed != nil && !ranProgram.MatchString(failed.Value) {
		return fmt.Errorf("GoNB builds nothing: %s", failed.Value)
	}
	// The go command overwrites no file that is no program.
	if err := os.Remove(filepath.Join(e.module, stdio.Program)); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := os.WriteFile(filepath.Join(e.room, readyFile), nil, 0o600); err != nil {
		return err
	}
	e.ground = append(append(folders, e.pipes.Files()...), filepath.Join(e.room, "gonb.log"), filepath.Join(e.room, readyFile),
		filepath.Join(e.module, filepath.Base(e.module)), filepath.Join(e.module, "go.work"), filepath.Join(e.room, "bin", "go"), filepath.Join(e.room, "bin", "gopls"))
	e.ground = slices.DeleteFunc(e.ground, func(path string) bool { // what was never made is not missed
		_, err := os.Stat(path)
		return err != nil
	})
	return nil
}
