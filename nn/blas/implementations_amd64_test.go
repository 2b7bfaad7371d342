package blas

import (
	"testing"

	"golang.org/x/sys/cpu"
)

// implementations returns those that this processor can run, besides gonum's.
func implementations(t *testing.T) (list []Implementation) {
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ {
		list = append(list, Implementation{kernels: avx512})
	}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		list = append(list, Implementation{kernels: avx2})
	}
	if len(list) == 0 {
		t.Skip("this processor has neither AVX-512 nor AVX2 with FMA")
	}
	return list
}
