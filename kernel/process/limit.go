package process

import "golang.org/x/sys/unix"

// LimitMemory keeps this process from taking more than so many bytes: the wall behind the limits of those who read strangers' files.
// It ends where it would take more.
func LimitMemory(bytes uint64) {
	_ = unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: bytes, Max: unix.RLIM_INFINITY})
}
