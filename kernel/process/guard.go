package process

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

// GuardVariable holds the Orders of a guard. Jupyter may kill the relay outright, and then nobody would be left to end
// GoNB, gopls and the cell's program; so the relay starts GoNB through a second process of its own program, the guard,
// which outlives the relay by the moment that it takes to clear up.
const GuardVariable = "NEKONOTE_GUARD"

// Orders say what a guard starts and what it clears away.
type Orders struct {
	Command []string `json:"command"`
	Room    string   `json:"room"` // the private temporary folder, removed at the end
}

// Guard starts the command and waits until it ends or the relay is gone (its end of stdin closes); then it ends every
// process that came of it and removes the temporary folder. It prints the command's process id first.
func Guard(text string) error {
	_ = os.Unsetenv(GuardVariable)
	var o Orders
	if err := json.Unmarshal([]byte(text), &o); err != nil || len(o.Command) == 0 {
		return fmt.Errorf("%s is no order: %q", GuardVariable, text)
	}
	adopt()
	runtime.LockOSThread() // GoNB's life is bound to this thread
	signal.Ignore(syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)

	cmd := exec.Command(o.Command[0], o.Command[1:]...)
	cmd.Stderr = os.Stderr
	Apart(cmd, true)
	if err := cmd.Start(); err != nil {
		return err
	}
	fmt.Println(cmd.Process.Pid)

	gone := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		close(gone)
	}()
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	select {
	case <-gone:
		EndDescendants(os.Getpid(), 2*time.Second)
		return os.RemoveAll(o.Room)
	case <-ended: // the relay is there: it reads GoNB's last words in that folder before it removes it
		EndDescendants(os.Getpid(), 2*time.Second)
		return nil
	}
}
