#include "textflag.h"

// The outer kernels for NEON: tiles of some rows of C, eight numbers wide, stay in registers while the kernel goes along k
// and adds up outer products,
//
//	C[i][j] (+)= Σ_l A[i][l] · B[l][j].
//
// Row r of the tile is V(4r) … V(4r+3). V24 … V27 hold eight numbers of B, and V28 … V31 a number of A in both halves:
// six rows use all registers. A row's pointer goes on by aCol as it is read, B's by bRow.
//
// Go's assembler knows no VFADD; x + 1·y is the same number.

// ROW adds the product of the next number of A's row at p with eight numbers of B to a row of the tile.
#define ROW(p, one, s0, s1, s2, s3) \
	VLD1R.P (p)(R3), [one.D2]; \
	VFMLA one.D2, V24.D2, s0.D2; \
	VFMLA one.D2, V25.D2, s1.D2; \
	VFMLA one.D2, V26.D2, s2.D2; \
	VFMLA one.D2, V27.D2, s3.D2

#define ROWS1 ROW(R19, V28, V0, V1, V2, V3)
#define ROWS2 ROWS1; ROW(R20, V29, V4, V5, V6, V7)
#define ROWS3 ROWS2; ROW(R21, V30, V8, V9, V10, V11)
#define ROWS4 ROWS3; ROW(R22, V31, V12, V13, V14, V15)
#define ROWS5 ROWS4; ROW(R23, V28, V16, V17, V18, V19)
#define ROWS6 ROWS5; ROW(R24, V29, V20, V21, V22, V23)

// BEGIN points to a row of A and clears the sums of its row of the tile.
#define BEGIN(p, s0, s1, s2, s3) \
	MOVD R13, p; \
	ADD R2, R13; \
	VEOR s0.B16, s0.B16, s0.B16; \
	VEOR s1.B16, s1.B16, s1.B16; \
	VEOR s2.B16, s2.B16, s2.B16; \
	VEOR s3.B16, s3.B16, s3.B16

#define BEGIN1 BEGIN(R19, V0, V1, V2, V3)
#define BEGIN2 BEGIN1; BEGIN(R20, V4, V5, V6, V7)
#define BEGIN3 BEGIN2; BEGIN(R21, V8, V9, V10, V11)
#define BEGIN4 BEGIN3; BEGIN(R22, V12, V13, V14, V15)
#define BEGIN5 BEGIN4; BEGIN(R23, V16, V17, V18, V19)
#define BEGIN6 BEGIN5; BEGIN(R24, V20, V21, V22, V23)

// SUM adds a row of C, at R11, to a row of the tile; V28 holds ones.
#define SUM(s0, s1, s2, s3) \
	VLD1.P (R11)(R8), [V24.D2, V25.D2, V26.D2, V27.D2]; \
	VFMLA V28.D2, V24.D2, s0.D2; \
	VFMLA V28.D2, V25.D2, s1.D2; \
	VFMLA V28.D2, V26.D2, s2.D2; \
	VFMLA V28.D2, V27.D2, s3.D2

#define SUM1 SUM(V0, V1, V2, V3)
#define SUM2 SUM1; SUM(V4, V5, V6, V7)
#define SUM3 SUM2; SUM(V8, V9, V10, V11)
#define SUM4 SUM3; SUM(V12, V13, V14, V15)
#define SUM5 SUM4; SUM(V16, V17, V18, V19)
#define SUM6 SUM5; SUM(V20, V21, V22, V23)

// STORE writes rows of the tile to C, at R11.
#define STORE1 VST1.P [V0.D2, V1.D2, V2.D2, V3.D2], (R11)(R8)
#define STORE2 STORE1; VST1.P [V4.D2, V5.D2, V6.D2, V7.D2], (R11)(R8)
#define STORE3 STORE2; VST1.P [V8.D2, V9.D2, V10.D2, V11.D2], (R11)(R8)
#define STORE4 STORE3; VST1.P [V12.D2, V13.D2, V14.D2, V15.D2], (R11)(R8)
#define STORE5 STORE4; VST1.P [V16.D2, V17.D2, V18.D2, V19.D2], (R11)(R8)
#define STORE6 STORE5; VST1.P [V20.D2, V21.D2, V22.D2, V23.D2], (R11)(R8)

// OUTER is a kernel of so many rows. Its loop, next, fetches 64 bytes at ahead for the tiles after it.
#define OUTER(BEGINS, ROWS, SUMS, STORES) \
	MOVD tiles+0(FP), R0; \
	MOVD aRow+24(FP), R2; \
	MOVD aCol+32(FP), R3; \
	MOVD b+40(FP), R4; \
	MOVD bRow+48(FP), R5; \
	MOVD bTile+56(FP), R6; \
	MOVD c+64(FP), R7; \
	MOVD cRow+72(FP), R8; \
	MOVBU add+80(FP), R12; \
	MOVD ahead+88(FP), R9; \
tile: \
	MOVD k+8(FP), R1; \
	MOVD a+16(FP), R13; \
	MOVD R4, R10; \
	BEGINS; \
next: \
	VLD1.P (R10)(R5), [V24.D2, V25.D2, V26.D2, V27.D2]; \
	PRFM (R9), PLDL2KEEP; \
	ADD $64, R9; \
	ROWS; \
	SUB $1, R1; \
	CBNZ R1, next; \
	CBZ R12, store; \
	MOVD R7, R11; \
	FMOVD $1.0, F28; \
	VDUP V28.D[0], V28.D2; \
	SUMS; \
store: \
	MOVD R7, R11; \
	STORES; \
	ADD $64, R7; \
	ADD R6, R4; \
	SUB $1, R0; \
	CBNZ R0, tile; \
	RET

// func neonOuter1(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)
TEXT ·neonOuter1(SB), NOSPLIT, $0-96
	OUTER(BEGIN1, ROWS1, SUM1, STORE1)

// func neonOuter2(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)
TEXT ·neonOuter2(SB), NOSPLIT, $0-96
	OUTER(BEGIN2, ROWS2, SUM2, STORE2)

// func neonOuter3(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)
TEXT ·neonOuter3(SB), NOSPLIT, $0-96
	OUTER(BEGIN3, ROWS3, SUM3, STORE3)

// func neonOuter4(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)
TEXT ·neonOuter4(SB), NOSPLIT, $0-96
	OUTER(BEGIN4, ROWS4, SUM4, STORE4)

// func neonOuter5(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)
TEXT ·neonOuter5(SB), NOSPLIT, $0-96
	OUTER(BEGIN5, ROWS5, SUM5, STORE5)

// func neonOuter6(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)
TEXT ·neonOuter6(SB), NOSPLIT, $0-96
	OUTER(BEGIN6, ROWS6, SUM6, STORE6)
