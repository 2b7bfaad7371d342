package lanes

import "golang.org/x/sys/cpu"

// available is the kernels for AVX2. Where a processor has FMA, math.Exp uses it, and so do they.
var available = func() kernels {
	if !cpu.X86.HasAVX2 || !cpu.X86.HasFMA {
		return kernels{}
	}
	return kernels{avx2Tanh, avx2Exp, avx2Sigmoid}
}()
