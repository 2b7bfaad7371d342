package process

import (
	"time"

	system "github.com/shirou/gopsutil/v4/process"
)

// Usage is what a process and its descendants have used of the processors, and the memory that they hold. Those that have ended
// are not in it: macOS does not tell.
func Usage(of int) (cpu time.Duration, memory int64) {
	all := Descendants(of)
	if p, ok := Find(of); ok {
		all = append(all, p)
	}
	for _, p := range all {
		one := system.Process{Pid: int32(p.PID)}
		if used, err := one.Times(); err == nil {
			cpu += time.Duration((used.User + used.System) * float64(time.Second))
		}
		memory += p.Memory
	}
	return cpu, memory
}
