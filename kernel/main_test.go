package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/learner"
	"nekonote/kernel/process"
	"nekonote/kernel/setup"
	"nekonote/lessons/journal"
	"nekonote/nn/version"
	"nekonote/nn/words"
)

// The tests start this program again as a guard of JupyterLab. Their journals are sealed with a key of their own.
func TestMain(m *testing.M) {
	process.Guard()
	keys, err := os.MkdirTemp("", "keys-")
	if err == nil {
		err = os.Setenv(journal.KeyVariable, keys)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	_ = os.RemoveAll(keys)
	os.Exit(status)
}

// TestExitStatuses runs the built program as a script would.
func TestExitStatuses(t *testing.T) {
	program := filepath.Join(t.TempDir(), "nekonote")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	empty := t.TempDir()
	for _, c := range []struct {
		args string
		lang string
		want int
		said string
	}{
		{"--help", "", 0, "Usage: nekonote"},
		{"notebooks " + filepath.Join(empty, "notebooks"), "", 0, ""},
		{"doctor", "en_US.UTF-8", 1, "something is missing"},
		{"doctor", "ja_JP.UTF-8", 1, "足りないものがあります"},
		{"lab --port 70000", "ja_JP.UTF-8", 1, "ポート 70000 はありません"},
		{"version", "", 0, "nekonote " + version.Number},
		{"no-such-command", "", 2, "unexpected argument"},
		{"no-such-command", "ja_JP.UTF-8", 2, "という引数はここでは使えません"},
		{"--help", "ja_JP.UTF-8", 0, "使い方：nekonote"},
		{"doctor --lang ja", "en_US.UTF-8", 1, "足りないものがあります"},
		{"progress --dir " + filepath.Join("work", "ja"), "en_US.UTF-8", 0, "次は："},
		{"notebooks --lang ja " + filepath.Join(empty, "hers"), "", 0, ""},
		{"data list --dir " + filepath.Join(empty, "hers"), "en_US.UTF-8", 0, "訓練用"},
		{"data list --lang en --dir " + filepath.Join(empty, "hers"), "ja_JP.UTF-8", 0, "for training"},
		{"grade --timeout 0s " + filepath.Join(empty, "hers", "gone.ipynb"), "", 2, "cannot be read"},
		{"lab --no-such-flag", "", 2, "unknown flag"},
	} {
		cmd := exec.Command(program, strings.Fields(c.args)...)
		cmd.Env = append(os.Environ(), "LC_ALL="+c.lang, words.Variable+"=", setup.FolderVariable+"="+filepath.Join(empty, "cache"), learner.Variable+"=")
		out, err := cmd.CombinedOutput()
		status := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			status = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if status != c.want || !strings.Contains(string(out), c.said) {
			t.Errorf("nekonote %s: status %d, said\n%s\nwant %d and %q", c.args, status, out, c.want, c.said)
		}
	}
}
