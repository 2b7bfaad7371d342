package process

import (
	"bytes"
	"math"
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

// NewGroup puts a command, before it is started, into a process group of its own.
func NewGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

// dieTogether binds a command's life to that of the thread that starts it. NewGroup comes first.
func dieTogether(cmd *exec.Cmd) {
	cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
}

// setApart gives a command of root's a user namespace of its own, in which it is root over its own processes and its files, and
// not over those of its parent. It reports whether there is anything to gain. NewGroup comes first.
func setApart(cmd *exec.Cmd) bool {
	if os.Geteuid() != 0 {
		return false
	}
	all := []syscall.SysProcIDMap{{Size: math.MaxUint32}}
	cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
	cmd.SysProcAttr.UidMappings, cmd.SysProcAttr.GidMappings, cmd.SysProcAttr.GidMappingsEnableSetgroups = all, all, true
	return true
}

// children asks the kernel for the children of each thread of a process, so that only our own tree is read, not the whole
// machine's. A kernel that was built without that list is asked for everything.
func children() func(pid int) []Process {
	if _, err := os.Stat("/proc/thread-self/children"); err != nil {
		return family(running())
	}
	return func(pid int) []Process {
		tasks := "/proc/" + strconv.Itoa(pid) + "/task/"
		threads, err := os.ReadDir(tasks)
		if err != nil {
			return nil // it ended meanwhile
		}
		var all []Process
		for _, thread := range threads {
			list, _ := os.ReadFile(tasks + thread.Name() + "/children")
			for _, child := range strings.Fields(string(list)) {
				if p, ok := read(child); ok {
					all = append(all, p)
				}
			}
		}
		return all
	}
}

// running lists the processes of this machine.
func running() []Process {
	var all []Process
	for _, pid := range pids() {
		if p, ok := read(pid); ok {
			all = append(all, p)
		}
	}
	return all
}

// pids are the numbers of the processes of this machine.
func pids() []string {
	folder, err := os.Open("/proc")
	if err != nil {
		return nil
	}
	defer folder.Close()
	names, _ := folder.Readdirnames(-1)
	var all []string
	for _, name := range names {
		if name[0] >= '1' && name[0] <= '9' {
			all = append(all, name)
		}
	}
	return all
}

func find(pid int) (Process, bool) { return read(strconv.Itoa(pid)) }

// Executable is the file that a process runs; nothing where that is not known.
func Executable(pid int) string {
	path, _ := os.Readlink("/proc/" + strconv.Itoa(pid) + "/exe")
	return strings.TrimSuffix(path, " (deleted)")
}

// read is the process with this number, if it is there.
func read(pid string) (Process, bool) {
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	if err != nil {
		return Process{}, false // it ended meanwhile
	}
	// pid (name) state ppid …; the name may hold spaces and brackets.
	open, shut := bytes.IndexByte(stat, '('), bytes.LastIndexByte(stat, ')')
	if open < 0 || shut < open {
		return Process{}, false
	}
	fields := strings.Fields(string(stat[shut+1:]))
	if len(fields) < 22 {
		return Process{}, false
	}
	number, _ := strconv.Atoi(pid)
	parent, _ := strconv.Atoi(fields[1])
	resident, _ := strconv.ParseInt(fields[21], 10, 64)
	return Process{
		PID: number, Parent: parent, Name: string(stat[open+1 : shut]), Memory: resident * int64(os.Getpagesize()),
		Halted: fields[0] == "T" || fields[0] == "t", zombie: fields[0] == "Z",
	}, true
}

// marked are the processes that have a variable, "NAME=value", in the environment that they were started with.
func marked(variable string) []Process {
	var all []Process
	for _, pid := range pids() {
		environment, _ := os.ReadFile("/proc/" + pid + "/environ")
		if !bytes.Contains(append([]byte{0}, environment...), []byte("\x00"+variable+"\x00")) {
			continue
		}
		if p, ok := read(pid); ok {
			all = append(all, p)
		}
	}
	return all
}
