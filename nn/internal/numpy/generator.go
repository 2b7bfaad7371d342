// Package numpy is why nn's digits are numpy's: its legacy generator of random numbers, and the C library's logarithm and
// hyperbolic tangent, which it computes with.
package numpy

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"

	"gonum.org/v1/gonum/mathext/prng"
)

// Generator is what np.random.seed starts: the words of MT19937 (Matsumoto and Nishimura 1998), with Marsaglia's polar
// method for normal numbers. It must be seeded before it is used.
type Generator struct {
	words  prng.MT19937
	cached *float64 // the second normal of a pair, kept for the next call
}

// Seed starts the generator anew (numpy: np.random.seed(seed)).
func (g *Generator) Seed(seed uint32) {
	g.words.Seed(uint64(seed))
	g.cached = nil
}

// Uniform returns a number of 53 random bits, from 0 up to but without 1.
func (g *Generator) Uniform() float64 {
	a, b := g.words.Uint32()>>5, g.words.Uint32()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}

// Normal draws a point in the unit circle, makes two normal numbers of it, returns one and keeps the other.
func (g *Generator) Normal() float64 {
	if g.cached != nil {
		x := *g.cached
		g.cached = nil
		return x
	}
	for {
		x := 2*g.Uniform() - 1
		y := 2*g.Uniform() - 1
		r := float64(x*x) + float64(y*y) // the conversions keep the compiler from fusing them into one rounding
		if r >= 1 || r == 0 {
			continue
		}
		f := math.Sqrt(-2 * logarithm(r) / r)
		x *= f
		g.cached = &x
		return f * y
	}
}

// UpTo returns a whole number from 0 to limit, below 2³²: random bits, as many as limit has, until they do not exceed it.
func (g *Generator) UpTo(limit int) int {
	if limit == 0 {
		return 0
	}
	mask := uint32(1)<<bits.Len(uint(limit)) - 1
	for {
		if x := g.words.Uint32() & mask; uint64(x) <= uint64(limit) {
			return int(x)
		}
	}
}

// MarshalBinary returns where the generator stands: the kept normal number, behind a byte that says whether there is one, and the
// words' state.
func (g *Generator) MarshalBinary() ([]byte, error) {
	words, err := g.words.MarshalBinary()
	if g.cached == nil {
		return append(make([]byte, 9), words...), err
	}
	return append(binary.LittleEndian.AppendUint64([]byte{1}, math.Float64bits(*g.cached)), words...), err
}

// UnmarshalBinary makes the generator go on where the one stood that MarshalBinary has written. On an error it stays as it was.
func (g *Generator) UnmarshalBinary(data []byte) error {
	if len(data) < 9 || data[0] > 1 {
		return errors.New("no state of a generator")
	}
	var fresh Generator
	if err := fresh.words.UnmarshalBinary(data[9:]); err != nil {
		return err
	}
	if data[0] == 1 {
		x := math.Float64frombits(binary.LittleEndian.Uint64(data[1:]))
		fresh.cached = &x
	}
	*g = fresh
	return nil
}
