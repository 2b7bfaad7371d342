package basics

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Softmax is the exercise of turning each row's numbers into probabilities.
var Softmax = &lessons.Exercise[elementwise]{
	ID:    "basics/softmax",
	Title: words.T("Softmax: scores become probabilities", "ソフトマックス：得点を確率に変える"),
	Prompt: words.T("Turn each row of $x$ into probabilities: take $e^x$ of every entry, then divide each row by its sum.",
		"$x$ の各行を確率に変えてください。すべての成分について $e^x$ を求め、各行をその和で割ります。"),
	Points: 15,

	Formula:   "e_ij = exp(x_ij)\ns_ij = e_ij / Σ_k e_ik",
	Reference: softmax,
	Week:      week,
	Published: lessons.Figure{Key: "basics/softmax", Inputs: []string{"x"}, Outputs: []string{"s"}},

	Cases: []lessons.Case{
		{
			Args: []any{nn.Rows([][]float64{{9, 2, 5, 0, 0}, {7, 5, 0, 0, 0}})},
			Want: []any{nn.Rows([][]float64{
				{0.9808976649146187, 0.0008944628906901777, 0.01796576741737874, 0.00012105238865619454, 0.00012105238865619454},
				{0.87867985588699, 0.11891638717077181, 0.0008012523140793875, 0.0008012523140793875, 0.0008012523140793875},
			})},
		},
		{Args: []any{nn.Rows([][]float64{{1, 0}, {-1, 2}, {0, 0}})}},
		{Args: []any{nn.Rows([][]float64{{40, -40, 39}, {-7, 0.25, 2}})}},
	},
	Random: func(d *lessons.Draw) []any { return []any{d.Matrix(d.Dim(2, 4), d.Dim(5, 7))} },

	Mistakes: []lessons.Mistake[elementwise]{
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { e := x.Exp(); return e.Div(e.SumCols()) },
			"The columns sum to 1 here. It should be the rows: divide by `SumRows`.",
			"和が 1 になっているのは列です。行の和を 1 にするには、`SumRows` で割ります。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { e := x.Exp(); return e.Scale(1 / e.Sum()) },
			"Everything is divided by the sum of all entries. Divide each row by its own sum.",
			"すべての成分の和で割っています。各行は、その行の和で割ってください。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Div(x.SumRows()) },
			"The exponential is forgotten: $e = exp(x)$ first. Without it, negative scores become negative probabilities.",
			"指数関数を忘れています。先に $e = exp(x)$ を求めます。これがないと、負の得点が負の確率になってしまいます。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Exp().Div(x.SumRows()) },
			"The rows are divided by the sums of $x$; divide them by the sums of $e = exp(x)$, so that they sum to 1.",
			"$x$ の和で割っています。行の和が 1 になるように、$e = exp(x)$ の和で割ってください。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Div(x.SumRows()).Exp() },
			"The exponential comes too late: first $e = exp(x)$, then each row of $e$ divided by its sum.",
			"指数関数を使う順番が遅すぎます。先に $e = exp(x)$ を求め、それから $e$ の各行をその和で割ります。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Exp() },
			"This is $exp(x)$; each row is still to be divided by its sum.",
			"$exp(x)$ になっています。各行をその和で割ってください。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return softmax(x.Scale(-1)) },
			"The sign of the exponent is the wrong way round: the largest score should get the largest probability.",
			"指数の符号が逆です。いちばん大きい得点が、いちばん大きい確率になるはずです。"),
		lessons.Wrong(nn.Matrix.Sigmoid,
			"This is the sigmoid of each entry. Softmax lets the entries of a row share the probability: they sum to 1.",
			"これは成分ごとのシグモイド関数です。ソフトマックスでは、1 行の成分が確率を分け合い、和が 1 になります。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { e := x.Exp(); return e.Div(e.SumRows().T()) },
			"The sums are in a row, $1×n$, which does not fit. Leave them in a column, $n×1$, as `SumRows` returns them.",
			"和が行ベクトル（$1×n$）になっていて、形が合いません。`SumRows` が返す列ベクトル（$n×1$）のままにしてください。"),
	},
	Hints: []words.Text{
		words.T("Probabilities are positive and sum to 1. The exponential makes every score positive and keeps their order; dividing by the sum makes them sum to 1.",
			"確率は正の数で、足すと 1 になります。指数関数は、順番を変えずにどの得点も正の数にします。和で割ると、足して 1 になります。"),
		words.T("$e = exp(x)$: `x.Exp()`. The sums of the rows are a column, $n×1$: `e.SumRows()`. Div repeats a column to fit.",
			"$e = exp(x)$ は `x.Exp()` です。行の和は列ベクトル（$n×1$）で、`e.SumRows()` と書きます。Div は、列ベクトルを形に合わせて繰り返します。"),
		words.T("`e := x.Exp()`; `s = e.Div(…)`",
			"`e := x.Exp()`、`s = e.Div(…)` と書きます。"),
	},
	Avoid: []string{"Softmax"},
}

// softmax returns the probabilities of each row of the scores x (n×m).
// ja: softmax は、得点 x（n×m）の各行を確率に変えて返します。
func softmax(x nn.Matrix) (s nn.Matrix) {
	// BLANK
	// e = exp(x)
	e := x.Exp()

	// en: s = e / (Σ over each row of e)
	// ja: s = e / (各行の e の和)
	s = e.Div(e.SumRows())
	// END
	return s
}
