package kinds

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type costing = func(A, Y nn.Matrix) float64

// CrossEntropy is the exercise of the cost over any number of classes.
var CrossEntropy = &lessons.Exercise[costing]{
	ID:    "kinds/crossEntropy",
	Title: words.T("The cost over any number of classes", "クラスがいくつでも使えるコスト"),
	Prompt: words.T("Return the cost of the probabilities $A$ ($C \\times m$) for the one-hot labels $Y$ ($C \\times m$): minus the mean logarithm of the probability that each example's own class got. A class that it is not may have the probability 0.",
		"ワンホットのラベル $Y$（$C \\times m$）に対する、確率 $A$（$C \\times m$）のコストを返してください。各例の正しいクラスの確率の対数を平均し、マイナスをつけます。正しくないクラスの確率は、0 になることもあります。"),
	Points: 30,

	Formula:   "p_j = Σ_k y_kj · a_kj\nJ = −(1/m) Σ_j log p_j",
	Reference: crossEntropy,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{
			nn.Rows([][]float64{{0.5, 0.25}, {0.25, 0.25}, {0.25, 0.5}}),
			nn.Rows([][]float64{{1, 0}, {0, 1}, {0, 0}}),
		}},
		{Args: []any{
			nn.Rows([][]float64{{0.7, 0.1, 0.3, 0.2, 0.05}, {0.2, 0.6, 0.3, 0.3, 0.05}, {0.1, 0.3, 0.4, 0.5, 0.9}}),
			nn.OneHot(nn.Row(0, 1, 0, 2, 1), 3),
		}},
		{Args: []any{ // certain of what is right, and of what is not
			nn.Rows([][]float64{{1, 0, 0.2, 0}, {0, 0.3, 0, 0.4}, {0, 0.7, 0.8, 0.6}}),
			nn.OneHot(nn.Row(0, 2, 2, 1), 3),
		}},
	},
	Random: func(d *lessons.Draw) []any {
		n, m := d.Dim(3, 6), d.Dim(3, 9)
		return []any{softmax(d.Between(n, m, -2, 2)), oneHot(d, n, m)}
	},

	Mistakes: []lessons.Mistake[costing]{
		lessons.Wrong(func(A, Y nn.Matrix) float64 { _, m := A.Dims(); return -Y.Mul(A.Log()).Sum() / float64(m) },
			"Where a probability is exactly 0, $log 0$ is −∞, and $0 · (−∞)$ is no number (NaN). Pick each example's probability out first, `Y.Mul(A).SumCols()`, and take the logarithm of that.",
			"確率がちょうど 0 のところでは、$log 0$ が −∞ になり、$0 · (−∞)$ は数になりません（NaN）。先に `Y.Mul(A).SumCols()` で各例の確率を取り出してから、対数を求めます。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -Y.Mul(A.Log()).Mean() },
			"This is the mean over all $C·m$ entries. The cost is the mean over the $m$ examples, the columns.",
			"$C·m$ 個の成分すべてで平均しています。コストは $m$ 個の例、つまり列についての平均です。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return Y.Mul(A).SumCols().Log().Mean() },
			"The minus sign is missing: logarithms of probabilities are negative, and a cost is positive.",
			"マイナスが足りません。確率の対数は負なので、コストは符号を変えて正の数にします。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -Y.Mul(A).SumCols().Log().Sum() },
			"$1/m$ is missing: this is the sum over the examples, not their mean.",
			"$1/m$ がありません。例についての和になっています。平均にしてください。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -Y.Mul(A).SumRows().Log().Mean() },
			"The sums run along the rows. An example is a column: `SumCols` picks its probability out.",
			"行に沿って足しています。1 つの例は 1 列なので、`SumCols` で確率を取り出します。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { n, _ := A.Dims(); return -Y.Mul(A).SumCols().Log().Sum() / float64(n) },
			"The sum is divided by $C$, the number of classes. Divide by $m$, the number of examples: `_, m := A.Dims()`.",
			"クラスの数 $C$ で割っています。例の数 $m$ で割ってください。`_, m := A.Dims()` です。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -Y.Mul(A).SumCols().Mean() },
			"The logarithm is missing: it makes a confident mistake expensive.",
			"対数がありません。自信満々の間違いほどコストを高くするのが、対数です。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 {
			rest, notA := Y.Scale(-1).AddScalar(1), A.Scale(-1).AddScalar(1)
			return -(Y.Mul(A.Log()).Sum() + rest.Mul(notA.Log()).Sum()) / float64(examples(A))
		},
			"This is the cost of $C$ sigmoids, with $1 − Y$ and $1 − A$. With softmax the probabilities of a column depend on one another, so the own class's alone says it all.",
			"これは $1 − Y$ と $1 − A$ も使う、シグモイド関数 $C$ 個分のコストです。ソフトマックスでは 1 列の確率が互いに関係し合うので、正しいクラスの確率だけで足ります。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -math.Log(Y.Mul(A).SumCols().Mean()) },
			"This is the logarithm of the mean. Take the logarithm of each probability first, then the mean.",
			"平均の対数になっています。先にそれぞれの確率の対数を求めてから、平均してください。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -Y.Dot(A.Log()).Sum() / float64(examples(A)) },
			"Dot does not fit: $Y$ and $A$ are both $C×m$. Entry by entry is Mul.",
			"$Y$ も $A$ も $C×m$ なので、Dot は形が合いません。成分ごとの積は Mul です。"),
	},
	Hints: []words.Text{
		words.T("$Y$ has a single 1 in each column, and 0 elsewhere. $Y ∗ A$ keeps one probability of each column, the one that should have been large; the sum of the column is that probability.",
			"$Y$ の各列には 1 が 1 つだけあり、ほかは 0 です。$Y ∗ A$ とすると、各列に、大きくなってほしかった確率だけが残ります。列の和が、その確率になります。"),
		words.T("`p = Y.Mul(A).SumCols()` is a row, $1×m$. $J = −(1/m) Σ log p$: Log, Mean, and a minus sign.",
			"`p = Y.Mul(A).SumCols()` は行ベクトル（$1×m$）です。$J = −(1/m) Σ log p$ なので、Log と Mean を使い、マイナスをつけます。"),
		words.T("`p := Y.Mul(A).SumCols()`; `J = -p.Log().Mean()` is the cost.",
			"`p := Y.Mul(A).SumCols()`、`J = -p.Log().Mean()` と書きます。"),
	},
	Avoid: []string{"Blocks", "CrossEntropy", "SoftmaxCost"},
}

// crossEntropy returns the cost J of the probabilities A (C×m) for the one-hot labels Y (C×m).
// ja: crossEntropy は、ワンホットのラベル Y（C×m）に対する確率 A（C×m）のコスト J を返します。
func crossEntropy(A, Y nn.Matrix) (J float64) {
	// BLANK
	// en: p: the probability of each example's own class, 1×m
	// ja: p：各例の正しいクラスの確率（1×m）
	p := Y.Mul(A).SumCols()

	// J = −(1/m) Σ log p
	J = -p.Log().Mean()
	// END
	return J
}

// examples is the number of columns.
func examples(A nn.Matrix) int {
	_, m := A.Dims()
	return m
}
