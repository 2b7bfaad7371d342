package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// outer is a kernel that computes tiles of C beside one another, some rows of three vectors each. A tile stays in registers
// while the kernel goes along k and adds up outer products,
//
//	C[i][j] (+)= Σ_l A[i][l] · B[l][j].
//
// The rows of B lie as they are or packed; A is read one number at a time, by two strides, so that it may lie in rows, in
// columns, or packed. There is one kernel for each number of rows, so that no shape computes what it does not need.
//
// While it computes, it fetches into the second cache what the tiles after it will need: at each step some bytes at ahead. The
// processor finds streams by itself, but not the rows of a narrow strip.
func outer(s isa, rows int) {
	TEXT(fmt.Sprintf("%sOuter%d", s.name, rows), NOSPLIT, "func(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)")
	Doc(fmt.Sprintf("%sOuter%d computes tiles of %d rows of %d numbers; strides are in bytes, tiles and k are at least 1.", s.name, rows, rows, 3*s.bytes/8))
	Pragma("noescape")
	tiles := Load(Param("tiles"), GP64())
	aRow, aCol := Load(Param("aRow"), GP64()), Load(Param("aCol"), GP64())
	b, bRow := Load(Param("b"), GP64()), Load(Param("bRow"), GP64())
	c, ahead := Load(Param("c"), GP64()), Load(Param("ahead"), GP64())

	Label("tile")
	k := Load(Param("k"), GP64())
	A := rowsAt(Load(Param("a"), GP64()), aRow, rows)
	at, to := GP64(), GP64()
	MOVQ(b, at)
	MOVQ(c, to)
	cRow := Load(Param("cRow"), GP64())
	sums := accumulators(s, rows, 3)
	row, one := [3]reg.VecVirtual{s.vector(), s.vector(), s.vector()}, s.vector()

	if s.bytes == 32 {
		fetchC(s, to, cRow, rows)
	}

	Label("next")
	step(s, A, at, ahead, row, one, sums)
	ADDQ(bRow, at)
	ADDQ(Imm(uint64(s.ahead)), ahead)
	A.advance(aCol)
	DECQ(k)
	JNZ(LabelRef("next"))

	MOVQ(c, to)
	Load(Param("cRow"), cRow)
	add := Load(Param("add"), GP8())
	TESTB(add, add)
	JNZ(LabelRef("add"))
	storeRows(s, sums, to, cRow, false)
	JMP(LabelRef("beside"))

	Label("add")
	storeRows(s, sums, to, cRow, true)

	Label("beside")
	ADDQ(Imm(uint64(3*s.bytes)), c)
	ADDQ(Load(Param("bTile"), GP64()), b)
	DECQ(tiles)
	JNZ(LabelRef("tile"))
	VZEROUPPER()
	RET()
}

// step adds one outer product, of a number of each row of A and three vectors of B, and fetches ahead.
func step(s isa, A strided, at, ahead reg.Register, row [3]reg.VecVirtual, one reg.VecVirtual, sums [][]reg.VecVirtual) {
	for v := range row {
		VMOVUPD(Mem{Base: at, Disp: v * s.bytes}, row[v])
	}
	for line := 0; line < s.ahead; line += 64 {
		PREFETCHT1(Mem{Base: ahead, Disp: line})
	}
	for r := range sums {
		VBROADCASTSD(A.entry(r), one)
		for v := range row {
			VFMADD231PD(row[v], one, sums[r][v])
		}
	}
}

// storeRows writes the sums to C, or adds them to it.
func storeRows(s isa, sums [][]reg.VecVirtual, to, cRow reg.Register, add bool) {
	for r := range sums {
		for v, sum := range sums[r] {
			at := Mem{Base: to, Disp: v * s.bytes}
			if add {
				VADDPD(at, sum, sum)
			}
			VMOVUPD(sum, at)
		}
		ADDQ(cRow, to)
	}
}

// fetchC fetches the rows of C that a tile will be added to, while it is computed.
func fetchC(s isa, to, cRow reg.Register, rows int) {
	for range rows {
		PREFETCHT0(Mem{Base: to})
		PREFETCHT0(Mem{Base: to, Disp: 3*s.bytes - 8})
		ADDQ(cRow, to)
	}
}
