package setup

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nekonote/nn/words"
)

// script writes an executable shell script.
func script(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		t.Fatal(err)
	}
}

// TestPythonThatDoesNotDo plays machines whose Python lacks something: each failure says what and what to do.
func TestPythonThatDoesNotDo(t *testing.T) {
	const good = `case "$*" in *version_info*) echo "True 3.12.1"; exit;; --version) echo "Python 3.12.1"; exit;; esac
`
	for name, c := range map[string]struct{ python, want, wantJa string }{
		"none":       {"", "no python3 was found. Install", "python3 が見つかりません"},
		"old":        {`echo "False 3.8.10"`, "Python 3.8.10 at", "古すぎます"},
		"no venv":    {good + `echo "No module named venv"; exit 1`, "sudo apt install python3-venv", "python3-venv"},
		"no network": {good + `mkdir -p "$3/bin"; printf '#!/bin/sh\necho Temporary failure in name resolution; exit 1\n' > "$3/bin/python"; chmod +x "$3/bin/python"`, "needs the network", "ネットワークが必要"},
		"disk full":  {good + `echo "OSError: [Errno 28] No space left on device"; exit 1`, "disk is full", "空きがありません"},
	} {
		for _, lang := range words.Langs {
			t.Run(name+"/"+string(lang), func(t *testing.T) {
				bin, folder := t.TempDir(), t.TempDir()
				if c.python != "" {
					script(t, filepath.Join(bin, "python3"), c.python)
				}
				path := bin
				if c.python != "" {
					path += ":/bin:/usr/bin" // for the script's own commands; python3 is found in bin first
				}
				t.Setenv("PATH", path)
				t.Setenv(words.Variable, string(lang))
				if err := os.Mkdir(filepath.Join(folder, "stamps"), 0o700); err != nil {
					t.Fatal(err)
				}
				err := steps[0].prepare(Place{Folder: folder, made: record{Venv: "venv-1"}}, io.Discard, "")
				want := map[words.Lang]string{words.English: c.want, words.Japanese: c.wantJa}[lang]
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("the set-up says %v; want %q in it", err, want)
				}
				if _, err := os.Stat(filepath.Join(folder, "stamps", "venv-1")); err == nil {
					t.Error("the failed step has a stamp")
				}
			})
		}
	}
}

func TestFolderThatCannotBeWrittenTo(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv(FolderVariable, filepath.Join(file, "below"))
	if _, err := Prepare(io.Discard); err == nil || !strings.Contains(err.Error(), "set "+FolderVariable) {
		t.Errorf("Prepare = %v; want the way out", err)
	}
	for _, err := range []error{fs.ErrPermission, syscall.EROFS, syscall.ENOSPC} {
		said := explained(Place{Folder: "here"}, &fs.PathError{Op: "write", Path: "here/x", Err: err}).Error()
		if !strings.Contains(said, FolderVariable) || !strings.Contains(said, "here/x") {
			t.Errorf("%v is explained by %q; want where, and the way out", err, said)
		}
	}
}

// TestKilledSetUpIsTakenUp kills a set-up in the middle of each of its steps, and outright; the next one mends it.
func TestKilledSetUpIsTakenUp(t *testing.T) {
	const count = 3
	if at, asked := os.LookupEnv("SETUP_KILLED_IN"); asked {
		steps = nil
		for i := range count {
			name := fmt.Sprint(i)
			steps = append(steps, step{
				name: name, what: words.T(name, name),
				key: func(Place) (string, error) { return "key", nil },
				run: quietly(func(p Place) error {
					path := filepath.Join(p.Folder, name)
					if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
						return err
					}
					if name == at {
						_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
						select {}
					}
					return os.WriteFile(path, []byte("whole"), 0o600)
				}),
				makes: func(p Place) []string { return []string{filepath.Join(p.Folder, name)} },
			})
		}
		if _, err := Prepare(io.Discard); err != nil {
			t.Fatal(err)
		}
		return
	}
	folder := t.TempDir()
	again := func(at string) error {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledSetUpIsTakenUp$")
		cmd.Env = append(os.Environ(), "SETUP_KILLED_IN="+at, FolderVariable+"="+folder)
		return cmd.Run()
	}
	for i := range count {
		var killed *exec.ExitError
		if err := again(fmt.Sprint(i)); !errors.As(err, &killed) {
			t.Fatalf("the set-up was not killed in step %d: %v", i, err)
		}
	}
	if err := again("none"); err != nil {
		t.Fatalf("the next start: %v", err)
	}
	whole := func() {
		t.Helper()
		for i := range count {
			if got, err := os.ReadFile(filepath.Join(folder, fmt.Sprint(i))); err != nil || string(got) != "whole" {
				t.Errorf("step %d left %q, %v; want it whole", i, got, err)
			}
		}
	}
	whole()
	if err := os.Remove(filepath.Join(folder, "1")); err != nil {
		t.Fatal(err)
	}
	if err := again("none"); err != nil {
		t.Fatalf("after something was deleted: %v", err)
	}
	whole()
}

// TestASecondStartSaysWhatItWaitsFor holds the lock, as a set-up does that is at work.
func TestASecondStartSaysWhatItWaitsFor(t *testing.T) {
	for lang, want := range map[words.Lang]string{words.English: "another start", words.Japanese: "別の起動"} {
		t.Setenv(words.Variable, string(lang))
		path := filepath.Join(t.TempDir(), "lock")
		first, err := lock(path, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		said, told := io.Pipe()
		second := make(chan error, 1)
		go func() {
			file, err := lock(path, told)
			if err == nil {
				err = file.Close()
			}
			second <- errors.Join(err, told.Close())
		}()
		line := make([]byte, 200)
		n, err := said.Read(line)
		if err != nil || !strings.Contains(string(line[:n]), want) {
			t.Errorf("a second start says %q, %v; want %q", line[:n], err, want)
		}
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		go func() { _, _ = io.Copy(io.Discard, said) }()
		if err := <-second; err != nil {
			t.Errorf("the second start: %v", err)
		}
	}
}
