package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// The two products of a matrix and a vector read the matrix once and compute little with it, so that all depends on how
// fast memory comes: four rows at a time, each from its first number to its last, and what lies behind them fetched ahead.

// fourRows is four rows of B that a kernel goes along.
type fourRows struct {
	rows   [4]reg.GPVirtual
	stride reg.Register
	at     reg.GPVirtual // where it is in a row, in bytes
	n      reg.GPVirtual // how long a row is
	whole  reg.GPVirtual // how much of it fills vectors
	ahead  reg.GPVirtual // what to fetch
	bytes  int           // of a vector
}

func loadFourRows(s isa) *fourRows {
	f := &fourRows{stride: Load(Param("bRow"), GP64()), at: GP64(), n: GP64(), ahead: GP64(), whole: GP64(), bytes: s.bytes}
	for r := range f.rows {
		f.rows[r] = GP64()
		if r == 0 {
			Load(Param("b"), f.rows[0])
			continue
		}
		LEAQ(Mem{Base: f.rows[r-1], Index: f.stride, Scale: 1}, f.rows[r])
	}
	Load(Param("n"), f.n)
	SHLQ(Imm(3), f.n)
	MOVQ(f.n, f.whole)
	ANDQ(I32(-s.bytes), f.whole)
	return f
}

// along goes through the vectors of the rows, and then through the numbers that fill none.
func (f *fourRows) along(vectors, between, numbers func()) {
	LEAQ(Mem{Base: f.rows[0], Index: f.stride, Scale: 8}, f.ahead)
	XORQ(f.at, f.at)
	CMPQ(f.at, f.whole)
	JE(LabelRef("rest"))
	Label("vectors")
	vectors()
	for line := 0; line < 4*f.bytes; line += 64 {
		PREFETCHT0(Mem{Base: f.ahead, Disp: line})
	}
	ADDQ(U32(4*f.bytes), f.ahead)
	ADDQ(Imm(uint64(f.bytes)), f.at)
	CMPQ(f.at, f.whole)
	JNE(LabelRef("vectors"))
	Label("rest")
	between()
	CMPQ(f.at, f.n)
	JE(LabelRef("done"))
	Label("numbers")
	numbers()
	ADDQ(Imm(8), f.at)
	CMPQ(f.at, f.n)
	JNE(LabelRef("numbers"))
	Label("done")
}

// entry is where the kernel is in row r.
func (f *fourRows) entry(r int) Mem { return f.in(f.rows[r]) }

// in is the same place in another row.
func (f *fourRows) in(row reg.Register) Mem { return Mem{Base: row, Index: f.at, Scale: 1} }

func (f *fourRows) advance() {
	for _, row := range f.rows {
		LEAQ(Mem{Base: row, Index: f.stride, Scale: 4}, row)
	}
}

// combine is a kernel that adds a combination of rows to a row: c += Σ_l a[l]·B[l].
func combine(s isa) {
	TEXT(s.name+"Combine", NOSPLIT, "func(fours, n int, a *float64, aCol int, b *float64, bRow int, c *float64)")
	Doc(fmt.Sprintf("%sCombine adds 4·fours rows of n numbers, each times its own; strides are in bytes, fours is at least 1.", s.name))
	Pragma("noescape")
	fours := Load(Param("fours"), GP64())
	a, aCol := Load(Param("a"), GP64()), Load(Param("aCol"), GP64())
	c := Load(Param("c"), GP64())
	B := loadFourRows(s)
	factors, sum := [4]reg.VecVirtual{s.vector(), s.vector(), s.vector(), s.vector()}, s.vector()

	Label("next")
	for _, factor := range factors {
		VBROADCASTSD(Mem{Base: a}, factor)
		ADDQ(aCol, a)
	}
	B.along(func() {
		VMOVUPD(B.in(c), sum)
		for r, factor := range factors {
			VFMADD231PD(B.entry(r), factor, sum)
		}
		VMOVUPD(sum, B.in(c))
	}, func() {}, func() {
		VMOVSD(B.in(c), sum.AsX())
		for r, factor := range factors {
			VFMADD231SD(B.entry(r), factor.AsX(), sum.AsX())
		}
		VMOVSD(sum.AsX(), B.in(c))
	})
	B.advance()
	DECQ(fours)
	JNZ(LabelRef("next"))
	VZEROUPPER()
	RET()
}

// dots is a kernel that computes the inner products of rows with a vector: c[i] = Σ_j B[i][j]·a[j].
func dots(s isa) {
	TEXT(s.name+"Dots", NOSPLIT, "func(fours, n int, a *float64, b *float64, bRow int, c *float64)")
	Doc(fmt.Sprintf("%sDots computes 4·fours inner products of n numbers; the stride is in bytes, fours is at least 1.", s.name))
	Pragma("noescape")
	fours, a, c := Load(Param("fours"), GP64()), Load(Param("a"), GP64()), Load(Param("c"), GP64())
	B := loadFourRows(s)
	sums, one := [4]reg.VecVirtual{s.vector(), s.vector(), s.vector(), s.vector()}, s.vector()

	Label("next")
	for _, sum := range sums {
		VXORPD(sum, sum, sum)
	}
	B.along(func() {
		VMOVUPD(B.in(a), one)
		for r, sum := range sums {
			VFMADD231PD(B.entry(r), one, sum)
		}
	}, func() {
		for _, sum := range sums {
			addLanes(s, sum, one)
		}
	}, func() {
		VMOVSD(B.in(a), one.AsX())
		for r, sum := range sums {
			VFMADD231SD(B.entry(r), one.AsX(), sum.AsX())
		}
	})
	for r, sum := range sums {
		VMOVSD(sum.AsX(), Mem{Base: c, Disp: 8 * r})
	}
	ADDQ(Imm(32), c)
	B.advance()
	DECQ(fours)
	JNZ(LabelRef("next"))
	VZEROUPPER()
	RET()
}

// addLanes leaves the sum of a vector's numbers in its first; half is a register to compute with.
func addLanes(s isa, sum, half reg.VecVirtual) {
	if s.bytes == 64 {
		VEXTRACTF64X4(Imm(1), sum, half.AsY())
		VADDPD(half.AsY(), sum.AsY(), sum.AsY())
		VEXTRACTF64X2(Imm(1), sum.AsY(), half.AsX())
	} else {
		VEXTRACTF128(Imm(1), sum, half.AsX())
	}
	VADDPD(half.AsX(), sum.AsX(), sum.AsX())
	VUNPCKHPD(sum.AsX(), sum.AsX(), half.AsX())
	VADDSD(half.AsX(), sum.AsX(), sum.AsX())
}
