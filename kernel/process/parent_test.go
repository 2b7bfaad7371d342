package process

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"
)

// orphanVariable makes the tests' program wait until its parent is gone, and say so.
const orphanVariable = "NEKONOTE_TEST_ORPHAN"

func waitAsOrphan() {
	ctx, cancel := WhileParentLives(context.Background())
	defer cancel()
	fmt.Println("waiting")
	<-ctx.Done()
	fmt.Println("alone")
}

// A shell stands for the Jupyter server: it starts the kernel, and is killed.
func TestAKernelEndsWithTheServer(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("sh", "-c", `"$0" & read never`, program)
	server.Env = append(os.Environ(), orphanVariable+"=1")
	hold, err := server.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer hold.Close()
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	lines := make(chan string)
	go func() {
		defer close(lines)
		for scanner := bufio.NewScanner(out); scanner.Scan(); {
			lines <- scanner.Text()
		}
	}()
	next := func() string {
		select {
		case line := <-lines:
			return line
		case <-time.After(time.Minute):
			return "nothing for a minute"
		}
	}
	if said := next(); said != "waiting" {
		t.Fatalf("the kernel says %q", said)
	}
	if err := server.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if said := next(); said != "alone" {
		t.Errorf("the kernel says %q when its server is gone; want alone", said)
	}
	_ = server.Wait()
}
