package files

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestReplaceLeavesTheOldFileWhereWritingFails(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "made")
	path := filepath.Join(folder, "file")
	write := func(text string, err error) error {
		return Replace(path, func(w io.Writer) error {
			_, wrote := io.WriteString(w, text)
			return errors.Join(wrote, err)
		})
	}
	if err := write("first", nil); err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left")
	if err := write("sec", full); !errors.Is(err, full) {
		t.Errorf("error %v; want %v", err, full)
	}
	if got, err := os.ReadFile(path); string(got) != "first" {
		t.Errorf("the file holds %q, %v; want what it held before", got, err)
	}
	old := filepath.Join(folder, half+"killed")
	if err := os.WriteFile(old, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(old, time.Time{}, time.Now().Add(-2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := write("third", nil); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("the folder holds %v; want the file alone", left)
	}
}

// TestLocksExcludeAndLeaveNothing: one at a time holds it, however they come and go, and its file goes with the last one.
func TestLocksExcludeAndLeaveNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "lock")
	var inside, together atomic.Int32
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				unlock, err := Lock(path)
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

func TestTryLockDoesNotWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	if TryLock(path) != nil {
		t.Error("a lock that is not there was taken")
	}
	unlock, err := Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if TryLock(path) != nil {
		t.Error("a lock that is held was taken")
	}
	unlock()
	if err := os.WriteFile(path, nil, 0o600); err != nil { // left by a program that was killed
		t.Fatal(err)
	}
	if unlock := TryLock(path); unlock == nil {
		t.Error("a lock that nobody holds was not taken")
	} else {
		unlock()
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("its file is left: %v", err)
	}
}
