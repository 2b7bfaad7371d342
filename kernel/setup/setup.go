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

	"nekonote/nn/words"
)

// Place is a machine made ready: where everything lies.
type Place struct {
	Folder string // the private folder
	Module string // the clone

	held *os.File // the lock, while something is set up
}

// Bin is the folder of gonb, goimports, gopls and nekonote itself.
func (p Place) Bin() string { return filepath.Join(p.Folder, "bin") }

// Venv is the private Python environment.
func (p Place) Venv() string { return filepath.Join(p.Folder, lab.Name) }

// Program is the built nekonote.
func (p Place) Program() string { return filepath.Join(p.Bin(), "nekonote") }

// step is one part of the set-up. It runs again only when what it is made from, its key, has changed, or when what it
// makes is gone.
type step struct {
	name  string
	what  words.Text
	key   func(Place) (string, error)
	run   func(Place) error
	makes []string // paths in the private folder
}

var steps = []step{
	{lab.Name, lab.What, lab.key, lab.make, []string{lab.Name + "/bin/jupyter-lab"}},
	{"tools", words.T("Go tools", "Go のツール"), toolsKey, buildTools, []string{"bin/gonb", "bin/goimports", "bin/gopls"}},
	{"program", words.T("Nekonote", "猫の手"), sourcesKey, buildProgram, []string{"bin/nekonote"}},
	{"kernelspec", words.T("notebook kernel", "ノートブックのカーネル"), specKey, writeKernelspecs,
		[]string{lab.Name + "/share/jupyter/kernels/nekonote/kernel.json", lab.Name + "/share/jupyter/kernels/nekonote-ja/kernel.json"}},
	{"warm", words.T("library for the cells", "セルのライブラリ"), sourcesKey, warmCache, nil},
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
	p := Place{Folder: folder, Module: module}
	if err := os.MkdirAll(filepath.Join(folder, "stamps"), 0o700); err != nil {
		return Place{}, explained(p, err)
	}
	return p, nil
}

// Prepare sets up what is missing and returns where it is. Progress is written to w. A set-up that was killed is taken
// up where it stopped; two at once wait for each other.
func Prepare(w io.Writer) (Place, error) {
	p, err := Locate()
	if err != nil {
		return Place{}, err
	}
	if p.held, err = lock(filepath.Join(p.Folder, "lock")); err != nil {
		return Place{}, explained(p, err)
	}
	defer func(file *os.File) { _ = file.Close() }(p.held)
	for i, s := range steps {
		if err := s.prepare(p, w, fmt.Sprintf("[%d/%d] ", i+1, len(steps))); err != nil {
			return Place{}, err
		}
	}
	p.held = nil
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
	if s.done(p, key) {
		return nil
	}
	if err := os.Remove(stamp); err != nil && !os.IsNotExist(err) {
		return explained(p, err)
	}
	done := tell(w, number+s.what.String())
	err = s.run(p)
	done()
	if err != nil {
		return explained(p, fmt.Errorf("%s: %w", s.what, err))
	}
	if err := os.WriteFile(stamp, []byte(key), 0o600); err != nil {
		return explained(p, err)
	}
	return nil
}

// done reports whether the step has been run on what its key stands for, and what it made is there.
func (s step) done(p Place, key string) bool {
	for _, made := range s.makes {
		if _, err := os.Stat(filepath.Join(p.Folder, made)); err != nil {
			return false
		}
	}
	old, err := os.ReadFile(filepath.Join(p.Folder, "stamps", s.name))
	return err == nil && string(old) == key
}

// keyOf is the hash of some contents.
func keyOf(contents ...[]byte) string {
	hash := sha256.New()
	for _, content := range contents {
		_, _ = fmt.Fprintf(hash, "%d\n%s", len(content), content)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// lock waits until nobody else sets up here. Closing the file gives the lock back, once every program that inherited it has
// ended: a set-up that is killed may leave a pip behind, which the next one must not meet.
func lock(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
		_ = file.Close()
		return nil, err
	}
	return file, nil
}

// run runs a program and, where it fails, says what it printed.
func run(p Place, dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if p.held != nil {
		cmd.ExtraFiles = []*os.File{p.held}
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return nil
}
