package process

import "golang.org/x/sys/unix"

// MachineMemory is the bytes of memory that this machine has.
func MachineMemory() int64 {
	total, err := unix.SysctlUint64("hw.memsize")
	if err != nil || total == 0 {
		return 4 << 30 // a guess, should the system not say
	}
	return int64(total)
}
