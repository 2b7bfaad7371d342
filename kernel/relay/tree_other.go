//go:build !linux

package relay

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// adopt does nothing here: only Linux can hand orphans to an ancestor. Process groups still reach the children that have
// not left theirs.
func adopt() {}

// apart puts a command into a process group of its own. Only Linux can bind its life to another's.
func apart(cmd *exec.Cmd, _ bool) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

// processes lists the running processes of this machine, as ps knows them.
func processes() []process {
	text, err := exec.Command("ps", "-axo", "pid=,ppid=,rss=,stat=,comm=").Output()
	if err != nil {
		return nil
	}
	var all []process
	for _, line := range strings.Split(string(text), "\n") {
		fields := strings.Fields(line)
		if len(fields) < 5 || strings.HasPrefix(fields[3], "Z") {
			continue
		}
		pid, _ := strconv.Atoi(fields[0])
		parent, _ := strconv.Atoi(fields[1])
		resident, _ := strconv.ParseInt(fields[2], 10, 64)
		name := filepath.Base(strings.Join(fields[4:], " "))
		all = append(all, process{pid: pid, parent: parent, name: name, memory: resident * 1024})
	}
	return all
}
