package process

import (
	"bytes"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// adopt makes orphans of this process's descendants its own children, so that none is lost sight of.
func adopt() {
	_ = unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
}

// Apart puts a command into a process group of its own. With bound, it ends when the thread that starts it does.
func Apart(cmd *exec.Cmd, bound bool) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if bound {
		cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
	}
}

// Running lists the running processes of this machine.
func Running() []Process {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	page := int64(os.Getpagesize())
	var all []Process
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		stat, err := os.ReadFile("/proc/" + entry.Name() + "/stat")
		if err != nil {
			continue // it ended meanwhile
		}
		// pid (name) state ppid …; the name may hold spaces and brackets.
		open, shut := bytes.IndexByte(stat, '('), bytes.LastIndexByte(stat, ')')
		if open < 0 || shut < open {
			continue
		}
		fields := strings.Fields(string(stat[shut+1:]))
		if len(fields) < 22 || fields[0] == "Z" {
			continue
		}
		parent, _ := strconv.Atoi(fields[1])
		resident, _ := strconv.ParseInt(fields[21], 10, 64)
		all = append(all, Process{PID: pid, Parent: parent, Name: string(stat[open+1 : shut]), Memory: resident * page})
	}
	return all
}
