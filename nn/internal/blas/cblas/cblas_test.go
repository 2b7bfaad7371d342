//go:build (darwin || linux) && (amd64 || arm64)

package cblas_test

import (
	"math"
	"os"
	"strings"
	"testing"
	"unsafe"

	"github.com/ebitengine/purego"

	"nekonote/nn/internal/blas"
	"nekonote/nn/internal/blas/blastest"
	"nekonote/nn/internal/blas/cblas"
)

// variable names libraries to be tested, such as numpy's, as path:function:bits, several with spaces between them: the test of
// package bench sets it.
const variable = "NEKONOTE_TEST_CBLAS"

// A library written in Go, called as C is: with it all that stands between nn and a library is tried everywhere.
func TestLibraryInGo(t *testing.T) {
	check(t, cblas.At("go, 32 bits", purego.NewCallback(plain[int32]), false))
	check(t, cblas.At("go, 64 bits", purego.NewCallback(plain[int64]), true))
}

func TestNamedLibraries(t *testing.T) {
	named := os.Getenv(variable)
	if named == "" {
		t.Skip(variable + " names no library; the tests of kernel/bench run this with numpy's")
	}
	for _, one := range strings.Fields(named) {
		parts := strings.Split(one, ":")
		if len(parts) != 3 {
			t.Fatalf("%s: %q is not path:function:bits", variable, one)
		}
		l, err := cblas.Open(parts[1], parts[0], parts[1], parts[2] == "64")
		if err != nil {
			t.Fatal(err)
		}
		check(t, l)
		blastest.Shapes(t, blas.New().Leave(1, func() blas.Library { return l })) // in Go they would take long
	}
}

// check runs all that is asked of products over a library.
func check(t *testing.T, l *cblas.Library) {
	t.Helper()
	t.Run(l.Name(), func(t *testing.T) {
		calls := &counting{Library: l}
		p := blas.New().Leave(1, func() blas.Library { return calls })
		blastest.Random(t, p, 300)
		if calls.n < 150 {
			t.Fatalf("the library was called %d times in 300 trials", calls.n)
		}
		p = blas.New().Leave(1, func() blas.Library { return l })
		blastest.ManyCallers(t, p)
		blastest.Wrong(t, p)
	})
}

// counting counts the calls of a library.
type counting struct {
	*cblas.Library
	n int
}

func (c *counting) Fits(sizes ...int) bool {
	c.n++
	return c.Library.Fits(sizes...)
}

func TestWhatIsNotThere(t *testing.T) {
	if _, err := cblas.Open("none", "/there/is/no/library.so", "cblas_dgemm", false); err == nil {
		t.Error("a library was found that is not there")
	}
	narrow := cblas.At("narrow", purego.NewCallback(plain[int32]), false)
	if narrow.Fits(math.MaxInt32+1) || !narrow.Fits(1, math.MaxInt32) {
		t.Error("32 bits do not hold what they hold")
	}
}

// plain is cblas_dgemm in Go: a sum, number by number, in whatever order the arguments say.
func plain[I int32 | int64](order, tA, tB, m, n, k I, alpha float64, a *float64, lda I, b *float64, ldb I, beta float64, c *float64, ldc I) {
	if order != 101 || tA != 111 && tA != 112 || tB != 111 && tB != 112 {
		panic("an order or a transposition that C does not know")
	}
	entry := func(t I, p *float64, ld, i, j I) *float64 {
		if t == 112 {
			i, j = j, i
		}
		return (*float64)(unsafe.Add(unsafe.Pointer(p), 8*(i*ld+j)))
	}
	for i := I(0); i < m; i++ {
		for j := I(0); j < n; j++ {
			sum := 0.0
			for l := I(0); l < k; l++ {
				sum += *entry(tA, a, lda, i, l) * *entry(tB, b, ldb, l, j)
			}
			to := entry(111, c, ldc, i, j)
			if beta == 0 {
				*to = alpha * sum
			} else {
				*to = alpha*sum + beta**to
			}
		}
	}
}
