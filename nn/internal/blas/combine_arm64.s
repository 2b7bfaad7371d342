#include "textflag.h"

// NEXT adds eight numbers of the row at p, times factor, to those of C in V0 … V3.
#define NEXT(p, factor, x0, x1, x2, x3) \
	VLD1.P 64(p), [x0.D2, x1.D2, x2.D2, x3.D2]; \
	VFMLA factor.D2, x0.D2, V0.D2; \
	VFMLA factor.D2, x1.D2, V1.D2; \
	VFMLA factor.D2, x2.D2, V2.D2; \
	VFMLA factor.D2, x3.D2, V3.D2

// neonCombine adds a combination of rows to a row, four at a time: c += Σ_l a[l]·B[l]. Its factors are V28 … V31.
//
// func neonCombine(fours, n int, a *float64, aCol int, b *float64, bRow int, c *float64)
TEXT ·neonCombine(SB), NOSPLIT, $0-56
	MOVD fours+0(FP), R0
	MOVD a+16(FP), R2
	MOVD aCol+24(FP), R3
	MOVD b+32(FP), R4
	MOVD bRow+40(FP), R5

four:
	VLD1R.P (R2)(R3), [V28.D2]
	VLD1R.P (R2)(R3), [V29.D2]
	VLD1R.P (R2)(R3), [V30.D2]
	VLD1R.P (R2)(R3), [V31.D2]
	MOVD R4, R8
	ADD  R5, R8, R9
	ADD  R5, R9, R10
	ADD  R5, R10, R11
	ADD  R5<<2, R4
	ADD  R5<<2, R4, R12 // what to fetch: the fours after the next
	MOVD c+48(FP), R6
	MOVD n+8(FP), R7
	LSR  $3, R7, R1
	AND  $7, R7
	CBZ  R1, whole

next:
	VLD1 (R6), [V0.D2, V1.D2, V2.D2, V3.D2]
	PRFM (R12), PLDL1KEEP
	PRFM 64(R12), PLDL1KEEP
	PRFM 128(R12), PLDL1KEEP
	PRFM 192(R12), PLDL1KEEP
	ADD  $256, R12
	NEXT(R8, V28, V4, V5, V6, V7)
	NEXT(R9, V29, V8, V9, V10, V11)
	NEXT(R10, V30, V12, V13, V14, V15)
	NEXT(R11, V31, V16, V17, V18, V19)
	VST1.P [V0.D2, V1.D2, V2.D2, V3.D2], 64(R6)
	SUB  $1, R1
	CBNZ R1, next

whole:
	CBZ R7, done

rest:
	FMOVD   (R6), F0
	FMOVD.P 8(R8), F4
	FMADDD  F4, F0, F28, F0
	FMOVD.P 8(R9), F4
	FMADDD  F4, F0, F29, F0
	FMOVD.P 8(R10), F4
	FMADDD  F4, F0, F30, F0
	FMOVD.P 8(R11), F4
	FMADDD  F4, F0, F31, F0
	FMOVD.P F0, 8(R6)
	SUB     $1, R7
	CBNZ    R7, rest

done:
	SUB  $1, R0
	CBNZ R0, four
	RET
