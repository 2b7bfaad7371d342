package blas

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"gonum.org/v1/gonum/blas"

	"nekonote/nn/internal/blas/blastest"
)

// tested returns all that can compute here: each of our kernels, and the system's library, if there is one, for all products.
func tested() []Implementation { return append(Available(), New().Leave(1, ofSystem)) }

func TestAgainstGonum(t *testing.T) {
	trials := 1500
	if testing.Short() {
		trials = 300 // under an emulator, all of them take minutes
	}
	for _, p := range tested() {
		blastest.Random(t, p, trials)
	}
}

func TestShapesOfTheCats(t *testing.T) {
	for _, p := range tested() {
		blastest.Shapes(t, p)
	}
}

func TestManyCallers(t *testing.T) {
	for _, p := range tested() {
		blastest.ManyCallers(t, p)
	}
}

func TestWrongArgumentsPanic(t *testing.T) {
	for _, p := range tested() {
		blastest.Wrong(t, p)
	}
}

// A helper falls asleep when there is nothing to do, and wakes for the next product.
func TestHelpersSleep(t *testing.T) {
	all := Available()
	if len(all) == 0 || runtime.GOMAXPROCS(0) < 2 {
		t.Skip("nothing is shared on this machine: no kernels for it, or a single processor")
	}
	const n = 128
	a, b, c := make([]float64, n*n), make([]float64, n*n), make([]float64, n*n)
	for i := range a {
		a[i], b[i] = 1, 2
	}
	for range 3 {
		all[0].Dgemm(blas.NoTrans, blas.NoTrans, n, n, n, 1, a, n, b, n, 0, c, n)
		if c[0] != 2*n || c[n*n-1] != 2*n {
			t.Fatalf("the product is %v … %v", c[0], c[n*n-1])
		}
		for _, h := range team.helpers {
			for until := time.Now().Add(time.Minute); !h.asleep.Load(); time.Sleep(time.Millisecond) {
				if time.Now().After(until) {
					t.Fatal("a helper looks out for work for ever")
				}
			}
		}
	}
}

// However many processors there are, the digits are the same: no sum is divided in another way.
func TestSameDigitsOnAnyProcessors(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, p := range Available() {
		for _, s := range []struct {
			tA, tB  blas.Transpose
			m, n, k int
		}{
			{blas.NoTrans, blas.NoTrans, 20, 209, 2000}, {blas.NoTrans, blas.Trans, 20, 3001, 209}, {blas.Trans, blas.NoTrans, 3001, 209, 20},
			{blas.NoTrans, blas.NoTrans, 1, 209, 3001}, {blas.NoTrans, blas.Trans, 3001, 1, 209}, {blas.Trans, blas.Trans, 201, 303, 401},
			{blas.NoTrans, blas.NoTrans, 7, 33, 4000}, {blas.NoTrans, blas.Trans, 7, 97, 4000}, {blas.NoTrans, blas.NoTrans, 1, 4000, 100},
		} {
			a, lda := blastest.Matrix(r, s.tA, s.m, s.k, r.NormFloat64)
			b, ldb := blastest.Matrix(r, s.tB, s.k, s.n, r.NormFloat64)
			c, ldc := blastest.Matrix(r, blas.NoTrans, s.m, s.n, r.NormFloat64)
			for _, beta := range []float64{0, 1} {
				var alone []float64
				for _, count := range []int{1, 2, 3, 7, 16, 40} {
					before := runtime.GOMAXPROCS(count)
					got := slices.Clone(c)
					p.Dgemm(s.tA, s.tB, s.m, s.n, s.k, 1, a, lda, b, ldb, beta, got, ldc)
					runtime.GOMAXPROCS(before)
					if alone == nil {
						alone = got
					}
					if !slices.Equal(got, alone) {
						t.Errorf("%s: %v on %d processors has other digits than on one", p.Name(), s, count)
					}
				}
			}
		}
	}
	if len(Available()) > 0 && len(team.helpers) != mostPieces-1 {
		t.Errorf("there are %d helpers, want %d", len(team.helpers), mostPieces-1)
	}
}

// Parts are whole units, none is empty, and together they are all.
func TestParts(t *testing.T) {
	for n := 1; n < 300; n++ {
		for _, unit := range []int{1, 4, 24, 64} {
			parts := split(mostPieces, n, unit)
			if parts < 1 || parts > mostPieces || begin(n, unit, parts, 0) != 0 || begin(n, unit, parts, parts) != n {
				t.Fatalf("%d in units of %d: %d parts from %d to %d", n, unit, parts, begin(n, unit, parts, 0), begin(n, unit, parts, parts))
			}
			for i := range parts {
				if j, next := begin(n, unit, parts, i), begin(n, unit, parts, i+1); j%unit != 0 || next-j < min(n, unit) {
					t.Fatalf("%d in units of %d: part %d of %d is %d to %d", n, unit, i, parts, j, next)
				}
			}
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(40))
	for work, want := range map[int]int{0: 1, 2*piece - 1: 1, 2 * piece: 2, 5 * piece: 5, 100 * piece: 16} {
		if got := processors(work); got != want {
			t.Errorf("%d multiplications are worth %d processors, want %d", work, got, want)
		}
	}
}
