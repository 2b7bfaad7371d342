package relay

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A cell is built without the go command where all is as usual, and by it where it is not; what a learner sees is the same.
func TestCellsAreBuiltQuickly(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("elsewhere the go command builds all of them")
	}
	k := startKernel(t, gonb(t), module(t), "NEKONOTE_LANG=en")
	room := strings.TrimSpace(k.run("!dirname $GONB_TMP_DIR").stdout)
	script, archive := filepath.Join(room, "bin", "go"), filepath.Join(room, "quick", "cell.a")
	for until := time.Now().Add(2 * time.Minute); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		if _, err := os.Stat(script); err == nil {
			break
		}
	}
	for _, c := range []struct {
		code, shows string
		quick       bool
	}{
		{"fmt.Println(nn.Row(1, 2).Sum())", "3\n", true},
		{"fmt.Println(strings.ToUpper(\"a\"))", "A\n", true},
		{"%goflags -race=false\nfmt.Println(1)", "1\n", false},
		{"%goflags \"\"\nfmt.Println(2)", "2\n", true},
		{"fmt.Println(z)", "undefined: z", false},
		{"//go:noinline\nfunc f() int { return 4 }\n\n%%\nfmt.Println(f())", "4\n", false},
		{"%rm f\n%%\nfmt.Println(5)", "5\n", true},
		{"%env GOAMD64 v2\nfmt.Println(6)", "6\n", false},
	} {
		_ = os.Remove(archive)
		r := k.run(c.code)
		if !strings.Contains(r.all(), c.shows) {
			t.Errorf("%s: %s; want %q\n%s", c.code, r.all(), c.shows, k.log)
		}
		_, err := os.Stat(archive)
		if quick := err == nil; quick != c.quick && r.status() == "ok" {
			t.Errorf("%s: quickly %v; want %v\n%s", c.code, quick, c.quick, k.log)
		}
	}
}
