package grade

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// handedIn is one notebook in a folder of submissions.
type handedIn struct {
	student, notebook, path string
}

// find lists the notebooks that lie in dir as DIR/<student>/<notebook>.ipynb, or one folder deeper, as nbgrader collects
// them: submitted/<student>/<assignment>/<notebook>.ipynb. Hidden folders hold none (.ipynb_checkpoints), and links are not
// followed.
func find(dir string) ([]handedIn, error) {
	var all []handedIn
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, _ := filepath.Rel(dir, path)
		parts := strings.Split(below, string(filepath.Separator))
		switch {
		case below == ".":
		case strings.HasPrefix(entry.Name(), "."), entry.IsDir() && len(parts) > 2:
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && len(parts) > 1 && strings.HasSuffix(below, ".ipynb"):
			all = append(all, handedIn{parts[0], strings.TrimSuffix(entry.Name(), ".ipynb"), path})
		}
		return nil
	})
	return all, err
}

var (
	sayEmpty = words.T("there are no notebooks in %[1]s. They are looked for as %[1]s/<student>/<notebook>.ipynb, and one folder deeper",
		"%[1]s にノートブックがありません。%[1]s/<学生>/<ノートブック>.ipynb と、もう 1 段下のフォルダーを探しました")
	sayNotRun = words.T("%d notebooks could not be run, for a reason of this machine: their rows say %q. Mend that and grade them again",
		"このマシンの問題で、%d 個のノートブックを実行できませんでした。その行には「%s」とあります。原因を取り除いて、もう一度採点してください")
	sayOne = words.T("[%d/%d] %s/%s: %d of %d points, %.0f s", "[%d/%d] %s/%s: %[6]d 点中 %[5]d 点、%.0[7]f 秒")
)

// Folder grades the notebooks of a folder of submissions, so many at a time, and writes one row an exercise to w. What is
// wrong with a notebook stands in its rows; the error says that the machine could not run some. Progress is written to log.
func (g Grader) Folder(ctx context.Context, dir string, parallel int, w, log io.Writer) error {
	all, err := find(dir)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return fmt.Errorf("%s", sayEmpty.Fill(dir))
	}
	g.Hidden = append(slices.Clone(g.Hidden), dir)
	ctx, cancel := context.WithCancel(ctx)
	results, done := g.gradeAll(ctx, all, parallel, log)
	defer done()
	defer cancel()
	table := csv.NewWriter(w)
	if err := table.Write([]string{"student", "notebook", "exercise", "outcome", "points", "max", "error"}); err != nil {
		return err
	}
	faults := 0
	for i, h := range all {
		select {
		case r := <-results[i]:
			if r.machine {
				faults++
			}
			if ctx.Err() != nil { // it was cut short
				return ctx.Err()
			}
			if err := table.WriteAll(rows(h, r)); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if faults > 0 {
		return fmt.Errorf("%s", sayNotRun.Fill(faults, NotRun))
	}
	return nil
}

// gradeAll grades so many notebooks at a time, until ctx ends. Each has a channel for its result; done waits for those that
// are being graded.
func (g Grader) gradeAll(ctx context.Context, all []handedIn, parallel int, log io.Writer) (results []chan Result, done func()) {
	for range all {
		results = append(results, make(chan Result, 1))
	}
	turns := make(chan int)
	var workers sync.WaitGroup
	var mu sync.Mutex // of log
	graded := 0
	for range max(parallel, 1) {
		workers.Go(func() {
			for i := range turns {
				began := time.Now()
				r := g.Grade(ctx, all[i].path)
				mu.Lock()
				graded++
				_, _ = fmt.Fprintln(log, sayOne.Fill(graded, len(all), all[i].student, all[i].notebook, r.Points, r.Max, time.Since(began).Seconds()))
				mu.Unlock()
				results[i] <- r
			}
		})
	}
	workers.Go(func() {
		defer close(turns)
		for i := range all {
			select {
			case turns <- i:
			case <-ctx.Done():
				return
			}
		}
	})
	return results, workers.Wait
}

// rows are the lines of one notebook. One of which not even the exercises are known has a single line.
func rows(h handedIn, r Result) [][]string {
	exercises := r.Exercises
	if len(exercises) == 0 {
		exercises = []Exercise{{Outcome: verdict.NotAttempted, Error: r.Error}}
	}
	var all [][]string
	for _, e := range exercises {
		all = append(all, []string{
			harmless(h.student), harmless(h.notebook), e.ID, string(e.Outcome), strconv.Itoa(e.Points), strconv.Itoa(e.Max),
			harmless(e.Error),
		})
	}
	return all
}

// harmless keeps a spreadsheet from taking a learner's text for a formula.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t", rune(text[0])) {
		return "'" + text
	}
	return text
}

// warn says on w what is not contained on this machine.
func warn(w io.Writer) {
	if program, why := bubblewrap(); program == "" {
		_, _ = fmt.Fprintln(w, sayOpen.Fill(why))
	}
}
