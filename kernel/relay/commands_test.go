package relay

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/needs"
)

// A cell of the library is built without the go command, which is asked for all else, and for whatever goes wrong; the start of
// an engine builds nothing.
func TestWhichCellsTheGoCommandBuilds(t *testing.T) {
	place := needs.SetUp(t)
	k, asked := kernelWithSpy(t, place.Library(), "NEKONOTE_TEST_ARCHIVES="+place.Archives())
	until(t, "cells are built quickly", func() bool {
		return strings.Contains(k.run("!cat $(dirname $GONB_TMP_DIR)/bin/go").stdout, "-importcfg")
	})
	for _, c := range []struct {
		code, want string
		asks       bool
	}{
		{"fmt.Println(nn.Zeros(1, 1).Add(nn.Row(42)))", "42", false},
		{"func twice(x int) int { return 2 * x }\nfmt.Println(twice(21))", "42", false},
		{"fmt.Println(math.Sqrt(1764), strings.Repeat(\"猫\", 2))", "42 猫猫", false},
		{"fmt.Println(twice(\"x\"))", "twice", true},
		{"fmt.Println(twice(4))", "8", false},
		{"import \"archive/tar\"\nfmt.Println(tar.TypeReg)", "48", true},
		{"%goflags -gcflags=-N\nfmt.Println(twice(5))", "10", true},
		{"%goflags \"\"\nfmt.Println(twice(6))", "12", false},
		{"var x []int\nfmt.Println(x[3])", "index out of range", false},
	} {
		before := asked()
		r := k.run(c.code)
		if !strings.Contains(r.all(), c.want) {
			t.Errorf("%s\n%s\n%s", c.code, r.all(), k.log)
		}
		if now := asked(); c.asks != (now > before) {
			t.Errorf("%s: the go command was asked %d times to build; want any: %v", c.code, now-before, c.asks)
		}
	}
}

// Where it is not known what the library is compiled to, or that is not there any more, the go command builds.
func TestCellsWithoutArchives(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "archives")
	if err := os.WriteFile(gone, []byte("packagefile fmt=/no/where\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	k, asked := kernelWithSpy(t, module(t), "NEKONOTE_TEST_ARCHIVES="+gone)
	if n := asked(); n != 1 {
		t.Errorf("the start of an engine and one cell build %d programs; want that of the cell", n)
	}
	if r := k.run("fmt.Println(nn.Zeros(1, 1).Sum() + 42)"); !strings.Contains(r.stdout, "42") || asked() != 2 {
		t.Errorf("%s\n%s", r.all(), k.log)
	}
}

// kernelWithSpy is a kernel whose go command counts the programs that it is asked to build.
func kernelWithSpy(t *testing.T, module, env string) (k *client, asked func() int) {
	real, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	notes := filepath.Join(folder, "notes")
	script := "#!/bin/sh\n[ \"$1\" != build ] || echo >>'" + notes + "'\nexec '" + real + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(folder, "go"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	k = startKernel(t, gonb(t), module, env, "PATH="+folder+string(os.PathListSeparator)+filepath.Dir(gonb(t))+string(os.PathListSeparator)+os.Getenv("PATH"))
	if r := k.run("fmt.Println()"); r.status() != "ok" { // the engine is there
		t.Fatal(r.all())
	}
	return k, func() int {
		text, _ := os.ReadFile(notes)
		return strings.Count(string(text), "\n")
	}
}
