// Command generate writes the kernels of package blas in assembly: go generate ./nn/internal/blas.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// isa is what differs between the two instruction sets.
type isa struct {
	name   string
	bytes  int // of a vector
	outer  int // most rows of an outer tile: as many as the registers hold
	inner  int // most rows of an inner tile
	ahead  int // bytes that an outer tile fetches at each step: see kernels.fetches
	vector func() reg.VecVirtual
}

func main() {
	for _, s := range []isa{
		{"avx512", 64, 8, 6, 192, ZMM},
		{"avx2", 32, 4, 3, 64, YMM},
	} {
		for rows := 1; rows <= s.outer; rows++ {
			outer(s, rows)
		}
		for rows := 1; rows <= s.inner; rows++ {
			inner(s, rows)
		}
		combine(s)
		dots(s)
	}
	fetch()
	Generate()
}

// strided is where the entries of some rows lie: at a, a+row, a+2row … Every third row has a pointer of its own, since an
// address may hold an index once or twice.
type strided struct {
	pointers []reg.Register
	row      reg.Register
}

func rowsAt(a, row reg.Register, rows int) strided {
	s := strided{[]reg.Register{a}, row}
	for r := 3; r < rows; r += 3 {
		p := GP64()
		LEAQ(Mem{Base: s.pointers[len(s.pointers)-1], Index: row, Scale: 2}, p)
		ADDQ(row, p)
		s.pointers = append(s.pointers, p)
	}
	return s
}

func (s strided) entry(r int) Mem {
	at := Mem{Base: s.pointers[r/3]}
	if r%3 > 0 {
		at.Index, at.Scale = s.row, uint8(r%3)
	}
	return at
}

func (s strided) advance(by Op) {
	for _, p := range s.pointers {
		ADDQ(by, p)
	}
}

// accumulators returns rows × columns vectors of zeros.
func accumulators(s isa, rows, columns int) [][]reg.VecVirtual {
	sums := make([][]reg.VecVirtual, rows)
	for r := range sums {
		for range columns {
			sum := s.vector()
			VXORPD(sum, sum, sum)
			sums[r] = append(sums[r], sum)
		}
	}
	return sums
}
