package relay

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nekonote/kernel/relay/wire"
)

// fakeEngine stands in GoNB's place where a test is about messages alone. It answers what it does not know with the same
// content, and knows some cells: "many n" prints the numbers below n, "die" ends it, and "fail text" fails with that text. A
// test may make its start go wrong: see fakeVariable.
func fakeEngine(file string) error {
	if how := os.Getenv(fakeVariable); how != "" {
		if err := startBadly(how); err != nil {
			return err
		}
	}
	c, err := wire.ReadConnection(file)
	if err != nil {
		return err
	}
	f, err := wire.Listen(context.Background(), c, discard)
	if err != nil {
		return err
	}
	count := 0
	for m := range f.Arrivals {
		if m.Kind == "silent_request" || m.Kind == "inspect_request" {
			continue // as GoNB does with some
		}
		var asked request
		m.Read(&asked)
		if m.Kind == "execute_request" && strings.HasPrefix(asked.Code, "//fault ") {
			faulty(f, m, strings.Fields(asked.Code))
			continue
		}
		f.Publish(m.Answer("status", map[string]any{"execution_state": "busy"}))
		reply := m.Answer(strings.Replace(m.Kind, "_request", "_reply", 1), map[string]any{})
		reply.Content, reply.Buffers = m.Content, m.Buffers
		if m.Kind == "execute_request" {
			count++
			f.Publish(m.Answer("execute_input", map[string]any{"code": asked.Code, "execution_count": count}))
			var n int
			if _, err := fmt.Sscanf(asked.Code, "//many %d", &n); err == nil {
				for i := range n {
					f.Publish(m.Answer("stream", map[string]any{"name": "stdout", "text": fmt.Sprintln(i)}))
				}
			}
			if seconds, ok := strings.CutPrefix(asked.Code, "//compile "); ok {
				if err := compile(seconds); err != nil {
					return err
				}
				f.Publish(m.Answer("stream", map[string]any{"name": "stdout", "text": "compiled\n"}))
			}
			if asked.Code == "//hang" {
				stop := make(chan os.Signal, 1)
				signal.Notify(stop, os.Interrupt)
				<-stop
				signal.Reset(os.Interrupt)
			}
			if asked.Code == "//deaf" {
				signal.Ignore(os.Interrupt)
				continue // neither a reply nor an idle status
			}
			if asked.Code == "//mute" {
				f.Publish(m.Answer("status", map[string]any{"execution_state": "idle"}))
				continue // no reply
			}
			if asked.Code == "//die" {
				os.Exit(3)
			}
			reply = m.Answer("execute_reply", map[string]any{"status": "ok", "execution_count": count})
			if unready.Load() {
				reply = m.Answer("execute_reply", map[string]any{"status": "error", "ename": "ERROR", "evalue": "write main.go: no space left on device", "traceback": []string{}})
			}
			if _, said, ok := strings.Cut(asked.Code, "//fail "); ok {
				said, _ = strconv.Unquote(strings.SplitN(said, "\n", 2)[0])
				reply = m.Answer("execute_reply", map[string]any{"status": "error", "ename": "ERROR", "evalue": said, "traceback": []string{}})
			}
		}
		f.Reply(m.From, reply)
		f.Publish(m.Answer("status", map[string]any{"execution_state": "idle"}))
	}
	return nil
}

// compile runs a process of the compiler's name for some seconds.
func compile(seconds string) error {
	sleep, err := exec.LookPath("sleep")
	if err != nil {
		return err
	}
	path := filepath.Join(os.TempDir(), "compile") // in the engine's own folder
	if err := os.Symlink(sleep, path); err != nil {
		return err
	}
	return exec.Command(path, seconds).Run()
}

// startFake starts a relay in front of the fake engine.
func startFake(t testing.TB, env ...string) *client {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return startKernel(t, self, "", env...)
}

func TestTenThousandMessagesInOrder(t *testing.T) {
	const n = 10000
	k := startFake(t)
	// One way: n outputs of one cell.
	r := k.run(fmt.Sprintf("//many %d", n))
	var want strings.Builder
	for i := range n {
		fmt.Fprintln(&want, i)
	}
	if r.stdout != want.String() {
		t.Errorf("%d bytes of output arrived; want %d in order", len(r.stdout), want.Len())
	}
	// Both ways: n requests of a kind that the relay does not know, without waiting for the answers.
	var ids []string
	for i := range n {
		ids = append(ids, k.send(wire.Shell, "echo_request", map[string]any{"n": i, "text": "猫"}))
	}
	next := 0
	for m := range k.arrivals {
		if m.From != wire.Shell {
			continue
		}
		var content struct {
			N    int
			Text string
		}
		m.Read(&content)
		if m.Kind != "echo_reply" || content.N != next || content.Text != "猫" || m.ParentID() != ids[next] {
			t.Fatalf("answer %d is %s of %d, for %s", next, m.Kind, content.N, m.ParentID())
		}
		if next++; next == n {
			return
		}
	}
}

func TestAnEngineThatDiesIsStartedAgain(t *testing.T) {
	k := startFake(t)
	for range 3 {
		r := k.run("//die")
		if len(r.errors) != 1 || r.errors[0].Name != "EngineStopped" || !strings.Contains(r.errors[0].Value, "run this cell again") {
			t.Fatalf("%v\n%s", r.errors, k.log)
		}
		if r = k.run("//many 2"); r.stdout != "0\n1\n" {
			t.Fatalf("%s\n%s", r.all(), k.log)
		}
	}
}

// BenchmarkRoundTrip measures what the relay adds to a request and its answer: the same question through the relay and to
// the engine itself.
func BenchmarkRoundTrip(b *testing.B) {
	b.Run("relay", func(b *testing.B) {
		k := startFake(b)
		for b.Loop() {
			k.awaitReply(b, k.send(wire.Shell, "echo_request", map[string]any{"text": "猫"}))
		}
	})
	b.Run("engine", func(b *testing.B) {
		k := dialFake(b)
		for b.Loop() {
			k.awaitReply(b, k.send(wire.Shell, "echo_request", map[string]any{"text": "猫"}))
		}
	})
}

func (k *client) awaitReply(t testing.TB, id string) {
	for m := range k.arrivals {
		if m.From == wire.Shell && m.ParentID() == id {
			return
		}
	}
	t.Fatal("no answer")
}
