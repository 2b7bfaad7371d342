package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/needs"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// TestAnInstalledKernelNeedsNoTerminal runs a solved notebook as VS Code does that was started from a menu: with a Jupyter that
// knows nothing of the course but the kernels that install has written, and without go on the PATH.
func TestAnInstalledKernelNeedsNoTerminal(t *testing.T) {
	place := needs.SetUp(t)
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	t.Setenv("JUPYTER_DATA_DIR", data)
	folders, _, err := place.Install("")
	if err != nil || len(folders) != len(words.Langs)+1 || !strings.HasPrefix(folders[0], data) {
		t.Fatalf("Install = %q, %v; want the kernels and the desk in %s", folders, err, data)
	}
	for _, lang := range words.Langs {
		folder := filepath.Join(dir, string(lang))
		if err := notebook.Write(folder, lang, true); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(filepath.Join(place.Venv(), "bin", "jupyter-nbconvert"), "--to", "notebook", "--execute", "--stdout",
			notebook.All[0].Name+".ipynb")
		cmd.Dir = folder
		cmd.Env = []string{"PATH=/usr/bin:/bin", "HOME=" + dir, "JUPYTER_DATA_DIR=" + data, "GOPROXY=off"}
		var problems strings.Builder
		cmd.Stderr = &problems
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, problems.String())
		}
		if right := words.T("✓ Correct", "✓ 正解").In(lang); !strings.Contains(string(out), right) {
			t.Errorf("%s: %q stands nowhere in what the cells show", lang, right)
		}
		if _, err := os.Stat(filepath.Join(folder, ".nekonote")); err != nil {
			t.Errorf("%s: her progress is not beside her notebook: %v", lang, err)
		}
	}
}
