package relay

import (
	"syscall"
	"time"
)

// process is a running process: its parent, its name, and the bytes of memory that it holds.
type process struct {
	pid, parent int
	name        string
	memory      int64
}

// descendants are the children of a process, their children, and so on.
func descendants(of int) []process {
	all := processes()
	children := map[int][]process{}
	for _, p := range all {
		children[p.parent] = append(children[p.parent], p)
	}
	var found []process
	seen := map[int]bool{of: true}
	for next := []int{of}; len(next) > 0; next = next[1:] {
		for _, p := range children[next[0]] {
			if !seen[p.pid] {
				seen[p.pid] = true
				found = append(found, p)
				next = append(next, p.pid)
			}
		}
	}
	return found
}

// end kills processes outright.
func end(processes []process) {
	for _, p := range processes {
		_ = syscall.Kill(p.pid, syscall.SIGKILL)
	}
}

// endAll kills every descendant of a process, also those that are born meanwhile, for as long as patience lasts.
func endAll(of int, patience time.Duration) {
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(5 * time.Millisecond) {
		left := descendants(of)
		if len(left) == 0 {
			return
		}
		end(left)
	}
}
