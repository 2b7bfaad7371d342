package setup

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"nekonote/nn/words"
)

// Place is a machine made ready: where everything lies.
type Place struct {
	Folder string // the private folder
	Module string // the clone
}

// Bin is the folder of gonb, goimports, gopls and nekonote itself.
func (p Place) Bin() string { return filepath.Join(p.Folder, "bin") }

// Venv is the private Python environment.
func (p Place) Venv() string { return filepath.Join(p.Folder, lab.Name) }

// Program is the built nekonote.
func (p Place) Program() string { return filepath.Join(p.Bin(), "nekonote") }

// step is one part of the set-up. It runs again only when what it is made from, its key, has changed.
type step struct {
	name string
	what words.Text
	key  func(Place) (string, error)
	run  func(Place) error
}

var steps = []step{
	{lab.Name, lab.What, lab.key, lab.make},
	{"tools", words.T("Go tools", "Go のツール"), toolsKey, buildTools},
	{"program", words.T("Nekonote", "猫の手"), everyTime, buildProgram},
	{"kernelspec", words.T("notebook kernel", "ノートブックのカーネル"), everyTime, writeKernelspecs},
	{"warm", words.T("library for the cells", "セルのライブラリ"), everyTime, warmCache},
}

// Locate returns where everything lies or will lie, and makes sure of the private folder.
func Locate() (Place, error) {
	module, err := Module()
	if err != nil {
		return Place{}, err
	}
	folder, err := Folder()
	if err != nil {
		return Place{}, err
	}
	if err := os.MkdirAll(filepath.Join(folder, "stamps"), 0o700); err != nil {
		return Place{}, problem(words.T(
			"cannot write to %s: %v. Make room there, or set %s to a folder that you may write to",
			"%s に書き込めません: %v。空きを作るか、書き込めるフォルダを %s に設定してください",
		).Fill(folder, err, FolderVariable))
	}
	return Place{Folder: folder, Module: module}, nil
}

// Prepare sets up what is missing and returns where it is. Progress is written to w. A set-up that was killed is taken
// up where it stopped; two at once wait for each other.
func Prepare(w io.Writer) (Place, error) {
	p, err := Locate()
	if err != nil {
		return Place{}, err
	}
	unlock, err := lock(filepath.Join(p.Folder, "lock"))
	if err != nil {
		return Place{}, err
	}
	defer unlock()
	for i, s := range steps {
		if err := s.prepare(p, w, fmt.Sprintf("[%d/%d] ", i+1, len(steps))); err != nil {
			return Place{}, err
		}
	}
	return p, nil
}

// prepare runs the step unless its stamp says that it was run on the same inputs. The stamp is removed before and
// written after, so that a kill in between leaves none.
func (s step) prepare(p Place, w io.Writer, number string) error {
	key, err := s.key(p)
	if err != nil {
		return err
	}
	stamp := filepath.Join(p.Folder, "stamps", s.name)
	if old, err := os.ReadFile(stamp); key != "" && err == nil && string(old) == key {
		return nil
	}
	if err := os.Remove(stamp); err != nil && !os.IsNotExist(err) {
		return err
	}
	if key != "" {
		_, _ = fmt.Fprintf(w, "%s%s …\n", number, s.what)
	}
	began := time.Now()
	if err := s.run(p); err != nil {
		return fmt.Errorf("%s: %w", s.what, err)
	}
	if key != "" {
		_, _ = fmt.Fprintf(w, "      %.0f s\n", time.Since(began).Seconds())
	}
	return os.WriteFile(stamp, []byte(key), 0o600)
}

// everyTime is the key of a step that is quick when nothing changed and asks the Go tool's own cache.
func everyTime(Place) (string, error) { return "", nil }

// keyOf is the hash of some contents.
func keyOf(contents ...[]byte) string {
	hash := sha256.New()
	for _, content := range contents {
		_, _ = fmt.Fprintf(hash, "%d\n%s", len(content), content)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

func lock(path string) (unlock func(), err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
		_ = file.Close()
		return nil, err
	}
	return func() { _ = file.Close() }, nil
}

// run runs a program and, where it fails, says what it printed.
func run(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return nil
}
