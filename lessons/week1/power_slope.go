package week1

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn/words"
)

type powering = func(x float64, n int) float64

// PowerSlope is the exercise of the rule for powers.
var PowerSlope = &lessons.Exercise[powering]{
	ID:    "week1/powerSlope",
	Title: words.T("The rule for powers", "べき乗の微分"),
	Prompt: words.T("Write the slope of $f(x) = x^n$ at $x$. `math.Pow(x, 3)` is $x^3$; `float64(n)` turns an `int` `n` into a `float64`.",
		"$f(x) = x^n$ の、$x$ での傾きを求めてください。$x^3$ は `math.Pow(x, 3)` と書き、整数 `n` は `float64(n)` で小数にします。"),
	Points: 10,

	Formula:   "(xⁿ)′ = n · xⁿ⁻¹",
	Reference: powerSlope,
	Week:      week,

	Cases:  []lessons.Case{{Args: []any{2.0, 3}}, {Args: []any{3.0, 2}}, {Args: []any{-2.0, 4}}},
	Random: func(d *lessons.Draw) []any { return []any{d.Uniform(1.3, 3), d.Size(3, 6)} },

	Mistakes: []lessons.Mistake[powering]{
		lessons.Wrong(func(x float64, n int) float64 { return math.Pow(x, float64(n-1)) },
			"The factor $n$ in front is missing.", "前につく $n$ が抜けています。"),
		lessons.Wrong(func(x float64, n int) float64 { return float64(n) * math.Pow(x, float64(n)) },
			"The exponent stays $n$ here; it goes down by one, to $n − 1$.", "指数が $n$ のままです。1 つ減らして $n − 1$ にします。"),
		lessons.Wrong(func(x float64, n int) float64 { return math.Pow(x, float64(n+1)) / float64(n+1) },
			"That goes the other way: it is the function whose slope is $xⁿ$.", "向きが逆です。これは「傾きが $xⁿ$ になる関数」です。"),
		lessons.Wrong(func(x float64, n int) float64 { return float64(n-1) * math.Pow(x, float64(n-1)) },
			"The factor in front is the old exponent, $n$, not the new one.", "前につく数は、減らす前の指数 $n$ です。"),
		lessons.Wrong(func(x float64, n int) float64 { return float64(n) * x },
			"$n·x$ is right for $n = 2$ only. In general the exponent is $n − 1$.", "$n·x$ でよいのは $n = 2$ のときだけです。一般には、指数は $n − 1$ です。"),
		lessons.Wrong(func(x float64, n int) float64 { return math.Pow(x, float64(n)) },
			"That is $xⁿ$ itself, the height. You need the slope.", "$xⁿ$ そのもの、つまり高さです。求めるのは傾きです。"),
		lessons.Wrong(func(x float64, n int) float64 { return float64(n) * math.Pow(float64(n-1), x) },
			"`math.Pow(base, exponent)`: the base is $x$ and comes first.", "`math.Pow(底, 指数)` の順です。底の $x$ を先に書いてください。"),
	},
	Hints: []words.Text{
		words.T("$x²$ has the slope $2x$, $x³$ the slope $3x²$. Do you see the pattern?", "$x²$ の傾きは $2x$、$x³$ の傾きは $3x²$ です。規則が見えてきましたか。"),
		words.T("The exponent comes down in front, and is one smaller where it was: $n · xⁿ⁻¹$.", "指数が前に下りてきて、もとの場所では 1 つ減ります。$n · xⁿ⁻¹$ です。"),
		words.T("`return float64(n) * math.Pow(x, float64(…))`", "`return float64(n) * math.Pow(x, float64(…))` と書きます。"),
	},
}

// powerSlope returns the slope of f(x) = xⁿ at x.
// ja: powerSlope は、f(x) = xⁿ の x での傾きを返します。
func powerSlope(x float64, n int) (s float64) {
	// BLANK
	// (xⁿ)′ = n · xⁿ⁻¹
	s = float64(n) * math.Pow(x, float64(n-1))
	// END
	return s
}
