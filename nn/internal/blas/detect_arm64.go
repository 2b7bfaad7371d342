package blas

// available returns the kernels for NEON, which every arm64 processor has.
func available() []kernels { return []kernels{neon} }

var neon = kernels{
	name:    "neon",
	width:   8,
	fetches: 64,
	depth:   blockK,
	outer:   []outerKernel{neonOuter1, neonOuter2, neonOuter3, neonOuter4, neonOuter5, neonOuter6},
	inner:   []innerKernel{neonInner1, neonInner2, neonInner3, neonInner4},

	combine: neonCombine,
	dots:    neonDots,
	fetch:   neonFetch,
}
