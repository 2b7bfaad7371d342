package week1

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn/words"
)

type squeezing = func(z float64) float64

// Sigmoid is the exercise of the sigmoid of one number.
var Sigmoid = &lessons.Exercise[squeezing]{
	ID:    "week1/sigmoid",
	Title: words.T("The sigmoid", "シグモイド関数"),
	Prompt: words.T("Turn any number $z$ into a probability. `math.Exp(-z)` is $e^{-z}$.",
		"どんな数 $z$ も確率に変える関数を書いてください。$e^{-z}$ は `math.Exp(-z)` と書きます。"),
	Points: 5,

	Formula:   "σ(z) = 1 / (1 + e⁻ᶻ)",
	Reference: sigmoid,
	Week:      week,

	Cases:  []lessons.Case{{Args: []any{0.0}}, {Args: []any{2.0}}, {Args: []any{-1.5}}, {Args: []any{40.0}}, {Args: []any{-40.0}}},
	Random: func(d *lessons.Draw) []any { return []any{d.Uniform(-4, 4)} },

	Avoid: []string{"Sigmoid"},
	Mistakes: []lessons.Mistake[squeezing]{
		lessons.Wrong(func(z float64) float64 { return 1 / (1 + math.Exp(z)) },
			"The sign of the exponent is the wrong way round: $e⁻ᶻ$, with a minus.", "指数の符号が逆です。$e⁻ᶻ$ にはマイナスがつきます。"),
		lessons.Wrong(func(z float64) float64 { return 1 + math.Exp(-z) },
			"All of $1 + e⁻ᶻ$ belongs in the denominator: 1 / (1 + …), with parentheses.", "$1 + e⁻ᶻ$ の全体が分母に入ります。かっこをつけて 1 / (1 + …) としてください。"),
		lessons.Wrong(func(z float64) float64 { return math.Exp(z) },
			"The 1 + in the denominator is missing; so the result grows beyond 1.", "分母の「1 +」が抜けています。このままでは 1 を超えてしまいます。"),
		lessons.Wrong(func(z float64) float64 { return math.Exp(-z) },
			"That is $e⁻ᶻ$ alone. Add 1 to it, and divide 1 by the sum.", "$e⁻ᶻ$ だけになっています。1 を足し、1 をその和で割ってください。"),
		lessons.Wrong(math.Tanh,
			"That is tanh, between −1 and 1. The sigmoid lies between 0 and 1.", "これは −1 から 1 の値をとる tanh です。シグモイド関数は 0 から 1 の値をとります。"),
		lessons.Wrong(func(z float64) float64 { return 1 / (1 + math.Exp2(-z)) },
			"The base here is 2; the sigmoid's is $e$: math.Exp.", "底が 2 になっています。シグモイド関数の底は $e$ です。math.Exp を使ってください。"),
	},
	Hints: []words.Text{
		words.T("A large $z$ should give almost 1, a very negative one almost 0, and 0 exactly one half.", "$z$ が大きければほぼ 1、大きな負の数ならほぼ 0、0 なら 2 分の 1 になります。"),
		words.T("$σ(z) = 1 / (1 + e⁻ᶻ)$. For large $z$, $e⁻ᶻ$ is tiny, and 1/1 is left.", "$σ(z) = 1 / (1 + e⁻ᶻ)$ です。$z$ が大きいと $e⁻ᶻ$ はとても小さく、1/1 が残ります。"),
		words.T("`a = 1 / (1 + math.Exp(…))`", "`a = 1 / (1 + math.Exp(…))` と書きます。"),
	},
}

// sigmoid returns σ(z), between 0 and 1.
// ja: sigmoid は、0 と 1 の間の値 σ(z) を返します。
func sigmoid(z float64) (a float64) {
	// BLANK
	// σ(z) = 1 / (1 + e⁻ᶻ)
	a = 1 / (1 + math.Exp(-z))
	// END
	return a
}
