package blas

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"unsafe"
)

// Each kernel gives, to the bit, the sums that its doc comment promises, computed here with math.FMA: in which order it
// adds is part of what it is, since other orders round otherwise. What lies around its results stays as it was.

// lanes is into how many sums, which are added in the end, a kernel divides an inner product.
var lanes = map[string]struct{ inner, dots int }{"avx512": {8, 8}, "avx2": {4, 4}, "neon": {2, 8}}

// around is what stands before, between and after the results.
const around = 3

func TestOuterKernels(t *testing.T) {
	forKernels(t, func(k kernels, r *rand.Rand, add bool) {
		for rows := 1; rows <= len(k.outer); rows++ {
			tiles, depth := 1+r.IntN(3), 1+r.IntN(40)
			wide := tiles * k.width
			a, b := numbers(r, rows*(depth+1)), numbers(r, depth*(wide+around))
			A := over(a, depth+1, 1)
			if r.IntN(2) == 0 {
				A = over(a, 1, rows)
			}
			B := over(b, wide+around, 1)
			got := newResult(r, rows, wide)
			want := slices.Clone(got.all)
			for i := range rows {
				for j := range wide {
					sum := 0.0
					for l := range depth {
						sum = math.FMA(*A.at(i, l), *B.at(l, j), sum)
					}
					put(&want[got.at(i, j)], sum, add)
				}
			}
			k.outer[rows-1](tiles, depth, A.at(0, 0), A.row, A.col, B.at(0, 0), B.row, one*k.width, got.first(), one*got.stride, add, uintptr(unsafe.Pointer(&b[0])))
			got.compare(t, k.name, "outer", want)
		}
	})
}

func TestInnerKernels(t *testing.T) {
	forKernels(t, func(k kernels, r *rand.Rand, add bool) {
		for rows := 1; rows <= len(k.inner); rows++ {
			depth := r.IntN(40)
			a, b := numbers(r, rows*(depth+1)), numbers(r, 4*(depth+2))
			got := newResult(r, rows, 4)
			want := slices.Clone(got.all)
			for i := range rows {
				for j := range 4 {
					sums := make([]float64, lanes[k.name].inner)
					whole := depth / 8 * 8
					for l := range depth {
						lane := l % len(sums)
						if l >= whole {
							lane = 0
						}
						sums[lane] = math.FMA(a[i*(depth+1)+l], b[j*(depth+2)+l], sums[lane])
					}
					for len(sums) > 1 { // neighbours first
						for s := range len(sums) / 2 {
							sums[s] = sums[2*s] + sums[2*s+1]
						}
						sums = sums[:len(sums)/2]
					}
					put(&want[got.at(i, j)], sums[0], add)
				}
			}
			k.inner[rows-1](depth, &a[0], one*(depth+1), &b[0], one*(depth+2), got.first(), one*got.stride, add)
			got.compare(t, k.name, "inner", want)
		}
	})
}

func TestCombineKernels(t *testing.T) {
	forKernels(t, func(k kernels, r *rand.Rand, _ bool) {
		fours, n := 1+r.IntN(3), 1+r.IntN(40)
		a, b := numbers(r, 8*fours), numbers(r, 4*fours*(n+1))
		got := newResult(r, 1, n)
		want := slices.Clone(got.all)
		for l := range 4 * fours {
			for j := range n {
				c := &want[got.at(0, j)]
				*c = math.FMA(a[2*l], b[l*(n+1)+j], *c)
			}
		}
		k.combine(fours, n, &a[0], 2*one, &b[0], one*(n+1), got.first())
		got.compare(t, k.name, "combine", want)
	})
}

func TestDotsKernels(t *testing.T) {
	forKernels(t, func(k kernels, r *rand.Rand, _ bool) {
		fours, n := 1+r.IntN(3), 1+r.IntN(40)
		a, b := numbers(r, n), numbers(r, 4*fours*(n+1))
		got := newResult(r, 1, 4*fours)
		want := slices.Clone(got.all)
		for i := range 4 * fours {
			row := b[i*(n+1):]
			sums := make([]float64, lanes[k.name].dots)
			whole := n / len(sums) * len(sums)
			for j := range whole {
				sums[j%len(sums)] = math.FMA(row[j], a[j], sums[j%len(sums)])
			}
			for half := len(sums) / 2; half > 0; half /= 2 {
				for s := range half {
					sums[s] += sums[s+half]
				}
			}
			for j := whole; j < n; j++ {
				sums[0] = math.FMA(row[j], a[j], sums[0])
			}
			want[got.at(0, i)] = sums[0]
		}
		k.dots(fours, n, &a[0], &b[0], one*(n+1), got.first())
		got.compare(t, k.name, "dots", want)
	})
}

// forKernels tries all kernels of this processor again and again.
func forKernels(t *testing.T, try func(k kernels, r *rand.Rand, add bool)) {
	all := available()
	if len(all) == 0 {
		t.Skip("there are no kernels for this processor")
	}
	r := rand.New(rand.NewPCG(7, 8))
	for _, k := range all {
		for range 200 {
			try(k, r, r.IntN(2) == 0)
		}
	}
}

// numbers returns n numbers of very different sizes, so that sums in another order are other numbers.
func numbers(r *rand.Rand, n int) []float64 {
	data := make([]float64, n)
	for i := range data {
		data[i] = math.Ldexp(r.NormFloat64(), r.IntN(20))
	}
	return data
}

// put writes a sum, or adds it.
func put(c *float64, sum float64, add bool) {
	if add {
		sum += *c
	}
	*c = sum
}

// result is where a kernel writes some rows, with numbers around them that it must leave alone.
type result struct {
	all    []float64
	stride int
}

func newResult(r *rand.Rand, rows, columns int) result {
	stride := columns + around
	return result{numbers(r, around+rows*stride), stride}
}

func (c result) at(i, j int) int { return around + i*c.stride + j }

func (c result) first() *float64 { return &c.all[around] }

func (c result) compare(t *testing.T, name, kernel string, want []float64) {
	t.Helper()
	for i := range want {
		if math.Float64bits(c.all[i]) != math.Float64bits(want[i]) {
			t.Fatalf("%s, %s: number %d is %v, want %v", name, kernel, i, c.all[i], want[i])
		}
	}
}
