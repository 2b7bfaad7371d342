package blas

// product is C = alpha·A·B + beta·C, with A m×k and B k×n.
type product struct {
	kernels
	m, n, k int
	alpha   float64
	A, B, C view
	packed  []float64 // the panels of B, where they are packed already
}

// compute brings the product into the form that suits the kernels, and shares it between processors.
func (p product) compute(beta float64) {
	if beta != 0 && beta != 1 {
		p.C.scale(p.m, p.n, beta)
	}
	add := beta != 0
	turned := p.transpose()
	switch {
	case p.suitsCombine():
		p.shareCombine(add)
	case turned.suitsCombine():
		turned.shareCombine(add)
	case p.suitsDots():
		p.shareDots(add)
	case turned.suitsDots():
		turned.shareDots(add)
	case p.suitsInner():
		p.shareColumns(add)
	case turned.suitsInner():
		turned.shareColumns(add)
	case p.n == 1 || p.B.col != one && p.m < p.n: // the outer kernels want many numbers of a row of B together
		turned.share(add)
	default:
		p.share(add)
	}
}

// transpose returns Cᵀ = alpha·Bᵀ·Aᵀ + Cᵀ.
func (p product) transpose() product {
	p.m, p.n, p.A, p.B, p.C = p.n, p.m, p.B.t(), p.A.t(), p.C.t()
	return p
}

// rows returns the part of the product that computes rows i0 to i1 of C.
func (p product) rows(i0, i1 int) product {
	p.m, p.A, p.C = i1-i0, p.A.from(i0, 0), p.C.from(i0, 0)
	return p
}

// columns returns the part of the product that computes columns j0 to j1 of C.
func (p product) columns(j0, j1 int) product {
	p.n, p.B, p.C = j1-j0, p.B.from(0, j0), p.C.from(0, j0)
	return p
}

// steps returns the part of the product from step l0 to l1 along k.
func (p product) steps(l0, l1 int) product {
	p.k, p.A, p.B = l1-l0, p.A.from(0, l0), p.B.from(l0, 0)
	return p
}

// work is how many multiplications the product takes.
func (p product) work() int { return p.m * p.n * p.k }

// shareColumns gives each processor some of the columns.
func (p product) shareColumns(add bool) {
	parts := split(processors(p.work()), p.n, group)
	share(p.work(), parts, func(i int) {
		p.columns(begin(p.n, group, parts, i), begin(p.n, group, parts, i+1)).runInner(add)
	})
}

// share gives each processor some of the rows, or, where there are few, half of the steps along k for some of the columns.
func (p product) share(add bool) {
	most := len(p.outer)
	if p.packsB() {
		p.depth = blockK // said here, before parts of the product might say something else
	}
	switch {
	case p.m >= manyRows:
		parts := split(processors(p.work()), p.m/2, most) // of two tiles at least, so that they are of nearly equal height
		p.shareRows(parts, add)
	case p.k >= halvedK:
		first, second := p.halves(p.k / 2 / blockK * blockK)
		parts := split((processors(p.work())+1)/2, p.n, p.width)
		share(p.work(), 2*parts, func(i int) {
			j, next := begin(p.n, p.width, parts, i/2), begin(p.n, p.width, parts, i/2+1)
			if i%2 == 0 {
				first.columns(j, next).runOuter(add)
			} else {
				second.columns(j, next).runOuter(false)
			}
		})
		p.C.take(second.C, p.m, p.n, true)
	default:
		p.runOuter(add)
	}
}

// shareRows gives each processor some of the rows. All of them need all of B: they pack it together, block by block along k.
func (p product) shareRows(parts int, add bool) {
	most := len(p.outer)
	run := func(p product, add bool) {
		share(p.work(), parts, func(i int) {
			p.rows(begin(p.m, most, parts, i), begin(p.m, most, parts, i+1)).runOuter(add)
		})
	}
	if parts == 1 || !p.packsB() || p.k*p.n < packedTogether {
		run(p, add)
		return
	}
	memory := workspaces.Get().(*workspace)
	defer workspaces.Put(memory)
	panels := (p.n + p.width - 1) / p.width
	depth := p.depth
	if p.k <= wholeK {
		depth = p.k
	}
	packed := memory.take(1, depth*p.width*panels)
	for k0 := 0; k0 < p.k; k0 += depth {
		part := p.steps(k0, min(k0+depth, p.k))
		share(part.work(), parts, func(i int) { part.pack(packed, panels*i/parts, panels*(i+1)/parts) })
		part.packed = packed
		run(part, add || k0 > 0)
	}
}

// halves returns the parts of the product before and behind step half along k. The second has a C of its own.
func (p product) halves(half int) (first, second product) {
	first, second = p, p
	first.k = half
	second.k, second.A, second.B, second.C = p.k-half, p.A.from(0, half), p.B.from(half, 0), over(make([]float64, p.m*p.n), p.n, 1)
	return first, second
}
