// Package grade is the command `go run ./kernel grade`: it runs notebooks in the real kernel and says what their answers
// are worth.
package grade

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"nekonote/kernel/setup"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Command is `grade`, as kong reads it.
type Command struct {
	JSON     bool   `help:"Write JSON: one object a notebook, with its exercises." ja:"JSON で書き出す（ノートブックごとに一つのオブジェクト、演習つき）。" xor:"form"`
	CSV      string `help:"Grade a folder of submissions, DIR/<student>/<notebook>.ipynb, and write a table to standard output." ja:"提出物のフォルダー（DIR/学生/ノートブック.ipynb）を採点し、表を標準出力に書き出す。" placeholder:"DIR" type:"path" xor:"form"`
	Parallel int    `help:"With --csv: notebooks at a time (default: one for each processor)." ja:"--csv のとき、同時に採点するノートブックの数（省略時はプロセッサーの数）。" placeholder:"N"`
	Part     Part   `help:"With --csv: grade only this part of the class, such as 3/40. /40 takes the number from JOB_COMPLETION_INDEX, as a Kubernetes job counts." ja:"--csv のとき、クラスの一部だけを採点する（例：3/40）。/40 と書くと、番号を Kubernetes のジョブの JOB_COMPLETION_INDEX から取る。" placeholder:"K/N"`
	Means
	Notebooks []string `arg:"" optional:"" name:"notebook" help:"Notebooks of the course." ja:"コースのノートブック。" type:"path"`
}

// Paths is what the command works on; its language is that of the notebooks.
func (c *Command) Paths() []string { return c.Notebooks }

// Status is an error that is an exit status of its own: 1 for answers that are not all correct, 2 for notebooks that could
// not be run.
type Status struct {
	Code int
	Why  error // nil where all is said already
}

// Error is the reason, or "".
func (s Status) Error() string {
	if s.Why == nil {
		return ""
	}
	return s.Why.Error()
}

// ExitCode is the exit status.
func (s Status) ExitCode() int { return s.Code }

// Run grades and prints.
func (c *Command) Run() error {
	if err := c.readable(); err != nil {
		return Status{2, err}
	}
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return Status{2, err}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	g, err := c.Grader(os.Stderr, place, c.CSV == "" && own(place, c.Notebooks))
	if err != nil {
		return Status{2, err}
	}
	if c.CSV == "" {
		return c.grade(ctx, g)
	}
	parallel := c.Parallel
	if parallel <= 0 {
		parallel = runtime.NumCPU()
	}
	if err := g.Folder(ctx, c.CSV, c.Part, parallel, os.Stdout, os.Stderr); err != nil {
		return Status{2, err}
	}
	return nil
}

// readable says why there is nothing to grade, before anything is set up.
func (c *Command) readable() error {
	if (c.CSV == "") == (len(c.Notebooks) == 0) {
		return errors.New(sayWhich.String())
	}
	if c.CSV != "" {
		if info, err := os.Stat(c.CSV); err != nil || !info.IsDir() {
			return errors.New(sayNoFolder.Fill(c.CSV).String())
		}
	}
	for _, path := range c.Notebooks {
		if _, err := os.Stat(path); err != nil {
			return errors.New(sayMissing.Fill(path, err).String())
		}
	}
	return nil
}

// grade grades the notebooks one after the other. The status is that of the worst.
func (c *Command) grade(ctx context.Context, g Grader) error {
	results := []Result{}
	status := Status{}
	stdout, stderr := plainWriter{os.Stdout}, plainWriter{os.Stderr}
	for _, path := range c.Notebooks {
		r := g.Grade(ctx, path)
		results = append(results, r)
		switch {
		case r.Error != "":
			status.Code = 2
		case !r.Correct():
			status.Code = max(status.Code, 1)
		}
		if c.JSON {
			complain(stderr, r)
		} else {
			r.write(stdout)
		}
	}
	if c.JSON {
		out := json.NewEncoder(stdout)
		out.SetIndent("", "  ")
		if err := out.Encode(results); err != nil {
			return Status{2, err}
		}
	}
	if status.Code != 0 {
		return status
	}
	return nil
}

var (
	outcomes = map[verdict.Outcome]words.Text{
		verdict.Correct:      words.T("✓ correct", "✓ 正解"),
		verdict.Almost:       words.T("≈ almost", "≈ あと少し"),
		verdict.Incorrect:    words.T("✗ incorrect", "✗ 不正解"),
		verdict.NotAttempted: words.T("· not attempted", "· 未解答"),
		NotRun:               words.T("– not run", "– 実行できず"),
	}
	sayWhich = words.T("name the notebooks to grade, or with --csv a folder of submissions",
		"採点するノートブックか、--csv で提出物のフォルダーを指定してください")
	sayNoFolder = words.T("%s is not a folder. Give the folder that holds one folder for each student",
		"%s はフォルダーではありません。学生ごとのフォルダーが入ったフォルダーを指定してください")
	sayMissing = words.T("%[1]s cannot be read: %[2]v. Nothing was graded; give the path of a notebook (.ipynb)",
		"%[1]s を読めません：%[2]v。採点していません。ノートブック（.ipynb）のパスを指定してください")
	sayTotal = words.T("%d of %d points", "%[2]d 点中 %[1]d 点")
	sayWrong = words.T("could not be run: %s", "実行できませんでした：%s")
)

// OutcomeText is an outcome as a person reads it.
func OutcomeText(o verdict.Outcome) words.Text { return outcomes[o] }

// write prints the result for a person.
func (r Result) write(w io.Writer) {
	fmt.Fprintln(w, r.Notebook)
	for _, e := range r.Exercises {
		fmt.Fprintf(w, "  %3d / %-3d  %-28s %s\n", e.Points, e.Max, e.ID, outcomes[e.Outcome])
		if e.Error != "" && e.Outcome != verdict.NotAttempted {
			fmt.Fprintf(w, "             %s\n", e.Error)
		}
	}
	fmt.Fprintf(w, "  %s\n", sayTotal.Fill(r.Points, r.Max))
	complain(w, r)
}

// complain prints what went wrong beside the answers.
func complain(w io.Writer, r Result) {
	for _, note := range r.Notes {
		fmt.Fprintf(w, "  %s\n", note)
	}
	if r.Error != "" {
		fmt.Fprintf(w, "  %s\n", sayWrong.Fill(r.Error))
	}
}
