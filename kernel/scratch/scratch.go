// Package scratch makes the private folder of one run: for sockets, for programs that are built and started there, for
// temporary files.
package scratch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"nekonote/nn/words"
)

const (
	// longest is how long the path of a folder may be: that of a socket has 104 bytes at most on macOS, 108 on Linux, and
	// GoNB lays one three floors down, as <folder>/gonb_12345678/gopls_socket.
	longest = 104 - len("/gonb_12345678/gopls_socket") - 1
	// random is the most that os.MkdirTemp adds to a name.
	random = len("4294967295")
	// needed is the space that a cell takes as it is built: some 10 MB, many times over.
	needed = 64 << 20
)

// Make makes a folder that this user alone can open and returns its path. It lies in $TMPDIR if that does, else in the first
// place that does: /tmp, $XDG_RUNTIME_DIR, the user's cache folder. What does not do is a place that is missing, read-only,
// full, or from which no program can be started, and one whose path is too long for a socket in it. The error names them
// all, with the way out.
func Make(prefix string) (string, error) {
	var why []string
	tried := map[string]bool{}
	for _, parent := range places() {
		if parent == "" || tried[parent] {
			continue
		}
		tried[parent] = true
		dir, err := makeIn(parent, prefix)
		if err == nil {
			return dir, nil
		}
		why = append(why, fmt.Sprintf("%s (%v)", parent, err))
	}
	return "", errors.New(sayNone.Fill(strings.Join(why, ", ")).String())
}

var (
	sayNone = words.T(
		"there is no place for temporary files: %s. Make room in one of them, or set TMPDIR to a folder with 100 MB free that you may write to",
		"一時ファイルを置ける場所がありません：%s。どこかを空けるか、書き込めて 100 MB 以上空いているフォルダーを TMPDIR に設定してください",
	)
	sayLong    = words.T("its path is too long", "パスが長すぎます")
	sayFull    = words.T("it is full", "空きがありません")
	sayNoExec  = words.T("no program may be started from it", "プログラムを実行できない場所です")
	sayGone    = words.T("it is not there", "存在しません")
	sayForeign = words.T("it has a folder of the name that is open to others", "同じ名前の、ほかのユーザーも開けるフォルダーがあります")
	sayClosed  = words.T("it cannot be written to", "書き込めません")
)

// places are where a folder may lie, the best first.
func places() []string {
	all := []string{os.Getenv("TMPDIR"), "/tmp", os.Getenv("XDG_RUNTIME_DIR")}
	if cache, err := os.UserCacheDir(); err == nil {
		all = append(all, cache)
	}
	return all
}

// statfs is unix.Statfs, but in a test that plays a full disk.
var statfs = unix.Statfs

func makeIn(parent, prefix string) (string, error) {
	parent, err := filepath.Abs(parent)
	if err != nil {
		return "", err
	}
	if len(filepath.Join(parent, prefix))+random > longest {
		return "", errors.New(sayLong.String())
	}
	var place unix.Statfs_t
	if err := statfs(parent, &place); err != nil {
		return "", explained(err)
	}
	switch {
	case uint64(place.Bavail)*uint64(place.Bsize) < needed:
		return "", errors.New(sayFull.String())
	case uint64(place.Flags)&noExec != 0:
		return "", errors.New(sayNoExec.String())
	}
	dir, err := os.MkdirTemp(parent, prefix) // for this user alone
	if err != nil {
		return "", explained(err)
	}
	// A quota does not show in the free space.
	probe := filepath.Join(dir, "probe")
	err = os.WriteFile(probe, make([]byte, 1<<20), 0o600)
	if err = errors.Join(err, os.Remove(probe)); err != nil {
		return "", errors.Join(explained(err), os.RemoveAll(dir))
	}
	return dir, nil
}

// Own is the folder of a name in which this user keeps what all of his programs share, such as a socket: nobody else can open
// it. It is made if it is not there, in $XDG_RUNTIME_DIR if that does, else where Make makes its own.
func Own(name string) (string, error) {
	var why []string
	for _, parent := range append([]string{os.Getenv("XDG_RUNTIME_DIR")}, places()...) {
		if parent == "" {
			continue
		}
		dir := filepath.Join(parent, fmt.Sprintf("%s-%d", name, os.Getuid()))
		err := own(dir)
		if err == nil {
			return dir, nil
		}
		why = append(why, fmt.Sprintf("%s (%v)", parent, err))
	}
	return "", errors.New(sayNone.Fill(strings.Join(why, ", ")).String())
}

func own(dir string) error {
	if len(dir) > longest {
		return errors.New(sayLong.String())
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return explained(err)
	}
	var found unix.Stat_t // of a link itself: another user may have laid one there
	if err := unix.Lstat(dir, &found); err != nil {
		return explained(err)
	}
	if found.Mode&unix.S_IFMT != unix.S_IFDIR || int(found.Uid) != os.Getuid() || found.Mode&0o077 != 0 {
		return errors.New(sayForeign.String())
	}
	return nil
}

// explained says what an error of the file system is, in her language.
func explained(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return errors.New(sayGone.String())
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return errors.New(sayClosed.String())
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return errors.New(sayFull.String())
	}
	return err
}
