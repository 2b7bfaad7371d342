package blas

import "golang.org/x/sys/cpu"

// available returns the kernels that this processor has the instructions for, the fastest first.
func available() []kernels {
	var all []kernels
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VL && cpu.X86.HasFMA {
		all = append(all, avx512)
	}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		all = append(all, avx2)
	}
	return all
}

var avx512 = kernels{
	name:    "avx512",
	width:   24,
	fetches: 192,
	depth:   blockK,
	outer: []outerKernel{
		avx512Outer1, avx512Outer2, avx512Outer3, avx512Outer4, avx512Outer5, avx512Outer6, avx512Outer7, avx512Outer8,
	},
	inner: []innerKernel{avx512Inner1, avx512Inner2, avx512Inner3, avx512Inner4, avx512Inner5, avx512Inner6},

	combine: avx512Combine,
	dots:    avx512Dots,
	fetch:   fetchRows,
}

var avx2 = kernels{
	name:    "avx2",
	width:   12,
	fetches: 64,
	depth:   blockK / 2,
	outer:   []outerKernel{avx2Outer1, avx2Outer2, avx2Outer3, avx2Outer4},
	inner:   []innerKernel{avx2Inner1, avx2Inner2, avx2Inner3},

	combine: avx2Combine,
	dots:    avx2Dots,
	fetch:   fetchRows,
}
