#include "textflag.h"

// The inner kernels for NEON: inner products of some rows of A with four rows of Bᵀ,
//
//	C[i][j] (+)= Σ_l A[i][l] · Bᵀ[j][l],
//
// where the numbers of each row lie together. Each of V0 … V15 adds up one of them, the even l in its first half, the odd
// ones in its second. V16 … V23 hold four numbers of each row of A, V24 … V31 four of each row of Bᵀ.
//
// Go's assembler knows no VFADD; x + 1·y is the same number.

// ROW multiplies a row of A, in x and y, with the four rows of Bᵀ.
#define ROW(x, y, s0, s1, s2, s3) \
	VFMLA V24.D2, x.D2, s0.D2; \
	VFMLA V26.D2, x.D2, s1.D2; \
	VFMLA V28.D2, x.D2, s2.D2; \
	VFMLA V30.D2, x.D2, s3.D2; \
	VFMLA V25.D2, y.D2, s0.D2; \
	VFMLA V27.D2, y.D2, s1.D2; \
	VFMLA V29.D2, y.D2, s2.D2; \
	VFMLA V31.D2, y.D2, s3.D2

#define ROWS1 ROW(V16, V17, V0, V1, V2, V3)
#define ROWS2 ROWS1; ROW(V18, V19, V4, V5, V6, V7)
#define ROWS3 ROWS2; ROW(V20, V21, V8, V9, V10, V11)
#define ROWS4 ROWS3; ROW(V22, V23, V12, V13, V14, V15)

#define LOAD1 VLD1.P 32(R4), [V16.D2, V17.D2]
#define LOAD2 LOAD1; VLD1.P 32(R5), [V18.D2, V19.D2]
#define LOAD3 LOAD2; VLD1.P 32(R6), [V20.D2, V21.D2]
#define LOAD4 LOAD3; VLD1.P 32(R7), [V22.D2, V23.D2]

#define LOADB \
	VLD1.P 32(R8), [V24.D2, V25.D2]; \
	VLD1.P 32(R9), [V26.D2, V27.D2]; \
	VLD1.P 32(R10), [V28.D2, V29.D2]; \
	VLD1.P 32(R11), [V30.D2, V31.D2]

// FETCH fetches the next 64 bytes of the four rows of Bᵀ after these; they lie R13 bytes further.
#define FETCH \
	ADD R13, R8, R14; \
	PRFM (R14), PLDL2KEEP; \
	ADD R13, R9, R14; \
	PRFM (R14), PLDL2KEEP; \
	ADD R13, R10, R14; \
	PRFM (R14), PLDL2KEEP; \
	ADD R13, R11, R14; \
	PRFM (R14), PLDL2KEEP

// REST multiplies a single number of a row of A, in x, with one of each row of Bᵀ; zeros lie beside them.
#define REST(p, x, s0, s1, s2, s3) \
	FMOVD.P 8(p), x; \
	VFMLA V24.D2, V16.D2, s0.D2; \
	VFMLA V26.D2, V16.D2, s1.D2; \
	VFMLA V28.D2, V16.D2, s2.D2; \
	VFMLA V30.D2, V16.D2, s3.D2

#define REST1 REST(R4, F16, V0, V1, V2, V3)
#define REST2 REST1; REST(R5, F16, V4, V5, V6, V7)
#define REST3 REST2; REST(R6, F16, V8, V9, V10, V11)
#define REST4 REST3; REST(R7, F16, V12, V13, V14, V15)

// TOTAL adds the halves of a row's four sums, which leaves them beside one another in V18 and V19. V16 holds ones.
#define TOTAL(s0, s1, s2, s3) \
	VZIP1 s1.D2, s0.D2, V18.D2; \
	VZIP2 s1.D2, s0.D2, V20.D2; \
	VZIP1 s3.D2, s2.D2, V19.D2; \
	VZIP2 s3.D2, s2.D2, V21.D2; \
	VFMLA V16.D2, V20.D2, V18.D2; \
	VFMLA V16.D2, V21.D2, V19.D2

// WRITE writes a row's four sums to C, at R2; PLUS adds them to what is there.
#define WRITE(s0, s1, s2, s3) \
	TOTAL(s0, s1, s2, s3); \
	VST1.P [V18.D2, V19.D2], (R2)(R12)

#define PLUS(s0, s1, s2, s3) \
	TOTAL(s0, s1, s2, s3); \
	VLD1 (R2), [V22.D2, V23.D2]; \
	VFMLA V16.D2, V22.D2, V18.D2; \
	VFMLA V16.D2, V23.D2, V19.D2; \
	VST1.P [V18.D2, V19.D2], (R2)(R12)

#define ALL1(DO) DO(V0, V1, V2, V3)
#define ALL2(DO) ALL1(DO); DO(V4, V5, V6, V7)
#define ALL3(DO) ALL2(DO); DO(V8, V9, V10, V11)
#define ALL4(DO) ALL3(DO); DO(V12, V13, V14, V15)

#define ZERO(s0, s1, s2, s3) \
	VEOR s0.B16, s0.B16, s0.B16; \
	VEOR s1.B16, s1.B16, s1.B16; \
	VEOR s2.B16, s2.B16, s2.B16; \
	VEOR s3.B16, s3.B16, s3.B16

// INNER is a kernel of so many rows. Its loop, next, goes on by eight numbers.
#define INNER(LOADS, ROWS, RESTS, ZEROS, WRITES, PLUSES) \
	MOVD k+0(FP), R0; \
	MOVD a+8(FP), R4; \
	MOVD aRow+16(FP), R1; \
	MOVD b+24(FP), R8; \
	MOVD bRow+32(FP), R12; \
	ADD R1, R4, R5; \
	ADD R1, R5, R6; \
	ADD R1, R6, R7; \
	ADD R12, R8, R9; \
	ADD R12, R9, R10; \
	ADD R12, R10, R11; \
	LSL $2, R12, R13; \
	ZEROS; \
	LSR $3, R0, R1; \
	AND $7, R0; \
	CBZ R1, whole; \
next: \
	FETCH; \
	LOADS; \
	LOADB; \
	ROWS; \
	LOADS; \
	LOADB; \
	ROWS; \
	SUB $1, R1; \
	CBNZ R1, next; \
whole: \
	CBZ R0, sum; \
rest: \
	FMOVD.P 8(R8), F24; \
	FMOVD.P 8(R9), F26; \
	FMOVD.P 8(R10), F28; \
	FMOVD.P 8(R11), F30; \
	RESTS; \
	SUB $1, R0; \
	CBNZ R0, rest; \
sum: \
	MOVD c+40(FP), R2; \
	MOVD cRow+48(FP), R12; \
	MOVBU add+56(FP), R3; \
	FMOVD $1.0, F16; \
	VDUP V16.D[0], V16.D2; \
	CBNZ R3, plus; \
	WRITES; \
	RET; \
plus: \
	PLUSES; \
	RET

// func neonInner1(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)
TEXT ·neonInner1(SB), NOSPLIT, $0-57
	INNER(LOAD1, ROWS1, REST1, ALL1(ZERO), ALL1(WRITE), ALL1(PLUS))

// func neonInner2(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)
TEXT ·neonInner2(SB), NOSPLIT, $0-57
	INNER(LOAD2, ROWS2, REST2, ALL2(ZERO), ALL2(WRITE), ALL2(PLUS))

// func neonInner3(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)
TEXT ·neonInner3(SB), NOSPLIT, $0-57
	INNER(LOAD3, ROWS3, REST3, ALL3(ZERO), ALL3(WRITE), ALL3(PLUS))

// func neonInner4(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)
TEXT ·neonInner4(SB), NOSPLIT, $0-57
	INNER(LOAD4, ROWS4, REST4, ALL4(ZERO), ALL4(WRITE), ALL4(PLUS))
