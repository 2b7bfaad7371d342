package process

import "golang.org/x/sys/unix"

// Undumpable keeps other processes of the same user, such as a cell's program, from tracing this one. macOS lets none of them
// read its memory without rights of its own.
func Undumpable() error { return unix.PtraceDenyAttach() }
