// Package blastest says what every way to compute a product must keep, ours and that of a library of the system.
package blastest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// Implementation is what is tested.
type Implementation interface {
	Name() string
	Dgemm(tA, tB blas.Transpose, m, n, k int, alpha float64, a []float64, lda int, b []float64, ldb int, beta float64, c []float64, ldc int)
	Dgemv(tA blas.Transpose, m, n int, alpha float64, a []float64, lda int, x []float64, incX int, beta float64, y []float64, incY int)
}

// Random compares products of random shapes, strides, transposes, alpha and beta, with zeros of both signs, subnormals, NaN
// and infinities, with gonum's. What lies between the rows of C must stay as it was.
func Random(t *testing.T, p Implementation, trials int) {
	r := rand.New(rand.NewPCG(1, 2))
	for trial := range trials {
		m, n, k := size(r), size(r), size(r)
		tA, tB := transpose(r), transpose(r)
		alpha, beta := []float64{1, -0.5, 0, 3}[r.IntN(4)], []float64{0, 1, -2, 0.25}[r.IntN(4)]
		numbers := r.NormFloat64
		if trial%3 == 0 {
			numbers = func() float64 {
				return []float64{1, -1, 0, math.Copysign(0, -1), 5e-310, 2, -3, r.NormFloat64()}[r.IntN(8)]
			}
		}
		a, lda := Matrix(r, tA, m, k, numbers)
		b, ldb := Matrix(r, tB, k, n, numbers)
		c, ldc := Matrix(r, blas.NoTrans, m, n, numbers)
		if trial%7 == 0 {
			spoil(r, a, b)
		}
		if trial%5 == 0 && beta == 0 {
			c[0] = math.NaN() // what is not added to is not read
		}
		want := append([]float64(nil), c...)
		gonum.Implementation{}.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, want, ldc)
		p.Dgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
		compare(t, p, c, want, k, func() string {
			return fmt.Sprintf("%c%c %d×%d·%d×%d, alpha %v, beta %v", tA, tB, m, k, k, n, alpha, beta)
		})
		x, incX := Matrix(r, blas.NoTrans, k, 1, numbers)
		y, incY := Matrix(r, blas.NoTrans, m, 1, numbers)
		rows, cols := m, k
		if tA != blas.NoTrans {
			rows, cols = k, m
		}
		want = append([]float64(nil), y...)
		gonum.Implementation{}.Dgemv(tA, rows, cols, alpha, a, lda, x, incX, beta, want, incY)
		p.Dgemv(tA, rows, cols, alpha, a, lda, x, incX, beta, y, incY)
		compare(t, p, y, want, k, func() string { return fmt.Sprintf("Dgemv %c %d×%d", tA, rows, cols) })
	}
}

// size draws a size, mostly a small one.
func size(r *rand.Rand) int {
	if r.IntN(8) == 0 {
		return 1 + r.IntN(600)
	}
	return 1 + r.IntN(60)
}

func transpose(r *rand.Rand) blas.Transpose {
	return []blas.Transpose{blas.NoTrans, blas.Trans, blas.ConjTrans}[r.IntN(3)]
}

// spoil puts a NaN into a and an infinity into b, and takes the zeros out of a: gonum passes over those, even before Inf.
func spoil(r *rand.Rand, a, b []float64) {
	a[r.IntN(len(a))], b[r.IntN(len(b))] = math.NaN(), math.Inf(1)
	for i := range a {
		if a[i] == 0 {
			a[i] = 1
		}
	}
}

// Shapes compares the products of the course's networks, which are shared between processors, with gonum's.
func Shapes(t *testing.T, p Implementation) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, s := range []struct {
		tA, tB  blas.Transpose
		m, n, k int
	}{
		{blas.NoTrans, blas.NoTrans, 20, 209, 12288}, {blas.NoTrans, blas.Trans, 20, 12288, 209}, {blas.Trans, blas.NoTrans, 12288, 209, 20},
		{blas.NoTrans, blas.NoTrans, 1, 209, 12288}, {blas.Trans, blas.NoTrans, 1, 209, 12288}, {blas.NoTrans, blas.Trans, 12288, 1, 209},
		{blas.NoTrans, blas.NoTrans, 300, 300, 300}, {blas.Trans, blas.Trans, 300, 300, 300},
	} {
		a, lda := Matrix(r, s.tA, s.m, s.k, r.NormFloat64)
		b, ldb := Matrix(r, s.tB, s.k, s.n, r.NormFloat64)
		got, want := make([]float64, s.m*s.n), make([]float64, s.m*s.n)
		p.Dgemm(s.tA, s.tB, s.m, s.n, s.k, 1, a, lda, b, ldb, 0, got, s.n)
		gonum.Implementation{}.Dgemm(s.tA, s.tB, s.m, s.n, s.k, 1, a, lda, b, ldb, 0, want, s.n)
		compare(t, p, got, want, s.k, func() string { return fmt.Sprint(s) })
	}
}

// ManyCallers lets many compute at once, with one processor and with several: all get their own right result.
func ManyCallers(t *testing.T, p Implementation) {
	for _, count := range []int{1, 2, 16} {
		before := runtime.GOMAXPROCS(count)
		var all sync.WaitGroup
		for caller := range 8 {
			all.Go(func() { call(t, p, float64(caller+1)) })
		}
		all.Wait()
		runtime.GOMAXPROCS(before)
	}
}

// call computes products with a multiple of the identity.
func call(t *testing.T, p Implementation, factor float64) {
	const n = 64
	a, b, c := make([]float64, n*n), make([]float64, n*n), make([]float64, n*n)
	for i := range n {
		a[i*n+i] = factor
		for j := range n {
			b[i*n+j] = float64(i - j)
		}
	}
	for range 20 {
		p.Dgemm(blas.NoTrans, blas.NoTrans, n, n, n, 1, a, n, b, n, 0, c, n)
		for i := range c {
			if c[i] != factor*b[i] {
				t.Errorf("%s, times %v: entry %d is %v", p.Name(), factor, i, c[i])
				return
			}
		}
	}
}

// Wrong calls with too few numbers, which must panic as gonum does.
func Wrong(t *testing.T, p Implementation) {
	defer func() {
		if recover() == nil {
			t.Errorf("%s: a short b was accepted", p.Name())
		}
	}()
	p.Dgemm(blas.NoTrans, blas.NoTrans, 50, 50, 50, 1, make([]float64, 2500), 50, make([]float64, 2499), 50, 0, make([]float64, 2500), 50)
}

// Matrix returns the numbers of op(A) = n×m, with some room between the rows.
func Matrix(r *rand.Rand, t blas.Transpose, n, m int, number func() float64) (data []float64, stride int) {
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

func compare(t *testing.T, p Implementation, got, want []float64, k int, what func() string) {
	t.Helper()
	for i := range got {
		if !near(got[i], want[i], float64(k)) {
			t.Fatalf("%s: %s: entry %d is %v, want %v", p.Name(), what(), i, got[i], want[i])
		}
	}
}

func near(got, want, k float64) bool {
	return got == want || math.IsNaN(got) && math.IsNaN(want) || math.Abs(got-want) <= 1e-14*k*20
}
