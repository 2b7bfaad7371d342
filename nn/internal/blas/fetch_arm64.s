#include "textflag.h"

// neonFetch only fetches memory: the beginnings of some rows, which lie far from each other, so that the processor does not
// see by itself that they will be needed.
//
// func neonFetch(rows, lines int, p uintptr, row int)
TEXT ·neonFetch(SB), NOSPLIT, $0-32
	MOVD rows+0(FP), R0
	MOVD lines+8(FP), R1
	MOVD p+16(FP), R2
	MOVD row+24(FP), R3

row:
	MOVD R2, R4
	MOVD R1, R5

line:
	PRFM (R4), PLDL1KEEP
	ADD  $64, R4
	SUB  $1, R5
	CBNZ R5, line
	ADD  R3, R2
	SUB  $1, R0
	CBNZ R0, row
	RET
