package relay

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/wire"
)

// One gopls serves all kernels of a user: the first question starts it, it outlives the kernel that did, it comes back when it
// was killed, and it ends when nobody asks any more.
func TestKernelsShareOneGopls(t *testing.T) {
	folder := t.TempDir()
	env := []string{"XDG_RUNTIME_DIR=" + folder, "NEKONOTE_TEST_GOPLS_IDLE=5s"}
	first, second := startKernel(t, gonb(t), module(t), env...), startKernel(t, gonb(t), module(t), env...)
	first.run("func double(m nn.Matrix) nn.Matrix { return m.Scale(2) }")
	second.run("func half(m nn.Matrix) nn.Matrix { return m.Scale(0.5) }")
	servers := func() []int { return goplsIn(t, folder) }
	if running := servers(); len(running) > 0 {
		t.Fatalf("gopls runs before anybody asks: %v", running)
	}
	ask := func(k *client, code, want string) {
		t.Helper()
		for end := time.Now().Add(2 * time.Minute); ; {
			at := len([]rune(code))
			began := time.Now()
			help := k.collect(k.send(wire.Shell, "inspect_request", map[string]any{"code": code + "Dot(", "cursor_pos": at + 4, "detail_level": 0}))
			names := k.collect(k.send(wire.Shell, "complete_request", map[string]any{"code": code, "cursor_pos": at}))
			if took := time.Since(began); took > 3*patience {
				t.Errorf("two questions took %v", took)
			}
			// A loaded machine may be late for its first answer, which is then none.
			if said := string(wire.Encode(help.reply["data"])); strings.Contains(said, "Dot(B nn.Matrix)") && strings.Contains(string(wire.Encode(names.reply["matches"])), want) {
				if begin := names.reply["cursor_start"]; begin != float64(at) {
					t.Errorf("the matches begin at %v; want %d", begin, at)
				}
				return
			}
			if time.Now().After(end) {
				t.Fatalf("%v %v\n%s", help.reply, names.reply, k.log)
			}
		}
	}
	ask(first, "// 猫\nx := double(nn.Zeros(2, 3))\nx.", "AddScalar")
	running := servers()
	if len(running) != 1 {
		t.Fatalf("gopls runs %d times: %v\n%s", len(running), running, first.log)
	}
	ask(second, "y := half(nn.Zeros(2, 3))\ny.", "AddScalar")
	if now := servers(); len(now) != 1 || now[0] != running[0] {
		t.Errorf("the second kernel has another gopls: %v, %v", running, now)
	}
	_ = first.cmd.Process.Kill()
	<-first.ended
	ask(second, "y := half(nn.Zeros(2, 3))\ny.", "AddScalar")
	if now := servers(); len(now) != 1 || now[0] != running[0] {
		t.Errorf("with the first kernel went its gopls: %v, %v", running, now)
	}
	_ = syscall.Kill(running[0], syscall.SIGKILL)
	ask(second, "y := half(nn.Zeros(2, 3))\ny.", "AddScalar")
	if now := servers(); len(now) != 1 || now[0] == running[0] {
		t.Errorf("killed, it is not replaced by another: %v, %v", running, now)
	}
	last := servers() // who looks is a client: it must not look again
	until(t, "gopls ends", func() bool { _, runs := process.Find(last[0]); return !runs })
	if r := second.run("fmt.Println(half(nn.Zeros(1, 1)))"); r.status() != "ok" {
		t.Error(r.all())
	}
}

// goplsIn are the process ids of the gopls that listen in a folder, which must be open to nobody else.
func goplsIn(t *testing.T, folder string) []int {
	t.Helper()
	rooms, err := filepath.Glob(filepath.Join(folder, "nekonote-gopls-*"))
	if err != nil || len(rooms) > 1 {
		t.Fatal(rooms, err)
	}
	var found []int
	for _, room := range rooms {
		if info, err := os.Stat(room); err != nil || info.Mode().Perm() != 0o700 {
			t.Fatalf("%s: %v %v", room, info.Mode(), err)
		}
		sockets, _ := filepath.Glob(filepath.Join(room, "*"))
		for _, path := range sockets {
			conn, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: path, Net: "unix"})
			if err != nil {
				continue // a lock, or nobody listens
			}
			pid, err := process.Peer(conn)
			if err = errors.Join(err, conn.Close()); err != nil {
				t.Fatal(err)
			}
			found = append(found, pid)
		}
	}
	return found
}
