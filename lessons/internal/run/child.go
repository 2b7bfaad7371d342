// Package run runs a check in a process of its own, so that whatever a learner's function does costs nothing but that
// process.
package run

import (
	"bufio"
	"encoding/json"
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
	program, err := os.Executable()
	if err != nil {
		return judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(err))
	}
	fromChild, toParent, err := os.Pipe()
	if err != nil {
		return judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(err))
	}
	defer fromChild.Close()
	lifeEnd, life, err := os.Pipe()
	if err != nil {
		return judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(err))
	}
	defer life.Close()
	key := verdict.NewKey()
	if _, err := io.WriteString(life, key); err != nil { // it fits into the pipe
		return judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(err))
	}
	said, err := json.Marshal(order)
	if err != nil {
		return judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(err))
	}
	complaints := &head{most: 64 << 10}
	cmd := exec.Command(program, os.Args[1:]...)
	cmd.Env = append(childEnv(os.Environ()), assignmentVariable+"="+string(said))
	cmd.ExtraFiles = []*os.File{toParent, lifeEnd}
	cmd.Stderr = complaints
	if err := cmd.Start(); err != nil {
		return judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(err))
	}
	_ = toParent.Close()
	_ = lifeEnd.Close()
	stop := forwardStop(cmd.Process)
	defer stop()

	patience := 20*time.Second + 2*time.Since(started)
	timer := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	var found *verdict.Verdict
	ready := false
	lines := bufio.NewReader(fromChild)
	for found == nil {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		var l message
		if !verdict.Unseal(key, line, &l) {
			continue // the learner's code has written to the same pipe
		}
		if l.Ready {
			ready = true
			timer.Reset(order.Limit + 3*time.Second) // the child watches itself; this is for one that cannot
		}
		found = l.Verdict
	}
	late := !timer.Stop()
	if found != nil {
		_ = cmd.Process.Kill()
	}
	failure := cmd.Wait()
	switch {
	case found != nil:
		return *found
	case late && !ready:
		return judge.Wrong(v, verdict.ReasonLoop, sayBefore.Fill(seconds(patience)))
	case late:
		return judge.Wrong(v, verdict.ReasonLoop, sayLoop.Fill(seconds(order.Limit)))
	}
	return died(v, s, a, complaints.String(), failure)
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
