package stdio

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func openToWrite(t *testing.T, path string) *os.File {
	t.Helper()
	w, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// The script becomes the program, with its arguments and the pipes, whatever the folder is called; in plain, it writes to
// those that it was given.
func TestLead(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "it's a $HOME")
	engine := filepath.Join(folder, "gonb_7")
	if err := os.MkdirAll(engine, 0o700); err != nil {
		t.Fatal(err)
	}
	p, err := Make(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.Lead(engine); err != nil {
		t.Fatal(err)
	}
	text := "#!/bin/sh\nread line\necho \"$line $1\"\necho err >&2\nread more || echo end\n"
	if err := os.WriteFile(filepath.Join(engine, Program), []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := p.BeginInput(); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(engine, "gonb_7"), "a b")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	late := time.After(30 * time.Second)
	for waits, known := false, true; !waits && known; waits, known = p.Waits(cmd.Process.Pid) {
		select {
		case <-late:
			t.Fatal("it does not wait for input")
		case <-time.After(10 * time.Millisecond):
		}
	}
	p.Type("typed\n")
	for p.Typed() {
		select {
		case <-late:
			t.Fatal("what is typed is not read")
		case <-time.After(10 * time.Millisecond):
		}
	}
	p.EndInput()
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	for r, want := range map[*Reader]string{p.Out: "typed a b\nend\n", p.Err: "err\n"} {
		got := ""
		for r.Read() == More {
			got += r.Text()
		}
		if got != want {
			t.Errorf("%s: %q; want %q", r.Name, got, want)
		}
	}
	if err := p.Plain(true); err != nil {
		t.Fatal(err)
	}
	if err := p.BeginInput(); err != nil {
		t.Fatal(err)
	}
	p.Type("a\nb\n")
	if out, _ := exec.Command(filepath.Join(engine, "gonb_7"), "c").Output(); string(out) != "a c\n" {
		t.Errorf("in plain: %q", out)
	}
	p.Type("猫\n")
	if out, _ := exec.Command("sh", "-c", p.Redirect()+"; read x; echo $x").Output(); string(out) != "猫\n" {
		t.Errorf("a shell: %q", out)
	}
}
