package week4

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type costing = func(AL, Y nn.Matrix) float64

// ComputeCost is the exercise of the cost, once more.
var ComputeCost = &lessons.Exercise[costing]{
	ID:    "week4/computeCost",
	Title: words.T("The cost", "コスト"),
	Prompt: words.T("Compute the cost of the answers AL (1×m) where Y (1×m) is right.",
		"正解が Y（1×m）のとき、答え AL（1×m）のコストを計算してください。"),
	Points: 10,

	Formula:   "J = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL))",
	Reference: computeCost,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/compute_cost", Inputs: []string{"AL", "Y"}, Outputs: []string{"cost"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Row(0.8, 0.9, 0.4), nn.Row(1, 1, 1)}, Want: []any{0.414931599615397}},
		{Args: []any{nn.Row(0.8, 0.1, 0.4, 0.6), nn.Row(1, 0, 0, 1)}},
	},
	Random: func(d *lessons.Draw) []any {
		m := d.Size(3, 9)
		return []any{d.Between(1, m, 0.05, 0.95), d.Labels(m)}
	},

	Mistakes: []lessons.Mistake[costing]{
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return -computeCost(AL, Y) },
			"The sign is wrong: logarithms of probabilities are negative, so a minus stands in front of the sum.",
			"符号が逆です。確率の対数は負なので、和の前にマイナスをつけます。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return computeCost(AL, Y) * examples(Y) },
			"The factor 1/m is missing: the cost is the mean loss of the examples, not their sum.",
			"1/m がかかっていません。コストは損失の合計ではなく、例についての平均です。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return computeCost(AL, Y) / examples(Y) },
			"The sum is divided by m twice. (Mean divides already.)", "m で 2 回割っています（Mean はすでに m で割っています）。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return -Y.Mul(AL.Log()).Sum() / examples(Y) },
			"The second term, (1 − Y) log(1 − AL), is missing: without it, examples with the label 0 cost nothing.",
			"第 2 項 (1 − Y) log(1 − AL) が抜けています。これがないと、ラベルが 0 の例の損失が数えられません。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 {
			return -Y.Mul(AL.Log()).Sum()/examples(Y) + opposite(Y).Mul(opposite(AL).Log()).Sum()/examples(Y)
		},
			"The second term has the wrong sign: the minus stands in front of both.",
			"第 2 項の符号が逆です。マイナスは、両方の項の前につきます。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return AL.Sub(Y).Mul(AL.Sub(Y)).Sum() / examples(Y) },
			"That is the squared error. Here the log loss is wanted.", "これは二乗誤差です。ここでは対数損失を使います。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return computeCost(AL, Y) * math.Log2E },
			"The logarithm has the base 2; here it has the base e: Log.", "対数の底が 2 になっています。ここでは底が e の Log を使います。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return computeCost(AL, opposite(Y)) },
			"Y and 1 − Y have changed places.", "Y と 1 − Y が入れ替わっています。"),
		lessons.Wrong(func(AL, Y nn.Matrix) float64 { return computeCost(Y, AL) },
			"AL and Y have changed places: the logarithm is that of the answers AL. Of labels it is the logarithm of zero.",
			"AL と Y が入れ替わっています。対数をとるのは答え AL です。ラベルの対数をとると、0 の対数になってしまいます。"),
	},
	Hints: []words.Text{
		words.T("It is the same cost as in weeks 2 and 3: minus the mean logarithm of the probability that the right answer got. The depth of the network does not matter to it.",
			"第 2 週、第 3 週と同じコストです。正しい答えにつけた確率の対数を平均し、マイナスをつけます。ネットワークの深さは関係ありません。"),
		words.T("J = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL)). Mul multiplies entry by entry; 1 − Y is Y.Scale(-1).AddScalar(1); Mean() is the sum divided by the number.",
			"J = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL)) です。成分ごとの積は Mul、1 − Y は Y.Scale(-1).AddScalar(1)、Mean() は和を個数で割ったものです。"),
		words.T("notY, notA := Y.Scale(-1).AddScalar(1), AL.Scale(-1).AddScalar(1); J = -Y.Mul(AL.Log()).Add(notY.Mul(…)).Mean().",
			"notY, notA := Y.Scale(-1).AddScalar(1), AL.Scale(-1).AddScalar(1)、J = -Y.Mul(AL.Log()).Add(notY.Mul(…)).Mean() と書きます。"),
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

// examples is the number m of examples.
func examples(Y nn.Matrix) float64 {
	_, m := Y.Dims()
	return float64(m)
}

// opposite is 1 − A.
func opposite(A nn.Matrix) nn.Matrix {
	return A.Scale(-1).AddScalar(1)
}
