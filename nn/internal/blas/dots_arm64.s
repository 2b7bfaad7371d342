#include "textflag.h"

// NEXT multiplies eight numbers of the row at p with those of a in V16 … V19, and adds them to the row's eight sums.
#define NEXT(p, x0, x1, x2, x3, s0, s1, s2, s3) \
	VLD1.P 64(p), [x0.D2, x1.D2, x2.D2, x3.D2]; \
	VFMLA V16.D2, x0.D2, s0.D2; \
	VFMLA V17.D2, x1.D2, s1.D2; \
	VFMLA V18.D2, x2.D2, s2.D2; \
	VFMLA V19.D2, x3.D2, s3.D2

#define ZERO(s0, s1, s2, s3) \
	VEOR s0.B16, s0.B16, s0.B16; \
	VEOR s1.B16, s1.B16, s1.B16; \
	VEOR s2.B16, s2.B16, s2.B16; \
	VEOR s3.B16, s3.B16, s3.B16

// TOTAL adds up a row's eight sums, which leaves a single number; V28 holds ones, since Go's assembler knows no VFADD.
#define TOTAL(s0, s1, s2, s3, f) \
	VFMLA V28.D2, s2.D2, s0.D2; \
	VFMLA V28.D2, s3.D2, s1.D2; \
	VFMLA V28.D2, s1.D2, s0.D2; \
	VDUP s0.D[1], V29.D2; \
	FADDD F29, f, f

// neonDots computes the inner products of rows with a vector, four at a time: c[i] = Σ_j B[i][j]·a[j]. Each row has eight
// sums: one would wait for itself.
//
// func neonDots(fours, n int, a *float64, b *float64, bRow int, c *float64)
TEXT ·neonDots(SB), NOSPLIT, $0-48
	MOVD  fours+0(FP), R0
	MOVD  b+24(FP), R4
	MOVD  bRow+32(FP), R5
	MOVD  c+40(FP), R6
	FMOVD $1.0, F28
	VDUP  V28.D[0], V28.D2

four:
	MOVD a+16(FP), R2
	MOVD R4, R8
	ADD  R5, R8, R9
	ADD  R5, R9, R10
	ADD  R5, R10, R11
	ADD  R5<<2, R4
	ADD  R5<<2, R4, R12 // what to fetch: the fours after the next
	MOVD n+8(FP), R7
	LSR  $3, R7, R1
	AND  $7, R7
	ZERO(V0, V1, V2, V3)
	ZERO(V4, V5, V6, V7)
	ZERO(V8, V9, V10, V11)
	ZERO(V12, V13, V14, V15)
	CBZ  R1, whole

next:
	VLD1.P 64(R2), [V16.D2, V17.D2, V18.D2, V19.D2]
	PRFM (R12), PLDL1KEEP
	PRFM 64(R12), PLDL1KEEP
	PRFM 128(R12), PLDL1KEEP
	PRFM 192(R12), PLDL1KEEP
	ADD  $256, R12
	NEXT(R8, V20, V21, V22, V23, V0, V1, V2, V3)
	NEXT(R9, V24, V25, V26, V27, V4, V5, V6, V7)
	NEXT(R10, V20, V21, V22, V23, V8, V9, V10, V11)
	NEXT(R11, V24, V25, V26, V27, V12, V13, V14, V15)
	SUB  $1, R1
	CBNZ R1, next

whole:
	TOTAL(V0, V1, V2, V3, F0)
	TOTAL(V4, V5, V6, V7, F4)
	TOTAL(V8, V9, V10, V11, F8)
	TOTAL(V12, V13, V14, V15, F12)
	CBZ R7, done

rest:
	FMOVD.P 8(R2), F16
	FMOVD.P 8(R8), F20
	FMADDD  F20, F0, F16, F0
	FMOVD.P 8(R9), F20
	FMADDD  F20, F4, F16, F4
	FMOVD.P 8(R10), F20
	FMADDD  F20, F8, F16, F8
	FMOVD.P 8(R11), F20
	FMADDD  F20, F12, F16, F12
	SUB     $1, R7
	CBNZ    R7, rest

done:
	FMOVD.P F0, 8(R6)
	FMOVD.P F4, 8(R6)
	FMOVD.P F8, 8(R6)
	FMOVD.P F12, 8(R6)
	SUB     $1, R0
	CBNZ    R0, four
	RET
