// Package files writes files so that a kill, a full disk or another program at the same time leaves them whole.
package files

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"
)

// half is what the names of files begin with that are not written to their end yet.
const half = ".new-"

// Replace writes a file beside path and then puts it in path's place, in one step: others see the old file or the new
// one, never a part. It makes the folder if need be, and clears away what killed programs left in it half written.
func Replace(path string, write func(io.Writer) error) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	sweep(folder)
	file, err := os.CreateTemp(folder, half+"*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(file.Name()) }() // gone already when all went well
	if err := errors.Join(write(file), file.Chmod(0o644), file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// sweep removes the halves that nobody can be writing any more.
func sweep(folder string) {
	halves, _ := filepath.Glob(filepath.Join(folder, half+"*"))
	for _, path := range halves {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(path)
		}
	}
}
