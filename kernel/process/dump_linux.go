package process

import "golang.org/x/sys/unix"

// Undumpable keeps other processes of the same user, such as a cell's program, from reading the memory of this one and from
// tracing it.
func Undumpable() error { return unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0) }
