package main

// farthest is where exp leaves numbers to math.Exp: beyond, a result may be 0, infinite or subnormal.
const farthest = 708

// exp computes math.Exp as Go does it on amd64 with FMA (math/exp_amd64.s), operation for operation: the Taylor series of
// e^(what is left/16), squared four times, less 1 until the last.
func exp(x vector) vector {
	known(less(and(x, bits(^uint64(sign))), number(farthest)))
	k := rounded(times(x, number(1.4426950408889634073599246810018920)))
	x = minusTimes(x, k, number(0.69314718055966295651160180568695068359375))
	x = minusTimes(x, k, number(0.28235290563031577122588448175013436025525412068e-12))
	x = times(x, number(1./16))

	series := load(number(2.4801587301587301587e-5))
	for _, c := range []float64{1.9841269841269841270e-4, 1.3888888888888888889e-3, 8.3333333333333333333e-3, 4.1666666666666666667e-2, 1.6666666666666666667e-1, 0.5, 1} {
		series = timesPlus(series, x, number(c))
	}
	x = times(x, series)
	for range 3 {
		x = times(x, plus(x, number(2)))
	}
	x = timesPlus(x, plus(x, number(2)), number(1))
	return times(x, plusBits(exponent(k), number(1)))
}

// sigmoid computes 1 / (1 + math.Exp(−x)).
func sigmoid(x vector) vector {
	return over(load(number(1)), plus(exp(xor(x, bits(sign))), number(1)))
}
