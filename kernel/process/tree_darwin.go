package process

import (
	"os/exec"
	"syscall"

	system "github.com/shirou/gopsutil/v4/process"
	"golang.org/x/sys/unix"
)

// adopt does nothing here: only Linux can hand orphans to an ancestor. Process groups still reach the children that have
// not left theirs.
func adopt() {}

// NewGroup puts a command, before it is started, into a process group of its own.
func NewGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

// dieTogether does nothing here: only Linux can bind a command's life to another's.
func dieTogether(*exec.Cmd) {}

// setApart does nothing here: only Linux has user namespaces.
func setApart(*exec.Cmd) bool { return false }

// children knows the family of every process from one question to the system; the memory is asked for of those alone that
// are wanted.
func children() func(pid int) []Process {
	of := family(running())
	return func(pid int) []Process {
		found := of(pid)
		for i := range found {
			found[i].Memory = memory(found[i].PID)
		}
		return found
	}
}

// Executable is the file that a process runs. It is not known here.
func Executable(int) string { return "" }

func find(pid int) (Process, bool) {
	p, err := unix.SysctlKinfoProc("kern.proc.pid", pid)
	if err != nil {
		return Process{}, false
	}
	return processOf(p), true
}

func processOf(p *unix.KinfoProc) Process {
	const halted, zombie = 4, 5 // SSTOP and SZOMB of sys/proc.h
	return Process{
		PID: int(p.Proc.P_pid), Parent: int(p.Eproc.Ppid), Name: unix.ByteSliceToString(p.Proc.P_comm[:]),
		Halted: p.Proc.P_stat == halted, zombie: p.Proc.P_stat == zombie,
	}
}

// running lists the processes of this machine, without their memory.
func running() []Process {
	list, err := unix.SysctlKinfoProcSlice("kern.proc.all")
	if err != nil {
		return nil
	}
	var found []Process
	for i := range list {
		found = append(found, processOf(&list[i]))
	}
	return found
}

func memory(pid int) int64 {
	p := system.Process{Pid: int32(pid)}
	held, err := p.MemoryInfo()
	if err != nil || held == nil {
		return 0 // it ended meanwhile
	}
	return int64(held.RSS)
}

// marked finds nothing: only Linux tells the environment of another process. The process group, which is ended too, reaches
// the children that have not left it.
func marked(string) []Process { return nil }
