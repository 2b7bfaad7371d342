package blas

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// Random shapes, strides, transposes, alpha and beta, with zeros of both signs, subnormals, NaN and infinities, against
// gonum. What lies between the rows of C must stay as it was.
func TestAgainstGonum(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	size := func() int {
		if r.IntN(8) == 0 {
			return 1 + r.IntN(600)
		}
		return 1 + r.IntN(60)
	}
	trials := 1500
	if testing.Short() {
		trials = 300 // under an emulator, all of them take minutes
	}
	for _, p := range Available() {
		for trial := range trials {
			m, n, k := size(), size(), size()
			tA, tB := []blas.Transpose{blas.NoTrans, blas.Trans}[r.IntN(2)], []blas.Transpose{blas.NoTrans, blas.Trans}[r.IntN(2)]
			alpha, beta := []float64{1, -0.5, 0, 3}[r.IntN(4)], []float64{0, 1, -2, 0.25}[r.IntN(4)]
			numbers := func() float64 { return r.NormFloat64() }
			if trial%3 == 0 {
				numbers = func() float64 {
					return []float64{1, -1, 0, math.Copysign(0, -1), 5e-310, 2, -3, r.NormFloat64()}[r.IntN(8)]
				}
			}
			a, lda := matrix(r, tA, m, k, numbers)
			b, ldb := matrix(r, tB, k, n, numbers)
			c, ldc := matrix(r, blas.NoTrans, m, n, numbers)
			if trial%7 == 0 {
				a[r.IntN(len(a))], b[r.IntN(len(b))] = math.NaN(), math.Inf(1)
				for i := range a {
					if a[i] == 0 {
						a[i] = 1 // gonum passes over zeros, even before Inf
					}
				}
			}
			want := append([]float64(nil), c...)
			gonum.Implementation{}.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, want, ldc)
			p.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
			for i := range c {
				if !near(c[i], want[i], float64(k)) {
					t.Fatalf("%s: %c%c %d×%d·%d×%d, alpha %v, beta %v: c[%d] is %v, want %v", p.Name(), tA, tB, m, k, k, n, alpha, beta, i, c[i], want[i])
				}
			}
			x, incX := matrix(r, blas.NoTrans, k, 1, numbers)
			y, incY := matrix(r, blas.NoTrans, m, 1, numbers)
			rows, cols := m, k
			if tA == blas.Trans {
				rows, cols = k, m
			}
			want = append([]float64(nil), y...)
			gonum.Implementation{}.Dgemv(tA, rows, cols, alpha, a, lda, x, incX, beta, want, incY)
			p.Dgemv(tA, rows, cols, alpha, a, lda, x, incX, beta, y, incY)
			for i := range y {
				if !near(y[i], want[i], float64(k)) {
					t.Fatalf("%s: Dgemv %c %d×%d: y[%d] is %v, want %v", p.Name(), tA, m, k, i, y[i], want[i])
				}
			}
		}
	}
}

// The shapes of the course's networks, which are shared between processors.
func TestShapesOfTheCats(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, p := range Available() {
		for _, s := range []struct {
			tA, tB  blas.Transpose
			m, n, k int
		}{
			{blas.NoTrans, blas.NoTrans, 20, 209, 12288}, {blas.NoTrans, blas.Trans, 20, 12288, 209}, {blas.Trans, blas.NoTrans, 12288, 209, 20},
			{blas.NoTrans, blas.NoTrans, 1, 209, 12288}, {blas.Trans, blas.NoTrans, 1, 209, 12288}, {blas.NoTrans, blas.Trans, 12288, 1, 209},
			{blas.NoTrans, blas.NoTrans, 300, 300, 300}, {blas.Trans, blas.Trans, 300, 300, 300},
		} {
			a, lda := matrix(r, s.tA, s.m, s.k, r.NormFloat64)
			b, ldb := matrix(r, s.tB, s.k, s.n, r.NormFloat64)
			got, want := make([]float64, s.m*s.n), make([]float64, s.m*s.n)
			p.Dgemm(s.tA, s.tB, s.m, s.n, s.k, 1, a, lda, b, ldb, 0, got, s.n)
			gonum.Implementation{}.Dgemm(s.tA, s.tB, s.m, s.n, s.k, 1, a, lda, b, ldb, 0, want, s.n)
			for i := range got {
				if !near(got[i], want[i], float64(s.k)) {
					t.Fatalf("%s: %v: entry %d is %v, want %v", p.Name(), s, i, got[i], want[i])
				}
			}
		}
	}
}

// Many callers at once, with one processor and with several: all get their own right result.
func TestManyCallers(t *testing.T) {
	const n = 64
	for _, count := range []int{1, 2, 16} {
		before := runtime.GOMAXPROCS(count)
		for _, p := range Available() {
			var all sync.WaitGroup
			for caller := range 8 {
				all.Add(1)
				go func() {
					defer all.Done()
					a, b, c := make([]float64, n*n), make([]float64, n*n), make([]float64, n*n)
					for i := range n {
						a[i*n+i] = float64(caller + 1)
						for j := range n {
							b[i*n+j] = float64(i - j)
						}
					}
					for range 20 {
						p.Dgemm(blas.NoTrans, blas.NoTrans, n, n, n, 1, a, n, b, n, 0, c, n)
						for i := range c {
							if c[i] != float64(caller+1)*b[i] {
								t.Errorf("%s, caller %d: entry %d is %v", p.Name(), caller, i, c[i])
								return
							}
						}
					}
				}()
			}
			all.Wait()
		}
		runtime.GOMAXPROCS(before)
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
			a, lda := matrix(r, s.tA, s.m, s.k, r.NormFloat64)
			b, ldb := matrix(r, s.tB, s.k, s.n, r.NormFloat64)
			c, ldc := matrix(r, blas.NoTrans, s.m, s.n, r.NormFloat64)
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

// Wrong arguments panic as gonum's do.
func TestWrongArgumentsPanic(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a short b was accepted")
		}
	}()
	New().Dgemm(blas.NoTrans, blas.NoTrans, 50, 50, 50, 1, make([]float64, 2500), 50, make([]float64, 2499), 50, 0, make([]float64, 2500), 50)
}

// matrix returns the numbers of op(A) = n×m, with some room between the rows.
func matrix(r *rand.Rand, t blas.Transpose, n, m int, number func() float64) (data []float64, stride int) {
	if t != blas.NoTrans {
		n, m = m, n
	}
	stride = m + r.IntN(3)
	data = make([]float64, n*stride)
	for i := range data {
		data[i] = number()
	}
	return data, stride
}

func near(got, want, k float64) bool {
	return got == want || math.IsNaN(got) && math.IsNaN(want) || math.Abs(got-want) <= 1e-14*k*20
}
