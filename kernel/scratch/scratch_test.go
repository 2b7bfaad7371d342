package scratch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"nekonote/nn/words"
)

// alone leaves TMPDIR and one other place.
func alone(t *testing.T, tmp, cache string) {
	t.Setenv("TMPDIR", tmp)
	t.Setenv("XDG_RUNTIME_DIR", "")
	t.Setenv("XDG_CACHE_HOME", cache)
	t.Setenv("HOME", cache)
}

// short is a folder for the test whose path is short, unlike that of t.TempDir.
func short(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "t")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// play makes the file system say what it wants of a place.
func play(t *testing.T, place string, change func(*unix.Statfs_t)) {
	t.Cleanup(func() { statfs = unix.Statfs })
	statfs = func(path string, s *unix.Statfs_t) error {
		err := unix.Statfs(path, s)
		if path == place {
			change(s)
		}
		return err
	}
}

func TestMakeTakesTMPDIRWhereItDoes(t *testing.T) {
	tmp := short(t)
	alone(t, tmp, "")
	dir, err := Make("nk-")
	if err != nil || filepath.Dir(dir) != tmp {
		t.Fatalf("Make = %q, %v; want a folder in %s", dir, err, tmp)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("it is %v, %v; want it private", info.Mode(), err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("in it lies %v", left)
	}
}

func TestMakeGoesElsewhereWhereTMPDIRDoesNotDo(t *testing.T) {
	file := filepath.Join(short(t), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	long := filepath.Join(t.TempDir(), strings.Repeat("x", 80))
	full, program, closed := short(t), short(t), short(t)
	for _, dir := range []string{long, closed} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(closed, 0o500); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		tmp, said string
		change    func(*unix.Statfs_t)
	}{
		"missing":    {filepath.Join(file, "..", "none"), "not there", nil},
		"a file":     {file, "not there", nil},
		"of 80":      {long, "too long", nil},
		"full":       {full, "full", func(s *unix.Statfs_t) { s.Bavail = 3 }},
		"no program": {program, "no program", func(s *unix.Statfs_t) { s.Flags |= noExec }},
		"read-only":  {closed, "cannot be written", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if c.tmp == closed && os.Geteuid() == 0 {
				t.Skip("root may write everywhere")
			}
			alone(t, c.tmp, "")
			if c.change != nil {
				play(t, c.tmp, c.change)
			}
			dir, err := Make("nk-")
			if err != nil || filepath.Dir(dir) != "/tmp" {
				t.Fatalf("Make = %q, %v; want a folder in /tmp", dir, err)
			}
			_ = os.RemoveAll(dir)
			if _, err := makeIn(c.tmp, "nk-"); err == nil || !strings.Contains(err.Error(), c.said) {
				t.Errorf("of TMPDIR it says %v; want %q", err, c.said)
			}
		})
	}
}

func TestMakeNamesEveryPlaceThatDoesNotDo(t *testing.T) {
	t.Cleanup(func() { statfs = unix.Statfs })
	statfs = func(path string, s *unix.Statfs_t) error {
		err := unix.Statfs(path, s)
		s.Bavail = 0
		return err
	}
	cache := t.TempDir()
	alone(t, "/var/tmp", cache)
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		dir, err := Make("nk-")
		if err == nil {
			t.Fatalf("Make = %q on a machine whose disks are full", dir)
		}
		for _, want := range []string{"/var/tmp (", "/tmp (", map[words.Lang]string{words.English: "set TMPDIR", words.Japanese: "TMPDIR に設定"}[lang]} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q lacks %q", err, want)
			}
		}
	}
}

// TestWhatTheSystemRefusesIsSaidInWords is about what root never meets in a folder of its own.
func TestWhatTheSystemRefusesIsSaidInWords(t *testing.T) {
	for refused, want := range map[error]words.Text{
		syscall.EACCES: sayClosed, syscall.EPERM: sayClosed, syscall.EROFS: sayClosed, syscall.ENOSPC: sayFull, syscall.ENOENT: sayGone,
	} {
		for _, lang := range words.Langs {
			t.Setenv(words.Variable, string(lang))
			if got := explained(&os.PathError{Op: "mkdir", Path: "/there", Err: refused}); got.Error() != want.String() {
				t.Errorf("%v is told as %q; want %q", refused, got, want)
			}
		}
	}
}

// A folder that others may look into, or that is a link of somebody's, is not taken for our own.
func TestOwn(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", first)
	t.Setenv("TMPDIR", second)
	name := fmt.Sprintf("shared-%d", os.Getuid())
	in := func(parent string) {
		t.Helper()
		dir, err := Own("shared")
		if err != nil || dir != filepath.Join(parent, name) {
			t.Fatal(dir, err)
		}
		if info, err := os.Lstat(dir); err != nil || info.Mode() != os.ModeDir|0o700 {
			t.Fatal(info, err)
		}
	}
	in(first)
	in(first)
	if err := os.Chmod(filepath.Join(first, name), 0o755); err != nil {
		t.Fatal(err)
	}
	in(second)
	if err := os.Remove(filepath.Join(first, name)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(second, filepath.Join(first, name)); err != nil {
		t.Fatal(err)
	}
	in(second)
}
