// Command generate writes the kernels of package blas in assembly: go generate ./nn/blas.
//
// A kernel computes a tile of C: a few rows of three vectors each, which stay in registers while it goes along k,
//
//	C[i][j] (+)= alpha · Σ_l A[i][l] · B[l][j].
//
// While it computes, it fetches into the second cache what the tiles after it will need: as many bytes at ahead as it
// reads of B. The processor finds streams by itself, but not the rows of a narrow strip.
//
// The rows of B lie as they are or packed; A is read one number at a time, by two strides, so that it may lie in rows,
// in columns, or packed. There is one kernel for each number of rows, so that no shape computes what it does not need.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const vectors = 3 // of a row of the tile

// isa is what differs between the two instruction sets.
type isa struct {
	name   string
	bytes  int // of a vector
	rows   int // most rows of a tile: as many as the registers hold
	vector func() reg.VecVirtual
}

func main() {
	for _, s := range []isa{
		{"avx512", 64, 8, ZMM},
		{"avx2", 32, 4, YMM},
	} {
		for rows := 1; rows <= s.rows; rows++ {
			kernel(s, rows)
		}
	}
	Generate()
}

func kernel(s isa, rows int) {
	TEXT(fmt.Sprintf("%sRows%d", s.name, rows), NOSPLIT, "func(k int, a *float64, aRow, aCol int, b *float64, bRow int, c *float64, cRow int, alpha float64, add bool, ahead uintptr)")
	Doc(fmt.Sprintf("%sRows%d computes %d rows of %d numbers; strides are in bytes, k is at least 1.", s.name, rows, rows, vectors*s.bytes/8))
	Pragma("noescape")
	k := Load(Param("k"), GP64())
	aRow, aCol := Load(Param("aRow"), GP64()), Load(Param("aCol"), GP64())
	b, bRow := Load(Param("b"), GP64()), Load(Param("bRow"), GP64())
	ahead := Load(Param("ahead"), GP64())

	// Rows of A begin at a, a+aRow, a+2aRow; every third row has a pointer of its own.
	pointers := []reg.Register{Load(Param("a"), GP64())}
	for r := 3; r < rows; r += 3 {
		p := GP64()
		LEAQ(Mem{Base: pointers[len(pointers)-1], Index: aRow, Scale: 2}, p)
		ADDQ(aRow, p)
		pointers = append(pointers, p)
	}
	entry := func(r int) Mem {
		at := Mem{Base: pointers[r/3]}
		if r%3 > 0 {
			at.Index, at.Scale = aRow, uint8(r%3)
		}
		return at
	}

	sums := make([][vectors]reg.VecVirtual, rows)
	for r := range sums {
		for v := range sums[r] {
			sums[r][v] = s.vector()
			VXORPD(sums[r][v], sums[r][v], sums[r][v])
		}
	}
	row, one := [vectors]reg.VecVirtual{}, s.vector()
	for v := range row {
		row[v] = s.vector()
	}

	Label("next")
	for v := range row {
		VMOVUPD(Mem{Base: b, Disp: v * s.bytes}, row[v])
	}
	for line := 0; line < vectors*s.bytes; line += 64 {
		PREFETCHT1(Mem{Base: ahead, Disp: line})
	}
	for r := range sums {
		VBROADCASTSD(entry(r), one)
		for v := range row {
			VFMADD231PD(row[v], one, sums[r][v])
		}
	}
	ADDQ(bRow, b)
	ADDQ(Imm(uint64(vectors*s.bytes)), ahead)
	for _, p := range pointers {
		ADDQ(aCol, p)
	}
	DECQ(k)
	JNZ(LabelRef("next"))

	c, cRow := Load(Param("c"), GP64()), Load(Param("cRow"), GP64())
	add := Load(Param("add"), GP8())
	alpha, _ := Param("alpha").Resolve()
	VBROADCASTSD(alpha.Addr, one)
	TESTB(add, add)
	JNZ(LabelRef("add"))
	for r := range sums {
		for v := range sums[r] {
			VMULPD(one, sums[r][v], sums[r][v])
			VMOVUPD(sums[r][v], Mem{Base: c, Disp: v * s.bytes})
		}
		ADDQ(cRow, c)
	}
	VZEROUPPER()
	RET()

	Label("add")
	for r := range sums {
		for v := range sums[r] {
			VMOVUPD(Mem{Base: c, Disp: v * s.bytes}, row[v])
			VFMADD231PD(one, sums[r][v], row[v])
			VMOVUPD(row[v], Mem{Base: c, Disp: v * s.bytes})
		}
		ADDQ(cRow, c)
	}
	VZEROUPPER()
	RET()
}
