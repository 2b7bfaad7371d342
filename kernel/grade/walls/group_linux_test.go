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

// Where a control group can be made, the system holds all programs behind the walls to its limits together: none of them allocates more
// than one may, and yet there is too much, and there are no more processes than counted. Then the group is gone.
func TestControlGroupHolds(t *testing.T) {
	need(t)
	g := newGroup(1<<30, 100)
	if g.file == nil {
		t.Skip("this user can make no control group here")
	}
	if err := g.remove(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ script, file, event string }{
		{`for i in 1 2 3; do dd if=/dev/zero of=/dev/null bs=150M count=1000 & done`, "memory.events", "oom_kill"},
		{`(while :; do sleep 60 & done)`, "pids.events", "max"},
	} {
		w, err := Start(Plan{
			Args: []string{"/bin/sh", "-c", "sleep 300 & " + c.script + "; wait"}, Env: []string{"PATH=/usr/bin:/bin"},
			Disk: 1 << 20, Memory: 200 << 20, Total: 300 << 20, Count: 50,
		})
		if err != nil {
			t.Fatal(err)
		}
		if !happened(filepath.Join(w.group.folder, c.file), c.event) {
			t.Errorf("no %s in %s after %s", c.event, c.file, c.script)
		}
		w.End()
		if _, err := os.Stat(w.group.folder); err == nil {
			t.Errorf("%s is still there", w.group.folder)
		}
	}
}

// happened waits until a control group's file counts an event.
func happened(file, event string) bool {
	for late := time.Now().Add(time.Minute); time.Now().Before(late); time.Sleep(10 * time.Millisecond) {
		text, _ := os.ReadFile(file)
		for line := range strings.Lines(string(text)) {
			if count, ok := strings.CutPrefix(strings.TrimSpace(line), event+" "); ok && count != "0" {
				return true
			}
		}
	}
	return false
}
