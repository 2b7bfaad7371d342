package kinds

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type scoring = func(Z nn.Matrix) nn.Matrix

// Softmax is the exercise of turning each column's scores into probabilities, whatever their size.
var Softmax = &lessons.Exercise[scoring]{
	ID:    "kinds/softmax",
	Title: words.T("Softmax, one column an example", "ソフトマックス：1 列が 1 つの例"),
	Prompt: words.T("Turn the scores $Z$ ($C \\times m$) into probabilities $A$ ($C \\times m$): each column sums to 1. Take each column's largest score away first, so that no exponential becomes infinite.",
		"得点 $Z$（$C \\times m$）を確率 $A$（$C \\times m$）に変えてください。どの列も、足すと 1 になります。指数関数が無限大にならないように、先に、各列のいちばん大きい得点を引きます。"),
	Points: 35,

	Formula:   "e_ij = exp(z_ij − max_k z_kj)\na_ij = e_ij / Σ_k e_kj",
	Reference: softmax,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{nn.Rows([][]float64{{2, 0}, {1, 0}, {0, 0}})}},
		{Args: []any{nn.Rows([][]float64{{5, -1, 0.5, 2}, {2, -1, 3, 2.5}, {-1, 4, 0, 1}})}},
		{Args: []any{nn.Rows([][]float64{{1000, -1000, 3}, {999, -1002, 1}, {-50, -1001, 2}, {998, -1000, -1}})}},
	},
	Random: func(d *lessons.Draw) []any { return []any{d.Between(d.Dim(2, 6), d.Dim(2, 9), -6, 6)} },

	Mistakes: []lessons.Mistake[scoring]{
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { e := Z.Exp(); return e.Div(e.SumCols()) },
			"The largest score is not taken away: $exp(1000)$ is infinite, $exp(−1000)$ is 0, and the quotients are no numbers (NaN). Exp of `Z.Sub(Z.MaxCols())` is safe.",
			"いちばん大きい得点を引いていません。$exp(1000)$ は無限大、$exp(−1000)$ は 0 なので、割り算の結果が数になりません（NaN）。`Z.Sub(Z.MaxCols())` の Exp なら安全です。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { e := Z.AddScalar(-Z.Max()).Exp(); return e.Div(e.SumCols()) },
			"The largest score of the whole matrix is taken away. A column far below it becomes 0/0. Each column has a largest of its own: `MaxCols`.",
			"行列全体の最大値を引いています。それよりずっと小さい列は 0/0 になってしまいます。列ごとの最大値を引きます。`MaxCols` です。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { e := Z.Sub(Z.MaxCols()).Exp(); return e.Div(e.SumRows()) },
			"The rows sum to 1 here. An example is a column, so each column should: divide by `SumCols`.",
			"和が 1 になっているのは行です。1 つの例は 1 列なので、列の和を 1 にします。`SumCols` で割ってください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { e := Z.Sub(Z.MaxCols()).Exp(); return e.Scale(1 / e.Sum()) },
			"Everything is divided by the sum of all entries. Divide each column by its own sum: `SumCols`.",
			"すべての成分の和で割っています。各列は、その列の和（`SumCols`）で割ってください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return Z.Sub(Z.MaxCols()).Exp() },
			"The columns do not sum to 1 yet: each is still to be divided by its sum.",
			"列の和がまだ 1 になっていません。各列をその和で割ってください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { e := Z.MaxCols().Sub(Z).Exp(); return e.Div(e.SumCols()) },
			"The difference is the wrong way round: the largest score should get the largest probability. $Z$ minus the largest.",
			"引き算の向きが逆です。いちばん大きい得点が、いちばん大きい確率になるはずです。$Z$ から最大値を引きます。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { e := Z.Div(Z.MaxCols()).Exp(); return e.Div(e.SumCols()) },
			"The scores are divided by the largest one. Take it away (Sub): only differences leave the probabilities as they are.",
			"得点を最大値で割っています。割るのではなく引きます（Sub）。引くだけなら、確率は変わりません。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { e := Z.Sub(Z.MaxCols()); return e.Div(e.SumCols()) },
			"The exponential is forgotten: $e = exp(Z − max)$.",
			"指数関数を忘れています。$e = exp(Z − max)$ です。"),
		lessons.Wrong(nn.Matrix.Sigmoid,
			"This is the sigmoid of each entry. With softmax the classes share the probability: each column sums to 1.",
			"これは成分ごとのシグモイド関数です。ソフトマックスでは、クラスが確率を分け合い、各列の和が 1 になります。"),
	},
	Hints: []words.Text{
		words.T("Each column is one example, and its classes share a probability of 1. Taking the same number away from all scores of a column multiplies all its exponentials by the same factor, which the division takes out again.",
			"1 列が 1 つの例で、クラスどうしが確率 1 を分け合います。1 列のすべての得点から同じ数を引くと、指数関数の値にはどれも同じ数がかかりますが、割り算で消えます。"),
		words.T("`Z.MaxCols()` is a row, $1×m$, with each column's largest. Sub and Div repeat a row to fit. $e = exp(Z − max)$; the columns' sums are `e.SumCols()`.",
			"`Z.MaxCols()` は、各列の最大値を並べた行ベクトル（$1×m$）です。Sub と Div は、行ベクトルを形に合わせて繰り返します。$e = exp(Z − max)$、列の和は `e.SumCols()` です。"),
		words.T("`e := Z.Sub(Z.MaxCols()).Exp()`; `A = e.Div(…)`",
			"`e := Z.Sub(Z.MaxCols()).Exp()`、`A = e.Div(…)` と書きます。"),
	},
	Avoid: []string{"Blocks", "Softmax"},
}

// softmax returns the probability of each class (C×m) for the scores Z (C×m), one example a column.
// ja: softmax は、得点 Z（C×m、1 列が 1 つの例）から、各クラスの確率（C×m）を返します。
func softmax(Z nn.Matrix) (A nn.Matrix) {
	// BLANK
	// en: e = exp(Z − each column's largest)
	// ja: e = exp(Z − 各列の最大値)
	e := Z.Sub(Z.MaxCols()).Exp()

	// en: A = e / (Σ over each column of e)
	// ja: A = e / (各列の e の和)
	A = e.Div(e.SumCols())
	// END
	return A
}
