package week2

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type initialize = func(n int) (nn.Matrix, float64)

// InitializeWithZeros is the exercise of the weights before the first step.
var InitializeWithZeros = &lessons.Exercise[initialize]{
	ID:    "week2/initializeWithZeros",
	Title: words.T("Start from zero", "ゼロから始める"),
	Prompt: words.T("Make the weights $w$, a column of $n$ zeros, and the bias $b = 0$.",
		"重み $w$（$n$ 個のゼロの列ベクトル）と、バイアス $b = 0$ を作ってください。"),
	Points: 5,

	Formula:   "w = 0 (n×1),  b = 0",
	Reference: initializeWithZeros,
	Week:      week,
	Published: lessons.Figure{Key: "week2/initialize_with_zeros", Inputs: []string{"dim"}, Outputs: []string{"w", "b"}},

	Cases: []lessons.Case{
		{Args: []any{2}, Want: []any{nn.Column(0, 0), 0.0}},
		{Args: []any{5}},
	},
	Random: func(d *lessons.Draw) []any { return []any{d.Dim(3, 40)} },

	Mistakes: []lessons.Mistake[initialize]{
		lessons.Wrong(func(n int) (nn.Matrix, float64) { return nn.Zeros(1, n), 0 },
			"$w$ is a row here ($1×n$). These notebooks keep the weights in a column, $n×1$, so that $wᵀX$ fits: nn.Zeros takes rows first, then columns.",
			"$w$ が行ベクトル（$1×n$）になっています。$wᵀX$ が計算できるように、重みは列ベクトル（$n×1$）にします。nn.Zeros の引数は、行数、列数の順です。"),
		lessons.Wrong(func(n int) (nn.Matrix, float64) { return nn.Zeros(n, n), 0 },
			"$w$ is a square matrix here ($n×n$). One neuron has one weight for each of its $n$ inputs: $n×1$.",
			"$w$ が正方行列（$n×n$）になっています。一つのニューロンは、$n$ 個の入力それぞれに重みを一つ持つので、$n×1$ です。"),
		lessons.Wrong(func(n int) (nn.Matrix, float64) { return nn.Zeros(n, 1).AddScalar(1), 0 },
			"The weights are 1; they should be 0.",
			"重みが 1 になっています。0 にしてください。"),
		lessons.Wrong(func(n int) (nn.Matrix, float64) { return nn.Zeros(n, 1), 1 },
			"$w$ is right; the bias $b$ should be 0 too, not 1.",
			"$w$ は正しくできています。バイアス $b$ も 1 ではなく 0 にしてください。"),
		lessons.Wrong(func(n int) (nn.Matrix, float64) { return nn.Zeros(n+1, 1), 0 },
			"$w$ has one row too many. Here the bias is not one of the weights: it is the number $b$.",
			"$w$ の行が一つ多くなっています。ここでは、バイアスは重みに含めず、別の数 $b$ とします。"),
	},
	Hints: []words.Text{
		words.T("Logistic regression may start from zero: its cost has no false valleys, so every start is good. There is one weight for each of the $n$ inputs.",
			"ロジスティック回帰のコストには行き止まりの谷がないので、ゼロから始めてもかまいません。重みは、$n$ 個の入力それぞれに一つずつあります。"),
		words.T("$w$ is $n×1$: $n$ rows, one column. $b$ is one number, a `float64`.",
			"$w$ は $n×1$、つまり $n$ 行 1 列です。$b$ は一つの数（`float64`）です。"),
		words.T("`nn.Zeros(rows, columns)` makes a matrix of zeros: `w = nn.Zeros(…, 1)`. $b$ is 0 already, since Go sets results to zero.",
			"`nn.Zeros(行数, 列数)` でゼロの行列ができます。`w = nn.Zeros(…, 1)` と書きます。Go では戻り値の初期値がゼロなので、$b$ はすでに 0 です。"),
	},
}

// initializeWithZeros returns the weights w = 0 (n×1) and the bias b = 0.
// ja: initializeWithZeros は、重み w = 0（n×1）とバイアス b = 0 を返します。
func initializeWithZeros(n int) (w nn.Matrix, b float64) {
	// BLANK
	// w = 0 (n×1), b = 0
	w = nn.Zeros(n, 1)
	b = 0
	// END
	return w, b
}
