package week4

import (
	"nekonote/lessons"
	"nekonote/lessons/internal/formulas/mistakes"
	"nekonote/nn"
	"nekonote/nn/words"
)

type costing = func(AL, Y nn.Matrix) float64

// ComputeCost is the exercise of the cost, once more.
var ComputeCost = &lessons.Exercise[costing]{
	ID:    "week4/computeCost",
	Title: words.T("The cost", "コスト"),
	Prompt: words.T("Compute the cost of the answers $A^{[L]}$ ($1 \\times m$; in Go: `AL`) where $Y$ ($1 \\times m$) is right.",
		"正解が $Y$（$1 \\times m$）のとき、答え $A^{[L]}$（$1 \\times m$、Go では `AL`）のコストを計算してください。"),
	Points: 15,

	Formula:   "J = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL))",
	Reference: computeCost,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/compute_cost", Inputs: []string{"AL", "Y"}, Outputs: []string{"cost"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Row(0.8, 0.9, 0.4), nn.Row(1, 1, 1)}, Want: []any{0.414931599615397}},
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

	Mistakes: append(mistakes.Cost(computeCost, "AL"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return computeCost(Y, AL) },
			"$AL$ and $Y$ are swapped: the logarithm is that of the answers $AL$. Of labels it is the logarithm of zero.",
			"$AL$ と $Y$ が入れ替わっています。対数をとるのは答え $AL$ です。ラベルの対数をとると、0 の対数になってしまいます。"),
	),
	Hints: []words.Text{
		words.T("It is the same cost as in weeks 2 and 3: minus the mean logarithm of the probability that the right answer got. The depth of the network does not matter to it.",
			"第 2 週、第 3 週と同じコストです。正しい答えにつけた確率の対数を平均し、マイナスをつけます。ネットワークの深さは関係ありません。"),
		words.T("$J = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL))$. Mul multiplies entry by entry; $1 − Y$ is `Y.Scale(-1).AddScalar(1)`; `Mean()` is the sum divided by the number.",
			"$J = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL))$ です。成分ごとの積は Mul、$1 − Y$ は `Y.Scale(-1).AddScalar(1)`、`Mean()` は和を個数で割ったものです。"),
		words.T("`notY, notA := Y.Scale(-1).AddScalar(1), AL.Scale(-1).AddScalar(1)`; `J = -Y.Mul(AL.Log()).Add(notY.Mul(…)).Mean()`.",
			"`notY, notA := Y.Scale(-1).AddScalar(1), AL.Scale(-1).AddScalar(1)`、`J = -Y.Mul(AL.Log()).Add(notY.Mul(…)).Mean()` と書きます。"),
	},
	Avoid: []string{"Blocks", "Cost"},
}

// computeCost returns the cost J of the answers AL (1×m) for the labels Y (1×m).
// ja: computeCost は、ラベル Y（1×m）に対する答え AL（1×m）のコスト J を返します。
func computeCost(AL, Y nn.Matrix) (J float64) {
	// BLANK
	// J = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL))
	notY, notA := Y.Scale(-1).AddScalar(1), AL.Scale(-1).AddScalar(1)
	J = -Y.Mul(AL.Log()).Add(notY.Mul(notA.Log())).Mean()
	// END
	return J
}
