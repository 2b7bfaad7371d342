package lab

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"nekonote/kernel/process"
)

// The tests start this program again as a guard.
func TestMain(m *testing.M) {
	process.Guard()
	os.Exit(m.Run())
}

// TestLabThatIsKilledLeavesNoJupyterLab kills the process that has started JupyterLab outright.
func TestLabThatIsKilledLeavesNoJupyterLab(t *testing.T) {
	const variable = "LAB_TO_BE_KILLED"
	if file := os.Getenv(variable); file != "" {
		_, _ = Start(fake(t, `sh -c 'echo $$ >"`+file+`"; trap "" TERM HUP; while :; do sleep 1; done' & wait`))
		return
	}
	room := t.TempDir()
	file := filepath.Join(room, "pid")
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), variable+"="+file, "TMPDIR="+room) // what is killed clears nothing
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	pid := 0
	for pid == 0 {
		text, err := os.ReadFile(file)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		pid, _ = strconv.Atoi(strings.TrimSpace(string(text)))
		time.Sleep(20 * time.Millisecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	deadline := time.Now().Add(time.Minute) // JupyterLab has its time to end its kernels
	for !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		if time.Now().After(deadline) {
			_ = syscall.Kill(pid, syscall.SIGKILL)
			t.Fatal("a process of the JupyterLab is still there")
		}
		time.Sleep(50 * time.Millisecond)
	}
}
