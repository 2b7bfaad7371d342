package relay

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"nekonote/kernel/process"
)

// A program that runs a notebook: a cell that is right, one that is wrong, one that does not end, and a kernel that dies.
func TestClient(t *testing.T) {
	dir, err := os.MkdirTemp("", "nk-") // short, for the sockets
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	file, err := NewConnection(dir)
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	engine := gonb(t)
	cmd := exec.Command(self)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "NEKONOTE_TEST_KERNEL="+file, "NEKONOTE_TEST_GONB="+engine, "NEKONOTE_TEST_MODULE="+module(t),
		"PATH="+filepath.Dir(engine)+string(os.PathListSeparator)+os.Getenv("PATH"))
	process.NewGroup(cmd)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	gone := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(gone)
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	k, err := Connect(ctx, file, gone)
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	if r, err := k.Execute(ctx, "x := 1\n_ = x"); err != nil || !r.OK {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := k.Execute(ctx, "var y int = \"text\""); err != nil || r.OK || r.Value == "" {
		t.Errorf("%+v, %v; want an error of the cell", r, err)
	}
	short, stop := context.WithTimeout(ctx, 5*time.Second)
	defer stop()
	if r, err := k.Execute(short, "for { }"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%+v, %v; want that time is up", r, err)
	}
	if r, err := k.Execute(ctx, "x := 1\n_ = x"); err != nil || !r.OK {
		t.Errorf("after a cell that was stopped: %+v, %v", r, err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if r, err := k.Execute(ctx, "x := 1\n_ = x"); !errors.Is(err, ErrGone) {
		t.Errorf("%+v, %v; want ErrGone", r, err)
	}
	<-gone // now nothing is connected any more
	if r, err := k.Execute(ctx, "x := 1\n_ = x"); !errors.Is(err, ErrGone) {
		t.Errorf("when it is long gone: %+v, %v; want ErrGone", r, err)
	}
}
