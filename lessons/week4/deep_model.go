package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// DeepModel is the exercise of training any number of layers.
var DeepModel = &lessons.Exercise[Training]{
	ID:    "week4/deepModel",
	Title: words.T("Train any number of layers", "深いネットワークを訓練する"),
	Prompt: words.T("Train a network of any number of layers, starting from `params`: `modelForward`, the cost, `modelBackward`, `updateParameters`, again and again. Record the cost of iterations 0, 100, 200 …, before the step. This one you write all by yourself.",
		"`params` から始めて、層がいくつあっても訓練できるようにしてください。`modelForward`、コスト、`modelBackward`、`updateParameters` を繰り返します。0、100、200 … 回目には、一歩進む前のコストを記録します。今度は、全部を自分で書いてみましょう。"),
	Points: 40,

	Formula:   "AL = modelForward(X)\nJ = −(1/m) Σ (Y log AL + (1 − Y) log(1 − AL))\ndW_l, db_l = modelBackward(AL, Y),   l = L, …, 1\nW_l := W_l − α dW_l,  b_l := b_l − α db_l",
	Reference: deepModel,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{
			nn.Rows([][]float64{{1, 0.5, -1, -2, 2, 0.3}, {-1, 2, 1, 0, 0.5, -0.7}, {0.4, -0.2, 1.5, 1, -1, 0.8}}), nn.Row(1, 0, 0, 1, 1, 0),
			[]Layer{
				{W: nn.Rows([][]float64{{0.5, -0.3, 0.2}, {0.2, 0.4, -0.1}, {-0.6, 0.1, 0.3}}), B: nn.Column(0.1, 0.2, 0)},
				{W: nn.Rows([][]float64{{0.3, 0.8, -0.4}, {-0.2, 0.5, 0.9}}), B: nn.Column(0.2, 0.1)},
				{W: nn.Row(0.7, -0.5), B: nn.Row(0.1)},
			},
			20, 0.1,
		}},
	},
	Random: func(d *lessons.Draw) []any { return lesson(d, randomSizes(d)) },

	Mistakes: trainingMistakes,
	Hints: []words.Text{
		words.T("It is `twoLayerModel` again, and shorter: the loops over the layers are in `modelForward` and `modelBackward` already.",
			"`twoLayerModel` と同じことを、もっと短く書けます。層についてのループは、`modelForward` と `modelBackward` の中にあります。"),
		words.T("In each iteration: `AL, caches := modelForward(X, params)`; note `computeCost(AL, Y)` if `i%100 == 0`; `grads := modelBackward(AL, Y, caches)`; `params = updateParameters(params, grads, alpha)`.",
			"繰り返しのたびに、`AL, caches := modelForward(X, params)` を求め、`i%100 == 0` なら `computeCost(AL, Y)` を記録し、`grads := modelBackward(AL, Y, caches)`、`params = updateParameters(params, grads, alpha)` と進みます。"),
		words.T("`AL, caches := modelForward(X, params)`; `if i%100 == 0 { costs = append(costs, …) }`; `params = updateParameters(params, modelBackward(AL, …, …), …)`.",
			"`AL, caches := modelForward(X, params)`、`if i%100 == 0 { costs = append(costs, …) }`、`params = updateParameters(params, modelBackward(AL, …, …), …)` と書きます。"),
	},
}

// deepModel trains the layers of params on X (n_x×m) and Y (1×m).
// It returns the new layers and the costs of iterations 0, 100, 200 …
// ja: deepModel は、params の層を X（n_x×m）と Y（1×m）で訓練します。
// ja: 新しい層と、0、100、200 … 回目のコストを返します。
func deepModel(X, Y nn.Matrix, params []Layer, iterations int, alpha float64) ([]Layer, []float64) {
	var costs []float64
	// BLANK
	for i := range iterations {
		AL, caches := modelForward(X, params)
		if i%100 == 0 {
			costs = append(costs, computeCost(AL, Y))
		}
		grads := modelBackward(AL, Y, caches)
		params = updateParameters(params, grads, alpha)
	}
	// END
	return params, costs
}
