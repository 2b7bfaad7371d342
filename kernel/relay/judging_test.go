package relay

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"nekonote/kernel/process"
)

const wrongSigmoid = "func sigmoid(z nn.Matrix) nn.Matrix { return z.Tanh() }"

const rightSigmoid = "func sigmoid(z nn.Matrix) nn.Matrix { return z.Scale(-1).Exp().AddScalar(1).Apply(func(x float64) float64 { return 1 / x }) }"

func TestTheJudgeOfAKernel(t *testing.T) {
	folder := t.TempDir()
	k := startKernel(t, gonb(t), module(t), "NEKONOTE_CHECK_LIMIT=2s", "NEKONOTE_LANG=en", "NEKONOTE_DIR="+folder)
	// What attacks declare stays: these two have a notebook of their own.
	clean := startKernel(t, gonb(t), module(t), "NEKONOTE_CHECK_LIMIT=2s", "NEKONOTE_LANG=en", "NEKONOTE_DIR="+t.TempDir())
	t.Run("attacks", func(t *testing.T) { attacked(t, k, folder) })
	t.Run("functions that do not end", func(t *testing.T) { functionsThatDoNotEnd(t, clean) })
	t.Run("cards in their order", func(t *testing.T) { cardsInTheirOrder(t, k) })
	t.Run("a card that says more later", func(t *testing.T) { aCardThatSaysMoreLater(t, k) })
	t.Run("a stale function", func(t *testing.T) { aStaleFunction(t, k) })
	t.Run("functions of other notebooks", func(t *testing.T) { functionsOfOtherNotebooks(t, k) })
	t.Run("a judge that dies", func(t *testing.T) { aJudgeThatDies(t, clean) })
	t.Run("strangers", func(t *testing.T) { strangers(t, k) })
	t.Run("memory and descriptors", func(t *testing.T) { memoryAndDescriptors(t, k) })
}

// A function that hangs, or takes its whole program with it, is an outcome: its card is there, and the notebook goes on.
func functionsThatDoNotEnd(t *testing.T, k *client) {
	for _, c := range []struct{ answer, want string }{
		{"func sigmoid(z nn.Matrix) nn.Matrix {\n\tfor {\n\t}\n}", "loop at sigmoid, line 2"},
		{"func sigmoid(z nn.Matrix) nn.Matrix {\n\tos.Exit(0)\n\treturn z\n}", "ends the whole program"},
		{"func sigmoid(z nn.Matrix) nn.Matrix {\n\tsyscall.Kill(os.Getpid(), syscall.SIGSTOP)\n\treturn z\n}", "stops the cell's program, in sigmoid, line 2"},
		{"func sigmoid(z nn.Matrix) nn.Matrix {\n\ttime.Sleep(time.Hour)\n\treturn z\n}", "asleep in sigmoid, line 2"},
		{"func sigmoid(z nn.Matrix) nn.Matrix { return z.Sigmoid() }", "already is the solution"},
		// The last one: what it declares stays, and a function that calls the system could use it.
		{"var f = nn.Matrix.Sigmoid\n\nfunc sigmoid(z nn.Matrix) nn.Matrix { return f(z) }", "already is the solution"},
	} {
		k.run(c.answer)
		if r := k.run("week2.Sigmoid.Check(sigmoid)"); strings.Count(r.all(), c.want) != 1 {
			t.Errorf("%s: %s\nwant %q once\n%s", c.answer, r.all(), c.want, k.log)
		}
	}
	if r := k.run("1 + 1"); r.status() != "ok" {
		t.Errorf("the next cell: %s", r.all())
	}
}

// outline is what a notebook shows, in its order: what is printed, and the head of each card.
func outline(r *result) string {
	var all strings.Builder
	for _, m := range r.outputs {
		var said struct {
			Text      string
			Data      map[string]any
			Transient struct {
				Display string `json:"display_id"`
			}
		}
		m.Read(&said)
		switch m.Kind {
		case "stream":
			all.WriteString(said.Text)
		case "display_data", "execute_result":
			head, _, _ := strings.Cut(fmt.Sprint(said.Data["text/plain"]), "·")
			if strings.HasPrefix(head, "◷") {
				continue // a machine that has much to do says so
			}
			all.WriteString("<" + strings.TrimSpace(head) + ">")
			if m.Kind == "display_data" && said.Transient.Display == "" {
				all.WriteString("without an id")
			}
		}
	}
	return all.String()
}

// A card stands where the check stood among what the program prints.
func cardsInTheirOrder(t *testing.T, k *client) {
	k.run(wrongSigmoid)
	for code, want := range map[string]string{
		"fmt.Print(\"before\\n\")\nweek2.Sigmoid.Check(sigmoid)\nfmt.Print(\"between\\n\")\nweek2.Sigmoid.Check(sigmoid)\nfmt.Print(\"after\\n\")": "before\n<≈ Almost>between\n<≈ Almost>after\n",
		"fmt.Print(\"a\\x1b[31mred\\x1b\")\nweek2.Sigmoid.Check(sigmoid)\nfmt.Print(\"\\x1b]end\")":                                                "a\x1b[31mred\x1b<≈ Almost>\x1b]end",
		"week2.Sigmoid.Check(sigmoid)\n1 + 1":             "<≈ Almost><2>",
		"os.Stdout.Close()\nweek2.Sigmoid.Check(sigmoid)": "<≈ Almost>",
	} {
		if got := outline(k.run(code)); got != want {
			t.Errorf("%s\nshows %q; want %q\n%s", code, got, want, k.log)
		}
	}
}

// updates waits for a card that takes the place of one that a cell has shown, before the cell is over or after it.
func updates(t *testing.T, k *client, code string) (first, later string) {
	t.Helper()
	type card struct {
		Data      map[string]string
		Transient struct {
			Display string `json:"display_id"`
		}
	}
	r := k.run(code)
	var shown, now card
	for _, m := range r.outputs {
		switch m.Kind {
		case "display_data":
			m.Read(&shown)
		case "update_display_data":
			m.Read(&now)
		}
	}
	for late := time.After(time.Minute); now.Transient.Display == ""; {
		select {
		case m := <-k.arrivals:
			if m.Kind == "update_display_data" {
				m.Read(&now)
			}
		case <-late:
			t.Fatalf("%s: nothing takes the card's place: %s\n%s", code, r.all(), k.log)
		}
	}
	if shown.Transient.Display != now.Transient.Display {
		t.Errorf("%s: a card in the place of another's", code)
	}
	return shown.Data["text/plain"], now.Data["text/plain"]
}

// What is wrong with a function of hers is found when its card is shown, and the card then says it; how it would be right, only a
// hint does.
func aCardThatSaysMoreLater(t *testing.T, k *client) {
	k.run("func sigmoid(z nn.Matrix) nn.Matrix {\n\treturn z.Apply(func(x float64) float64 {\n\t\treturn 1 / (1 + math.Exp(-x)*3)\n\t})\n}")
	const place, mended = "sigmoid, line 3, `return 1 / (1 + math.Exp(-x)*3)`: there is a factor or a division too many", "return 1 / (1 + math.Exp(-x))`"
	first, later := updates(t, k, "week2.Sigmoid.Check(sigmoid)")
	if !strings.Contains(first, "✗ Not yet right") || strings.Contains(first, "line 3") {
		t.Errorf("at first: %s", first)
	}
	if !strings.Contains(later, "≈ Almost") || !strings.Contains(later, place) || strings.Contains(later, mended) {
		t.Errorf("later: %s\nwant %q", later, place)
	}
	first, later = updates(t, k, "week2.Sigmoid.Hint()")
	if !strings.Contains(first, "Hint 1 of") || strings.Contains(first, "line") {
		t.Errorf("a hint at first: %s", first)
	}
	if !strings.Contains(later, "Hint 1 of") || strings.Contains(later, "Hint 2 of") || !strings.Contains(later, mended) {
		t.Errorf("a hint, later: %s\nwant %q", later, mended)
	}
}

// A function whose newest version does not compile is not judged: neither by an older one, nor as an attempt.
func aStaleFunction(t *testing.T, k *client) {
	said := func(code string, wants ...string) {
		t.Helper()
		got := k.run(code).all()
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s\nwant %q", code, got, want)
			}
		}
	}
	const solved = "if lessons.Solved(week2.Sigmoid) { fmt.Println(\"go on\") }"
	k.run(rightSigmoid)
	said("week2.Sigmoid.Check(sigmoid)", "✓ Correct")
	said(solved, "go on")
	for broken, place := range map[string]string{
		"func sigmoid(z nn.Matrix) nn.Matrix {\n\treturn z.Foo()\n}": "line 2: `return z.Foo()` Go says: z.Foo undefined",
		"func sigmoid(z nn.Matrix) nn.Matrix {\n\treturn z +\n}":     "line 3: `}` Go says: expected operand",
	} {
		said(broken, "Error")
		said("week2.Sigmoid.Check(sigmoid)", "○ Not checked · The sigmoid", "0 of 10 points", place)
		if got := k.run("week2.Sigmoid.Check(sigmoid)"); len(got.shown) != 1 {
			t.Errorf("it is said more than once: %q", got.shown)
		}
		said(solved, "Not yet")
		said("week2.Sigmoid.Hint()", place)
	}
	k.run(rightSigmoid)
	said("week2.Sigmoid.Check(sigmoid)", "✓ Correct")
	said(solved, "go on")
	said("lessons.Progress(week2.Sigmoid)", "10/10")
}

// theJudge is the process that judges for a kernel.
func theJudge(t *testing.T, k *client) process.Process {
	t.Helper()
	var found []process.Process
	for _, p := range process.Descendants(k.cmd.Process.Pid) {
		if p.Parent == k.cmd.Process.Pid && isJudge(p.PID) {
			found = append(found, p)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d processes judge; want 1", len(found))
	}
	return found[0]
}

// A judge that dies leaves an answer without a verdict, in words, and the next check has another.
func aJudgeThatDies(t *testing.T, k *client) {
	k.run("func sigmoid(z nn.Matrix) nn.Matrix { time.Sleep(100 * time.Millisecond); return z.Tanh() }")
	check := k.execute("week2.Sigmoid.Check(sigmoid)\nfmt.Println(\"after\")")
	dead := 0
	for late := time.Now().Add(time.Minute); dead == 0; {
		if time.Now().After(late) {
			t.Fatalf("the cell's program is never seen: %s\n%s", k.collect(check).all(), k.log)
		}
		for _, p := range process.Descendants(k.cmd.Process.Pid) {
			if strings.HasPrefix(p.Name, "gonb_") { // the cell's program runs
				dead = theJudge(t, k).PID
			}
		}
	}
	if err := syscall.Kill(dead, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	if said := k.collect(check).all(); !strings.Contains(said, "The judge did not answer") || !strings.Contains(said, "after") {
		t.Errorf("without a judge: %s", said)
	}
	if said := k.run("week2.Sigmoid.Check(sigmoid)").all(); !strings.Contains(said, "That is tanh") || theJudge(t, k).PID == dead {
		t.Errorf("with another judge: %s\n%s", said, k.log)
	}
}

// strangers are processes that a cell has started, of its own or of an earlier cell, and any other of the machine: none is heard.
func strangers(t *testing.T, k *client) {
	k.run(wrongSigmoid)
	r := k.run("!test -S $NEKONOTE_JUDGE && (sleep 1; python3 -c 'import os, socket; s = socket.socket(socket.AF_UNIX); s.connect(os.environ[\"NEKONOTE_JUDGE\"]); s.send(b\"\\0\\0\\0\\2xx\"); print(\"heard\", s.recv(9))') >said 2>&1 & ")
	if r.status() != "ok" {
		t.Fatal(r.all())
	}
	r = k.run("for range 15 { time.Sleep(100 * time.Millisecond) }\nweek2.Sigmoid.Check(sigmoid)\nsaid, _ := os.ReadFile(\"said\")\nfmt.Printf(\"%s\", said)")
	if said := r.all(); !strings.Contains(said, "That is tanh") || strings.Contains(said, "heard b'") && !strings.Contains(said, "heard b''") {
		t.Errorf("a process of an earlier cell: %s\n%s", said, k.log)
	}
	if !strings.Contains(k.log.String(), "not the program of the cell that runs") {
		t.Errorf("nobody was turned away:\n%s", k.log)
	}
}

// isJudge reports whether a process was started as a judge.
func isJudge(pid int) bool {
	out, err := exec.Command("ps", "-o", "args=", "-p", strconv.Itoa(pid)).Output()
	return err == nil && strings.HasSuffix(strings.TrimSpace(string(out)), " judge")
}

// No program of a cell gets at the memory or the descriptors of the judge, nor of the kernel, which holds the line to it.
func memoryAndDescriptors(t *testing.T, k *client) {
	if runtime.GOOS != "linux" {
		t.Skip("the ways that are tried are those of Linux")
	}
	k.run(wrongSigmoid)
	k.run("week2.Sigmoid.Check(sigmoid)") // there is a judge
	r := k.run(fmt.Sprintf(`
import (
	"runtime"
	"syscall"
)

func reached(pid int) {
	runtime.LockOSThread()
	if _, err := os.OpenFile(fmt.Sprintf("/proc/%%d/mem", pid), os.O_RDWR, 0); err == nil {
		fmt.Println("memory", pid)
	}
	if _, err := os.ReadFile(fmt.Sprintf("/proc/%%d/environ", pid)); err == nil {
		fmt.Println("environment", pid)
	}
	for fd := range 20 {
		if file, err := os.Open(fmt.Sprintf("/proc/%%d/fd/%%d", pid, fd)); err == nil {
			fmt.Println("descriptor", pid, file.Name())
		}
	}
	if syscall.PtraceAttach(pid) == nil {
		fmt.Println("trace", pid)
		syscall.PtraceDetach(pid)
	}
	const pidfdOpen, pidfdGetfd = 434, 438
	handle, _, err := syscall.Syscall(pidfdOpen, uintptr(pid), 0, 0)
	for fd := range 20 {
		if _, _, failed := syscall.Syscall(pidfdGetfd, handle, uintptr(fd), 0); err == 0 && failed == 0 {
			fmt.Println("descriptor", pid, fd)
		}
	}
}

%%%%
reached(%d)
reached(%d)
fmt.Println(os.Readlink("/proc/self/ns/user"))`, k.cmd.Process.Pid, theJudge(t, k).PID))
	mine, _ := os.Readlink("/proc/self/ns/user")
	if os.Getuid() == 0 && strings.Contains(r.stdout, mine) {
		t.Skip("root is everybody here: no user namespaces")
	}
	if strings.Count(r.stdout, "\n") != 1 || !strings.Contains(r.stdout, "user:[") {
		t.Errorf("a cell's program reached: %s", r.all())
	}
}
