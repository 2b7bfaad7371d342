package week3

import (
	"nekonote/lessons"
	"nekonote/lessons/internal/formulas/mistakes"
	"nekonote/nn"
	"nekonote/nn/words"
)

type costing = func(A2, Y nn.Matrix) float64

// ComputeCost is the exercise of the cost.
var ComputeCost = &lessons.Exercise[costing]{
	ID:    "week3/computeCost",
	Title: words.T("Find the mistake: the cost", "間違い探し：コスト"),
	Prompt: words.T("The function should return the cost of the answers $A^{[2]}$ ($1 \\times m$) where $Y$ ($1 \\times m$) is right. There is a mistake in it. Find it, and put it right.",
		"関数は、正解が $Y$（$1 \\times m$）のときの、答え $A^{[2]}$（$1 \\times m$）のコストを返すはずです。間違いが 1 つあります。見つけて、直してください。"),
	Points: 10,

	Formula:   "J = −(1/m) Σ (Y log A2 + (1 − Y) log(1 − A2))",
	Reference: computeCost,
	Week:      week,
	Published: lessons.Figure{Key: "week3/compute_cost", Inputs: []string{"A2", "Y"}, Outputs: []string{"cost"}},

	Cases: []lessons.Case{
		{
			Args: []any{nn.Row(0.5002307, 0.49985831, 0.50023963), nn.Row(1.6243453636632417, -0.6117564136500754, -0.5281717522634557)},
			Want: []any{0.6929198937761265},
		},
		{ // as later versions of the course have it
			Args: []any{nn.Row(0.5002307, 0.49985831, 0.50023963), nn.Row(1, 0, 0)},
			Want: []any{0.6930587610394646},
		},
		{Args: []any{nn.Row(0.8, 0.1, 0.4, 0.6), nn.Row(1, 0, 0, 1)}},
	},
	Random: func(d *lessons.Draw) []any {
		m := d.Dim(3, 9)
		A, Y := d.Between(1, m, 0.05, 0.95), d.Labels(m)
		if d.Far() {
			lessons.SureAnswers(A, Y)
		}
		return []any{A, Y}
	},

	Mistakes: append(mistakes.Cost(computeCost, "A2"),
		lessons.Wrong(func(A2, Y nn.Matrix) float64 { return Y.Dot(A2.Log()).Sum() },
			"Dot does not fit: $Y$ and $log A2$ are both $1×m$. Entry by entry is Mul.",
			"$Y$ も $log A2$ も $1×m$ なので、Dot は形が合いません。成分ごとの積は Mul です。"),
	),
	Hints: []words.Text{
		words.T("It is the cost of week 2: minus the mean logarithm of the probability that the right answer got. How many layers the network has does not matter to it.",
			"第 2 週と同じコストです。正しい答えにつけた確率の対数を平均し、マイナスをつけます。ネットワークに層がいくつあるかは関係ありません。"),
		words.T("$J = −(1/m) Σ (Y log A2 + (1 − Y) log(1 − A2))$. Mul multiplies entry by entry; $1 − Y$ is `Y.Scale(-1).AddScalar(1)`; `Mean()` is the sum divided by the number.",
			"$J = −(1/m) Σ (Y log A2 + (1 − Y) log(1 − A2))$ です。成分ごとの積は Mul、$1 − Y$ は `Y.Scale(-1).AddScalar(1)`、`Mean()` は和を個数で割ったものです。"),
		words.T("`notY, notA := Y.Scale(-1).AddScalar(1), A2.Scale(-1).AddScalar(1)`; `J = -Y.Mul(A2.Log()).Add(notY.Mul(…)).Mean()`.",
			"`notY, notA := Y.Scale(-1).AddScalar(1), A2.Scale(-1).AddScalar(1)`、`J = -Y.Mul(A2.Log()).Add(notY.Mul(…)).Mean()` と書きます。"),
	},
	Avoid: []string{"Cost"},
}

// computeCost returns the cost J of the answers A2 (1×m) for the labels Y (1×m).
// ja: computeCost は、ラベル Y（1×m）に対する答え A2（1×m）のコスト J を返します。
func computeCost(A2, Y nn.Matrix) (J float64) {
	notY, notA := Y.Scale(-1).AddScalar(1), A2.Scale(-1).AddScalar(1)
	// BLANK
	//: J = -Y.Mul(A2.Log()).Add(notY.Mul(notA.Log())).Sum()
	J = -Y.Mul(A2.Log()).Add(notY.Mul(notA.Log())).Mean()
	// END
	return J
}
