package relay

import (
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"nekonote/kernel/setup"
)

var discard = log.New(io.Discard, "", 0)

// tools is where GoNB was built for this run, to be cleared away; "" for none.
var tools string

// builtGoNB is the gonb of go.mod's tool line with goimports and gopls beside it: that of the set-up, or built for this run.
var builtGoNB = sync.OnceValues(func() (string, error) {
	if place, err := setup.Locate(); err == nil {
		path := filepath.Join(place.Tools(), "gonb")
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
	}
	dir, err := os.MkdirTemp("", "nekonote-tools-")
	if err != nil {
		return "", err
	}
	tools = dir
	cmd := exec.Command("go", "build", "-o", dir+"/", "github.com/janpfeifer/gonb", "golang.org/x/tools/cmd/goimports", "golang.org/x/tools/gopls")
	if text, err := cmd.CombinedOutput(); err != nil {
		return "", &exec.Error{Name: string(text), Err: err}
	}
	return filepath.Join(dir, "gonb"), nil
})

func gonb(t testing.TB) string {
	t.Helper()
	path, err := builtGoNB()
	if err != nil {
		t.Skipf("GoNB cannot be built here: %v", err)
	}
	return path
}

func module(t testing.TB) string {
	t.Helper()
	text, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Dir(strings.TrimSpace(string(text)))
}

func TestStatementsAndDeclarations(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	r := k.run("import \"fmt\"\nfmt.Println(double(4))\nfunc double(x int) int { return 2 * x }")
	if r.status() != "ok" || r.stdout != "8\n" {
		t.Fatalf("%v %q\n%s", r.reply, r.all(), k.log)
	}
	r = k.run("%%\nfmt.Println(double(5))")
	if r.stdout != "10\n" {
		t.Fatal(r.all())
	}
}

func TestRunAllStopsAtTheFirstError(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	first, second, third := k.execute("%%\npanic(\"no\")"), k.execute("%%\nfmt.Println(1)"), k.execute("%%\nfmt.Println(2)")
	if r := k.collect(first); r.status() != "error" {
		t.Error(r.reply)
	}
	for _, id := range []string{second, third} {
		if r := k.collect(id); r.status() != "aborted" || r.stdout != "" {
			t.Error(r.reply, r.all())
		}
	}
	if r := k.run("%%\nfmt.Println(3)"); r.stdout != "3\n" {
		t.Error(r.all())
	}
}
