package main

import (
	"math"
	"slices"

	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

// constants are the numbers that kernels compute with, each of them four times in a table of the file.
var constants []uint64

// number is a constant as an operand.
func number(x float64) Op { return bits(math.Float64bits(x)) }

// bits is one that is no number.
func bits(pattern uint64) Op {
	at := slices.Index(constants, pattern)
	if at < 0 {
		at = len(constants)
		constants = append(constants, pattern)
	}
	return NewDataAddr(NewStaticSymbol("constants"), 32*at)
}

// table writes the constants that the kernels have asked for.
func table() {
	GLOBL("constants", attr.RODATA|attr.NOPTR)
	for i, pattern := range constants {
		for lane := range 4 {
			DATA(32*i+8*lane, U64(pattern))
		}
	}
}
