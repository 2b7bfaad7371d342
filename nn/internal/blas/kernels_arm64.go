package blas

// The kernels for NEON are written by hand, in a file each: outer_arm64.s, inner_arm64.s … Strides are in bytes.
//
// Their loops take 0.7 (outer, inner) and 0.9 instructions (combine, dots) for each multiplication and addition, where ½ is
// the ideal: listing_test.go counts them all. They were tried under an emulator, and never timed.

// neonOuter1 computes tiles of 1 rows of 8 numbers; tiles and k are at least 1.
//
//go:noescape
func neonOuter1(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)

// neonOuter2 computes tiles of 2 rows of 8 numbers; tiles and k are at least 1.
//
//go:noescape
func neonOuter2(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)

// neonOuter3 computes tiles of 3 rows of 8 numbers; tiles and k are at least 1.
//
//go:noescape
func neonOuter3(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)

// neonOuter4 computes tiles of 4 rows of 8 numbers; tiles and k are at least 1.
//
//go:noescape
func neonOuter4(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)

// neonOuter5 computes tiles of 5 rows of 8 numbers; tiles and k are at least 1.
//
//go:noescape
func neonOuter5(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)

// neonOuter6 computes tiles of 6 rows of 8 numbers; tiles and k are at least 1.
//
//go:noescape
func neonOuter6(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)

// neonInner1 computes 1 rows of 4 numbers.
//
//go:noescape
func neonInner1(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)

// neonInner2 computes 2 rows of 4 numbers.
//
//go:noescape
func neonInner2(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)

// neonInner3 computes 3 rows of 4 numbers.
//
//go:noescape
func neonInner3(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)

// neonInner4 computes 4 rows of 4 numbers.
//
//go:noescape
func neonInner4(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)

// neonCombine adds 4·fours rows of n numbers, each times its own, to c; fours is at least 1.
//
//go:noescape
func neonCombine(fours, n int, a *float64, aCol int, b *float64, bRow int, c *float64)

// neonDots computes 4·fours inner products of n numbers; fours is at least 1.
//
//go:noescape
func neonDots(fours, n int, a *float64, b *float64, bRow int, c *float64)

// neonFetch fetches 64·lines bytes of each row into the cache; rows and lines are at least 1.
//
//go:noescape
func neonFetch(rows, lines int, p uintptr, row int)
