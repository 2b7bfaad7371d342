package relay

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A learner's environment is as it is: each of these works.
func TestEnvironmentsInWhichACellRuns(t *testing.T) {
	var caches []string
	for _, name := range []string{"GOCACHE", "GOMODCACHE"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		caches = append(caches, name+"="+strings.TrimSpace(string(value)))
	}
	long := filepath.Join(t.TempDir(), strings.Repeat("x", 80))
	if err := os.Mkdir(long, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, env := range map[string][]string{
		"TMPDIR of 80 characters": {"TMPDIR=" + long},
		"TMPDIR missing":          {"TMPDIR=/no/such/folder"},
		"TMPDIR not writable":     {"TMPDIR=/proc"},
		"no HOME":                 {"HOME=", "XDG_CACHE_HOME="},
		"no LANG":                 {"LANG=", "LC_ALL="},
	} {
		t.Run(name, func(t *testing.T) {
			k := startKernel(t, gonb(t), module(t), append(env, caches...)...)
			if r := k.run("fmt.Println(6 * 7)"); r.stdout != "42\n" {
				t.Errorf("%s\n%s", r.all(), k.log)
			}
		})
	}
}

// What cannot work is named for what it is, and heals when it is mended.
func TestEnvironmentsInWhichNoCellRuns(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(cache, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ env, said string }{
		"no go":             {"PATH=" + filepath.Dir(gonb(t)), "the go command is not there"},
		"cache not usable":  {"GOCACHE=" + cache, "cache cannot be written"},
		"module cache gone": {"GOMODCACHE=/proc/none", "a module that the cells"},
	} {
		t.Run(name, func(t *testing.T) {
			k := startKernel(t, gonb(t), module(t), c.env, "GOPROXY=off")
			r := k.run("fmt.Println(nn.Zeros(2, 2))")
			if len(r.errors) != 1 || r.errors[0].Name != NotRun || !strings.Contains(r.errors[0].Value, c.said) {
				t.Errorf("%s\n%s", r.all(), k.log)
			}
		})
	}
}
