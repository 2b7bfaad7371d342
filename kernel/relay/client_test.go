package relay

import (
	"context"
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/wire"
	"nekonote/lessons/journal"
)

// client speaks with a kernel as JupyterLab does.
type client struct {
	t              testing.TB
	cmd            *exec.Cmd
	key            []byte
	shell, control zmq4.Socket
	stdin          zmq4.Socket
	arrivals       chan wire.Arrival
	session        string
	log            *safeBuffer
	typist         func(*result) string // answers a question for input; nil where nobody is there to type
	ended          chan struct{}
}

type safeBuffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// freePorts are n ports of this machine that nobody listens on now.
func freePorts(t testing.TB, n int) []int {
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports
}

// startKernel starts the relay as a process of its own, as Jupyter does, and connects to it.
func startKernel(t testing.TB, gonb, module string, env ...string) *client {
	t.Helper()
	ports := freePorts(t, 5)
	c := wire.Connection{Transport: "tcp", IP: "127.0.0.1", Shell: ports[0], Control: ports[1], Stdin: ports[2], IOPub: ports[3], Heartbeat: ports[4], Key: wire.NewID(), Scheme: "hmac-sha256"}
	dir := t.TempDir()
	file := filepath.Join(dir, "kernel-0123456789ab.json")
	if err := os.WriteFile(file, wire.Encode(c), 0o600); err != nil {
		t.Fatal(err)
	}
	return startProcess(t, c, dir, append([]string{"NEKONOTE_TEST_KERNEL=" + file, "NEKONOTE_TEST_GONB=" + gonb, "NEKONOTE_TEST_MODULE=" + module,
		"PATH=" + filepath.Dir(gonb) + string(os.PathListSeparator) + os.Getenv("PATH")}, env...))
}

// dialFake starts the fake engine alone and connects to it, without a relay.
func dialFake(t testing.TB) *client {
	t.Helper()
	ports := freePorts(t, 5)
	c := wire.Connection{Transport: "tcp", IP: "127.0.0.1", Shell: ports[0], Control: ports[1], Stdin: ports[2], IOPub: ports[3], Heartbeat: ports[4], Key: wire.NewID()}
	dir := t.TempDir()
	file := filepath.Join(dir, "kernel-1.json")
	if err := os.WriteFile(file, wire.Encode(c), 0o600); err != nil {
		t.Fatal(err)
	}
	return startProcess(t, c, dir, nil, "-kernel", file)
}

// startProcess starts this program as a kernel and connects to the sockets that it opens.
func startProcess(t testing.TB, c wire.Connection, dir string, env []string, args ...string) *client {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	k := &client{t: t, key: []byte(c.Key), session: wire.NewID(), arrivals: make(chan wire.Arrival, 100000), log: &safeBuffer{}, ended: make(chan struct{})}
	k.cmd = exec.Command(self, args...)
	k.cmd.Dir = dir
	k.cmd.Env = append(append(os.Environ(), journal.KeyVariable+"="+filepath.Join(dir, "keys")), env...)
	k.cmd.Stderr, k.cmd.Stdout = k.log, k.log
	process.NewGroup(k.cmd)
	if err := k.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _ = k.cmd.Wait(); close(k.ended) }()
	ctx, cancel := context.WithCancel(context.Background())
	options := []zmq4.Option{wire.Quiet, zmq4.WithDialerRetry(10 * time.Millisecond), zmq4.WithDialerMaxRetries(1000)}
	k.control = zmq4.NewDealer(ctx, options...)
	options = append(options, zmq4.WithID(zmq4.SocketIdentity(k.session))) // shell and stdin have one name
	k.shell, k.stdin = zmq4.NewDealer(ctx, options...), zmq4.NewDealer(ctx, options...)
	sub := zmq4.NewSub(ctx, options...)
	_ = sub.SetOption(zmq4.OptionSubscribe, "")
	for _, s := range []struct {
		name   wire.Channel
		socket zmq4.Socket
		port   int
	}{{wire.Shell, k.shell, c.Shell}, {wire.Control, k.control, c.Control}, {wire.Stdin, k.stdin, c.Stdin}, {wire.IOPub, sub, c.IOPub}} {
		if err := s.socket.Dial(c.Address(s.port)); err != nil {
			t.Fatal(err)
		}
		go wire.Receive(ctx, s.name, s.socket, k.key, k.arrivals, discard)
	}
	t.Cleanup(func() {
		defer func() { // the kernel is built with the race detector when its test is
			if strings.Contains(k.log.String(), "DATA RACE") {
				t.Errorf("%s", k.log)
			}
		}()
		select {
		case <-k.ended:
		default:
			if len(args) > 0 { // the fake engine knows no shutdown
				_ = k.cmd.Process.Kill()
			}
			k.send(wire.Control, "shutdown_request", map[string]any{"restart": false})
			select {
			case <-k.ended:
			case <-time.After(10 * time.Second):
				t.Errorf("the kernel does not shut down\n%s", k.log)
				_ = k.cmd.Process.Kill()
			}
		}
		cancel()
		for _, s := range []zmq4.Socket{k.shell, k.control, k.stdin, sub} {
			_ = s.Close()
		}
	})
	// Until something comes on iopub, the subscription may not have arrived.
	for tries := 0; ; tries++ {
		id := k.send(wire.Shell, "kernel_info_request", map[string]any{})
		if k.await(id, wire.IOPub, 100*time.Millisecond) {
			break
		}
		if tries > 100 {
			t.Fatalf("the kernel says nothing\n%s", k.log)
		}
	}
	k.drain()
	return k
}

func (k *client) await(id string, from wire.Channel, patience time.Duration) bool {
	late := time.After(patience)
	for {
		select {
		case m := <-k.arrivals:
			if m.From == from && m.ParentID() == id {
				return true
			}
		case <-late:
			return false
		}
	}
}

func (k *client) drain() {
	for {
		select {
		case <-k.arrivals:
		case <-time.After(100 * time.Millisecond):
			return
		}
	}
}

// send sends a request and returns its id.
func (k *client) send(on wire.Channel, kind string, content any) string {
	m := wire.NewMessage(kind, k.session, content)
	k.sendMessage(on, m)
	return m.ID
}

func (k *client) sendMessage(on wire.Channel, m *wire.Message) {
	socket := k.shell
	switch on {
	case wire.Control:
		socket = k.control
	case wire.Stdin:
		socket = k.stdin
	}
	if err := socket.SendMulti(zmq4.NewMsgFrom(m.Frames(k.key)...)); err != nil {
		k.t.Fatal(err)
	}
}

// result is everything that came of one request.
type result struct {
	reply          map[string]any
	outputs        []*wire.Message
	stdout, stderr string
	values         []string // text/plain of execute_result
	shown          []string // text/plain of display_data
	errors         []failure
	statuses       []string
	hidden         bool   // whether it asked for what is not to be seen
	asked          int    // how often it asked for a line of input
	order          string // what was printed and displayed, as it came
}

func (r *result) status() string { s, _ := r.reply["status"].(string); return s }

// all is every word that a learner sees.
func (r *result) all() string {
	var text []string
	text = append(text, r.stdout, r.stderr)
	text = append(text, r.shown...)
	text = append(text, r.values...)
	for _, e := range r.errors {
		text = append(text, e.Name+": "+e.Value)
		text = append(text, e.Trace...)
	}
	return strings.Join(text, "\n")
}

// collect waits for the reply and the idle status of a request.
func (k *client) collect(id string) *result {
	k.t.Helper()
	r := &result{}
	late := time.After(5 * time.Minute)
	idle := false
	var later []wire.Arrival // of other requests
	defer func() {
		for _, m := range later {
			k.arrivals <- m
		}
	}()
	for r.reply == nil || !idle {
		select {
		case m := <-k.arrivals:
			if m.ParentID() != id {
				later = append(later, m)
				continue
			}
			if m.From == wire.Stdin {
				r.asked++
				var how prompt
				m.Read(&how)
				r.hidden = r.hidden || how.Password
				if k.typist != nil {
					k.send(wire.Stdin, "input_reply", map[string]any{"value": k.typist(r)})
				}
				continue
			}
			if m.From != wire.IOPub {
				m.Read(&r.reply)
				continue
			}
			r.outputs = append(r.outputs, m.Message)
			var content struct {
				State string                     `json:"execution_state"`
				Name  string                     `json:"name"`
				Text  string                     `json:"text"`
				Data  map[string]json.RawMessage `json:"data"`
				failure
			}
			m.Read(&content)
			var plain string
			_ = json.Unmarshal(content.Data["text/plain"], &plain)
			switch m.Kind {
			case "status":
				r.statuses = append(r.statuses, content.State)
				idle = content.State == "idle"
			case "stream":
				r.order += content.Text
				if content.Name == "stdout" {
					r.stdout += content.Text
				} else {
					r.stderr += content.Text
				}
			case "execute_result":
				r.values = append(r.values, plain)
			case "display_data", "update_display_data":
				r.order += plain
				r.shown = append(r.shown, plain)
			case "error":
				r.errors = append(r.errors, content.failure)
			}
		case <-late:
			k.t.Fatalf("no end to request %s; reply %v, idle %v\n%s", id, r.reply, idle, k.log)
		}
	}
	return r
}

// execute asks for a cell without waiting for it.
func (k *client) execute(code string) string {
	return k.send(wire.Shell, "execute_request", map[string]any{
		"code": code, "silent": false, "store_history": true, "user_expressions": map[string]any{}, "allow_stdin": k.typist != nil, "stop_on_error": true,
	})
}

// run runs a cell to its end.
func (k *client) run(code string) *result {
	k.t.Helper()
	return k.collect(k.execute(code))
}
