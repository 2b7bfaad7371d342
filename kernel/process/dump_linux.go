package process

import "golang.org/x/sys/unix"

// Undumpable keeps other processes of the same user, such as a cell's program, from reading the memory of this one and from
// tracing it. Root may all the same, unless it is root in another user namespace: see Command.Apart.
//
// A user namespace for this process instead would open it: who has made a namespace may do anything to the programs in it.
func Undumpable() error { return unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0) }
