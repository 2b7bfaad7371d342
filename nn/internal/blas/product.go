package blas

// product is C = alpha·A·B + beta·C, with A m×k and B k×n.
type product struct {
	kernels
	m, n, k int
	alpha   float64
	A, B, C view
}

// compute brings the product into the form that suits the kernels, and shares it between two processors.
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

// shareColumns gives each processor half of the columns.
func (p product) shareColumns(add bool) {
	half := p.n / 8 * 4
	both(p.m*p.n*p.k, func() { p.columns(0, half).runInner(add) }, func() { p.columns(half, p.n).runInner(add) })
}

// share gives each processor half of the rows, or, where there are few, half of the steps along k.
func (p product) share(add bool) {
	work := p.m * p.n * p.k
	most := len(p.outer)
	switch {
	case p.m >= 4*most:
		half := (p.m/2 + most - 1) / most * most
		both(work, func() { p.rows(0, half).runOuter(add) }, func() { p.rows(half, p.m).runOuter(add) })
	case p.k >= 4*blockK:
		half := p.k / 2 / blockK * blockK
		sum := make([]float64, p.m*p.n)
		second := p
		second.k, second.A, second.B, second.C = p.k-half, p.A.from(0, half), p.B.from(half, 0), over(sum, p.n, 1)
		p.k = half
		both(work, func() { p.runOuter(add) }, func() { second.runOuter(false) })
		p.C.take(second.C, p.m, p.n, true)
	default:
		p.runOuter(add)
	}
}
