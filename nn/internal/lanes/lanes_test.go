package lanes

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"nekonote/nn/internal/numpy"
)

// function is one of the package's, beside what it is to be the same as, to the bit.
type function struct {
	name string
	many func(to, x []float64)
	one  func(x float64) float64
	at   []float64 // where its algorithm goes another way
}

var functions = []function{
	{"Tanh", Tanh, numpy.Tanh, tanhTurns()},
	{"Exp", Exp, math.Exp, expTurns()},
	{"Sigmoid", Sigmoid, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }, expTurns()},
}

// tanhTurns is where tanh is 1, where it computes another exponential, and where that is put together otherwise: k·ln 2 and the
// middles between, of 2|x|.
func tanhTurns() []float64 {
	at := []float64{1, 22, math.Ln2 / 4, 3 * math.Ln2 / 4, 28 * math.Ln2, 0x1p-54, 0x1p-55}
	for k := 1.; k < 70; k++ {
		at = append(at, k*math.Ln2/2, (k+0.5)*math.Ln2/2)
	}
	return at
}

// expTurns is where the kernel leaves off, where the result is 0, subnormal or infinite, and the middles between some k·ln 2.
func expTurns() []float64 {
	at := []float64{708, 709, 709.4, 709.782712893384, 708.3964185322641, 745.1332191019411, 0x1p-54}
	for k := 0.; k < 60; k++ {
		at = append(at, (k+0.5)*math.Ln2, (1021-k+0.5)*math.Ln2)
	}
	return at
}

// everywhere is numbers of every size and sign, those that are none, and what lies around the places where something changes.
func everywhere(turns []float64) []float64 {
	all := []float64{0, 0x1p-1074, 0x1p-1022, math.MaxFloat64, math.Inf(1), math.NaN(), math.Float64frombits(0x7ff0000000abcdef), math.Float64frombits(0x7ff8123456789abc)}
	for _, at := range turns {
		up, down := at, at
		for range 200 {
			all = append(all, up, down)
			up, down = math.Nextafter(up, math.Inf(1)), math.Nextafter(down, 0)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		all = append(all, r.NormFloat64(), 50*r.Float64(), 1000*r.Float64(), math.Float64frombits(r.Uint64()), math.Ldexp(r.Float64(), -r.IntN(1100)))
	}
	for _, x := range slices.Clone(all) {
		all = append(all, -x)
	}
	return all
}

func TestEachNumberIsThatOfOne(t *testing.T) {
	for _, f := range functions {
		t.Run(f.name, func(t *testing.T) {
			x := everywhere(f.at)
			got := make([]float64, len(x))
			f.many(got, x)
			compare(t, f, x, got)
		})
	}
}

// A kernel computes four numbers; what lies before and behind the result stays as it was, however many there are.
func TestAnyCount(t *testing.T) {
	for _, f := range functions {
		for n := range 40 {
			x, to := everywhere(nil)[:n+3], make([]float64, n+2)
			to[0], to[n+1] = 7, 7
			f.many(to[1:n+1], x)
			compare(t, f, x[:n], to[1:n+1])
			if to[0] != 7 || to[n+1] != 7 {
				t.Errorf("%s of %d numbers writes beside them", f.name, n)
			}
			again := slices.Clone(x)
			f.many(again, again)
			compare(t, f, x, again)
		}
	}
}

func TestTooFew(t *testing.T) {
	for _, f := range functions {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s computes eight numbers of seven", f.name)
				}
			}()
			f.many(make([]float64, 8), make([]float64, 7))
		}()
	}
}

func FuzzEachNumberIsThatOfOne(f *testing.F) {
	for _, x := range everywhere(nil)[:8] {
		f.Add(binary.LittleEndian.AppendUint64(nil, math.Float64bits(x)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var x []float64
		for ; len(data) >= 8; data = data[8:] {
			x = append(x, math.Float64frombits(binary.LittleEndian.Uint64(data)))
		}
		for len(x)%4 != 0 {
			x = append(x, x[0]) // so that a kernel computes it
		}
		for _, f := range functions {
			got := make([]float64, len(x))
			f.many(got, x)
			compare(t, f, x, got)
		}
	})
}

func compare(t *testing.T, f function, x, got []float64) {
	t.Helper()
	wrong := 0
	for i, v := range x {
		if want := f.one(v); math.Float64bits(got[i]) != math.Float64bits(want) {
			if wrong++; wrong < 10 {
				t.Errorf("%s(%v) is %v (%x), want %v (%x)", f.name, v, got[i], math.Float64bits(got[i]), want, math.Float64bits(want))
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%s: %d of %d are wrong", f.name, wrong, len(x))
	}
}

func BenchmarkMany(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x, to := make([]float64, 1000), make([]float64, 1000)
	for i := range x {
		x[i] = r.NormFloat64()
	}
	for _, f := range functions {
		b.Run(f.name, func(b *testing.B) {
			for b.Loop() {
				f.many(to, x)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(x)), "ns/number")
		})
		b.Run(f.name+", one by one", func(b *testing.B) {
			for b.Loop() {
				for i, v := range x {
					to[i] = f.one(v)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(x)), "ns/number")
		})
	}
}
