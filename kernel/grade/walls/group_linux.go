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
	parents := []string{filepath.Dir(own), own}
	if own == cgroups {
		parents = parents[1:]
	}
	for _, parent := range parents {
		g := group{folder: filepath.Join(parent, "nekonote-"+strconv.Itoa(os.Getpid())+"-"+strconv.FormatInt(time.Now().UnixNano(), 36))}
		if os.Mkdir(g.folder, 0o755) != nil {
			continue
		}
		if g.limit(memory, count) == nil {
			var err error
			if g.file, err = os.Open(g.folder); err == nil {
				return g
			}
		}
		_ = os.Remove(g.folder)
	}
	return group{}
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

// limit writes the limits. A group whose controllers are switched off does not have these files.
func (g group) limit(memory int64, count int) error {
	for name, value := range map[string]string{"memory.max": strconv.FormatInt(memory, 10), "pids.max": strconv.Itoa(count)} {
		file, err := os.OpenFile(filepath.Join(g.folder, name), os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = file.WriteString(value)
		if err := errors.Join(err, file.Close()); err != nil {
			return err
		}
	}
	if file, err := os.OpenFile(filepath.Join(g.folder, "memory.swap.max"), os.O_WRONLY, 0); err == nil {
		_, _ = file.WriteString("0")
		_ = file.Close()
	}
	return nil
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
