package blas

// outerKernel computes a tile of C as a sum of outer products, and fetches the memory at ahead into the cache meanwhile;
// strides are in bytes.
type outerKernel func(k int, a *float64, aRow, aCol int, b *float64, bRow int, c *float64, cRow int, add bool, ahead uintptr)

// So many steps along k are computed at a time, so that the panel of B in use stays in the fastest cache, and so many
// rows, so that those of A stay in the second.
const (
	blockK = 128
	wholeK = 256 // so many steps at most are not divided
	blockM = 256

	fewRows = 64 // of so many rows of A, what the next block needs is fetched ahead
)

// block is some rows of C, as wide as C is: A (m×k) times B (k×n), whose panels are as wide as a tile.
type block struct {
	kernels
	m, n, k int
	A, C    view
	B       []view
	add     bool // to what C holds
	tile    view // for what does not fit into C as it is

	ahead            uintptr // what the first tile fetches
	perRow, perPanel int     // how much further the tiles below and beside it fetch, in bytes
}

// runOuter computes the product, block by block.
func (p product) runOuter(add bool) {
	depth := blockK
	if p.k <= wholeK {
		depth = p.k
	}
	packB := p.B.col != one || p.n < p.width || p.m > blockM/4
	packA := p.n > 2*p.width || p.A.col != one || p.alpha != 1
	panels := (p.n + p.width - 1) / p.width
	memory := workspaces.Get().(*workspace)
	defer workspaces.Put(memory)
	bufferA := memory.take(0, depth*min(p.m, blockM))
	bufferB := memory.take(1, depth*p.width*panels)
	b := block{kernels: p.kernels, n: p.n, B: memory.panels(panels), tile: over(memory.take(2, len(p.outer)*p.width), p.width, 1)}
	for k0 := 0; k0 < p.k; k0 += depth {
		b.k, b.add = min(depth, p.k-k0), add || k0 > 0
		for j := range b.B {
			b.B[j] = p.B.from(k0, b.begin(j))
			if packB {
				b.B[j] = panel(bufferB[j*depth*p.width:], b.B[j], b.k, min(p.width, p.n), p.width)
			}
		}
		for i0 := 0; i0 < p.m; i0 += blockM {
			b.m = min(blockM, p.m-i0)
			b.A, b.C = p.A.from(i0, k0), p.C.from(i0, 0)
			strip := one * p.width * b.k
			switch {
			case !packB: // the next block of B
				b.ahead, b.perRow, b.perPanel = p.B.address(k0+b.k, 0), 0, strip
			case !packA: // the next rows of A
				b.ahead, b.perRow, b.perPanel = b.A.address(1, 0), b.A.row, 0
			default: // the next rows of C
				b.ahead, b.perRow, b.perPanel = b.C.address(1, 0), b.C.row, strip
			}
			if packA {
				later := b.A.address(0, b.k)
				b.A = columns(bufferA, b.A, b.m, b.k, p.alpha)
				if p.A.col == one && p.m <= fewRows && k0+depth < p.k {
					p.fetch(p.m, depth*one/64, later, p.A.row)
				}
			}
			b.run(packB && depth == p.k)
		}
	}
}

// run computes the tiles, of nearly equal height. Where all of B stays in the cache, C is written from top to bottom; else
// one panel of B serves all rows.
func (b *block) run(stays bool) {
	most := len(b.outer)
	count := (b.m + most - 1) / most
	if stays {
		for t := range count {
			for j := range b.B {
				b.compute(t*b.m/count, (t+1)*b.m/count, j)
			}
		}
		return
	}
	for j := range b.B {
		for t := range count {
			b.compute(t*b.m/count, (t+1)*b.m/count, j)
		}
	}
}

// compute computes the tile of rows i to next in panel j.
func (b *block) compute(i, next, j int) {
	kernel := b.outer[next-i-1]
	begin := b.begin(j)
	skip := j*b.width - begin // so many columns were computed with the panel before
	a, to := b.A.from(i, 0), b.C.from(i, begin)
	ahead := b.ahead + uintptr(b.perRow*(next-1)+b.perPanel*j)
	if to.col == one && b.n >= b.width && (skip == 0 || !b.add) {
		kernel(b.k, a.at(0, 0), a.row, a.col, b.B[j].at(0, 0), b.B[j].row, to.at(0, 0), to.row, b.add, ahead)
		return
	}
	kernel(b.k, a.at(0, 0), a.row, a.col, b.B[j].at(0, 0), b.B[j].row, b.tile.at(0, 0), b.tile.row, false, ahead)
	to.from(0, skip).take(b.tile.from(0, skip), next-i, min(b.width, b.n)-skip, b.add)
}

// begin is the first column of panel j. The last panel begins early, so that it is as wide as the others.
func (b *block) begin(j int) int { return max(0, min(j*b.width, b.n-b.width)) }
