package grade

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// What a run without walls may leave in its folder while it runs.
const (
	mostDisk  = 4 << 30
	mostFiles = 400_000
)

// watch ends a run whose folder grows without end. Behind walls there is nothing to see here: there the room is of a fixed size.
func watch(ctx context.Context, room string, end context.CancelCauseFunc) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if full(room) {
				end(errFull)
				return
			}
		}
	}
}

// full reports whether a folder holds more than a run may.
func full(room string) bool {
	size, files := int64(0), 0
	_ = filepath.WalkDir(room, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if info, err := entry.Info(); err == nil {
			size += info.Size()
		}
		if files++; size > mostDisk || files > mostFiles {
			return fs.SkipAll
		}
		return nil
	})
	return size > mostDisk || files > mostFiles
}

// clear removes a folder, also where a cell has taken its own rights away.
func clear(room string) {
	if os.RemoveAll(room) == nil {
		return
	}
	_ = filepath.WalkDir(room, func(path string, entry fs.DirEntry, _ error) error {
		if entry != nil && entry.IsDir() {
			_ = os.Chmod(path, 0o700)
		}
		return nil
	})
	_ = os.RemoveAll(room)
}
