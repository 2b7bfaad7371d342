package process

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

// MachineMemory is the bytes of memory that this machine has, or that its container may use.
func MachineMemory() int64 {
	var info syscall.Sysinfo_t
	total := int64(4 << 30) // a guess, should the system not say
	if syscall.Sysinfo(&info) == nil {
		total = int64(info.Totalram) * int64(info.Unit)
	}
	for _, file := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		text, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		if limit, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil && limit > 0 && limit < total {
			total = limit
		}
	}
	return total
}
