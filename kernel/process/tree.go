package process

import (
	"syscall"
	"time"
)

// Process is a running process: its parent, its name, and the bytes of memory that it holds.
type Process struct {
	PID, Parent int
	Name        string
	Memory      int64

	Halted bool // a signal has stopped it, and it may go on

	zombie bool // it has ended, but not been waited for; some of its threads, and so its children, may still be there
}

// Descendants are the children of a process, their children, and so on. It is cheap enough to be asked for ten times a
// second; where the system is in the middle of a change, one may be missing.
func Descendants(of int) []Process { return below(of, children()) }

// Find is the process with this number, if it is there.
func Find(pid int) (Process, bool) {
	p, ok := find(pid)
	return p, ok && !p.zombie
}

// below are the descendants of a process, as far as children knows them.
func below(of int, children func(pid int) []Process) []Process {
	var found []Process
	seen := map[int]bool{of: true}
	for next := []int{of}; len(next) > 0; next = next[1:] {
		for _, p := range children(next[0]) {
			if !seen[p.PID] {
				seen[p.PID] = true
				if !p.zombie {
					found = append(found, p)
				}
				next = append(next, p.PID)
			}
		}
	}
	return found
}

// family arranges processes by their parents.
func family(all []Process) func(pid int) []Process {
	of := map[int][]Process{}
	for _, p := range all {
		of[p.Parent] = append(of[p.Parent], p)
	}
	return func(pid int) []Process { return of[pid] }
}

// Kill kills processes outright.
func Kill(processes []Process) {
	for _, p := range processes {
		_ = syscall.Kill(p.PID, syscall.SIGKILL)
	}
}

// EndDescendants kills every descendant of a process, also those that are born meanwhile, for as long as patience lasts.
func EndDescendants(of int, patience time.Duration) {
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(5 * time.Millisecond) {
		left := Descendants(of)
		if len(left) == 0 {
			left = below(of, family(running())) // here none may be missing
		}
		if len(left) == 0 {
			return
		}
		Kill(left)
	}
}
