package blas

import (
	"syscall"
	"unsafe"
)

const (
	largePage  = 2 << 20
	worthwhile = 2 * largePage
)

// LargePages asks the system to keep numbers that were not used yet in large pages, where they fill some: the 20 MB of the
// cats are 5,000 pages of the usual size, more than a processor finds without searching. A system that declines is slower,
// and nothing else.
func LargePages(numbers []float64) {
	size := uintptr(8 * len(numbers))
	if size < worthwhile {
		return
	}
	begin := unsafe.Pointer(unsafe.SliceData(numbers))
	skip := -uintptr(begin) % largePage // only pages that are full: the pointer must not leave the slice
	pages := unsafe.Slice((*byte)(unsafe.Add(begin, skip)), (size-skip)/largePage*largePage)
	_ = syscall.Madvise(pages, syscall.MADV_HUGEPAGE)
}
