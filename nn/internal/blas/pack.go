package blas

import (
	"sync"
	"unsafe"
)

// workspace is memory that products use one after the other.
type workspace struct {
	buffers [3][]float64
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// take returns n numbers of buffer i, whatever they are.
func (w *workspace) take(i, n int) []float64 {
	if cap(w.buffers[i]) < n {
		w.buffers[i] = make([]float64, n)
	}
	return w.buffers[i][:n]
}

// pack copies panels j to end of B, so that each lies by itself: a few at a time, whose rows lie beside one another.
func (p product) pack(buffer []float64, j, end int) {
	const few = 8
	for ; j < end; j += few {
		next := min(j+few, end)
		if p.B.col == one && p.n >= p.width {
			for l := range p.k {
				for i := j; i < next; i++ {
					from := p.B.at(l, panelBegin(i, p.n, p.width))
					copyRow(&buffer[(i*p.k+l)*p.width], from, p.width)
				}
			}
			continue
		}
		for i := j; i < next; i++ {
			panel(buffer[i*p.k*p.width:], p.B.from(0, panelBegin(i, p.n, p.width)), p.k, min(p.width, p.n), p.width)
		}
	}
}

// copyRow copies a row of a panel. The usual widths are written out, since to call copy takes longer than to copy so few numbers.
func copyRow(to, from *float64, width int) {
	switch width {
	case 12:
		*(*[12]float64)(unsafe.Pointer(to)) = *(*[12]float64)(unsafe.Pointer(from))
	case 24:
		*(*[24]float64)(unsafe.Pointer(to)) = *(*[24]float64)(unsafe.Pointer(from))
	default:
		copy(unsafe.Slice(to, width), unsafe.Slice(from, width))
	}
}

// panel copies k rows of wide numbers of B beside one another, and fills them up with zeros to the width.
func panel(buffer []float64, B view, k, wide, width int) {
	packed := over(buffer, width, 1)
	packed.take(B, k, wide, false)
	if wide < width {
		for l := range k {
			clear(buffer[l*width+wide : (l+1)*width])
		}
	}
}

// columns copies m rows of k numbers of A, times alpha. Rows stay rows where they lie in one piece, and columns columns.
func columns(buffer []float64, A view, m, k int, alpha float64) view {
	packed := over(buffer, k, 1)
	if A.row == one {
		packed = over(buffer, 1, apart(m))
	}
	packed.take(A, m, k, false)
	if alpha != 1 {
		packed.scale(m, k, alpha)
	}
	return packed
}

// apart is how far from each other columns of m numbers lie: an odd number of cache lines. If it were a power of two, all
// would fight for the same few places of the cache.
func apart(m int) int { return ((m+7)/8 | 1) * 8 }
