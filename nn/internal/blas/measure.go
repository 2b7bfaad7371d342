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
	count := processors(mostPieces * piece)
	sums := make([][]float64, count)
	for t := range sums {
		sums[t] = make([]float64, most*k.width)
	}
	// The strides are zero, so that each step multiplies the same numbers again.
	multiply := func(t int) {
		k.outer[most-1](1, steps, &data[0], 8, 0, &data[64], 0, 0, &sums[t][0], 8*k.width, false, 0)
	}
	// One row of A and as narrow a B as can be: nothing but reading.
	rows := read / count / k.width
	sum := func(t int) {
		k.outer[0](1, rows, &data[0], 0, 0, &data[t*rows*k.width], 8*k.width, 0, &sums[t][0], 8*k.width, false, 0)
	}
	return Limits{
		GFLOPS: 2 * float64(count*steps*most*k.width) / best(count, multiply) / 1e9,
		GBs:    8 * float64(count*rows*k.width) / best(count, sum) / 1e9,
	}
}

// best returns the seconds of the fastest of many runs on so many processors.
func best(count int, work func(t int)) float64 {
	fastest := time.Hour
	for until := time.Now().Add(time.Second / 4); time.Now().Before(until); {
		began := time.Now()
		share(mostPieces*piece, count, work)
		fastest = min(fastest, time.Since(began))
	}
	return fastest.Seconds()
}
