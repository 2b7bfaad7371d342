package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// inner is a kernel that computes inner products of some rows of A with four rows of Bᵀ,
//
//	C[i][j] (+)= Σ_l A[i][l] · Bᵀ[j][l],
//
// where the numbers of each row lie together. It fetches ahead the four rows of Bᵀ after the next four.
func inner(s isa, rows int) {
	TEXT(fmt.Sprintf("%sInner%d", s.name, rows), NOSPLIT, "func(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)")
	Doc(fmt.Sprintf("%sInner%d computes %d rows of 4 numbers; strides are in bytes.", s.name, rows, rows))
	Pragma("noescape")
	k := Load(Param("k"), GP64())
	A := rowsAt(Load(Param("a"), GP64()), Load(Param("aRow"), GP64()), rows)
	B := rowsAt(Load(Param("b"), GP64()), Load(Param("bRow"), GP64()), 4)
	later := GP64()
	LEAQ(Mem{Base: B.pointers[0], Index: B.row, Scale: 8}, later)
	ahead := rowsAt(later, B.row, 4)
	sums := accumulators(s, rows, 4)
	row, column := make([]reg.VecVirtual, rows), s.vector()
	for r := range row {
		row[r] = s.vector()
	}
	t := innerTile{A, B, ahead, row, column, sums}
	lines := GP64() // of 64 bytes
	MOVQ(k, lines)
	ANDQ(Imm(7), k)
	SHRQ(Imm(3), lines)
	JZ(LabelRef("whole"))

	Label("next")
	t.multiplyLine(s)
	DECQ(lines)
	JNZ(LabelRef("next"))

	Label("whole")
	TESTQ(k, k)
	JZ(LabelRef("sum"))

	Label("rest")
	t.multiplyNumber()
	DECQ(k)
	JNZ(LabelRef("rest"))

	Label("sum")
	t.store(s)
	VZEROUPPER()
	RET()
}

// innerTile is what an inner kernel computes with.
type innerTile struct {
	A, B, ahead strided
	row         []reg.VecVirtual // some numbers of each row of A
	column      reg.VecVirtual   // as many of one row of Bᵀ
	sums        [][]reg.VecVirtual
}

// multiplyLine goes on by 64 bytes.
func (t innerTile) multiplyLine(s isa) {
	for at := 0; at < 64; at += s.bytes {
		for r := range t.row {
			VMOVUPD(t.A.entry(r).Offset(at), t.row[r])
		}
		for v := range 4 {
			VMOVUPD(t.B.entry(v).Offset(at), t.column)
			if at == 0 {
				PREFETCHT1(t.ahead.entry(v))
			}
			for r := range t.row {
				VFMADD231PD(t.column, t.row[r], t.sums[r][v])
			}
		}
	}
	for _, p := range []strided{t.A, t.B, t.ahead} {
		p.advance(Imm(64))
	}
}

// multiplyNumber goes on by a number of each row, with zeros beside it.
func (t innerTile) multiplyNumber() {
	for r := range t.row {
		VMOVSD(t.A.entry(r), t.row[r].AsX())
	}
	for v := range 4 {
		VMOVSD(t.B.entry(v), t.column.AsX())
		for r := range t.row {
			VFMADD231PD(t.column, t.row[r], t.sums[r][v])
		}
	}
	t.A.advance(Imm(8))
	t.B.advance(Imm(8))
}

// store writes the sums to C, or adds them to it.
func (t innerTile) store(s isa) {
	c, cRow, add := Load(Param("c"), GP64()), Load(Param("cRow"), GP64()), Load(Param("add"), GP8())
	C := rowsAt(c, cRow, len(t.sums))
	totals := s.addUp(t.sums)
	TESTB(add, add)
	JZ(LabelRef("store"))
	for r, total := range totals {
		VADDPD(C.entry(r), total, total)
	}
	Label("store")
	for r, total := range totals {
		VMOVUPD(total, C.entry(r))
	}
}

// addUp adds up the numbers of each vector, so that the sums of a row's four vectors lie beside one another in the end:
//
//	a0 a1 a2 a3         a0+a1 b0+b1 a2+a3 b2+b3
//	b0 b1 b2 b3    →                               →    Σa Σb Σc Σd
//	c0 c1 c2 c3         c0+c1 d0+d1 c2+c3 d2+d3
//	d0 d1 d2 d3
//
// Longer vectors need a step more, which two rows share.
func (s isa) addUp(sums [][]reg.VecVirtual) []reg.VecVirtual {
	var totals []reg.VecVirtual
	for _, v := range sums {
		totals = append(totals, s.addHalves(s.addNeighbours(v[0], v[1]), s.addNeighbours(v[2], v[3])))
	}
	for r := 0; s.bytes == 64 && r < len(totals); r += 2 {
		other := min(r+1, len(totals)-1)
		both := s.addHalves(totals[r], totals[other])
		totals[r] = both.AsY().(reg.VecVirtual)
		if other > r {
			totals[other] = YMM()
			VEXTRACTF64X4(Imm(1), both, totals[other])
		}
	}
	return totals
}

// addNeighbours adds the numbers of x and of y in twos: x0+x1, y0+y1, x2+x3, y2+y3 …
func (s isa) addNeighbours(x, y reg.VecVirtual) reg.VecVirtual {
	even := s.vector()
	VUNPCKLPD(y, x, even)
	VUNPCKHPD(y, x, x)
	VADDPD(even, x, x)
	return x
}

// addHalves adds the pairs of numbers of x and of y in twos: x01+x23, y01+y23, or x01+x23, x45+x67, y01+y23, y45+y67.
func (s isa) addHalves(x, y reg.VecVirtual) reg.VecVirtual {
	even := s.vector()
	if s.bytes == 64 {
		VSHUFF64X2(Imm(0b10_00_10_00), y, x, even)
		VSHUFF64X2(Imm(0b11_01_11_01), y, x, x)
	} else {
		VPERM2F128(Imm(0x20), y, x, even)
		VPERM2F128(Imm(0x31), y, x, x)
	}
	VADDPD(even, x, x)
	return x
}
