package blas

import "golang.org/x/sys/cpu"

func detect() kernels {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ && cpu.X86.HasFMA:
		return avx512
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return avx2
	}
	return kernels{}
}

var avx512 = kernels{name: "avx512", width: 24, rows: []kernel{
	avx512Rows1, avx512Rows2, avx512Rows3, avx512Rows4, avx512Rows5, avx512Rows6, avx512Rows7, avx512Rows8,
}}

var avx2 = kernels{name: "avx2", width: 12, rows: []kernel{avx2Rows1, avx2Rows2, avx2Rows3, avx2Rows4}}
