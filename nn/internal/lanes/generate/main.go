// Command generate writes the kernels of package lanes in assembly: go generate ./nn/internal/lanes.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

func main() {
	along("avx2Tanh", tanh)
	along("avx2Exp", exp)
	along("avx2Sigmoid", sigmoid)
	table()
	Generate()
}

// along is a kernel that goes through groups of four numbers: four computes the function of them.
func along(name string, four func(x vector) vector) {
	TEXT(name, NOSPLIT, "func(fours int, to *float64, x *float64) (done int)")
	Doc(name + " computes fours groups of four numbers, at least 1, or so many until it does not know one of a group.")
	Pragma("noescape")
	fours, to, from := Load(Param("fours"), GP64()), Load(Param("to"), GP64()), Load(Param("x"), GP64())
	done := GP64()
	XORQ(done, done)
	Label("next")
	VMOVUPD(four(load(Mem{Base: from})), Mem{Base: to})
	ADDQ(Imm(32), from)
	ADDQ(Imm(32), to)
	INCQ(done)
	CMPQ(done, fours)
	JNE(LabelRef("next"))
	Label("unknown")
	Store(done, Return("done"))
	VZEROUPPER()
	RET()
}

// known leaves the kernel where the mask is not set for all four numbers.
func known(mask vector) {
	signs := GP32()
	VMOVMSKPD(mask, signs)
	CMPL(signs, Imm(15))
	JNE(LabelRef("unknown"))
}

// vector is four numbers in a register; an operand may also be four in memory.
type vector = reg.VecVirtual

func made(instruction func(to vector)) vector {
	to := YMM()
	instruction(to)
	return to
}

func load(a Op) vector             { return made(func(to vector) { VMOVUPD(a, to) }) }
func plus(a vector, b Op) vector   { return made(func(to vector) { VADDPD(b, a, to) }) }
func minus(a vector, b Op) vector  { return made(func(to vector) { VSUBPD(b, a, to) }) }
func times(a vector, b Op) vector  { return made(func(to vector) { VMULPD(b, a, to) }) }
func over(a vector, b Op) vector   { return made(func(to vector) { VDIVPD(b, a, to) }) }
func and(a vector, b Op) vector    { return made(func(to vector) { VANDPD(b, a, to) }) }
func andNot(a vector, b Op) vector { return made(func(to vector) { VANDNPD(b, a, to) }) } // b, where a has no bits
func or(a vector, b Op) vector     { return made(func(to vector) { VORPD(b, a, to) }) }
func xor(a vector, b Op) vector    { return made(func(to vector) { VXORPD(b, a, to) }) }

// A comparison gives a mask: all bits of a number where it holds, none where it does not or one is NaN.

func less(a vector, b Op) vector    { return made(func(to vector) { VCMPPD(Imm(0x11), b, a, to) }) }
func atLeast(a vector, b Op) vector { return made(func(to vector) { VCMPPD(Imm(0x1d), b, a, to) }) }
func above(a vector, b Op) vector   { return made(func(to vector) { VCMPPD(Imm(0x1e), b, a, to) }) }

// choose is yes where the mask is set, no elsewhere.
func choose(mask vector, yes Op, no vector) vector {
	return made(func(to vector) { VBLENDVPD(mask, yes, no, to) })
}

// Products that go into a sum unrounded.

func timesPlus(a, b vector, c Op) vector {
	return made(func(to vector) {
		VMOVAPD(a, to)
		VFMADD213PD(c, b, to)
	})
}

func minusTimes(a, b vector, c Op) vector { // a − b·c
	return made(func(to vector) {
		VMOVAPD(a, to)
		VFNMADD231PD(c, b, to)
	})
}

// truncated is without what stands behind the point.
func truncated(a vector) vector { return made(func(to vector) { VROUNDPD(Imm(3), a, to) }) }

// rounded is the nearest whole number, of two the even one.
func rounded(a vector) vector { return made(func(to vector) { VROUNDPD(Imm(0), a, to) }) }

// exponent is whole numbers as 64 bits, in the place of a float64's exponent: added to a number's bits it makes 2ᵏ of it.
func exponent(k vector) vector {
	narrow := XMM()
	VCVTTPD2DQY(k, narrow)
	wide := made(func(to vector) { VPMOVSXDQ(narrow, to) })
	return made(func(to vector) { VPSLLQ(Imm(52), wide, to) })
}

func plusBits(a vector, b Op) vector  { return made(func(to vector) { VPADDQ(b, a, to) }) }
func minusBits(a vector, b Op) vector { return made(func(to vector) { VPSUBQ(b, a, to) }) }
