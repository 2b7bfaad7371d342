//go:build linux && (amd64 || arm64)

package bench

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/needs"
)

// What calls Accelerate on a Mac calls the OpenBLAS of numpy's wheel here, whose integers have 64 bits, and that of scipy's,
// where they have 32 as in Accelerate; and all that is asked of products is asked of them.
func TestProductsOfNumpysLibrary(t *testing.T) {
	venv, err := Numpy.Make(needs.SetUp(t), os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for pattern, function := range map[string]string{
		"numpy.libs/libscipy_openblas64_*.so": "scipy_cblas_dgemm64_:64",
		"scipy.libs/libscipy_openblas-*.so":   "scipy_cblas_dgemm:32",
	} {
		found, err := filepath.Glob(filepath.Join(venv, "lib", "python*", "site-packages", pattern))
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: found %v, %v", pattern, found, err)
		}
		named = append(named, found[0]+":"+function)
	}
	cmd := exec.Command("go", "test", "-count=1", "-v", "-run", "TestNamedLibraries", "nekonote/nn/internal/blas/cblas")
	cmd.Env = append(os.Environ(), "NEKONOTE_TEST_CBLAS="+strings.Join(named, " "))
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Count(string(out), "--- PASS: TestNamedLibraries/") != len(named) {
		t.Fatalf("%v\n%s", err, out)
	}
}
