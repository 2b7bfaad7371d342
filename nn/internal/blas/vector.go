package blas

// combineKernel adds 4·fours rows of n numbers, each times its own number of a, to c; strides are in bytes.
type combineKernel func(fours, n int, a *float64, aCol int, b *float64, bRow int, c *float64)

// dotsKernel computes 4·fours inner products of a with rows of n numbers.
type dotsKernel func(fours, n int, a *float64, b *float64, bRow int, c *float64)

// suitsCombine reports whether C is a row, to which rows of B are added.
func (p product) suitsCombine() bool {
	return p.m == 1 && p.B.col == one && p.C.col == one && p.alpha == 1 && p.n >= 16 && p.k >= 16
}

// suitsDots reports whether C is a row of inner products with columns of B, which lie in one piece each.
func (p product) suitsDots() bool {
	return p.m == 1 && p.A.col == one && p.B.row == one && p.C.col == one && p.alpha == 1 && p.n >= 16 && p.k >= 16
}

// shareCombine gives each processor half of the rows of B, or some columns of them.
func (p product) shareCombine(add bool) {
	if !add {
		clear(p.C.along(0, 0, p.n))
	}
	first, second := p.halves(p.k / 8 * 4)
	parts := split((processors(p.work())+1)/2, p.n, narrowest)
	share(p.work(), 2*parts, func(i int) {
		half := []product{first, second}[i%2]
		half.columns(begin(p.n, narrowest, parts, i/2), begin(p.n, narrowest, parts, i/2+1)).runCombine()
	})
	p.C.take(second.C, 1, p.n, true)
}

func (p product) runCombine() {
	whole := p.k / 4 * 4
	p.combine(whole/4, p.n, p.A.at(0, 0), p.A.col, p.B.at(0, 0), p.B.row, p.C.at(0, 0))
	c := p.C.along(0, 0, p.n)
	for l := whole; l < p.k; l++ {
		a := *p.A.at(0, l)
		for j, b := range p.B.along(l, 0, p.n) {
			c[j] += a * b
		}
	}
}

// shareDots gives each processor some of the inner products. The last four may be computed twice, to be four.
func (p product) shareDots(add bool) {
	to := p.C
	if add {
		to = over(make([]float64, p.n), p.n, 1)
	}
	run := func(j, next int) {
		B := p.B.t()
		whole := (next - j) / 4 * 4
		p.dots(whole/4, p.k, p.A.at(0, 0), B.at(j, 0), B.row, to.at(0, j))
		if j+whole < next {
			p.dots(1, p.k, p.A.at(0, 0), B.at(next-4, 0), B.row, to.at(0, next-4))
		}
	}
	parts := split(processors(p.work()), p.n/2, 4)
	share(p.work(), parts, func(i int) { run(begin(p.n, 4, parts, i), begin(p.n, 4, parts, i+1)) })
	if add {
		p.C.take(to, 1, p.n, true)
	}
}
