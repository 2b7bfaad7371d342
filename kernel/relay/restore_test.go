package relay

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// rooms are the temporary folders of the kernel's engine.
func (k *client) rooms(in string) []string {
	found, _ := filepath.Glob(filepath.Join(in, "nekonote-*"))
	return found
}

// ground is the one file of the engine's that the pattern, below its room, means.
func (k *client) ground(in string, pattern ...string) string {
	k.t.Helper()
	found, _ := filepath.Glob(filepath.Join(append(k.rooms(in)[:1], pattern...)...))
	if len(found) != 1 {
		k.t.Fatalf("%q means %q", pattern, found)
	}
	return found[0]
}

// The ground goes under a running kernel: the next cell gets a new engine, with all that was declared, in its own lines.
func TestATemporaryFolderThatIsEmptiedHeals(t *testing.T) {
	tmp, err := os.MkdirTemp("/tmp", "t")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(tmp)
	k := startKernel(t, gonb(t), module(t), "TMPDIR="+tmp)
	k.run("var ran = 0\nfunc old() int { return 1 }")
	k.run("func three() int { return 2 }")
	k.run("func nine() int { return three() * three() }\nran++\nfmt.Println(nine())")
	k.run("func three() int {\n\tif ran > 0 {\n\t\tpanic(\"ran\")\n\t}\n\treturn 3\n}")
	if len(k.rooms(tmp)) != 1 {
		t.Fatalf("in TMPDIR lie %v", k.rooms(tmp))
	}
	for _, empty := range []func() error{
		func() error { return os.RemoveAll(k.rooms(tmp)[0]) },
		func() error {
			files, _ := filepath.Glob(filepath.Join(k.rooms(tmp)[0], "gonb_*", "*"))
			for _, file := range files {
				_ = os.RemoveAll(file)
			}
			return nil
		},
		func() error { return os.Remove(k.ground(tmp, "gonb_*", "gonb_????????")) }, // a cleaner takes what is old, file by file
		func() error { return os.Remove(k.ground(tmp, "gonb_*", "go.work")) },
		func() error { return os.RemoveAll(tmp) },
	} {
		if err := empty(); err != nil {
			t.Fatal(err)
		}
		if r := k.run("fmt.Println(nine(), old())"); r.stdout != "9 1\n" {
			t.Errorf("%s\n%s", r.all(), k.log)
		}
		r := k.run("ran = 1\nnine()")
		if len(r.errors) != 1 || !strings.Contains(ansi.ReplaceAllString(r.all(), ""), "In [4], line 3") {
			t.Errorf("a panic in a cell that was restored: %s", r.all())
		}
	}
}

// A declaration that ends every engine must not keep the kernel from having one.
func TestADeclarationThatKillsTheEngineIsForgotten(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	k.run("func three() int { return 3 }")
	k.run("var armed = os.Getenv(\"ARMED\") != \"\"\nvar _ = func() int {\n\tif armed {\n\t\tsyscall.Kill(os.Getppid(), syscall.SIGKILL)\n\t}\n\treturn 0\n}()")
	if r := k.run("%env ARMED=1\nfmt.Println(1)"); len(r.errors) != 1 || r.errors[0].Name != EngineStopped {
		t.Fatalf("%s", r.all())
	}
	if r := k.run("fmt.Println(2)"); r.stdout != "2\n" {
		t.Errorf("%s\n%s", r.all(), k.log)
	}
}
