package lab

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// fake is a JupyterLab that is a shell script.
func fake(t *testing.T, script string) Options {
	t.Helper()
	o := Options{Place: setup.Place{Folder: t.TempDir()}, Dir: t.TempDir(), Private: t.TempDir(), Lang: words.English}
	bin := filepath.Join(o.Place.Venv(), "bin")
	if err := os.MkdirAll(bin, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"jupyter-lab": script, "jupyter-trust": "exit 0"} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+text+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func TestJupyterLabThatDiesSaysItsLastWords(t *testing.T) {
	_, err := Start(fake(t, "echo ImportError: no module named tornado >&2; exit 3"))
	if err == nil {
		t.Fatal("Start = nil; want an error")
	}
	for _, want := range []string{"ImportError: no module named tornado", "doctor", "jupyterlab.log"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error is\n%v\nwant %q in it", err, want)
		}
	}
}

func TestPortThatIsTaken(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	o := fake(t, "exit 0")
	o.Port = listener.Addr().(*net.TCPAddr).Port
	if _, err := Start(o); err == nil || !strings.Contains(err.Error(), "leave --port out") {
		t.Errorf("Start on a taken port = %v; want the way out", err)
	}
	if err := portFree(70000); err == nil || !strings.Contains(err.Error(), "65535") {
		t.Errorf("port 70000: %v; want the range", err)
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	o := fake(t, "exit 0")
	file := filepath.Join(o.Dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o.Dir = filepath.Join(file, "work")
	if _, err := Start(o); err == nil || !strings.Contains(err.Error(), "--dir") {
		t.Errorf("Start = %v; want the way out", err)
	}
}

func TestOpensWhereSheStopped(t *testing.T) {
	dir := t.TempDir()
	want := func(name string) {
		t.Helper()
		if err := LayOut(dir, words.English); err != nil {
			t.Fatal(err)
		}
		if got, err := whereSheStopped(dir); err != nil || got != name {
			t.Errorf("opens %q, %v; want %q", got, err, name)
		}
	}
	want(notebook.All[0].Name + ".ipynb")
	if err := os.WriteFile(filepath.Join(dir, "mine.ipynb"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	want("mine.ipynb")
	last := notebook.All[len(notebook.All)-1].Name + ".ipynb"
	if err := os.WriteFile(filepath.Join(dir, last), []byte("hers"), 0o600); err != nil {
		t.Fatal(err)
	}
	later := time.Now().Add(time.Minute)
	if err := os.Chtimes(filepath.Join(dir, last), later, later); err != nil {
		t.Fatal(err)
	}
	want(last)
	// A newer original, offered beside hers, is not where she stopped.
	if err := os.WriteFile(originalOf(filepath.Join(dir, notebook.All[0].Name+".ipynb")), []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	want(last)
}
