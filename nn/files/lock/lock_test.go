package lock

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestLocksExcludeAndLeaveNothing: one at a time holds it, however they come and go, and its file goes with the last one.
func TestLocksExcludeAndLeaveNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "lock")
	var inside, together atomic.Int32
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				unlock, err := Take(path)
				if err != nil {
					t.Error(err)
					return
				}
				if inside.Add(1) > 1 {
					together.Add(1)
				}
				time.Sleep(50 * time.Microsecond)
				inside.Add(-1)
				unlock()
			}
		})
	}
	group.Wait()
	if n := together.Load(); n > 0 {
		t.Errorf("it was held %d times by two at once", n)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("%v is left", left)
	}
}

func TestTryDoesNotWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	if Try(path) != nil {
		t.Error("a lock that is not there was taken")
	}
	unlock, err := Take(path)
	if err != nil {
		t.Fatal(err)
	}
	if Try(path) != nil {
		t.Error("a lock that is held was taken")
	}
	unlock()
	if err := os.WriteFile(path, nil, 0o600); err != nil { // left by a program that was killed
		t.Fatal(err)
	}
	if unlock := Try(path); unlock == nil {
		t.Error("a lock that nobody holds was not taken")
	} else {
		unlock()
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("its file is left: %v", err)
	}
}
