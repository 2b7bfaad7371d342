package blas

// innerKernel computes the inner products of some rows of A with three rows of Bᵀ; strides are in bytes.
type innerKernel func(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int)

// group is so many columns that inner tiles are gathered for, so that rows of C are written in larger pieces.
const group = 24

// suitsInner reports whether inner products are the way: rows of A and columns of B lie in one piece, and there are few
// enough rows of A that each column of B is read from memory once.
func (p product) suitsInner() bool {
	return p.A.col == one && p.B.row == one && p.alpha == 1 && p.m <= 64 && p.n >= 3 && p.k >= 16
}

// fetchKernel fetches 64·lines bytes of each row into the cache.
type fetchKernel func(rows, lines int, p uintptr, row int)

// runInner computes the product three columns at a time.
func (p product) runInner(add bool) {
	memory := workspaces.Get().(*workspace)
	defer workspaces.Put(memory)
	tile := over(memory.take(2, p.m*group), group, 1)
	B := p.B.t()
	most := len(p.inner)
	count := (p.m + most - 1) / most
	for j0 := 0; j0 < p.n; j0 += group {
		wide := min(group, p.n-j0)
		if wide < 3 { // three columns at least; what was computed already is left out below
			wide = 3
		}
		begin := min(j0, p.n-wide)
		if p.C.col == one { // by the time the group is computed, it is there to be written to
			p.fetch(p.m, group*one/64, p.C.address(0, j0), p.C.row)
		}
		for j := 0; j < wide; j += 3 {
			j = min(j, wide-3)
			b := B.from(begin+j, 0)
			for t := range count {
				i, next := t*p.m/count, (t+1)*p.m/count
				a, to := p.A.from(i, 0), tile.from(i, j)
				p.inner[next-i-1](p.k, a.at(0, 0), a.row, b.at(0, 0), b.row, to.at(0, 0), to.row)
			}
		}
		skip := j0 - begin
		p.C.from(0, j0).take(tile.from(0, skip), p.m, wide-skip, add)
	}
}
