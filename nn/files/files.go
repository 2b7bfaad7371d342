// Package files writes files so that a kill, a full disk or another program at the same time leaves them whole.
package files

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/gofrs/flock"
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

// Lock waits until no other program holds the lock called path, and takes it. The lock is a file of its own, which goes
// when it is given back; where a program dies with it, the system gives it back, and the next one takes the file over.
func Lock(path string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	for {
		lock := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))
		err := lock.Lock()
		switch {
		case errors.Is(err, syscall.EINTR):
			_ = lock.Close()
		case err != nil:
			return nil, errors.Join(err, lock.Close())
		case !stands(lock): // whom we waited for has removed the file: by now another one may hold a new one
			_ = lock.Close()
		default:
			return func() { giveBack(lock) }, nil
		}
	}
}

// TryLock is Lock for who does not want to wait: it is nil where another program holds the lock, or none can be had.
func TryLock(path string) (unlock func()) {
	lock := flock.New(path, flock.SetFlag(os.O_RDWR), flock.SetPermissions(0o600))
	if took, err := lock.TryLock(); err != nil || !took || !stands(lock) {
		_ = lock.Close()
		return nil
	}
	return func() { giveBack(lock) }
}

// stands reports whether the locked file is the one that its path names.
func stands(lock *flock.Flock) bool {
	mine, err := lock.Stat()
	there, errThere := os.Stat(lock.Path())
	return err == nil && errThere == nil && os.SameFile(mine, there)
}

// giveBack removes the file while the lock is held, so that it is nobody else's. Windows removes no file that is open.
func giveBack(lock *flock.Flock) {
	if runtime.GOOS != "windows" {
		_ = os.Remove(lock.Path())
	}
	_ = lock.Close()
	if runtime.GOOS == "windows" {
		_ = os.Remove(lock.Path()) // fails where another program has opened it meanwhile, as it should
	}
}
