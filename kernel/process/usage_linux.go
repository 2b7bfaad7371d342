package process

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"time"
)

// ticks is how many a second of processor time has: 100 on every Linux that Go runs on.
const ticks = 100

// Usage is what a process, its descendants, and those of them that have ended have used of the processors, and the memory that
// the living ones hold: pages that several processes share are shared out among them, where the system lets that be read.
func Usage(of int) (cpu time.Duration, memory int64) {
	all := Descendants(of)
	if p, ok := Find(of); ok {
		all = append(all, p)
	}
	for _, p := range all {
		folder := "/proc/" + strconv.Itoa(p.PID)
		stat, _ := os.ReadFile(folder + "/stat")
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		for _, i := range []int{11, 12, 13, 14} { // its own time and that of its children, in user mode and in the system
			if i < len(fields) {
				n, _ := strconv.ParseInt(fields[i], 10, 64)
				cpu += time.Duration(n) * time.Second / ticks
			}
		}
		memory += proportional(folder, p.Memory)
	}
	return cpu, memory
}

// proportional is the memory of a process when each shared page is divided by the number of those that share it.
func proportional(folder string, resident int64) int64 {
	text, err := os.ReadFile(folder + "/smaps_rollup")
	if err != nil {
		return resident
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "Pss:" {
			if n, err := strconv.ParseInt(fields[1], 10, 64); err == nil {
				return n << 10
			}
		}
	}
	return resident
}
