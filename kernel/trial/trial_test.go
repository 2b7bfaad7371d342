package trial

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/needs"
	"nekonote/kernel/relay"
	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// TestALearnersEnvironmentDoesNotLeakIn runs a first cell where each of these variables is set as other programs want it, or
// is missing.
func TestALearnersEnvironmentDoesNotLeakIn(t *testing.T) {
	place := needs.SetUp(t)
	long := filepath.Join(t.TempDir(), strings.Repeat("long", 20))
	if err := os.Mkdir(long, 0o700); err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(t.TempDir(), "env")
	if err := os.WriteFile(config, []byte("GOFLAGS=-mod=vendor\nGO111MODULE=off\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, set := range []string{
		"GO111MODULE=off", "GOWORK=/nowhere/go.work", "GOWORK=off", "GOFLAGS=-mod=vendor", "GOFLAGS=-mod=mod", "GOOS=windows", "GOARCH=mips",
		"GOEXPERIMENT=nosuch", "GOROOT=/nowhere", "GOENV=" + config, "GODEBUG=gctrace=1", "CGO_ENABLED=1", "GOTOOLCHAIN=go1.99.0",
		"PYTHONPATH=/nowhere", "HOME=", "LANG=", "LC_ALL=C", "TMPDIR=" + long, "PATH=/usr/bin:/bin",
	} {
		t.Run(set, func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command(place.Program(), "trial")
			name, value, _ := strings.Cut(set, "=")
			for _, pair := range os.Environ() {
				if !strings.HasPrefix(pair, name+"=") {
					cmd.Env = append(cmd.Env, pair)
				}
			}
			if value != "" {
				cmd.Env = append(cmd.Env, set)
			}
			cmd.Dir = "/"
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// TestEachCloneUsesItsOwnLibrary sets up a second clone, whose library has a function more, in the same folder: the cells of
// each see their own, and the first clone's need no new set-up.
func TestEachCloneUsesItsOwnLibrary(t *testing.T) {
	first := needs.SetUp(t)
	clone := filepath.Join(t.TempDir(), "nekonote")
	out, err := exec.Command("git", "-C", first.Module, "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Fatal(err)
	}
	for name := range strings.SplitSeq(strings.TrimRight(string(out), "\x00"), "\x00") {
		content, err := os.ReadFile(filepath.Join(first.Module, name))
		if os.IsNotExist(err) {
			continue
		}
		path := filepath.Join(clone, name)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(path), 0o700)
		}
		if err == nil {
			err = os.WriteFile(path, content, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(clone, "nn", "second.go"), []byte("package nn\n\n// Second is 2.\nfunc Second() int { return 2 }\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", "./kernel", "setup")
	cmd.Dir = clone
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Chdir(clone)
	second, err := setup.Locate()
	if err != nil {
		t.Fatal(err)
	}
	const cell = `fmt.Println(nn.Second())`
	if reply := run(t, second, cell); !reply.OK {
		t.Errorf("the second clone's kernel: %s", reply.Value)
	}
	if reply := run(t, first, cell); reply.OK || !strings.Contains(reply.Value, "Second") {
		t.Errorf("the first clone's kernel ran the second's function (%v, %q)", reply.OK, reply.Value)
	}
}

// run runs a cell in a kernel of a place.
func run(t *testing.T, p setup.Place, cell string) relay.Reply {
	t.Helper()
	room, err := scratch.Make("nk-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(room) })
	k, err := start(p, room)
	if err != nil {
		t.Fatal(err)
	}
	defer k.end()
	client, err := relay.Connect(context.Background(), k.file, k.gone)
	if err != nil {
		t.Fatalf("%v\n%s", err, k.said.String())
	}
	defer client.Close()
	defer func() { _ = client.Shutdown() }()
	reply, err := client.Execute(context.Background(), cell)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

// TestACellThatDoesNotRunSaysWhatToDo has a program that is no kernel.
func TestACellThatDoesNotRunSaysWhatToDo(t *testing.T) {
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		_, err := Cell(context.Background(), setup.Place{Folder: t.TempDir(), Module: "/nowhere"})
		if err == nil || !strings.Contains(err.Error(), "doctor") {
			t.Errorf("Cell where nothing is = %v; want the way out", err)
		}
	}
}
