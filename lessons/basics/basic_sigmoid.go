package basics

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn/words"
)

type scalar = func(x float64) float64

// BasicSigmoid is the exercise of a first function in Go: the sigmoid of one number.
var BasicSigmoid = &lessons.Exercise[scalar]{
	ID:    "basics/basicSigmoid",
	Title: words.T("The sigmoid of a number", "1 つの数のシグモイド関数"),
	Prompt: words.T("Write the sigmoid of the number x. math.Exp(x) is eˣ.",
		"数 x のシグモイド関数の値を求めてください。eˣ は math.Exp(x) と書きます。"),
	Points: 10,

	Formula:   "s = 1 / (1 + e⁻ˣ)",
	Reference: basicSigmoid,
	Week:      week,
	Published: lessons.Figure{Key: "basics/basic_sigmoid", Inputs: []string{"x"}, Outputs: []string{"s"}},

	Cases: []lessons.Case{
		{Args: []any{3.0}, Want: []any{0.9525741268224333}},
		{Args: []any{0.0}},
		{Args: []any{-1.5}},
	},
	Random: func(d *lessons.Draw) []any { return []any{d.Uniform(-4, 4)} },

	Mistakes: []lessons.Mistake[scalar]{
		lessons.Wrong(func(x float64) float64 { return 1 / (1 + math.Exp(x)) },
			"The sign of the exponent is the wrong way round: e⁻ˣ is math.Exp(-x). Your curve falls where it should rise.",
			"指数の符号が逆です。e⁻ˣ は math.Exp(-x) です。このままでは、上がるはずの曲線が下がってしまいます。"),
		lessons.Wrong(func(x float64) float64 { return 1 / math.Exp(-x) },
			"The 1 + in the denominator is missing: 1 / (1 + e⁻ˣ). Without it the result is eˣ, which grows beyond 1.",
			"分母の「1 +」が抜けています。1 / (1 + e⁻ˣ) です。これがないと eˣ になり、1 を超えてしまいます。"),
		lessons.Wrong(func(x float64) float64 { return 1 + math.Exp(-x) },
			"This is 1 + e⁻ˣ: all of it belongs in the denominator. In Go, 1/1 + y is (1/1) + y, so put it in parentheses: 1 / (1 + y).",
			"1 + e⁻ˣ になっています。全体が分母に入ります。Go では 1/1 + y は (1/1) + y と計算されるので、1 / (1 + y) と括弧をつけてください。"),
		lessons.Wrong(func(x float64) float64 { return math.Exp(-x) },
			"This is e⁻ˣ alone; add 1 to it, and divide 1 by the sum.",
			"e⁻ˣ だけになっています。それに 1 を足し、1 をその和で割ってください。"),
		lessons.Wrong(func(x float64) float64 { return 1 / (1 - math.Exp(-x)) },
			"The denominator is 1 + e⁻ˣ, with a plus; with a minus it divides by zero at x = 0.",
			"分母は 1 + e⁻ˣ で、プラスです。マイナスにすると x = 0 でゼロ除算になります。"),
		lessons.Wrong(func(x float64) float64 { return 1 / (1 + math.Exp2(-x)) },
			"The base of the power is 2; the sigmoid's is e = 2.718…: math.Exp.",
			"累乗の底が 2 になっています。シグモイド関数の底は e = 2.718… です。math.Exp を使ってください。"),
		lessons.Wrong(math.Tanh,
			"That is tanh, which runs from −1 to 1. The sigmoid runs from 0 to 1.",
			"これは −1 から 1 の値をとる tanh です。シグモイド関数は 0 から 1 の値をとります。"),
		lessons.Wrong(func(x float64) float64 { s := basicSigmoid(x); return s * (1 - s) },
			"That is the slope of the sigmoid, s(1 − s). It comes later in this notebook; here you need s itself.",
			"これはシグモイド関数の傾き s(1 − s) です。傾きはこのあとで扱います。ここで求めるのは s そのものです。"),
	},
	Hints: []words.Text{
		words.T("The sigmoid squeezes any number into the range from 0 to 1: a large negative x gives almost 0, x = 0 gives ½, a large positive x almost 1.",
			"シグモイド関数は、どんな数も 0 から 1 の範囲に収めます。x が大きな負の数ならほぼ 0、x = 0 なら ½、大きな正の数ならほぼ 1 になります。"),
		words.T("s = 1 / (1 + e⁻ˣ). The sum in the denominator needs parentheses, since Go divides before it adds.",
			"s = 1 / (1 + e⁻ˣ) です。Go は足し算より割り算を先に計算するので、分母の和には括弧が必要です。"),
		words.T("s = 1 / (1 + math.Exp(…)): only the … is missing.",
			"s = 1 / (1 + math.Exp(…)) の … を埋めれば完成です。"),
	},
	Avoid: []string{"Sigmoid"},
}

// basicSigmoid returns s = 1 / (1 + e⁻ˣ).
// ja: basicSigmoid は s = 1 / (1 + e⁻ˣ) を返します。
func basicSigmoid(x float64) (s float64) {
	// BLANK
	// s = 1 / (1 + e⁻ˣ)
	s = 1 / (1 + math.Exp(-x))
	// END
	return s
}
