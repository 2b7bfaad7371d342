// Package process starts commands that leave nothing behind, and knows what came of them and how much memory that holds.
package process

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// Command says what is started. Args is needed; every other field may be empty.
type Command struct {
	Args                  []string // the program's path, and its arguments
	Env                   []string // as "NAME=value"; nil means that of this process
	Dir                   string   // the working directory; "" means that of this process
	Stdin, Stdout, Stderr *os.File // nil means /dev/null

	// Should this process be gone, the command gets SIGTERM and that much time before it is killed with all that came of it.
	Grace time.Duration
	// Apart keeps the command from looking into other programs of this user where it would else be free to, as root is: it gets
	// a user namespace of its own, if the system permits that. Who is not root needs none: see Undumpable.
	Apart bool
	// Remove is a folder that is removed last, should this process be gone; as long as it is there, that is its own to do.
	Remove string
}

// Guarded is a command that runs under a guard: a second process of this program, which outlives this one by the moment that
// it takes to end the command and everything that came of it, also when this process is killed outright (kill -9).
type Guarded struct {
	PID int // of the command, which is the leader of a process group of its own

	guard *exec.Cmd
	hold  *os.File // the guard ends everything when this is closed
	mark  string   // stands in the environment of all that came of the command
	ended chan struct{}
	err   error
}

// markVariable tells the processes that came of one command from all others.
const markVariable = "NEKONOTE_GUARDED"

// Start starts a command under a guard. The program must call Guard first thing in main; Start panics if it has not.
func Start(c Command) (*Guarded, error) {
	if !guarding {
		panic("process: Start in a program that does not call process.Guard first thing in main")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	hisOrders, hold, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	said, hisReport, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(err, hisOrders.Close(), hold.Close())
	}
	defer said.Close()
	if c.Env == nil {
		c.Env = os.Environ()
	}
	g := &Guarded{guard: exec.Command(self), hold: hold, mark: markVariable + "=" + rand.Text(), ended: make(chan struct{})}
	o := orders{Args: c.Args, Env: append(c.Env[:len(c.Env):len(c.Env)], g.mark), Dir: c.Dir, Remove: c.Remove, Grace: c.Grace, Apart: c.Apart}
	g.guard.Env = append(os.Environ(), guardVariable+"=1")
	g.guard.ExtraFiles = []*os.File{hisOrders, hisReport} // descriptors 3 and 4
	// A nil *os.File in an interface would be no nil.
	if c.Stdin != nil {
		g.guard.Stdin = c.Stdin
	}
	if c.Stdout != nil {
		g.guard.Stdout = c.Stdout
	}
	if c.Stderr != nil {
		g.guard.Stderr = c.Stderr
	}
	NewGroup(g.guard)
	err = g.guard.Start()
	_, _ = hisOrders.Close(), hisReport.Close()
	if err != nil {
		return nil, errors.Join(err, hold.Close())
	}
	asked := make(chan struct{})
	go g.wait(asked)
	g.PID, err = ask(hold, said, o)
	close(asked)
	if err != nil {
		g.End()
		return nil, err
	}
	return g, nil
}

// ask gives a guard its orders and returns the process id of the command.
func ask(hold, said *os.File, o orders) (pid int, err error) {
	if err := json.NewEncoder(hold).Encode(o); err != nil {
		return 0, fmt.Errorf("the guard of %s is gone: %w", o.Args[0], err)
	}
	var r report
	if err := json.NewDecoder(said).Decode(&r); err != nil {
		return 0, fmt.Errorf("the guard of %s does not start it: %w", o.Args[0], err)
	}
	if r.Error != "" {
		return 0, errors.New(r.Error)
	}
	return r.PID, nil
}

// wait waits for the guard, and does its work should it have been killed. What it is to end is known when it was asked.
func (g *Guarded) wait(asked <-chan struct{}) {
	g.err = g.guard.Wait()
	<-asked
	if how, ok := g.guard.ProcessState.Sys().(syscall.WaitStatus); ok && how.Signaled() {
		if g.PID > 0 {
			_ = syscall.Kill(-g.PID, syscall.SIGKILL)
		}
		Kill(marked(g.mark))
	}
	_ = g.hold.Close()
	close(g.ended)
}

// Ended is closed when the command, and everything that came of it, has ended.
func (g *Guarded) Ended() <-chan struct{} { return g.ended }

// Wait waits until the command, and everything that came of it, has ended. The error is an *exec.ExitError with the
// command's exit status if that is not 0; 128 and more stand for a signal.
func (g *Guarded) Wait() error {
	<-g.ended
	return g.err
}

// Signal sends a signal to the command alone.
func (g *Guarded) Signal(s syscall.Signal) error { return syscall.Kill(g.PID, s) }

// Descendants are the command, which comes first, and all that came of it.
func (g *Guarded) Descendants() []Process { return Descendants(g.guard.Process.Pid) }

// End ends the command and everything that came of it, and returns when they are gone.
func (g *Guarded) End() {
	_ = g.hold.Close()
	select {
	case <-g.ended:
	case <-time.After(5 * time.Second): // the guard hangs: wait does its work
		_ = g.guard.Process.Kill()
		<-g.ended
	}
}
