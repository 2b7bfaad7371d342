package walls

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// group is a control group (cgroup v2) for one run: the system itself limits the memory and the processes of all programs in it
// together. It is empty where none could be made; then the limits of each process stand alone.
type group struct {
	folder string
	file   *os.File
}

// cgroups is where control groups are.
var cgroups = "/sys/fs/cgroup"

// newGroup makes one beside that of this process, or in it, if this user may.
func newGroup(memory int64, count int) group {
	own := ownGroup()
	if own == "" {
		return group{}
	}
	if own != cgroups {
		if g := groupIn(filepath.Dir(own), memory, count); g.file != nil {
			return g
		}
	}
	if divide(own) != nil {
		return group{}
	}
	return groupIn(own, memory, count)
}

// groupIn makes one in a group.
func groupIn(parent string, memory int64, count int) group {
	g := group{folder: filepath.Join(parent, "nekonote-"+strconv.Itoa(os.Getpid())+"-"+strconv.FormatInt(time.Now().UnixNano(), 36))}
	if os.Mkdir(g.folder, 0o755) != nil {
		return group{}
	}
	err := g.limit(memory, count)
	if err == nil {
		g.file, err = os.Open(g.folder)
	}
	if err != nil {
		_ = os.Remove(g.folder)
		return group{}
	}
	return g
}

// divide switches the controllers on for the groups in a group that is this user's, as a container's is its root's. A group that has processes
// of its own cannot have them: all of these then go into a group of their own in it, where they are limited as before.
func divide(own string) error {
	control := filepath.Join(own, "cgroup.subtree_control")
	err := set(control, "+memory +pids")
	if err == nil {
		return nil
	}
	aside := filepath.Join(own, "nekonote-aside")
	if err := os.Mkdir(aside, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	for range 10 { // what begins meanwhile goes there, too
		text, _ := os.ReadFile(filepath.Join(own, "cgroup.procs"))
		for pid := range strings.FieldsSeq(string(text)) {
			_ = set(filepath.Join(aside, "cgroup.procs"), pid)
		}
		if err = set(control, "+memory +pids"); err == nil {
			return nil
		}
	}
	_ = os.Remove(aside) // which stays where a process is in it
	return err
}

// set writes a setting of a group's. Where a controller is switched off, its files are not there.
func set(path, value string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteString(value)
	return errors.Join(err, file.Close())
}

// ownGroup is the folder of this process's control group, or "".
func ownGroup() string {
	var kind unix.Statfs_t
	if unix.Statfs(cgroups, &kind) != nil || kind.Type != unix.CGROUP2_SUPER_MAGIC {
		return ""
	}
	text, _ := os.ReadFile("/proc/self/cgroup")
	for line := range strings.Lines(string(text)) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "0::"); ok {
			return filepath.Join(cgroups, path)
		}
	}
	return ""
}

// limit writes the limits.
func (g group) limit(memory int64, count int) error {
	for name, value := range map[string]string{"memory.max": strconv.FormatInt(memory, 10), "pids.max": strconv.Itoa(count)} {
		if err := set(filepath.Join(g.folder, name), value); err != nil {
			return err
		}
	}
	_ = set(filepath.Join(g.folder, "memory.swap.max"), "0")
	return nil
}

// crowded waits until the system has refused a process to the group, and reports that; false when the programs have ended before.
func (g group) crowded(ended <-chan struct{}) bool {
	if g.file == nil {
		return false
	}
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ended:
			return false
		case <-tick.C:
			text, _ := os.ReadFile(filepath.Join(g.folder, "pids.events"))
			if refused, found := strings.CutPrefix(strings.TrimSpace(string(text)), "max "); found && refused != "0" {
				return true
			}
		}
	}
}

func (g group) descriptor() (int, bool) {
	if g.file == nil {
		return 0, false
	}
	return int(g.file.Fd()), true
}

// remove removes the group, whose processes have ended; the last of them may be noticed a moment later.
func (g group) remove() error {
	if g.file == nil {
		return nil
	}
	_ = g.file.Close()
	_ = os.WriteFile(filepath.Join(g.folder, "cgroup.kill"), []byte("1"), 0)
	var err error
	for range 50 {
		if err = os.Remove(g.folder); err == nil || errors.Is(err, os.ErrNotExist) {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return err
}

func sorted(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
