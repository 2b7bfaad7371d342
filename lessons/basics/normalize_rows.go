package basics

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// NormalizeRows is the exercise of broadcasting: a column is used on every column of a matrix.
var NormalizeRows = &lessons.Exercise[elementwise]{
	ID:    "basics/normalizeRows",
	Title: words.T("Rows of length 1", "行の長さを 1 にする"),
	Prompt: words.T("Divide each row of $x$ by its length, so that every row of the result has length 1. No loop is needed: divide by the column of the lengths.",
		"$x$ の各行をその長さで割り、結果のどの行も長さが 1 になるようにしてください。ループはいりません。長さを並べた列ベクトルで割ります。"),
	Points: 20,

	Formula:   "norms_i = √(Σ_j x_ij²)   (n×1)\nout_ij = x_ij / norms_i",
	Reference: normalizeRows,
	Week:      week,
	Published: lessons.Figure{Key: "basics/normalizeRows", Inputs: []string{"x"}, Outputs: []string{"out"}},

	Cases: []lessons.Case{
		{
			Args: []any{nn.Rows([][]float64{{0, 3, 4}, {1, 6, 4}})},
			Want: []any{nn.Rows([][]float64{{0, 0.6, 0.8}, {0.13736056394868904, 0.8241633836921342, 0.5494422557947561}})},
		},
		{Args: []any{nn.Rows([][]float64{{3, -4}, {-5, 12}, {8, 6}})}},
	},
	Random: func(d *lessons.Draw) []any { return []any{d.Matrix(d.Dim(2, 4), d.Dim(5, 7))} },

	Mistakes: []lessons.Mistake[elementwise]{
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Div(x.Mul(x).SumCols().Apply(math.Sqrt)) },
			"The columns have length 1 here. It should be the rows: use `SumRows`, which sums along each row.",
			"長さが 1 になっているのは列です。行を 1 にするには、行ごとに足す `SumRows` を使います。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Scale(1 / x.Norm()) },
			"Everything is divided by one number, the norm of the whole matrix. Each row has its own length.",
			"行列全体のノルムという 1 つの数で割っています。長さは行ごとに違います。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Div(x.Mul(x).SumRows()) },
			"The square root is missing: the length is $√(Σ x²)$, not $Σ x²$.",
			"平方根が抜けています。長さは $Σ x²$ ではなく $√(Σ x²)$ です。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Div(x.Apply(math.Abs).SumRows()) },
			"This divides by the sum of the absolute values. The length is $√(Σ x²)$, by Pythagoras.",
			"絶対値の和で割っています。長さは、ピタゴラスの定理のとおり $√(Σ x²)$ です。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Div(x.SumRows()) },
			"This divides by the sum of the row. Square the entries before you sum them, then take the root.",
			"行の和で割っています。足す前に成分を 2 乗し、最後に平方根をとってください。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Mul(x).SumRows().Apply(math.Sqrt) },
			"These are the lengths; $x$ is still to be divided by them.",
			"これは長さそのものです。$x$ をこれで割ってください。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Mul(x.Mul(x).SumRows().Apply(math.Sqrt)) },
			"The rows are multiplied by their lengths instead of divided: Div, not Mul.",
			"長さで割るのではなく、かけています。Mul ではなく Div です。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Div(x.Mul(x).SumRows().Apply(math.Sqrt).T()) },
			"The lengths are in a row, $1×n$, which does not fit $x$. Leave them in a column, $n×1$, as `SumRows` returns them.",
			"長さが行ベクトル（$1×n$）になっていて、$x$ と形が合いません。`SumRows` が返す列ベクトル（$n×1$）のままにしてください。"),
	},
	Hints: []words.Text{
		words.T("A row of numbers is an arrow, and Pythagoras tells us its length: square, sum, take the root. (3, 4) has the length $√(9 + 16) = 5$, and becomes (0.6, 0.8).",
			"数の行は矢印と考えられます。長さはピタゴラスの定理で求めます。2 乗し、足し、平方根をとります。(3, 4) の長さは $√(9 + 16) = 5$ なので、(0.6, 0.8) になります。"),
		words.T("`norms` is $√(Σ x²)$ of each row, $n×1$. `x.Mul(x)` squares, `SumRows()` sums along each row, `Apply(math.Sqrt)` takes the roots. Then `x.Div(norms)`: the column is repeated to fit.",
			"`norms` は各行の $√(Σ x²)$ で、$n×1$ です。`x.Mul(x)` で 2 乗し、`SumRows()` で行ごとに足し、`Apply(math.Sqrt)` で平方根をとります。最後に `x.Div(norms)` とすると、列ベクトルが $x$ の形に合わせて繰り返されます。"),
		words.T("`norms := x.Mul(x).SumRows().Apply(…)`; `out = x.Div(…)`",
			"`norms := x.Mul(x).SumRows().Apply(…)`、`out = x.Div(…)` と書きます。"),
	},
}

// normalizeRows returns x (n×m) with each row divided by its length.
// ja: normalizeRows は、x（n×m）の各行をその長さで割った行列を返します。
func normalizeRows(x nn.Matrix) (out nn.Matrix) {
	// BLANK
	// en: norms = √(Σ over each row of x²), n×1
	// ja: norms = √(各行の x² の和)、n×1
	norms := x.Mul(x).SumRows().Apply(math.Sqrt)

	// out = x / norms
	out = x.Div(norms)
	// END
	return out
}
