package walls

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Where there is a control group, its limits are written, and it is gone at the end.
func TestControlGroup(t *testing.T) {
	g := group{folder: t.TempDir()}
	if err := g.limit(1<<30, 100); err == nil {
		t.Error("a folder without controllers is a group")
	}
	for _, name := range []string{"memory.max", "pids.max"} {
		if err := os.WriteFile(filepath.Join(g.folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.limit(1<<30, 100); err != nil {
		t.Fatal(err)
	}
	memory, _ := os.ReadFile(filepath.Join(g.folder, "memory.max"))
	count, _ := os.ReadFile(filepath.Join(g.folder, "pids.max"))
	if got := fmt.Sprintf("%s %s", memory, count); got != "1073741824 100" {
		t.Error(got)
	}
}

// Where a control group can be made, the system holds all programs behind the walls to its limits together: none takes more memory than one
// may, and yet one is ended; where there are too many, all are. Then the group is gone.
func TestControlGroupHolds(t *testing.T) {
	need(t)
	g := newGroup(1<<30, 100)
	if g.file == nil {
		t.Skip("this user can make no control group here")
	}
	if err := g.remove(); err != nil {
		t.Fatal(err)
	}
	begin := func(script string) *Walled {
		w, err := Start(Plan{
			Args: []string{"/bin/sh", "-c", "sleep 300 & " + script + "; wait"}, Env: []string{"PATH=/usr/bin:/bin"},
			Disk: 1 << 20, Memory: 100 << 20, Total: 160 << 20, Count: 50,
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			w.End()
			if _, err := os.Stat(w.group.folder); err == nil {
				t.Errorf("%s is still there", w.group.folder)
			}
		})
		return w
	}
	much := begin(`for i in 1 2 3; do dd if=/dev/zero of=/dev/null bs=70M count=10000 & done`)
	if !killed(much.group) {
		t.Error("three programs use more memory than all together may")
	}
	select {
	case <-begin(`(while :; do sleep 60 & done)`).Ended():
	case <-time.After(2 * time.Minute):
		t.Error("a run goes on with too many processes")
	}
}

// killed waits until the system has ended a program of a group's for its memory.
func killed(g group) bool {
	for late := time.Now().Add(2 * time.Minute); time.Now().Before(late); time.Sleep(10 * time.Millisecond) {
		text, _ := os.ReadFile(filepath.Join(g.folder, "memory.events"))
		if _, count, found := strings.Cut(string(text), "\noom_kill "); found && !strings.HasPrefix(count, "0\n") {
			return true
		}
	}
	return false
}
