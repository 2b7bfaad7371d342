package week1

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn/words"
)

type losing = func(a, y float64) float64

// Loss is the exercise of the loss of one answer.
var Loss = &lessons.Exercise[losing]{
	ID:    "week1/loss",
	Title: words.T("The loss of one answer", "1 つの答えの損失"),
	Prompt: words.T("How bad is the answer $a$, a probability, when the truth is $y$ (0 or 1)? `math.Log` is the natural logarithm.",
		"正しい答えが $y$（0 か 1）のとき、確率 $a$ という答えはどれくらい悪いでしょうか。自然対数は `math.Log` です。"),
	Points: 10,

	Formula:   "L = −(y log a + (1 − y) log(1 − a))",
	Reference: loss,
	Week:      week,

	Cases: []lessons.Case{{Args: []any{0.8, 1.0}}, {Args: []any{0.3, 0.0}}, {Args: []any{0.05, 1.0}}},
	Random: func(d *lessons.Draw) []any {
		a, y := d.Uniform(0.05, 0.45), float64(d.Size(0, 1))
		if d.Far() { // almost 0 or 1, and right or wrong: at the ends themselves the formula is 0·log 0
			if a = math.Pow(10, -d.Uniform(12, 14)); d.Size(0, 1) == 1 {
				a = 1 - a
			}
		}
		return []any{a, y}
	},

	Avoid: []string{"Cost"},
	Mistakes: []lessons.Mistake[losing]{
		lessons.Wrong(func(a, y float64) float64 { return -loss(a, y) },
			"The sign is missing: logarithms of probabilities are negative, and a loss is positive.", "マイナスが抜けています。確率の対数は負の数で、損失は正の数です。"),
		lessons.Wrong(func(a, y float64) float64 { return -y * math.Log(a) },
			"The second term is missing: without it, an example with $y = 0$ never costs anything.", "第 2 項が抜けています。これがないと、$y = 0$ の例の損失がいつも 0 になります。"),
		lessons.Wrong(func(a, y float64) float64 { return -(1 - y) * math.Log(1-a) },
			"The first term is missing: without it, an example with $y = 1$ never costs anything.", "第 1 項が抜けています。これがないと、$y = 1$ の例の損失がいつも 0 になります。"),
		lessons.Wrong(func(a, y float64) float64 { return (a - y) * (a - y) },
			"That is the squared error. It never exceeds 1, so being sure and wrong hardly hurts; take the logarithm.", "二乗誤差になっています。1 を超えないので、自信満々の間違いもあまり罰しません。対数を使ってください。"),
		lessons.Wrong(func(a, y float64) float64 { return math.Abs(a - y) },
			"That is how far $a$ is from $y$, never more than 1: being sure and wrong hardly hurts. Take the logarithm.", "$a$ と $y$ の差になっています。1 を超えないので、自信満々の間違いもあまり罰しません。対数を使ってください。"),
		lessons.Wrong(func(a, y float64) float64 { return -((1-y)*math.Log(a) + y*math.Log(1-a)) },
			"$y$ and $1 − y$ are swapped: where $y$ is 1, $log a$ counts.", "$y$ と $1 − y$ が入れ替わっています。$y$ が 1 のとき、数えるのは $log a$ です。"),
		lessons.Wrong(func(a, y float64) float64 { return loss(a, y) / math.Ln2 },
			"That is the logarithm to base 2. Take the natural one, math.Log.", "底が 2 の対数になっています。自然対数 math.Log を使ってください。"),
		lessons.Wrong(func(a, y float64) float64 { return loss(a, y) / math.Ln10 },
			"That is the logarithm to base 10. Take the natural one, math.Log.", "底が 10 の対数になっています。自然対数 math.Log を使ってください。"),
		lessons.Wrong(func(a, y float64) float64 { return -y*math.Log(a) + (1-y)*math.Log(1-a) },
			"The minus reaches the first term only: put both in parentheses, -(… + …).", "マイナスが第 1 項にしかかかっていません。-(… + …) と、両方をかっこに入れてください。"),
	},
	Hints: []words.Text{
		words.T("One of the two terms always vanishes: with $y = 1$ the loss is $−log a$, with $y = 0$ it is $−log(1 − a)$.", "2 つの項のうち、どちらかは必ず消えます。$y = 1$ なら $−log a$、$y = 0$ なら $−log(1 − a)$ が残ります。"),
		words.T("$L = −(y log a + (1 − y) log(1 − a))$.", "$L = −(y log a + (1 − y) log(1 − a))$ です。"),
		words.T("`L = -(y*math.Log(a) + (1-y)*math.Log(…))`", "`L = -(y*math.Log(a) + (1-y)*math.Log(…))` と書きます。"),
	},
}

// loss returns the loss of the answer a, between 0 and 1, where the truth is y, 0 or 1.
// ja: loss は、正しい答えが y（0 か 1）のときの、答え a（0 から 1）の損失を返します。
func loss(a, y float64) (L float64) {
	// BLANK
	// L = −(y log a + (1 − y) log(1 − a))
	L = -(y*math.Log(a) + (1-y)*math.Log(1-a))
	// END
	return L
}
