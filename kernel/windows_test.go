package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// TestWindowsIsToldHow builds the program for Windows, where nothing but main_windows.go may be in it, and runs that file
// here, where it says the same.
func TestWindowsIsToldHow(t *testing.T) {
	program := filepath.Join(t.TempDir(), "nekonote")
	build := exec.Command("go", "build", "-o", program+".exe", ".")
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s\nA command belongs into kernel/commands: Windows builds all that lies beside main.go", err, out)
	}
	if out, err := exec.Command("go", "build", "-o", program, "main_windows.go").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(program).CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("the program ends with %v; want status 2", err)
	}
	said := words.T("On Windows, Nekonote runs inside WSL2", "Windows では WSL2 の中で動きます")
	for _, lang := range words.Langs {
		if !strings.Contains(string(out), said.In(lang)) {
			t.Errorf("it says\n%s\nwant %q in it", out, said.In(lang))
		}
	}
}
