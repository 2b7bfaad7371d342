package setup

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// TestInstall installs the kernels of two clones one after the other, and takes them back: each names its own clone's program
// and library by absolute paths, the replaced one is named, and what is not ours stays.
func TestInstall(t *testing.T) {
	prefix := t.TempDir()
	theirs := filepath.Join(prefix, "share", "jupyter", "kernels", "python3", "kernel.json")
	if err := replace(theirs, []byte(`{"argv": ["python"], "metadata": {}}`)); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	places := []Place{
		{Folder: folder, Module: "/clones/one", made: record{Go: map[string]string{"GOCACHE": "/go/build", "GOMODCACHE": "/go/mod"}}},
		{Folder: folder, Module: "/clones/two", made: record{Go: map[string]string{"GOCACHE": "/go/build", "GOMODCACHE": "/go/mod"}}},
	}
	if places[0].Home() == places[1].Home() {
		t.Fatalf("both clones live in %s", places[0].Home())
	}
	for i, p := range places {
		folders, replaced, err := p.Install(prefix)
		if err != nil || len(folders) != len(words.Langs)+1 {
			t.Fatalf("Install = %q, %v", folders, err)
		}
		if desk := folders[len(folders)-1]; !exists(filepath.Join(desk, "package.json")) {
			t.Errorf("%s holds no extension for JupyterLab", desk)
		}
		if want := []string{"", "/clones/one"}[i]; strings.Join(replaced, " ") != want {
			t.Errorf("clone %d has replaced %q; want %q", i, replaced, want)
		}
		for _, dir := range folders[:len(words.Langs)] {
			text, err := os.ReadFile(filepath.Join(dir, "kernel.json"))
			if err != nil {
				t.Fatal(err)
			}
			var spec struct {
				Argv []string
				Env  map[string]string
			}
			if err := json.Unmarshal(text, &spec); err != nil {
				t.Fatal(err)
			}
			if spec.Argv[0] != p.Program() || spec.Env["NEKONOTE_MODULE"] != p.Library() || spec.Env["GOCACHE"] != "/go/build" ||
				spec.Env["GOMODCACHE"] != "/go/mod" || spec.Env[words.Variable] == "" {
				t.Errorf("%s of clone %d says %s", dir, i, text)
			}
		}
		if made, err := readRecord(p.recordFile()); err != nil || len(made.Installed) != len(words.Langs) {
			t.Errorf("clone %d does not remember what it has installed: %v, %v", i, made, err)
		}
	}
	for _, want := range []int{len(words.Langs) + 1, 0} {
		if removed, err := Uninstall(prefix); err != nil || len(removed) != want {
			t.Errorf("Uninstall = %q, %v; want %d", removed, err, want)
		}
	}
	if !exists(theirs) {
		t.Error("another's kernel is gone")
	}
}

// TestInstallFindsJupytersFolder: without a prefix it is the one that Jupyter's own programs and VS Code look into.
func TestInstallFindsJupytersFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("JUPYTER_DATA_DIR", "")
	if got, err := jupyterFolder(""); err != nil || !strings.HasPrefix(got, home) {
		t.Errorf("jupyterFolder = %q, %v; want one in %s", got, err, home)
	}
	t.Setenv("JUPYTER_DATA_DIR", "/data")
	if got, _ := jupyterFolder(""); got != "/data" {
		t.Errorf("with JUPYTER_DATA_DIR it is %q", got)
	}
}

// TestSweep leaves what a clone uses or an installed kernel starts, and removes the rest.
func TestSweep(t *testing.T) {
	p := Place{Folder: t.TempDir(), Module: t.TempDir(), made: record{Venv: "venv-new", Tools: "tools-new"}}
	installed, gone := p, p
	installed.Module, gone.Module = "/gone/installed", "/gone"
	installed.made.Venv, gone.made.Venv = "venv-installed", "venv-gone"
	kernel := filepath.Join(t.TempDir(), "nekonote")
	installed.made.Installed = []string{kernel}
	for _, dir := range []string{kernel, filepath.Join(p.Folder, "venv"), filepath.Join(p.Folder, "venv-old"), filepath.Join(p.Folder, "venv-new"),
		filepath.Join(p.Folder, "venv-installed"), filepath.Join(p.Folder, "venv-gone"), filepath.Join(p.Folder, "numpy-1"), filepath.Join(p.Folder, "tools-new")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(p.Module, "go.mod"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, place := range []Place{p, installed, gone} {
		if err := place.write(); err != nil {
			t.Fatal(err)
		}
	}
	p.sweep()
	for name, want := range map[string]bool{
		"venv": false, "venv-old": false, "venv-gone": false, "venv-new": true, "venv-installed": true, "tools-new": true, "numpy-1": true,
	} {
		if got := exists(filepath.Join(p.Folder, name)); got != want {
			t.Errorf("%s is there: %t; want %t", name, got, want)
		}
	}
	for place, want := range map[string]bool{p.Home(): true, installed.Home(): true, gone.Home(): false} {
		if got := exists(place); got != want {
			t.Errorf("%s is there: %t; want %t", place, got, want)
		}
	}
}
