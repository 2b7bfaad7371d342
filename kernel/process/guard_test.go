package process

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// family3 is a shell whose children leave their process group, and whose grandchild loses its parent.
const family3 = `setsid sleep 1000 & (setsid sh -c 'sleep 1001 & sleep 1002' &) ; echo ready; wait`

// victimVariable makes the tests' program start a command and hang, for a test that kills it: the folder to remove.
const victimVariable = "NEKONOTE_TEST_VICTIM"

func startAndHang() {
	g, err := Start(Command{
		Args: []string{"sh", "-c", `trap 'echo asked >"$OUT"; exit' TERM; ` + family3}, Env: append(os.Environ(), "OUT="+os.Getenv("OUT")),
		Stdout: os.Stdout, Remove: os.Getenv(victimVariable), Grace: 10 * time.Second,
	})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(g.PID)
	select {}
}

// until waits for a condition.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("after 30 s: not %s", what)
		}
	}
}

// alive reports whether one of the processes runs.
func alive(all []Process) bool {
	for _, p := range running() {
		for _, one := range all {
			if p.PID == one.PID && p.Name == one.Name && !p.zombie {
				return true
			}
		}
	}
	return false
}

// startFamily starts the family and returns it with all its members.
func startFamily(t *testing.T) (*Guarded, []Process) {
	t.Helper()
	g, err := Start(Command{Args: []string{"sh", "-c", family3}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(g.End)
	var all []Process
	until(t, "all there", func() bool {
		all = g.Descendants()
		sleeps := 0
		for _, p := range all {
			if p.Name == "sleep" {
				sleeps++
			}
		}
		return sleeps == 3
	})
	if all[0].PID != g.PID {
		t.Errorf("the first is %v; want the command, %d", all[0], g.PID)
	}
	return g, all
}

func TestEndEndsAllThatCameOfACommand(t *testing.T) {
	g, all := startFamily(t)
	g.End()
	if alive(all) {
		t.Error("some of them live on")
	}
	if err := g.Wait(); err == nil {
		t.Error("a command that was ended has succeeded")
	}
}

func TestACommandThatEndsLeavesNothing(t *testing.T) {
	g, all := startFamily(t)
	if err := g.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	_ = g.Wait()
	if alive(all) {
		t.Error("some of them live on")
	}
}

func TestAGuardThatIsKilledLeavesNothing(t *testing.T) {
	g, all := startFamily(t)
	if err := g.guard.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = g.Wait()
	until(t, "gone", func() bool { return !alive(all) })
}

func TestAParentThatIsKilledLeavesNothing(t *testing.T) {
	room := filepath.Join(t.TempDir(), "room")
	asked := filepath.Join(t.TempDir(), "asked")
	if err := os.Mkdir(room, 0o700); err != nil {
		t.Fatal(err)
	}
	parent := exec.Command(os.Args[0])
	parent.Env = append(os.Environ(), victimVariable+"="+room, "OUT="+asked)
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range 2 { // the command is there, and so is its family
		if !lines.Scan() || lines.Text() != "ready" && !isNumber(lines.Text()) {
			t.Fatalf("it says %q", lines.Text())
		}
	}
	all := Descendants(parent.Process.Pid)
	if len(all) < 3 {
		t.Fatalf("below it are only %v", all)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	until(t, "gone", func() bool { return !alive(all) })
	until(t, "removed", func() bool { _, err := os.Stat(room); return os.IsNotExist(err) })
	if text, err := os.ReadFile(asked); err != nil || string(text) != "asked\n" {
		t.Errorf("the command was not asked to end before: %q, %v", text, err)
	}
}

func isNumber(text string) bool {
	_, err := strconv.Atoi(text)
	return err == nil
}

func TestACommandGetsWhatItIsGiven(t *testing.T) {
	dir := t.TempDir()
	files := map[string]*os.File{}
	for _, name := range []string{"in", "out", "err"} {
		file, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		files[name] = file
	}
	if _, err := files["in"].WriteAt([]byte("from stdin"), 0); err != nil {
		t.Fatal(err)
	}
	g, err := Start(Command{
		Args: []string{"/bin/sh", "-c", `echo "$(cat) $GREETING$` + guardVariable + ` $(pwd)"; echo bad >&2; for fd in 3 4; do test -e /dev/fd/$fd && echo $fd is open >&2; done; exit 7`},
		Env:  []string{"GREETING=hello", "PATH=" + os.Getenv("PATH")}, Dir: dir, Stdin: files["in"], Stdout: files["out"], Stderr: files["err"],
	})
	if err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := g.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 7 {
		t.Errorf("Wait says %v; want exit status 7", err)
	}
	out, _ := os.ReadFile(filepath.Join(dir, "out"))
	bad, _ := os.ReadFile(filepath.Join(dir, "err"))
	if want := "from stdin hello " + dir + "\n"; string(out) != want {
		t.Errorf("stdout is %q; want %q", out, want)
	}
	if string(bad) != "bad\n" {
		t.Errorf("stderr is %q; want bad, and none of the guard's pipes open", bad)
	}
}

func TestACommandThatIsNotThere(t *testing.T) {
	g, err := Start(Command{Args: []string{"/no/such/program"}})
	if err == nil || !strings.Contains(err.Error(), "/no/such/program") {
		t.Errorf("Start = %v, %v; want an error that names it", g, err)
	}
}

// Reading the tree of one process must not read that of the whole machine.
func TestDescendantsAreThoseOfTheWholeList(t *testing.T) {
	_, all := startFamily(t)
	quick, whole := Descendants(os.Getpid()), below(os.Getpid(), family(running()))
	has := func(list []Process, pid int) bool {
		for _, p := range list {
			if p.PID == pid {
				return true
			}
		}
		return false
	}
	for _, p := range all {
		if !has(quick, p.PID) || !has(whole, p.PID) {
			t.Errorf("%v is missing: in the tree %t, in the list %t", p, has(quick, p.PID), has(whole, p.PID))
		}
		if p.Memory <= 0 || p.Name == "" {
			t.Errorf("%+v has no memory or no name", p)
		}
	}
}

// The first thread of a process may have ended while others still hold its children: they must not be lost sight of.
func TestChildrenOfAZombieAreDescendants(t *testing.T) {
	all := []Process{{PID: 2, Parent: 1, zombie: true}, {PID: 3, Parent: 2}}
	if got := below(1, family(all)); len(got) != 1 || got[0].PID != 3 {
		t.Errorf("below 1 are %v; want 3 alone", got)
	}
}

func BenchmarkDescendants(b *testing.B) {
	for b.Loop() {
		Descendants(os.Getpid())
	}
}
