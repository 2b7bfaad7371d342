package setup

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEnvironSetsAside sets every variable that is to be set aside, all at once and also in Go's own configuration file: what
// runs in the course's environment sees none of them, and go and Python work.
func TestEnvironSetsAside(t *testing.T) {
	home := t.TempDir()
	for name, what := range setAside {
		if what.Empty() {
			t.Errorf("%s: what it does is not said in both languages", name)
		}
	}
	base := append(os.Environ(), "HOME="+home, "PIP_INDEX_URL=hers", "GOPROXY=her-proxy")
	for name := range setAside {
		base = append(base, name+"=/nowhere")
	}
	file := filepath.Join(home, "goenv")
	if err := os.WriteFile(file, []byte("GOFLAGS=-mod=vendor\nGOOS=windows\nGONOSUMDB=hers.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	base = append(base, "GOENV="+file)
	p := Place{Folder: t.TempDir(), Module: t.TempDir()}
	environ := p.Environ(base)
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if value == "/nowhere" {
			t.Errorf("%s gets through", name)
		}
	}
	for _, kept := range []string{"PIP_INDEX_URL=hers", "GOPROXY=her-proxy", "GONOSUMDB=hers.example"} {
		if !slices.Contains(environ, kept) {
			t.Errorf("%s is not kept", kept)
		}
	}
	for _, asked := range [][]string{
		{"go", "env", "GOFLAGS", "GOOS", "GOWORK", "GO111MODULE"},
		{"python3", "-c", "import json; print('fine')"},
	} {
		cmd := exec.Command(asked[0], asked[1:]...)
		cmd.Dir, cmd.Env = home, environ
		out, err := cmd.CombinedOutput()
		if err != nil || strings.Contains(string(out), "vendor") || strings.Contains(string(out), "windows") {
			t.Errorf("%v in that environment: %v\n%s", asked, err, out)
		}
	}
	if said := SetAside(base); len(said) != len(setAside) {
		t.Errorf("SetAside names %d variables; want all %d:\n%s", len(said), len(setAside), strings.Join(said, "\n"))
	}
}

// TestNoHome takes $HOME away: the system knows it, too.
func TestNoHome(t *testing.T) {
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv(FolderVariable, "")
	folder, err := Folder()
	if err != nil || !filepath.IsAbs(folder) {
		t.Errorf("Folder() without $HOME = %q, %v; want one below the user's home", folder, err)
	}
	environ := Place{}.Environ([]string{"PATH=" + os.Getenv("PATH")})
	if !slices.ContainsFunc(environ, func(pair string) bool { return strings.HasPrefix(pair, "HOME=/") }) {
		t.Errorf("no HOME in %q", environ)
	}
}
