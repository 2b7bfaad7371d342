package commands

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// hub tries the hub on one machine (kernel/hub) with the set-up for all users: learners who are users of the machine share it. The
// test says itself where that cannot be, such as without root, and why.
func (m *machine) hub(module string, out io.Writer) error {
	cmd := exec.Command("go", "test", "-v", "-count=1", "-vet=off", "-timeout=30m", "-run=^TestTwoLearnersOnOneMachine$", "./kernel/hub")
	cmd.Dir = module
	cmd.Env = append(os.Environ(), "PATH="+m.path+":"+os.Getenv("PATH"), "NEKONOTE_HUB_PREFIX="+m.prefix())
	text, err := said(cmd)
	for line := range strings.Lines(text) {
		if strings.Contains(line, "_test.go:") { // what it logs, or why it was skipped
			_, _ = fmt.Fprint(out, line)
		}
	}
	return err
}
