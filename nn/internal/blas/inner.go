package blas

// innerKernel computes the inner products of some rows of A with four rows of Bᵀ; strides are in bytes.
type innerKernel func(k int, a *float64, aRow int, b *float64, bRow int, c *float64, cRow int, add bool)

// suitsInner reports whether inner products are the way: rows of A and columns of B lie in one piece, and there are few
// enough rows of A that each column of B is read from memory once.
func (p product) suitsInner() bool {
	return p.A.col == one && p.B.row == one && p.alpha == 1 && p.m <= 64 && p.n >= 4 && p.k >= 16
}

// fetchKernel fetches 64·lines bytes of each row into the cache.
type fetchKernel func(rows, lines int, p uintptr, row int)

// runInner computes the product four columns at a time.
func (p product) runInner(add bool) {
	memory := workspaces.Get().(*workspace)
	defer workspaces.Put(memory)
	tile := over(memory.take(2, p.m*group), group, 1)
	B := p.B.t()
	most := len(p.inner)
	count := (p.m + most - 1) / most
	for j0 := 0; j0 < p.n; j0 += group {
		wide := min(group, p.n-j0)
		direct := wide == group && p.C.col == one
		to := tile
		if direct { // by the time the group is computed, it is there to be written to
			to = p.C.from(0, j0)
			p.fetch(p.m, group*one/64, to.address(0, 0), to.row)
		}
		full := max(wide, 4)
		begin := min(j0, p.n-full)
		for j := 0; j < wide; j += 4 {
			j = min(j, full-4)
			b := B.from(begin+j, 0)
			for t := range count {
				i, next := t*p.m/count, (t+1)*p.m/count
				a, c := p.A.from(i, 0), to.from(i, j)
				p.inner[next-i-1](p.k, a.at(0, 0), a.row, b.at(0, 0), b.row, c.at(0, 0), c.row, add && direct)
			}
		}
		if !direct {
			skip := j0 - begin // so many columns were computed with the group before
			p.C.from(0, j0).take(tile.from(0, skip), p.m, wide, add)
		}
	}
}
