package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// inner is a kernel that computes inner products of some rows of A with three rows of Bᵀ,
//
//	C[i][j] = Σ_l A[i][l] · Bᵀ[j][l],
//
// where the numbers of each row lie together. It fetches ahead the three rows of Bᵀ after the next three.
func inner(s isa, rows int) {
	TEXT(fmt.Sprintf("%sInner%d", s.name, rows), NOSPLIT, "func(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int)")
	Doc(fmt.Sprintf("%sInner%d computes %d rows of 3 numbers; strides are in bytes.", s.name, rows, rows))
	Pragma("noescape")
	k := Load(Param("k"), GP64())
	A := rowsAt(Load(Param("a"), GP64()), Load(Param("aRow"), GP64()), rows)
	B := rowsAt(Load(Param("b"), GP64()), Load(Param("bRow"), GP64()), 3)
	ahead := strided{[]reg.Register{GP64()}, B.row}
	LEAQ(Mem{Base: B.pointers[0], Index: B.row, Scale: 4}, ahead.pointers[0])
	LEAQ(Mem{Base: ahead.pointers[0], Index: B.row, Scale: 2}, ahead.pointers[0])
	sums := accumulators(s, rows)
	column, one := [3]reg.VecVirtual{s.vector(), s.vector(), s.vector()}, s.vector()
	lanes := uint64(s.bytes / 8)
	steps := GP64()
	MOVQ(k, steps)
	ANDQ(Imm(lanes-1), k)
	SHRQ(Imm(map[uint64]uint64{8: 3, 4: 2}[lanes]), steps)
	JZ(LabelRef("sum"))

	Label("next")
	for v := range column {
		VMOVUPD(B.entry(v), column[v])
		PREFETCHT1(ahead.entry(v))
	}
	for r := range sums {
		VMOVUPD(A.entry(r), one)
		for v := range column {
			VFMADD231PD(column[v], one, sums[r][v])
		}
	}
	A.advance(Imm(uint64(s.bytes)))
	B.advance(Imm(uint64(s.bytes)))
	ahead.advance(Imm(uint64(s.bytes)))
	DECQ(steps)
	JNZ(LabelRef("next"))

	Label("sum")
	for r := range sums {
		for v, sum := range sums[r] {
			addLanes(s, sum, column[v])
		}
	}
	TESTQ(k, k)
	JZ(LabelRef("store"))

	Label("rest")
	for v := range column {
		VMOVSD(B.entry(v), column[v].AsX())
	}
	for r := range sums {
		VMOVSD(A.entry(r), one.AsX())
		for v := range column {
			VFMADD231SD(column[v].AsX(), one.AsX(), sums[r][v].AsX())
		}
	}
	A.advance(Imm(8))
	B.advance(Imm(8))
	DECQ(k)
	JNZ(LabelRef("rest"))

	Label("store")
	c, cRow := Load(Param("c"), GP64()), Load(Param("cRow"), GP64())
	for r := range sums {
		for v := range sums[r] {
			VMOVSD(sums[r][v].AsX(), Mem{Base: c, Disp: 8 * v})
		}
		ADDQ(cRow, c)
	}
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
