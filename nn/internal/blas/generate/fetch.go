package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

// fetch is a kernel that only fetches memory: the beginnings of some rows, which lie far from each other, so that the
// processor does not see by itself that they will be needed.
func fetch() {
	TEXT("fetchRows", NOSPLIT, "func(rows, lines int, p uintptr, row int)")
	Doc("fetchRows fetches 64·lines bytes of each row into the cache; the stride is in bytes, rows and lines are at least 1.")
	Pragma("noescape")
	rows, lines := Load(Param("rows"), GP64()), Load(Param("lines"), GP64())
	p, row := Load(Param("p"), GP64()), Load(Param("row"), GP64())
	at, left := GP64(), GP64()
	Label("row")
	MOVQ(p, at)
	MOVQ(lines, left)
	Label("line")
	PREFETCHT0(Mem{Base: at})
	ADDQ(Imm(64), at)
	DECQ(left)
	JNZ(LabelRef("line"))
	ADDQ(row, p)
	DECQ(rows)
	JNZ(LabelRef("row"))
	RET()
}
