package grade

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	"nekonote/kernel/scratch"
	"nekonote/nn/words"
)

var (
	sayEmpty = words.T("nobody has handed anything in: there are no folders, notebooks or archives in %[1]s. A usual place is %[1]s/<student>/<notebook>.ipynb",
		"提出物がありません。%[1]s の中にフォルダーもノートブックもアーカイブもありません。ふつうは %[1]s/<学生>/<ノートブック>.ipynb に置きます")
	sayLeft   = words.T("no notebook and no archive, so not graded: %s", "ノートブックでもアーカイブでもないため採点しません：%s")
	sayNotRun = words.T("%d notebooks could not be run, for a reason of this machine: their rows say %q. Mend that and grade them again",
		"このマシンの問題で、%d 個のノートブックを実行できませんでした。その行には「%s」とあります。原因を取り除いて、もう一度採点してください")
	sayOne = words.T("[%d/%d] %s/%s: %d of %d points, %.0f s", "[%d/%d] %s/%s: %[6]d 点中 %[5]d 点、%.0[7]f 秒")
)

// Part is a part of a class, such as the third of forty. Its zero value is the whole.
type Part struct{ Number, Of int }

// of are the submissions of this part: each belongs to one part, and the tables of the parts, one behind the other, are that of
// the whole.
func (p Part) of(all []handedIn) []handedIn {
	if p.Of == 0 {
		return all
	}
	return all[len(all)*(p.Number-1)/p.Of : len(all)*p.Number/p.Of]
}

// Folder grades the notebooks of a folder of submissions, so many at a time, and writes one row an exercise to w. What is
// wrong with a notebook stands in its rows, and so does why one was not run; the error says that the machine could not run some.
// Progress is written to log.
func (g Grader) Folder(ctx context.Context, dir string, part Part, parallel int, w, log io.Writer) (err error) {
	room, err := scratch.Make("nk-")
	if err != nil {
		return err
	}
	defer clear(room)
	all, left, err := collect(dir, room)
	if err != nil {
		return err
	}
	if len(left) > 0 {
		_, _ = fmt.Fprintln(plainWriter{log}, sayLeft.Fill(strings.Join(left, ", ")))
	}
	if len(all) == 0 {
		return fmt.Errorf("%s", sayEmpty.Fill(dir))
	}
	all = part.of(all)
	table := newTable(w)
	if err := table.write("student", "notebook", "exercise", "outcome", "points", "max", "error"); err != nil {
		return err
	}
	g, done, err := g.Stocked()
	if err != nil {
		return err
	}
	defer done()
	return g.rows(ctx, all, parallel, table, plainWriter{log})
}

// rows writes the rows of all, in their order.
func (g Grader) rows(ctx context.Context, all []handedIn, parallel int, table table, log io.Writer) error {
	running, cancel := context.WithCancel(ctx)
	results, done := g.gradeAll(running, all, parallel, log)
	defer done()
	defer cancel()
	faults := 0
	for i, h := range all {
		r := <-results[i]
		if r.machine && ctx.Err() == nil { // the others may have been in its way
			r = g.Grade(ctx, h.path)
		}
		if r.machine {
			faults++
		}
		for _, row := range rows(h, r) {
			if err := table.write(row...); err != nil {
				return err
			}
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if faults > 0 {
		return fmt.Errorf("%s", sayNotRun.Fill(faults, NotRun))
	}
	return nil
}

// gradeAll grades so many notebooks at a time. Each has a channel for its result, which comes also where ctx has ended; done waits
// for all.
func (g Grader) gradeAll(ctx context.Context, all []handedIn, parallel int, log io.Writer) (results []chan Result, done func()) {
	turns := make(chan int, len(all))
	for i := range all {
		results = append(results, make(chan Result, 1))
		turns <- i
	}
	close(turns)
	var workers sync.WaitGroup
	var mu sync.Mutex // of log
	graded := 0
	for range max(parallel, 1) {
		workers.Go(func() {
			for i := range turns {
				began := time.Now()
				r := g.one(ctx, all[i])
				mu.Lock()
				graded++
				_, _ = fmt.Fprintln(log, sayOne.Fill(graded, len(all), all[i].student, all[i].notebook, r.Points, r.Max, time.Since(began).Seconds()))
				mu.Unlock()
				results[i] <- r
			}
		})
	}
	return results, workers.Wait
}

// one grades what was handed in, or says why not.
func (g Grader) one(ctx context.Context, h handedIn) Result {
	switch r := (Result{Notebook: h.path, Exercises: []Exercise{}}); {
	case h.why != "":
		return r.notRun(h.why, false)
	case ctx.Err() != nil:
		return r.notRun(sayCut.String(), true)
	default:
		return g.Grade(ctx, h.path)
	}
}

// rows are the lines of one notebook. One of which not even the exercises are known has a single line.
func rows(h handedIn, r Result) [][]string {
	exercises := r.Exercises
	if len(exercises) == 0 {
		exercises = []Exercise{{Outcome: NotRun, Error: r.Error}}
	}
	var all [][]string
	for _, e := range exercises {
		all = append(all, []string{h.student, h.notebook, e.ID, string(e.Outcome), strconv.Itoa(e.Points), strconv.Itoa(e.Max), e.Error})
	}
	return all
}
