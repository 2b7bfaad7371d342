// Package run runs a check in a process of its own, so that whatever a learner's function does costs nothing but that
// process.
package run

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/verdict"
)

// A check calls the learner's function in a child: the cell's own program, started a second time with an assignment in
// its environment. It runs as before up to the same check, which then recognises that it is the one that is meant,
// calls the function, and sends the verdict home through a pipe. Whatever the function does to the child, the cell's
// program and the kernel live on.

// assignment tells a child which check to run.
type assignment struct {
	ID    string        `json:"id"`
	Turn  int           `json:"turn"` // the how manieth check of that exercise in the cell
	Seed  uint64        `json:"seed"`
	Limit time.Duration `json:"limit"`

	home *pipe    // in the child: where messages go
	life *os.File // in the child: what ends with its parent
}

// assignmentVariable is the environment variable that makes a process a child.
const assignmentVariable = "NEKONOTE_CHECK"

// ordered is this process's assignment; nil in the cell's own program.
var ordered = readAssignment()

func readAssignment() *assignment {
	said := os.Getenv(assignmentVariable)
	if said == "" {
		return nil
	}
	_ = os.Unsetenv(assignmentVariable)
	a := assignment{home: &pipe{file: os.NewFile(fdVerdict, "verdict")}, life: os.NewFile(fdLife, "life")}
	key := make([]byte, verdict.KeySize)
	if json.Unmarshal([]byte(said), &a) != nil {
		return nil
	}
	if _, err := io.ReadFull(a.life, key); err != nil {
		return nil
	}
	a.home.key = string(key)
	return &a
}

// Child reports whether this process runs for a check alone: then it shows nothing and notes nothing.
func Child() bool { return ordered != nil }

// The child's open files beside the usual three.
const (
	fdVerdict = 3 // where it writes what it found
	fdLife    = 4 // begins with the key that seals its messages, and ends when its parent does
)

// serve is the child's part: it runs the check and ends the process.
func serve(s *judge.Exercise, f reflect.Value) {
	home := ordered.home
	go func() {
		_, _ = io.Copy(io.Discard, ordered.life)
		os.Exit(1)
	}()
	debug.SetMaxStack(64 << 20)
	a := answer.Read(f)
	home.write(message{Ready: true})
	go watch(s, home, a, ordered.Limit, inUse())
	v := s.Evaluate(f, a, ordered.Seed, printed)
	home.write(message{Verdict: &v})
	os.Exit(0)
}

// send is the parent's part: it starts the child, waits for its verdict, and explains its death when none comes.
func send(s *judge.Exercise, order assignment, a *answer.Answer, v verdict.Verdict) verdict.Verdict {
	c, err := start(order)
	if err != nil {
		return judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(err))
	}
	stop := forwardStop(c.cmd.Process)
	defer stop()
	patience := 20*time.Second + 2*time.Since(started)
	found, ready, late := c.wait(patience, order.Limit+3*time.Second) // the child watches itself; this is for one that cannot
	if found != nil {
		_ = c.cmd.Process.Kill()
	}
	failure := c.cmd.Wait()
	switch {
	case found != nil:
		return *found
	case late && !ready:
		return judge.Wrong(v, verdict.ReasonLoop, sayBefore.Fill(seconds(patience)))
	case late:
		return judge.Wrong(v, verdict.ReasonLoop, sayLoop.Fill(seconds(order.Limit)))
	}
	return died(v, s, a, c.complaints.String(), failure)
}

// child is a process that runs a check, as its parent sees it.
type child struct {
	cmd        *exec.Cmd
	key        string   // of the messages
	messages   *os.File // from the child
	life       *os.File // which the child watches
	complaints *head    // the beginning of its standard error
}

// start starts a child.
func start(order assignment) (*child, error) {
	said, err := json.Marshal(order)
	if err != nil {
		return nil, err
	}
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	fromChild, toParent, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer func() { _ = toParent.Close() }()
	lifeEnd, life, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, fromChild.Close())
	}
	defer func() { _ = lifeEnd.Close() }()
	c := &child{key: verdict.NewKey(), messages: fromChild, life: life, complaints: &head{most: 64 << 10}}
	c.cmd = exec.Command(program, os.Args[1:]...)
	c.cmd.Env = append(childEnv(os.Environ()), assignmentVariable+"="+string(said))
	c.cmd.ExtraFiles = []*os.File{toParent, lifeEnd}
	c.cmd.Stderr = c.complaints
	_, err = io.WriteString(life, c.key) // it fits into the pipe
	if err == nil {
		err = c.cmd.Start()
	}
	if err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

func (c *child) close() { _, _ = c.messages.Close(), c.life.Close() }

// wait reads messages up to the verdict. It kills the child that is not ready in time, or has no verdict in time.
func (c *child) wait(ready, judged time.Duration) (found *verdict.Verdict, isReady, late bool) {
	defer c.close()
	timer := time.AfterFunc(ready, func() { _ = c.cmd.Process.Kill() })
	lines := bufio.NewReader(c.messages)
	for found == nil {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		var m message
		if !verdict.Unseal(c.key, line, &m) {
			continue // the learner's code has written to the same pipe
		}
		if m.Ready {
			isReady = true
			timer.Reset(judged)
		}
		found = m.Verdict
	}
	return found, isReady, !timer.Stop()
}

// started is when this program began, roughly.
var started = time.Now()

// childEnv is the environment without what belongs to the cell's own program: a child displays nothing.
func childEnv(env []string) []string {
	var out []string
	for _, e := range env {
		name, _, _ := strings.Cut(e, "=")
		if name != "GONB_PIPE" && name != "GONB_PIPE_BACK" {
			out = append(out, e)
		}
	}
	return out
}

// forwardStop ends the child when the learner presses Stop.
func forwardStop(p *os.Process) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	done := make(chan struct{})
	go func() {
		select {
		case <-signals:
			_ = p.Kill()
			os.Exit(130)
		case <-done:
		}
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}

// funcName is f's name as the runtime knows it.
func funcName(f reflect.Value) string {
	if pc := runtime.FuncForPC(f.Pointer()); pc != nil {
		return pc.Name()
	}
	return ""
}

// notebookless reports whether a function is not the learner's own but one of the course's.
func notebookless(function string) bool {
	return strings.HasPrefix(function, "nekonote/")
}
