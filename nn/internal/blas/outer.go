package blas

import "unsafe"

// outerKernel computes tiles of C beside one another as sums of outer products, and fetches the memory at ahead into the
// cache meanwhile; strides are in bytes.
type outerKernel func(tiles, k int, a *float64, aRow, aCol int, b *float64, bRow, bTile int, c *float64, cRow int, add bool, ahead uintptr)

// block is some rows of C, as wide as C is: A (m×k) times B (k×n). B is panels as wide as a tile; the last one begins early
// to be as wide as the others.
type block struct {
	kernels
	m, n, k int
	A, B, C view
	beside  int  // from one panel of B to the next, in bytes
	packed  bool // whether each panel lies by itself
	add     bool // to what C holds
	tile    view // for what does not fit into C as it is

	ahead            uintptr // what the first tile fetches
	perRow, perPanel int     // how much further the tiles below and beside it fetch, in bytes
}

// packsB reports whether B is not read as it lies: for many rows it is worth it to copy it first.
func (p product) packsB() bool { return p.B.col != one || p.n < p.width || p.m > blockM/4 }

// runOuter computes the product, block by block.
func (p product) runOuter(add bool) {
	packB := p.packsB()
	depth := p.depth
	if p.k <= wholeK {
		depth = p.k
	}
	packed := p.packed
	packA := p.n > 2*p.width || p.A.col != one || p.alpha != 1
	panels := (p.n + p.width - 1) / p.width
	memory := workspaces.Get().(*workspace)
	defer workspaces.Put(memory)
	bufferA := memory.take(0, depth*apart(min(p.m, blockM)))
	b := block{kernels: p.kernels, n: p.n, packed: packB, tile: over(memory.take(2, len(p.outer)*p.width), p.width, 1)}
	for k0 := 0; k0 < p.k; k0 += depth {
		b.k, b.add = min(depth, p.k-k0), add || k0 > 0
		b.B, b.beside = p.B.from(k0, 0), one*p.width
		if packB {
			if p.packed == nil {
				packed = memory.take(1, depth*p.width*panels)
				p.steps(k0, k0+b.k).pack(packed, 0, panels)
			}
			b.B, b.beside = over(packed, p.width, 1), one*p.width*b.k
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
			case p.fetches < one*p.width: // nothing: a kernel that fetches little is slower for it here
				b.ahead = 0
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
			b.run()
		}
	}
}

// run computes the tiles, of nearly equal height, with a few panels of B at a time, which serve all rows.
func (b *block) run() {
	most := len(b.outer)
	count := (b.m + most - 1) / most
	panels := (b.n + b.width - 1) / b.width
	groups := min(panels, (panels*b.k*b.width+someB-1)/someB)
	for g := range groups {
		for t := range count {
			b.compute(t, count, g*panels/groups, (g+1)*panels/groups)
		}
	}
}

// compute computes the tiles in panels j to end of row t of so many rows of tiles.
func (b *block) compute(t, count, j, end int) {
	i, next := t*b.m/count, (t+1)*b.m/count
	kernel := b.outer[next-i-1]
	a, c := b.A.from(i, 0), b.C.from(i, 0)
	ahead := b.fetched(t, next, j, end)
	if whole := min(end, b.n/b.width) - j; whole > 0 && c.col == one {
		kernel(whole, b.k, a.at(0, 0), a.row, a.col, b.panel(j), b.B.row, b.beside, c.at(0, j*b.width), c.row, b.add, ahead)
		j += whole
	}
	for ; j < end; j++ {
		if c.col == one && b.n >= b.width && !b.add {
			kernel(1, b.k, a.at(0, 0), a.row, a.col, b.panel(j), b.B.row, 0, c.at(0, b.begin(j)), c.row, false, ahead)
			continue
		}
		kernel(1, b.k, a.at(0, 0), a.row, a.col, b.panel(j), b.B.row, 0, b.tile.at(0, 0), b.tile.row, false, ahead)
		begin := b.begin(j)
		skip := j*b.width - begin // so many columns were computed with the panel before
		c.from(0, j*b.width).take(b.tile.from(0, skip), next-i, min(b.width, b.n)-skip, b.add)
	}
}

// fetched is what the tiles in panels j to end of row t of tiles fetch, which row next of A follows. Where a tile fetches less than
// it reads of B, the rows of tiles take turns: each fetches another part.
func (b *block) fetched(t, next, j, end int) uintptr {
	if b.ahead == 0 {
		return uintptr(unsafe.Pointer(b.panel(j))) // what it reads anyway
	}
	if b.perRow == 0 {
		turns := (one*b.width + b.fetches - 1) / b.fetches
		return b.ahead + uintptr(b.perPanel*j+t%turns*b.fetches*b.k*(end-j))
	}
	return b.ahead + uintptr(b.perRow*(next-1)+b.perPanel*j)
}

// begin is the first column of panel j. The last panel begins early, so that it is as wide as the others.
func (b *block) begin(j int) int { return panelBegin(j, b.n, b.width) }

func panelBegin(j, n, width int) int { return max(0, min(j*width, n-width)) }

// panel is where panel j of B lies.
func (b *block) panel(j int) *float64 {
	if b.packed {
		return (*float64)(unsafe.Add(b.B.p, j*b.beside))
	}
	return b.B.at(0, b.begin(j))
}
