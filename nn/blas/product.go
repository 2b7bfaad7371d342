package blas

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// So many steps along k are computed at a time, so that the panel of B in use stays in the fastest cache, and so many
// rows, so that those of A stay in the second.
const (
	blockK = 128
	wholeK = 256 // so many steps at most are not divided
	blockM = 256
)

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
	switch {
	case p.n == 1 && p.A.col == 1:
		p.dots(add)
	case p.m == 1 && p.B.col != 1:
		p.transpose().dots(add)
	case p.n == 1 || p.B.col != 1 && p.m < p.n: // the kernels want many numbers of a row of B together
		p.transpose().share(add)
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

// dots computes a column C of rows of A times x, which gonum does well enough.
func (p product) dots(add bool) {
	beta := 0.0
	if add {
		beta = 1
	}
	rows := func(p product) {
		gonum.Implementation{}.Dgemv(blas.NoTrans, p.m, p.k, p.alpha, p.A.data, p.A.row, p.B.data, p.B.row, beta, p.C.data, p.C.row)
	}
	half := p.m / 2
	if half == 0 {
		rows(p)
		return
	}
	both(p.m*p.k, func() { rows(p.rows(0, half)) }, func() { rows(p.rows(half, p.m)) })
}

// share gives each processor half of the rows, or, where there are few, half of the steps along k.
func (p product) share(add bool) {
	work := p.m * p.n * p.k
	most := len(p.kernels.rows)
	switch {
	case p.m >= 4*most:
		half := (p.m/2 + most - 1) / most * most
		both(work, func() { p.rows(0, half).run(add) }, func() { p.rows(half, p.m).run(add) })
	case p.k >= 4*blockK:
		half := p.k / 2 / blockK * blockK
		second := p
		second.k, second.A, second.B = p.k-half, p.A.from(0, half), p.B.from(half, 0)
		second.C = view{make([]float64, p.m*p.n), p.n, 1}
		p.k = half
		both(work, func() { p.run(add) }, func() { second.run(false) })
		for i := range p.m {
			for j := range p.n {
				p.C.data[i*p.C.row+j*p.C.col] += second.C.data[i*p.n+j]
			}
		}
	default:
		p.run(add)
	}
}

// run computes the product, block by block.
func (p product) run(add bool) {
	width, most := p.width, len(p.kernels.rows)
	depth := blockK
	if p.k <= wholeK {
		depth = p.k
	}
	packB := p.B.col != 1 || p.n < width || p.m > 2*blockM/8
	packA := p.n > 2*width || p.A.col != 1
	rows := blockM
	if depth == p.k && packB {
		rows = most // B stays in the cache as a whole, so that C is written from top to bottom
	}
	panels := (p.n + width - 1) / width
	bufferB := make([]float64, depth*width*panels)
	bufferA := make([]float64, depth*min(p.m, blockM))
	tile := make([]float64, most*width)
	B := make([]view, panels)
	for k0 := 0; k0 < p.k; k0 += depth {
		k := min(depth, p.k-k0)
		for j := range panels {
			B[j] = p.B.from(k0, p.begin(j))
			if packB {
				B[j] = panel(bufferB[j*depth*width:], B[j], k, min(width, p.n), width)
			}
		}
		for i0 := 0; i0 < p.m; i0 += blockM {
			high := min(blockM, p.m-i0)
			A := p.A.from(i0, k0)
			if packA {
				A = columns(bufferA, A, high, k)
			}
			for i1 := 0; i1 < high; i1 += rows {
				m := min(rows, high-i1)
				for j := range panels {
					t := strip{A: A.from(i1, 0), B: B[j], C: p.C.from(i0+i1, p.begin(j)), m: m, k: k,
						wide: min(width, p.n), skip: j*width - p.begin(j), add: add || k0 > 0}
					switch {
					case !packB:
						t.ahead = p.B.address(k0+k, 0) + uintptr(8*width*k*j)
					case !packA:
						t.ahead = A.address(i1+m, 0)
					default:
						t.ahead = p.C.address(i0+i1+m, 0) + uintptr(8*width*k*j)
					}
					p.tiles(t, tile)
				}
			}
		}
	}
}

// begin is the first column of panel j. The last panel begins early, so that it is as wide as the others.
func (p product) begin(j int) int { return max(0, min(j*p.width, p.n-p.width)) }

// strip is m rows of C, as wide as a panel or less: A (m×k) times B (k×width).
type strip struct {
	A, B, C view
	m, k    int
	wide    int     // columns of C
	skip    int     // so many of them were computed with the panel before
	add     bool    // to what C holds
	ahead   uintptr // what to fetch meanwhile
}

// tiles computes a strip in tiles of nearly equal height.
func (p product) tiles(s strip, tile []float64) {
	most := len(p.kernels.rows)
	count := (s.m + most - 1) / most
	for t := range count {
		i, next := t*s.m/count, (t+1)*s.m/count
		kernel := p.kernels.rows[next-i-1]
		a, c := s.A.from(i, 0), s.C.from(i, 0)
		if c.col == 1 && s.wide == p.width && (s.skip == 0 || !s.add) {
			kernel(s.k, &a.data[0], 8*a.row, 8*a.col, &s.B.data[0], 8*s.B.row, &c.data[0], 8*c.row, p.alpha, s.add, s.ahead)
			continue
		}
		kernel(s.k, &a.data[0], 8*a.row, 8*a.col, &s.B.data[0], 8*s.B.row, &tile[0], 8*p.width, p.alpha, false, s.ahead)
		c.from(0, s.skip).take(tile[s.skip:], next-i, s.wide-s.skip, p.width, s.add)
	}
}

// take copies m rows of a tile's first columns, or adds them. What lies together in v is written together.
func (v view) take(tile []float64, m, wide, width int, add bool) {
	if v.col == 1 {
		for r := range m {
			row := v.data[r*v.row : r*v.row+wide]
			from := tile[r*width : r*width+wide]
			if !add {
				copy(row, from)
				continue
			}
			for j, x := range from {
				row[j] += x
			}
		}
		return
	}
	for j := range wide {
		for r := range m {
			at := r*v.row + j*v.col
			if add {
				v.data[at] += tile[r*width+j]
			} else {
				v.data[at] = tile[r*width+j]
			}
		}
	}
}

// panel copies k rows of wide numbers of B beside one another, and fills them up with zeros to the width.
func panel(buffer []float64, B view, k, wide, width int) view {
	for l := range k {
		row := buffer[l*width : (l+1)*width]
		if B.col == 1 {
			copy(row[:wide], B.data[l*B.row:])
		} else {
			for j := range wide {
				row[j] = B.data[l*B.row+j*B.col]
			}
		}
		clear(row[wide:])
	}
	return view{buffer, width, 1}
}

// columns copies m rows of k numbers of A, so that those of one step along k lie together.
func columns(buffer []float64, A view, m, k int) view {
	if A.row == 1 {
		for l := range k {
			copy(buffer[l*m:(l+1)*m], A.data[l*A.col:])
		}
		return view{buffer, 1, m}
	}
	for i := range m {
		row := buffer[i*k : (i+1)*k]
		if A.col == 1 {
			copy(row, A.data[i*A.row:])
			continue
		}
		for l := range row {
			row[l] = A.data[i*A.row+l*A.col]
		}
	}
	return view{buffer, k, 1}
}
