package grade

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// A notebook is read and run by a process of its own. What a stranger's file or kernel can do to the one that reads it (a crash,
// memory without end, a message that never ends) is then the end of one row of the table.

// Name is the hidden command that grades one notebook: its order comes on the standard input, what it found goes to the standard
// output.
const Name = "grade-one"

// order is what such a process is told.
type order struct {
	Path                 string
	Folder, Module       string // of the set-up
	Timeout              time.Duration
	Memory, Room, Source string
	Open                 bool
}

// found is a Result with what its JSON for other programs leaves out.
type found struct {
	Result
	Wrong  string
	Errors []string // of the exercises
	Asides []string
	Fault  bool
}

func foundOf(r Result) found {
	f := found{Result: r, Wrong: r.Error, Asides: r.Notes, Fault: r.machine}
	for _, e := range r.Exercises {
		f.Errors = append(f.Errors, e.Error)
	}
	return f
}

func (f found) result() Result {
	r := f.Result
	r.Error, r.Notes, r.machine = f.Wrong, f.Asides, f.Fault
	for i := range r.Exercises {
		if i < len(f.Errors) {
			r.Exercises[i].Error = f.Errors[i]
		}
	}
	return r
}

// One is the hidden command.
type One struct{}

// Run grades the notebook of the order. It says twice what it found: before anything of the notebook is run, and at the end.
func (One) Run() error {
	var o order
	if err := json.NewDecoder(os.Stdin).Decode(&o); err != nil {
		return err
	}
	// What reads a notebook may take this much, and no more: one that is made to explode ends this process alone.
	process.LimitMemory(readerMemory)
	place, err := setup.At(o.Folder, o.Module)
	if err != nil {
		return err
	}
	g := Grader{Place: place, Timeout: o.Timeout, Memory: o.Memory, Open: o.Open, room: o.Room, source: o.Source}
	say := json.NewEncoder(os.Stdout)
	r := g.grade(context.Background(), o.Path, func(r Result) { _ = say.Encode(foundOf(r)) })
	return say.Encode(foundOf(r))
}

const (
	readerMemory = 4 << 30
	mostFound    = 8 << 20         // bytes of what is said about one notebook
	aroundIt     = 3 * time.Minute // what starting and ending a kernel may take beside the notebook's own time
)

var (
	sayCrashed = words.T("grading this notebook has ended in a crash: %s", "このノートブックの採点中にプログラムが異常終了しました：%s")
	sayCut     = words.T("grading was interrupted before this notebook was done", "このノートブックが終わる前に採点が中断されました")
	sayFull    = words.T("it has filled more than %d GB of the disk and was ended", "ディスクを %d GB より多く使ったため、終了させました")
	sayHung    = words.T("grading this notebook did not end in time", "このノートブックの採点が時間内に終わりませんでした")
)

// Grade runs a notebook from its first cell to its last in a kernel of its own, with progress and remembered values of its
// own that are empty at first, and collects the verdicts of its check cells. A process of its own does it, and nothing of that is
// left behind. Nothing about the notebook is an error of Grade: a notebook that cannot be run is a result without points, whose
// Error says why.
func (g Grader) Grade(ctx context.Context, path string) Result {
	r := Result{Notebook: path, Exercises: []Exercise{}}
	room, err := scratch.Make("nk-")
	if err != nil {
		return r.notRun(err.Error(), true)
	}
	defer clear(room)
	o := order{Path: path, Folder: g.Place.Folder, Module: g.Place.Module, Timeout: g.Timeout, Memory: g.Memory, Open: g.Open, Room: room}
	g, done, err := g.Stocked()
	if err != nil {
		return r.notRun(err.Error(), true)
	}
	defer done()
	if err := g.supply.hand(&o); err != nil {
		return r.notRun(err.Error(), true)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, g.Timeout+aroundIt, errHung)
	defer cancel()
	ctx, full := context.WithCancelCause(ctx)
	defer full(nil)
	go watch(ctx, room, full)
	said, complaint, err := g.send(ctx, room, o)
	count := 0
	for in := json.NewDecoder(bytes.NewReader(said)); ; count++ {
		var f found
		if in.Decode(&f) != nil {
			break
		}
		r = f.result()
	}
	switch cause := context.Cause(ctx); {
	case cause == errHung:
		return r.notRun(sayHung.String(), false)
	case cause == errFull:
		return r.notRun(sayFull.Fill(mostDisk>>30).String(), false)
	case cause != nil:
		return r.notRun(sayCut.String(), true)
	case err != nil:
		return r.notRun(err.Error(), true)
	case count < 2:
		return r.notRun(sayCrashed.Fill(telling(complaint)).String(), false)
	}
	return r
}

// Why a run was ended.
var (
	errHung = errors.New("the notebook's time is up")
	errFull = errors.New("the notebook has filled the disk")
)

// send has a process of its own grade a notebook, and returns what it says and what it complains of.
func (g Grader) send(ctx context.Context, room string, o order) (said []byte, complaint string, err error) {
	text, err := json.Marshal(o)
	if err != nil {
		return nil, "", err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, "", err
	}
	hisIn, in, err := os.Pipe()
	if err != nil {
		return nil, "", err
	}
	out, hisOut, err := os.Pipe()
	if err != nil {
		return nil, "", errors.Join(err, hisIn.Close(), in.Close())
	}
	defer out.Close()
	wrong, err := os.CreateTemp(room, "said-")
	if err != nil {
		return nil, "", errors.Join(err, hisIn.Close(), in.Close(), hisOut.Close())
	}
	defer wrong.Close()
	child, err := process.Start(process.Command{
		Args: []string{self, Name}, Env: append(os.Environ(), words.Variable+"="+string(words.Current())),
		Stdin: hisIn, Stdout: hisOut, Stderr: wrong, Remove: room,
	})
	_, _ = hisIn.Close(), hisOut.Close()
	if err != nil {
		return nil, "", errors.Join(err, in.Close())
	}
	defer child.End()
	defer context.AfterFunc(ctx, child.End)()
	_, _ = in.Write(text)
	_ = in.Close()
	said, _ = io.ReadAll(io.LimitReader(out, mostFound))
	select {
	case <-child.Ended():
	case <-time.After(10 * time.Second): // it has said all
	}
	start := make([]byte, 4096)
	n, _ := wrong.ReadAt(start, 0)
	return said, string(start[:n]), nil
}

// telling is the line of a complaint that says most: Go's own, else the last.
func telling(complaint string) string {
	lines := strings.Split(strings.TrimSpace(complaint), "\n")
	for _, line := range lines {
		if strings.HasPrefix(line, "fatal error: ") || strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "runtime: ") {
			return oneLine(line)
		}
	}
	return oneLine(lines[len(lines)-1])
}

// notRun is the result of a notebook that was not judged to its end, for a reason that is not its answers.
func (r Result) notRun(why string, machine bool) Result {
	r.Error, r.machine, r.Points = oneLine(why), machine, 0
	for i, e := range r.Exercises {
		r.Exercises[i] = Exercise{ID: e.ID, Outcome: NotRun, Max: e.Max, Error: r.Error}
	}
	return r
}
