//go:build !linux

package process

import (
	"os/exec"
	"strconv"
	"strings"
)

// MachineMemory is the bytes of memory that this machine has.
func MachineMemory() int64 {
	const guess = 4 << 30 // should the system not say
	text, err := exec.Command("sysctl", "-n", "hw.memsize").Output()
	if err != nil {
		return guess
	}
	total, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	if err != nil || total <= 0 {
		return guess
	}
	return total
}
