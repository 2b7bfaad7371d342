package main

// sign is the bit of a number's sign.
const sign = 1 << 63

// tanh computes numpy.Tanh, operation for operation: each product is rounded before it goes into a sum, as Go does it on amd64. Where
// that goes one way or another, here all ways are gone, and one is chosen.
func tanh(x vector) vector {
	t := and(x, bits(^uint64(sign)))
	far := atLeast(t, number(1))
	twice := plus(t, t)
	negative := andNot(far, bits(sign))
	e := expm1(xor(negative, twice), twice, negative) // of 2t where it is far, of −2t elsewhere

	q := over(choose(far, number(2), xor(e, bits(sign))), plus(e, number(2)))
	y := choose(far, minus(load(number(1)), q), q)
	y = choose(atLeast(t, number(22)), number(1), y)
	return or(and(y, bits(^uint64(sign))), and(x, bits(sign)))
}

// The constants of Go's math.Expm1, which are those of FreeBSD's.
const (
	ln2HalfX3 = 1.03972077083991796413e+00
	ln2Half   = 3.46573590279972654709e-01
	ln2Hi     = 6.93147180369123816490e-01
	ln2Lo     = 1.90821492927058770002e-10
	invLn2    = 1.44269504088896338700e+00
)

var expm1Q = [...]float64{
	1: -3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05, 4.00821782732936239552e-06, -2.01099218183624371326e-07,
}

// expm1 computes math.Expm1(x) = eˣ − 1 where x is between −2 and 0, with the sign bit of negative, or between 2 and 44; absolute is |x|.
// So k is 0, −1, −2, −3, or from 3 to 63. The ways that are left out give the same numbers: of a tiny x, x itself; and beyond k = 56
// a number that is so large that tanh is 1 whatever its last places are.
func expm1(x, absolute, negative vector) vector {
	// x = k·ln 2 + what is left, which is less than half of that
	k := truncated(plus(times(x, number(invLn2)), or(negative, number(0.5))))
	few := less(absolute, number(ln2HalfX3))
	some := above(absolute, number(ln2Half))
	k = and(choose(few, number(-1), k), some)
	hi, lo := minus(x, times(k, number(ln2Hi))), times(k, number(ln2Lo))
	x = minus(hi, lo)
	c := minus(minus(hi, x), lo)

	half := times(x, number(0.5))
	square := times(x, half)
	r := load(number(expm1Q[5]))
	for i := 4; i >= 1; i-- {
		r = plus(times(square, r), number(expm1Q[i]))
	}
	r = plus(times(square, r), number(1))
	t := minus(load(number(3)), times(r, half))
	e := times(square, over(minus(r, t), minus(load(number(6)), times(x, t))))
	e = minus(minus(times(x, minus(e, c)), c), square)
	return scaled(x, e, k, few, some)
}

// scaled is 2ᵏ·(1 + x − e) − 1, with x − e being e^(what is left) − 1, in the order that loses least for each k.
func scaled(x, e, k, few, some vector) vector {
	m := minus(x, e)
	power := exponent(k)
	small := minusBits(load(number(1)), power) // 2⁻ᵏ
	below20 := less(k, number(20))
	negative := less(k, number(0))

	// 1 + m of k < 0, 1 − 2⁻ᵏ + m of k from 3 to 19, and 1 + (m − 2⁻ᵏ) beyond, each times 2ᵏ
	first := minus(load(number(1)), andNot(negative, small))
	y := choose(below20, plus(first, m), plus(minus(x, plus(e, small)), number(1)))
	y = plusBits(y, power)
	y = minus(y, and(negative, number(1)))

	y = choose(few, minus(times(m, number(0.5)), number(0.5)), y) // k = −1
	return choose(some, y, m)                                     // k = 0 elsewhere
}
