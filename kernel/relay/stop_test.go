package relay

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/wire"
)

// calmly is how long a loaded machine may take for what is to be a moment.
const calmly = 30 * time.Second

// programs are the processes below the kernel that belong to a cell: not the guard, GoNB and gopls.
func (k *client) programs() []process.Process {
	var found []process.Process
	for _, p := range process.Descendants(k.cmd.Process.Pid) {
		self := filepath.Base(os.Args[0])
		if !strings.HasPrefix(p.Name, "gonb") || strings.HasPrefix(p.Name, "gonb_") {
			if !strings.HasPrefix(p.Name, "gopls") && !strings.HasPrefix(self, p.Name) {
				found = append(found, p)
			}
		}
	}
	return found
}

// until waits for a condition.
func until(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(calmly); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("after %v: not %s", calmly, what)
		}
	}
}

func TestStop(t *testing.T) {
	k := startKernel(t, gonb(t), module(t), "NEKONOTE_LANG=ja")
	k.run("fmt.Println(1)") // GoNB is there
	for _, c := range []struct {
		name, code string
		busy       func() bool // when to stop it
	}{
		{"running", "for {\n}", func() bool { return len(k.named("gonb_")) > 0 }},
		{"deaf", "signal.Ignore(os.Interrupt)\nfor {\n}", func() bool { return len(k.named("gonb_")) > 0 }},
		{"a command", "!sleep 100", func() bool { return len(k.named("sleep")) > 0 }},
		{"compiling", "import \"go/types\"\nvar conf types.Config\nhttp.Get(\"\")\nfor {\n}", func() bool { return len(k.named("go")) > 0 }},
		{"goroutines that display", "for range 8 {\n\tgo func() {\n\t\tfor {\n\t\t\tdisplay.HTML(\"<b>b</b>\", \"b\")\n\t\t}\n\t}()\n}\nselect {}", func() bool { return len(k.named("gonb_")) > 0 }},
		{"a program that a signal has stopped", "syscall.Kill(os.Getpid(), syscall.SIGSTOP)", standing(k)},
		{"a child of the program", "exec.Command(\"sleep\", \"100\").Run()", func() bool { return len(k.named("sleep")) > 0 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			id := k.execute(c.code)
			until(t, "begun", c.busy)
			began := time.Now()
			k.send(wire.Control, "interrupt_request", map[string]any{})
			r := k.collect(id)
			t.Logf("stopped after %v", time.Since(began))
			if len(r.errors) != 1 || r.errors[0].Name != "Interrupted" || r.errors[0].Value != "停止しました" {
				t.Errorf("%s", r.all())
			}
			if said := strings.Contains(strings.Join(r.shown, "\n"), "SIGSTOP"); said != strings.Contains(c.code, "SIGSTOP") {
				t.Errorf("that its program stands still: %t\n%s", said, r.all())
			}
			if r.stderr != "" {
				t.Errorf("besides, it says %q", r.stderr)
			}
			until(t, "without programs", func() bool { return len(k.programs()) == 0 })
			if r := k.run("fmt.Println(2)"); r.stdout != "2\n" {
				t.Errorf("the next cell: %s", r.all())
			}
		})
	}
}

// standing reports whether a cell's program has stood still for so long that this is said.
func standing(k *client) func() bool {
	var since time.Time
	return func() bool {
		if !slices.ContainsFunc(k.named("gonb_"), func(p process.Process) bool { return p.Halted }) {
			return false
		}
		if since.IsZero() {
			since = time.Now()
		}
		return time.Since(since) > calm+time.Second
	}
}

// named are the processes below the kernel whose names begin so.
func (k *client) named(prefix string) []process.Process {
	var found []process.Process
	for _, p := range process.Descendants(k.cmd.Process.Pid) {
		if p.Name == prefix || strings.HasSuffix(prefix, "_") && strings.HasPrefix(p.Name, prefix) {
			found = append(found, p)
		}
	}
	return found
}

func TestLimits(t *testing.T) {
	k := startKernel(t, gonb(t), module(t), memoryVariable+"=600MB", outputVariable+"=100KB")
	r := k.run("var kept [][]byte\nfor {\n\tb := make([]byte, 1<<20)\n\tfor i := range b {\n\t\tb[i] = 1\n\t}\n\tkept = append(kept, b)\n}")
	if len(r.errors) != 1 || r.errors[0].Name != "MemoryLimit" || !strings.Contains(r.errors[0].Value, "600 MB") {
		t.Errorf("memory: %s", r.all())
	}
	r = k.run("for {\n\tfmt.Println(\"again and again\")\n}")
	if len(r.errors) != 1 || r.errors[0].Name != "OutputLimit" || !strings.Contains(r.errors[0].Value, "100 KB") {
		t.Errorf("output: %v", r.errors)
	}
	if len(r.stdout) > 300_000 {
		t.Errorf("%d bytes were shown", len(r.stdout))
	}
	until(t, "without programs", func() bool { return len(k.programs()) == 0 })
	if r := k.run("fmt.Println(2)"); r.stdout != "2\n" {
		t.Errorf("the next cell: %s", r.all())
	}
}

// A display that no notebook can hold ends the engine's connection; she reads why, and goes on with all that she has declared.
func TestAHugeDisplay(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	k.run("func three() int { return 3 }")
	r := k.run("display.HTML(strings.Repeat(\"<b>\", 30<<20), \"\")")
	if len(r.errors) != 1 || r.errors[0].Name != outputLimit || !strings.Contains(r.all(), "64 MB") {
		t.Errorf("%.1000s\n%s", r.all(), k.log)
	}
	if r := k.run("fmt.Println(three())"); r.stdout != "3\n" {
		t.Errorf("the next cell: %.1000s\n%s", r.all(), k.log)
	}
}

func TestKillOfACellsProgram(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	k.run("fmt.Println(1)") // GoNB is there
	id := k.execute("for {\n}")
	until(t, "running", func() bool { return len(k.named("gonb_")) > 0 })
	process.Kill(k.named("gonb_"))
	r := k.collect(id)
	if len(r.errors) != 1 || r.errors[0].Name != "Killed" || !strings.Contains(r.errors[0].Value, "run the cell again") {
		t.Errorf("%s", r.all())
	}
	if r := k.run("fmt.Println(2)"); r.stdout != "2\n" {
		t.Errorf("the next cell: %s", r.all())
	}
}

func TestKillOfGoNB(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	k.run("func three() int { return 3 }")
	id := k.execute("for {\n}")
	until(t, "running", func() bool { return len(k.named("gonb_")) > 0 })
	process.Kill(k.named("gonb"))
	r := k.collect(id)
	if len(r.errors) != 1 || r.errors[0].Name != "EngineStopped" {
		t.Errorf("%s", r.all())
	}
	until(t, "without programs", func() bool { return len(k.programs()) == 0 })
	if r = k.run("fmt.Println(three())"); r.stdout != "3\n" {
		t.Errorf("a definition after the engine's death: %s", r.all())
	}
}

func TestKillOfTheRelayLeavesNothing(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	k.execute("exec.Command(\"sleep\", \"100\").Run()")
	until(t, "running", func() bool { return len(k.named("sleep")) > 0 })
	below := process.Descendants(k.cmd.Process.Pid)
	var room string
	for _, p := range k.named("gonb") {
		if line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", p.PID)); err == nil {
			room = filepath.Dir(strings.Split(string(line), "\x00")[2])
		}
	}
	_ = syscall.Kill(k.cmd.Process.Pid, syscall.SIGKILL)
	<-k.ended
	until(t, "without processes", func() bool {
		for _, p := range process.Descendants(os.Getpid()) {
			for _, b := range below {
				if p.PID == b.PID && p.Name == b.Name {
					return false
				}
			}
		}
		return true
	})
	until(t, "without its temporary folder", func() bool { _, err := os.Stat(room); return room != "" && os.IsNotExist(err) })
}
