//go:build !linux

package process

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

// Apart puts a command into a process group of its own. Only Linux can bind its life to another's.
func Apart(cmd *exec.Cmd, _ bool) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

// Running lists the running processes of this machine, as ps knows them.
func Running() []Process {
	text, err := exec.Command("ps", "-axo", "pid=,ppid=,rss=,stat=,comm=").Output()
	if err != nil {
		return nil
	}
	var all []Process
	for _, line := range strings.Split(string(text), "\n") {
		fields := strings.Fields(line)
		if len(fields) < 5 || strings.HasPrefix(fields[3], "Z") {
			continue
		}
		pid, _ := strconv.Atoi(fields[0])
		parent, _ := strconv.Atoi(fields[1])
		resident, _ := strconv.ParseInt(fields[2], 10, 64)
		name := filepath.Base(strings.Join(fields[4:], " "))
		all = append(all, Process{PID: pid, Parent: parent, Name: name, Memory: resident * 1024})
	}
	return all
}
