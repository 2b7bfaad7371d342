package stdio

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// Waits reports whether a process waits for standard input that comes from here. It is not known where the system does not
// tell what its threads do.
func (p *Pipes) Waits(pid int) (waits, known bool) {
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/syscall", pid)) // the pattern is right
	for _, task := range tasks {
		text, err := os.ReadFile(task)
		if err != nil {
			continue
		}
		known = true
		// A number and its arguments in hexadecimal: read(0, …).
		if call := strings.Fields(string(text)); len(call) < 2 || call[0] != strconv.Itoa(unix.SYS_READ) || call[1] != "0x0" {
			continue
		}
		if from, err := os.Readlink(fmt.Sprintf("/proc/%d/fd/0", pid)); err == nil && from == p.path("stdin") {
			return true, true
		}
	}
	return false, known
}
