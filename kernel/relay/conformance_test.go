package relay

import (
	_ "embed"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/needs"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

//go:embed conformance/requirements.txt
var conformanceRequirements []byte

// TestConformance runs Jupyter's own test of kernels, jupyter_kernel_test, against this one.
func TestConformance(t *testing.T) {
	place := needs.SetUp(t)
	venv, err := setup.Environment{
		Name: "conformance", What: words.T("Jupyter's test of kernels", "Jupyter のカーネルテスト"), Requirements: conformanceRequirements,
	}.Make(place, os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// A kernelspec of our own starts the relay that is tested, not the one that is installed.
	data := t.TempDir()
	spec := filepath.Join(data, "kernels", "nekonote")
	if err := os.MkdirAll(spec, 0o700); err != nil {
		t.Fatal(err)
	}
	content, err := json.Marshal(map[string]any{
		"argv":           []string{"/bin/sh", "-c", `NEKONOTE_TEST_KERNEL="$0" exec "$NEKONOTE_TEST_SELF"`, "{connection_file}"},
		"display_name":   "Go",
		"language":       "go",
		"interrupt_mode": "message",
		"env": map[string]string{
			"NEKONOTE_TEST_SELF": self, "NEKONOTE_TEST_GONB": gonb(t), "NEKONOTE_TEST_MODULE": module(t),
			"PATH": filepath.Dir(gonb(t)) + string(os.PathListSeparator) + os.Getenv("PATH"),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(spec, "kernel.json"), content, 0o600); err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs(filepath.Join("conformance", "conformance.py"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(venv, "bin", "python"), script)
	cmd.Dir = data
	cmd.Env = append(os.Environ(), "JUPYTER_PATH="+data, "JUPYTER_DATA_DIR="+data, "JUPYTER_CONFIG_DIR="+data, "JUPYTER_RUNTIME_DIR="+data)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{
		"test_completion", "test_display_data", "test_error", "test_execute_result", "test_execute_stderr", "test_execute_stdout",
		"test_history", "test_inspect", "test_is_complete", "test_kernel_info",
	} {
		if !strings.Contains(string(out), name) || strings.Contains(string(out), name+" (__main__.Nekonote."+name+") ... skipped") {
			t.Errorf("%s did not run", name)
		}
	}
	t.Logf("%s", out)
}
