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
}

// Descendants are the children of a process, their children, and so on.
func Descendants(of int) []Process {
	all := Running()
	children := map[int][]Process{}
	for _, p := range all {
		children[p.Parent] = append(children[p.Parent], p)
	}
	var found []Process
	seen := map[int]bool{of: true}
	for next := []int{of}; len(next) > 0; next = next[1:] {
		for _, p := range children[next[0]] {
			if !seen[p.PID] {
				seen[p.PID] = true
				found = append(found, p)
				next = append(next, p.PID)
			}
		}
	}
	return found
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
			return
		}
		Kill(left)
	}
}
