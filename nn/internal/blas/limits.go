package blas

import "time"

// Limits is what this machine can do at most, on the processors that a product is shared between. It is zero where there
// are no kernels of ours.
type Limits struct {
	GFLOPS float64 // 10⁹ multiplications and additions a second, on numbers that stay in the first cache
	GBs    float64 // 10⁹ bytes a second, reading 20 MB again and again
}

// Measure finds the limits, in about half a second: the best of many short runs, since others may use the machine.
func Measure() Limits {
	k := New().kernels
	if k.outer == nil {
		return Limits{}
	}
	const steps, read = 20_000, 12288 * 209
	most := len(k.outer)
	data := make([]float64, read)
	LargePages(data)
	for i := range data {
		data[i] = 1 // memory that was never written to is not there yet
	}
	var sums [2][]float64
	for t := range sums {
		sums[t] = make([]float64, most*k.width)
	}
	// The strides are zero, so that each step multiplies the same numbers again.
	multiply := func(t int) func() {
		return func() {
			k.outer[most-1](1, steps, &data[0], 8, 0, &data[64], 0, 0, &sums[t][0], 8*k.width, false, 0)
		}
	}
	// One row of A and as narrow a B as can be: nothing but reading.
	half := read / 2 / k.width
	sum := func(t int) func() {
		return func() {
			k.outer[0](1, half, &data[0], 0, 0, &data[t*half*k.width], 8*k.width, 0, &sums[t][0], 8*k.width, false, 0)
		}
	}
	return Limits{
		GFLOPS: 2 * 2 * float64(steps*most*k.width) / best(multiply) / 1e9,
		GBs:    2 * 8 * float64(half*k.width) / best(sum) / 1e9,
	}
}

// best returns the seconds of the fastest of many runs on both processors.
func best(work func(t int) func()) float64 {
	fastest := time.Hour
	for until := time.Now().Add(time.Second / 4); time.Now().Before(until); {
		began := time.Now()
		both(shareful, work(0), work(1))
		fastest = min(fastest, time.Since(began))
	}
	return fastest.Seconds()
}
