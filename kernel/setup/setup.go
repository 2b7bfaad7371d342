package setup

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"nekonote/kernel/scratch"
	"nekonote/nn/words"
)

// step is one part of the set-up. It runs again only when what it is made from, its key, has changed, or when what it
// makes is gone.
type step struct {
	name  string
	what  words.Text
	key   func(Place) (string, error)
	run   func(Place) (said string, err error)
	makes func(Place) []string
	room  func(Place) string // the name of the shared room that it makes; nil for what is the clone's own
}

var steps = []step{
	lab.step(),
	{"tools", words.T("Go tools", "Go のツール"), toolsKey, quietly(buildTools), builtTools, func(p Place) string { return p.made.Tools }},
	{"program", words.T("Nekonote", "猫の手"), sourcesKey, quietly(buildProgram), builtProgram, nil},
	{"library", words.T("library for the cells", "セルのライブラリー"), sourcesKey, quietly(makeLibrary), libraryFiles, nil},
	{"kernelspec", words.T("notebook kernel", "ノートブックのカーネル"), specKey, quietly(writeKernelspecs), kernelspecs, nil},
	{"trial", words.T("a first cell, without the network", "最初のセルの試運転（ネットワークなし）"), trialKey, runTrial, nil, nil},
}

// quietly is a step's work of which there is nothing to say when it is done.
func quietly(work func(Place) error) func(Place) (string, error) {
	return func(p Place) (string, error) { return "", work(p) }
}

// Prepare sets up what is missing and returns where it is. Progress is written to w. A set-up that was killed is taken
// up where it stopped; two at once wait for each other. A place that is shared is only looked at: whoever made it keeps it.
func Prepare(w io.Writer) (Place, error) {
	p, err := Locate()
	if err != nil {
		return Place{}, err
	}
	if p.Shared() {
		return p, p.complete()
	}
	return p.prepare(w)
}

// PrepareShared sets up in a folder for all users of the machine, Go's build cache and modules included: they can read
// what it makes, and only its owner can change it.
func PrepareShared(w io.Writer, folder string) (Place, error) {
	module, err := Module()
	if err != nil {
		return Place{}, err
	}
	p, err := locate(folder, module)
	if err != nil {
		return Place{}, err
	}
	p.made.Shared = true
	if p, err = p.prepare(w); err != nil {
		return Place{}, err
	}
	if err := openToAll(p.Folder); err != nil {
		return Place{}, explained(p, err)
	}
	return p, nil
}

// prepare runs the steps, one set-up at a time in a folder.
func (p Place) prepare(w io.Writer) (_ Place, err error) {
	if err := os.MkdirAll(filepath.Join(p.Folder, "stamps"), 0o700); err != nil {
		return Place{}, explained(p, err)
	}
	if p.held, err = lock(filepath.Join(p.Folder, "lock"), w); err != nil {
		return Place{}, explained(p, err)
	}
	defer func(file *os.File) { _ = file.Close() }(p.held)
	// Only now: the set-up that was waited for sweeps away homes in which nothing is recorded.
	if err := os.MkdirAll(filepath.Join(p.Home(), "stamps"), 0o700); err != nil {
		return Place{}, explained(p, err)
	}
	if p, err = p.named(); err != nil {
		return Place{}, err
	}
	if err := p.write(); err != nil {
		return Place{}, explained(p, err)
	}
	for i, s := range steps {
		if err := s.prepare(p, w, fmt.Sprintf("[%d/%d] ", i+1, len(steps))); err != nil {
			return Place{}, err
		}
	}
	if err := p.forScripts(); err != nil {
		return Place{}, explained(p, err)
	}
	p.sweep()
	p.held = nil
	return p, nil
}

// named fills in what the place is made with: the names of the shared rooms carry the hash of what is in them, so that a
// clone with other versions has its own, and no set-up takes a room from under a JupyterLab that runs.
func (p Place) named() (Place, error) {
	found, err := p.goFolders(os.Environ())
	if err != nil {
		return Place{}, problem(words.T(
			"the go command does not answer in %s: %v. Try `go version` there",
			"%s で go コマンドが応答しません：%v。そこで `go version` を試してください",
		).Fill(p.Module, err))
	}
	if p.made.Shared {
		found["GOCACHE"], found["GOMODCACHE"] = filepath.Join(p.Folder, "go", "build"), filepath.Join(p.Folder, "go", "mod")
	}
	p.made.Go = found
	key, err := lab.key(p)
	if err != nil {
		return Place{}, err
	}
	p.made.Venv = lab.Name + "-" + key[:8]
	if key, err = toolsKey(p); err != nil {
		return Place{}, err
	}
	p.made.Tools = "tools-" + key[:8]
	return p, nil
}

// complete reports what a shared place lacks.
func (p Place) complete() error {
	for _, s := range steps {
		if !s.made(p) {
			return problem(words.T(
				"%s is missing in %s, which was set up for all users of this machine. Ask the person who looks after it to run there again: nekonote setup --prefix %[2]s",
				"このマシンの全ユーザー用に用意された %[2]s に「%[1]s」がありません。管理者に nekonote setup --prefix %[2]s の再実行を頼んでください",
			).Fill(s.what, p.Folder))
		}
	}
	return nil
}

// prepare runs the step unless its stamp says that it was run on the same inputs. The stamp is removed before and
// written after, so that a kill in between leaves none.
func (s step) prepare(p Place, w io.Writer, number string) error {
	key, err := s.key(p)
	if err != nil {
		return err
	}
	stamp := s.stamp(p)
	if s.done(p, key) {
		return nil
	}
	if err := os.Remove(stamp); err != nil && !os.IsNotExist(err) {
		return explained(p, err)
	}
	// Go and pip build in the temporary folder: where hers cannot be used, in one that can.
	room, err := scratch.Make("nk-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(room)
	if err := os.Setenv("TMPDIR", filepath.Dir(room)); err != nil {
		return err
	}
	done := tell(w, number+s.what.String())
	said, err := s.run(p)
	done()
	if err != nil {
		return explained(p, fmt.Errorf("%s: %w", s.what, err))
	}
	if said != "" {
		_, _ = fmt.Fprintf(w, "      ✓ %s\n", said)
	}
	if err := os.WriteFile(stamp, []byte(key), 0o600); err != nil {
		return explained(p, err)
	}
	return nil
}

// stamp is the file that says what the step was run on.
func (s step) stamp(p Place) string {
	if s.room != nil {
		return filepath.Join(p.Folder, "stamps", s.room(p))
	}
	return filepath.Join(p.Home(), "stamps", s.name)
}

// done reports whether the step has been run on what its key stands for, and what it made is there.
func (s step) done(p Place, key string) bool {
	old, err := os.ReadFile(s.stamp(p))
	return err == nil && string(old) == key && s.made(p)
}

// made reports whether what the step makes is there.
func (s step) made(p Place) bool {
	if s.makes == nil {
		return true
	}
	for _, path := range s.makes(p) {
		if !exists(path) {
			return false
		}
	}
	return true
}

// keyOf is the hash of some contents.
func keyOf(contents ...[]byte) string {
	hash := sha256.New()
	for _, content := range contents {
		_, _ = fmt.Fprintf(hash, "%d\n%s", len(content), content)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// lock waits until nobody else sets up here, and says so on w. Closing the file gives the lock back, once every program that
// inherited it has ended: a set-up that is killed may leave a pip behind, which the next one must not meet.
func lock(path string, w io.Writer) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		done := tell(w, words.T(
			"another start is setting up here; this one goes on when that is done",
			"別の起動がセットアップ中です。終わりしだい続けます",
		).String())
		for err = syscall.EINTR; errors.Is(err, syscall.EINTR); {
			err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		}
		done()
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	return file, nil
}

// run runs a program in the course's environment and, where it fails, says what it printed.
func run(p Place, dir, name string, args ...string) error {
	_, err := output(p, dir, name, args...)
	return err
}

// output is run with what the program printed.
func output(p Place, dir, name string, args ...string) (string, error) {
	if name == "go" {
		name = p.goCommand()
	}
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, p.Environ(os.Environ())
	if p.held != nil {
		cmd.ExtraFiles = []*os.File{p.held}
	}
	var out, problems strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s%s", cmd, err, out.String(), problems.String())
	}
	return out.String(), nil
}
