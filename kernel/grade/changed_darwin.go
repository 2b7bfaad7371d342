package grade

import (
	"io/fs"
	"syscall"
)

// changed is when a file was changed last, in nanoseconds.
func changed(info fs.FileInfo) int64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return stat.Ctimespec.Nano()
	}
	return info.ModTime().UnixNano()
}
