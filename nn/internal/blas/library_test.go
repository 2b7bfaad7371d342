package blas

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"gonum.org/v1/gonum/blas"
)

// counted is a library that computes nothing and counts its calls.
type counted struct {
	calls int
	most  int
}

func (c *counted) Name() string { return "counted" }

func (c *counted) Fits(sizes ...int) bool {
	for _, n := range sizes {
		if n > c.most {
			return false
		}
	}
	return true
}

func (c *counted) Dgemm(_, _ blas.Transpose, _, _, _ int, _ float64, _ []float64, _ int, _ []float64, _ int, _ float64, _ []float64, _ int) {
	c.calls++
}

// Only products that are large and that the library can count are left to it, and it is not looked for before.
func TestWhatIsLeftToALibrary(t *testing.T) {
	lib, looked := &counted{most: 100}, 0
	p := New().Leave(librarys, func() Library { looked++; return lib })
	multiply := func(m, n, k int) (c float64) {
		a, b, to := make([]float64, m*k), make([]float64, k*n), make([]float64, m*n)
		a[0], b[0] = 2, 3
		p.Dgemm(blas.NoTrans, blas.NoTrans, m, n, k, 1, a, k, b, n, 0, to, n)
		return to[0]
	}
	if c := multiply(60, 60, 60); c != 6 || looked > 0 || lib.calls > 0 {
		t.Errorf("a small product is %v; the library was looked for %d times and called %d times", c, looked, lib.calls)
	}
	if multiply(70, 70, 70); lib.calls != 1 {
		t.Errorf("a large product called the library %d times", lib.calls)
	}
	if c := multiply(30, 30, 400); c != 6 || lib.calls != 1 {
		t.Errorf("a product that the library cannot count is %v; it was called %d times", c, lib.calls)
	}
	if name := p.Name(); !strings.HasSuffix(name, "+counted") {
		t.Errorf("the name is %q", name)
	}
	p = p.Leave(librarys, func() Library { return nil })
	if c := multiply(70, 70, 70); c != 6 || strings.Contains(p.Name(), "+") {
		t.Errorf("without a library a product is %v, and the name %q", c, p.Name())
	}
}

// A cell on Linux links nothing of what calls Accelerate; one on a Mac does.
func TestOnlyAMacLinksPurego(t *testing.T) {
	for system, want := range map[string]bool{"linux": false, "windows": false, "darwin": true} {
		cmd := exec.Command("go", "list", "-deps", "nekonote/nn")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=arm64", "CGO_ENABLED=0")
		list, err := cmd.Output()
		if err != nil {
			t.Skip("there is no go command here: ", err) // on a machine that only runs a test's program
		}
		if got := strings.Contains(string(list), "ebitengine/purego"); got != want {
			t.Errorf("%s: nn links purego: %v, want %v", system, got, want)
		}
	}
}
