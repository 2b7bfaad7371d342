package week2

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Sigmoid is the exercise of the function that turns any number into a probability.
var Sigmoid = &lessons.Exercise[func(z nn.Matrix) nn.Matrix]{
	ID:     "week2/sigmoid",
	Title:  words.T("The sigmoid", "シグモイド関数"),
	Prompt: words.T("Write the sigmoid of every entry of the matrix $z$.", "行列 $z$ のすべての成分について、シグモイド関数の値を求めてください。"),
	Points: 10,

	Formula:   "s = 1 / (1 + e⁻ᶻ)",
	Reference: sigmoid,
	Week:      week,
	Published: lessons.Figure{Key: "week2/sigmoid", Inputs: []string{"z"}, Outputs: []string{"s"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Row(0, 2)}, Want: []any{nn.Row(0.5, 0.8807970779778824)}},
		{Args: []any{nn.Rows([][]float64{{-1, 0, 3}, {0.5, -4, 1}})}},
		{Args: []any{nn.Rows([][]float64{{40, -40, 1}, {-7, 0.25, 13}})}},
	},
	Random: func(d *lessons.Draw) []any {
		return []any{d.Between(d.Dim(1, 5), d.Dim(2, 6), -4, 4)}
	},

	Mistakes: []lessons.Mistake[func(z nn.Matrix) nn.Matrix]{
		lessons.Wrong(each(func(z float64) float64 { return 1 / (1 + math.Exp(z)) }),
			"The sign of the exponent is the wrong way round: $e⁻ᶻ$, not $eᶻ$. Your curve falls where it should rise.",
			"指数の符号が逆です。$eᶻ$ ではなく $e⁻ᶻ$ です。このままでは、上がるはずの曲線が下がってしまいます。"),
		lessons.Wrong(each(func(z float64) float64 { return 1 / math.Exp(-z) }),
			"The 1 + in the denominator is missing: $1 / (1 + e⁻ᶻ)$. Without it the result is $eᶻ$, which grows beyond 1.",
			"分母の「1 +」が抜けています。$1 / (1 + e⁻ᶻ)$ です。これがないと $eᶻ$ になり、1 を超えてしまいます。"),
		lessons.Wrong(each(func(z float64) float64 { return 1 + math.Exp(-z) }),
			"This is $1 + e⁻ᶻ$: all of it belongs in the denominator. In Go, `1/1 + x` is `(1/1) + x`, so put it in parentheses: `1 / (1 + x)`.",
			"$1 + e⁻ᶻ$ になっています。全体が分母に入ります。Go では `1/1 + x` は `(1/1) + x` と計算されるので、`1 / (1 + x)` とかっこをつけてください。"),
		lessons.Wrong(each(func(z float64) float64 { return 1 / (1 - math.Exp(-z)) }),
			"The denominator is $1 + e⁻ᶻ$, with a plus; with a minus it divides by zero at $z = 0$.",
			"分母は $1 + e⁻ᶻ$ で、プラスです。マイナスにすると $z = 0$ でゼロ除算になります。"),
		lessons.Wrong(each(math.Tanh),
			"That is tanh, which runs from −1 to 1. The sigmoid runs from 0 to 1, so that it can be read as a probability.",
			"これは −1 から 1 の値をとる tanh です。シグモイド関数は 0 から 1 の値をとるので、確率として読むことができます。"),
		lessons.Wrong(each(func(z float64) float64 { s := logistic(z); return s * (1 - s) }),
			"That is the slope of the sigmoid, $s(1 − s)$. Here you need $s$ itself.",
			"これはシグモイド関数の傾き $s(1 − s)$ です。ここで求めるのは $s$ そのものです。"),
		lessons.Wrong(each(func(z float64) float64 { return 1 / (1 + math.Exp2(-z)) }),
			"The base of the power is 2; the sigmoid's is $e$: math.Exp, or the matrix's method Exp.",
			"累乗の底が 2 になっています。シグモイド関数の底は $e$ です。math.Exp か、行列の Exp メソッドを使ってください。"),
		lessons.Wrong(each(func(z float64) float64 { return math.Round(logistic(z)) }),
			"The values are rounded to 0 and 1. Keep the fractions: they say how sure the network is.",
			"値が 0 と 1 に丸められています。小数のまま残してください。その小数が、ネットワークの自信の強さを表します。"),
	},
	Hints: []words.Text{
		words.T("The sigmoid squeezes any number into the range from 0 to 1: far left it is almost 0, at 0 it is ½, far right almost 1. It is taken of each entry on its own, so the result has $z$'s shape.",
			"シグモイド関数は、どんな数も 0 から 1 の範囲に収めます。左の端ではほぼ 0、0 では ½、右の端ではほぼ 1 です。成分ごとに計算するので、結果は $z$ と同じ形になります。"),
		words.T("$s = 1 / (1 + e⁻ᶻ)$. `math.Exp(x)` is $eˣ$ for one number; `z.Apply(f)` uses $f$ on every entry.",
			"$s = 1 / (1 + e⁻ᶻ)$ です。`math.Exp(x)` は一つの数の $eˣ$ です。`z.Apply(f)` は、すべての成分に $f$ を使います。"),
		words.T("`s = z.Apply(func(x float64) float64 { return 1 / (1 + …) })`: only the … is missing.",
			"`s = z.Apply(func(x float64) float64 { return 1 / (1 + …) })` の … を埋めれば完成です。"),
	},
	Avoid: []string{"Sigmoid"},
}

// sigmoid returns s = 1 / (1 + e⁻ᶻ) of every entry of z; s has z's shape.
// ja: sigmoid は、z のすべての成分について s = 1 / (1 + e⁻ᶻ) を求めます。s は z と同じ形です。
func sigmoid(z nn.Matrix) (s nn.Matrix) {
	// BLANK
	// s = 1 / (1 + e⁻ᶻ)
	s = z.Apply(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
	// END
	return s
}

func logistic(z float64) float64 {
	return 1 / (1 + math.Exp(-z))
}

// each makes a function of a matrix out of a function of a number.
func each(f func(float64) float64) func(nn.Matrix) nn.Matrix {
	return func(z nn.Matrix) nn.Matrix { return z.Apply(f) }
}
