package grade

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"nekonote/kernel/relay"
	"nekonote/kernel/setup"
	"nekonote/lessons"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Grader runs notebooks.
type Grader struct {
	Place   setup.Place   // where the kernel is
	Timeout time.Duration // for a whole notebook; one cell may take a fifth of it
	Memory  string        // for all programs of a notebook together, as "2GB"
	Open    bool          // without walls: what is open then, the command has said

	supply *supply // what kernels run from, when several notebooks are graded
	room   string  // a private folder for one run, which who has made it removes
	source string  // where what kernels run from was copied to, so that everyone can read it; "" where everyone can
}

// Result is what a notebook is worth.
type Result struct {
	Notebook  string     `json:"notebook"`
	Points    int        `json:"points"`
	Max       int        `json:"max"`
	Exercises []Exercise `json:"exercises"`

	Error string   `json:"-"` // why the notebook could not be run to its end; "" if it could
	Notes []string `json:"-"` // what went wrong in cells that earn no points

	machine bool // whether it was the machine that could not run something
}

// NotRun is the outcome of an answer that was not judged, for a reason that lies outside of it: the machine could not build or
// run it, or the notebook was over before. It earns nothing, and is no verdict: grade it again.
const NotRun verdict.Outcome = "not run"

// Exercise is what one answer is worth.
type Exercise struct {
	ID      string          `json:"id"`
	Outcome verdict.Outcome `json:"outcome"`
	Points  int             `json:"points"`
	Max     int             `json:"max"`
	Error   string          `json:"-"` // what is wrong with it
}

// Correct reports whether there is nothing left to do in the notebook.
func (r Result) Correct() bool {
	return r.Error == "" && !slices.ContainsFunc(r.Exercises, func(e Exercise) bool { return e.Outcome != verdict.Correct })
}

var (
	sayTime  = words.T("it was stopped: %v were up", "制限時間（%v）に達したため停止しました")
	sayLate  = words.T("the notebook's time was up before this check: see --timeout", "このチェックの前にノートブックの制限時間に達しました（--timeout）")
	sayAlone = words.T("its check could not be run", "チェックを実行できませんでした")
	sayDead  = words.T("the notebook has ended its kernel", "ノートブックがカーネルを終了させました")
	sayStuck = words.T("a cell cannot be stopped", "セルを停止できません")
	sayCell  = words.T("cell %d: %s", "セル %d：%s")
)

// grade does what Grade says in this process, once it has said on hear what the notebook seems to be.
func (g Grader) grade(ctx context.Context, path string, hear func(Result)) Result {
	s, err := open(path)
	r := &run{grader: g, submission: s, verdicts: map[string]Exercise{}, failed: map[string]string{}, stopped: map[string]bool{}}
	hear(r.unheard(path))
	if err == nil {
		err = r.execute(ctx)
	}
	result := Result{Notebook: path, Exercises: []Exercise{}, Notes: r.notes, Error: r.fault, machine: r.fault != ""}
	if err != nil {
		result.Error = oneLine(err.Error())
	}
	for _, info := range s.exercises() {
		e := r.worth(info, result.Error)
		result.Exercises = append(result.Exercises, e)
		result.Points += e.Points
		result.Max += e.Max
	}
	return result
}

// unheard is the result of a notebook of which nothing is known but what it is.
func (s *submission) unheard(path string) Result {
	r := Result{Notebook: path, Exercises: []Exercise{}}
	for _, info := range s.exercises() {
		r.Exercises = append(r.Exercises, Exercise{ID: info.ID, Outcome: NotRun, Max: info.Points})
		r.Max += info.Points
	}
	return r
}

// run is one run of a notebook.
type run struct {
	grader Grader
	submission
	verdicts map[string]Exercise
	failed   map[string]string // why answers and checks did not run, by exercise
	notes    []string
	stopped  map[string]bool // exercises whose answer or check was under way when the engine died
	fault    string          // what the machine could not do first; what comes after is judged only if it is right
}

// worth is the verdict on an exercise, or what there is to say without one.
func (r *run) worth(info lessons.Info, failure string) Exercise {
	if e, ok := r.verdicts[info.ID]; ok {
		return e
	}
	e := Exercise{ID: info.ID, Outcome: verdict.NotAttempted, Max: info.Points, Error: failure}
	switch {
	case failure != "", r.stopped[info.ID]:
		e.Outcome = NotRun
	case r.begun[info.ID]:
		e.Outcome = verdict.Incorrect
	}
	if why := r.failed[info.ID]; why != "" {
		e.Error = why
	} else if e.Error == "" {
		e.Error = sayAlone.String()
	}
	return e
}

// execute runs the cells. The error says why it could not run all of them.
func (r *run) execute(ctx context.Context) (err error) {
	ctx, cancel := context.WithTimeout(ctx, r.grader.Timeout)
	defer cancel()
	k, err := r.grader.start(ctx, r.lang)
	if err != nil {
		r.fault = oneLine(err.Error())
		return err
	}
	defer k.end()
	for _, s := range r.cells {
		if ctx.Err() != nil {
			return fmt.Errorf("%s", sayLate)
		}
		if err := r.cell(ctx, k, s); err != nil {
			return err
		}
	}
	return nil
}

// cell runs one cell. The error says why no other can be run.
func (r *run) cell(ctx context.Context, k *kernel, s cell) error {
	patience := r.grader.Timeout / 5
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	reply, err := k.client.Execute(limited, s.code)
	failure := ""
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		failure = sayTime.Fill(patience).String()
	case errors.Is(err, relay.ErrGone):
		return fmt.Errorf("%s", sayDead)
	case errors.Is(err, relay.ErrStuck):
		return fmt.Errorf("%s", sayStuck)
	case err != nil:
		return err
	case !reply.OK:
		failure = explain(reply)
		switch {
		case r.fault == "" && reply.Name == relay.NotRun:
			r.fault = failure
		case reply.Name == relay.EngineStopped:
			r.stopped[max(s.check, s.answer)] = true
		}
	}
	if s.check != "" {
		if e, ok := verdictOn(s.check, reply.Verdicts); ok {
			if (r.fault != "" || r.stopped[s.check]) && e.Outcome != verdict.Correct && e.Outcome != verdict.NotAttempted {
				e.Outcome, e.Error = NotRun, max(r.failed[s.check], r.fault) // what it needs may be what could not be run
			}
			r.verdicts[s.check] = e
		} else if r.failed[s.check] == "" {
			r.failed[s.check] = failure
		}
		return nil
	}
	switch {
	case failure == "":
	case s.answer != "":
		r.failed[s.answer] = failure
	default:
		r.notes = append(r.notes, sayCell.Fill(s.number, failure).String())
	}
	return nil
}

// oneLine is a text as a cell of a table holds it.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	const enough = 300
	if runes := []rune(text); len(runes) > enough {
		text = string(runes[:enough]) + "…"
	}
	return text
}
