package primer

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type weighing = func(w, x, b float64) float64

// Weigh is the exercise of a neuron's sum.
var Weigh = &lessons.Exercise[weighing]{
	ID:    "primer/weigh",
	Title: words.T("The sum of a neuron", "ニューロンの和"),
	Prompt: words.T("A neuron multiplies its input $x$ by a weight $w$ and adds a bias $b$. Give $z$ its value.",
		"ニューロンは、入力 $x$ に重み $w$ をかけ、バイアス $b$ を足します。その値を $z$ に入れてください。"),
	Points: 30,

	Formula:   "z = w x + b",
	Reference: weigh,
	Week:      week,

	Cases: []lessons.Case{{Args: []any{2.0, 0.8, -1.0}}, {Args: []any{-1.0, 3.0, 0.5}}},
	Random: func(d *lessons.Draw) []any {
		return []any{d.Uniform(2, 3), d.Uniform(4, 6), d.Uniform(7, 9)}
	},

	Mistakes: []lessons.Mistake[weighing]{
		lessons.Wrong(func(w, x, _ float64) float64 { return w * x },
			"The bias is missing: add $b$.", "バイアスが抜けています。$b$ を足してください。"),
		lessons.Wrong(func(w, x, b float64) float64 { return w + x + b },
			"$w$ is added to $x$ here. It multiplies: `w * x`.", "$w$ を $x$ に足しています。$w$ は $x$ にかけます。`w * x` です。"),
		lessons.Wrong(func(w, x, b float64) float64 { return w * (x + b) },
			"The parentheses make $w$ multiply $b$, too. Only $x$ is multiplied by $w$.", "かっこがあるので、$w$ が $b$ にもかかっています。$w$ をかけるのは $x$ だけです。"),
		lessons.Wrong(func(w, x, b float64) float64 { return w*x - b },
			"$b$ is subtracted here; add it.", "$b$ を引いています。足してください。"),
		lessons.Wrong(func(w, x, b float64) float64 { return b*x + w },
			"$w$ and $b$ are swapped: the weight multiplies, the bias is added.", "$w$ と $b$ が入れかわっています。かけるのが重み、足すのがバイアスです。"),
		lessons.Wrong(func(w, x, b float64) float64 { return w * x * b },
			"$b$ is a factor here. Add it instead.", "$b$ をかけています。足してください。"),
	},
	Hints: []words.Text{
		words.T("Two steps: first multiply, then add. Go multiplies before it adds, as you do.", "2 段階です。まずかけて、それから足します。Go でも、かけ算は足し算より先に計算されます。"),
		words.T("$z = wx + b$. In Go, the sign for times cannot be left out: `w * x`.", "$z = wx + b$ です。Go では、かけ算の記号を省けません。`w * x` と書きます。"),
		words.T("`z = w*x + …`", "`z = w*x + …` と書きます。"),
	},
}

// weigh returns what a neuron makes of its input x: z = wx + b.
// ja: weigh は、ニューロンが入力 x から計算する z = wx + b を返します。
func weigh(w, x, b float64) (z float64) {
	// BLANK
	z = w*x + b
	// END
	return z
}
