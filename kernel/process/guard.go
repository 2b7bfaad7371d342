package process

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"
)

// guardVariable, set to anything, makes a program a guard.
const guardVariable = "NEKONOTE_GUARD"

// The guard's pipes: it reads what to start, and then waits for the end of the pipe; it writes what became of it.
const (
	ordersDescriptor = 3
	reportDescriptor = 4
)

// orders say what a guard starts and what it clears away.
type orders struct {
	Args   []string      `json:"args"`
	Env    []string      `json:"env"`
	Dir    string        `json:"dir"`
	Remove string        `json:"remove"`
	Grace  time.Duration `json:"grace"`
	Apart  bool          `json:"apart"`
}

// report is what a guard says about its command.
type report struct {
	PID   int    `json:"pid"`
	Error string `json:"error"`
}

// guarding reports that Guard has been called: without it a program that is started as a guard would begin its own work anew,
// start a guard, and so on without end.
var guarding bool

// Guard must be the first call of main, and of TestMain, in a program that calls Start: Start runs that program a second
// time, and there Guard does the guard's work and never returns. In every other process it returns at once.
func Guard() {
	guarding = true
	if os.Getenv(guardVariable) == "" {
		return
	}
	_ = os.Unsetenv(guardVariable)
	os.Exit(guard(os.NewFile(ordersDescriptor, "orders"), os.NewFile(reportDescriptor, "report")))
}

// guard starts the command and waits until it ends, or until the process that gave the orders is gone: then its end of the
// pipe is closed, however it died. Last it ends every process that came of the command. It returns its exit status, which is
// the command's.
func guard(from, to *os.File) int {
	syscall.CloseOnExec(ordersDescriptor)
	syscall.CloseOnExec(reportDescriptor)
	adopt()
	runtime.LockOSThread() // the command's life is bound to this thread
	// Heard, and not ignored: the command would inherit that.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)

	say := json.NewEncoder(to)
	in := json.NewDecoder(from)
	var o orders
	if err := in.Decode(&o); err != nil || len(o.Args) == 0 {
		_ = say.Encode(report{Error: fmt.Sprintf("a guard without orders (%v)", err)})
		return 1
	}
	debug.FreeOSMemory() // from here on it only waits, one beside each kernel
	cmd := o.command()
	err := errors.ErrUnsupported
	if o.Apart && setApart(cmd) {
		if err = cmd.Start(); err != nil { // the system permits it not
			cmd = o.command()
		}
	}
	if err != nil {
		err = cmd.Start()
	}
	if err != nil {
		_ = say.Encode(report{Error: err.Error()})
		return 1
	}
	_ = say.Encode(report{PID: cmd.Process.Pid})

	gone := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, from)
		close(gone)
	}()
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	select {
	case <-ended: // who gave the orders is there, and clears up behind itself
		clear(cmd)
	case <-gone:
		if o.Grace > 0 {
			_ = cmd.Process.Signal(syscall.SIGTERM)
			select {
			case <-ended:
			case <-time.After(o.Grace):
			}
		}
		clear(cmd)
		if o.Remove != "" {
			_ = os.RemoveAll(o.Remove)
		}
	}
	return status(cmd)
}

// command is what is to be started.
func (o orders) command() *exec.Cmd {
	cmd := exec.Command(o.Args[0], o.Args[1:]...)
	cmd.Env, cmd.Dir = o.Env, o.Dir
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	NewGroup(cmd)
	dieTogether(cmd)
	return cmd
}

// clear ends what is left of a command.
func clear(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	EndDescendants(os.Getpid(), 2*time.Second)
}

// status is the exit status of a command as a shell has it: 128 and the signal's number where it was killed.
func status(cmd *exec.Cmd) int {
	if cmd.ProcessState == nil {
		return 128 + int(syscall.SIGKILL)
	}
	if how, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && how.Signaled() {
		return 128 + int(how.Signal())
	}
	return cmd.ProcessState.ExitCode()
}
