// Package lock keeps programs apart that want the same file at the same time. It is a room of its own, since every cell links
// what writes files, and few need a lock.
package lock

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/gofrs/flock"
)

// Take waits until no other program holds the lock called path, and takes it. The lock is a file of its own, which goes
// when it is given back; where a program dies with it, the system gives it back, and the next one takes the file over.
func Take(path string) (unlock func(), err error) {
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

// Try is Take for who does not want to wait: it is nil where another program holds the lock, or none can be had.
func Try(path string) (unlock func()) {
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
