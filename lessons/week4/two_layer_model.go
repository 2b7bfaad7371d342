package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// TwoLayerModel is the exercise of training two layers, each written out.
var TwoLayerModel = &lessons.Exercise[Training]{
	ID:    "week4/twoLayerModel",
	Title: words.T("Train two layers", "2 層のネットワークを訓練する"),
	Prompt: words.T("Train a network of two layers, starting from `params`: in each iteration forward through both, then the cost, then back through both, then a step downhill. Record the cost of iterations 0, 100, 200 …, before the step.",
		"`params` から始めて、2 層のネットワークを訓練してください。繰り返しのたびに、2 つの層を順伝播し、コストを求め、2 つの層を逆伝播して、一歩下ります。0、100、200 … 回目には、一歩進む前のコストを記録します。"),
	Points: 35,

	Formula:   "A1 = ReLU(W1·X + b1)\nA2 = σ(W2·A1 + b2)\ndA2 = −(Y / A2 − (1 − Y) / (1 − A2))\ndA2  →  dA1, dW2, db2;  dA1  →  dW1, db1\nW_l := W_l − α dW_l,  b_l := b_l − α db_l",
	Reference: twoLayerModel,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{
			nn.Rows([][]float64{{1, 0.5, -1, -2, 2}, {-1, 2, 1, 0, 0.5}}), nn.Row(1, 0, 0, 1, 1),
			[]Layer{
				{W: nn.Rows([][]float64{{0.5, -0.3}, {0.2, 0.4}, {-0.6, 0.1}}), B: nn.Column(0.1, 0.2, 0)},
				{W: nn.Row(0.7, -0.5, 0.3), B: nn.Row(0.1)},
			},
			20, 0.1,
		}},
	},
	Random: func(d *lessons.Draw) []any { return lesson(d, []int{d.Dim(2, 5), d.Dim(2, 5), 1}) },

	Mistakes: trainingMistakes,
	Hints: []words.Text{
		words.T("One iteration is the way forward, the cost, the way back, and a step. All four are there as functions; here they are put into one loop. You know what the caches are for: `linearActivationBackward` needs that of its layer.",
			"1 回の繰り返しは、順伝播、コスト、逆伝播、そして一歩進むことです。どれも関数になっているので、それを一つのループにまとめます。`linearActivationBackward` には、その層の cache を渡します。"),
		words.T("$A1$, `cache1` from layer 0 with \"relu\"; $A2$, `cache2` from layer 1 with \"sigmoid\"; $dA2 = −(Y / A2 − (1 − Y) / (1 − A2))$; $dA1$, $dW2$, $db2$ from $dA2$ and `cache2`; $dW1$, $db1$ from $dA1$ and `cache1`; then `updateParameters`.",
			"`params[0]` と \"relu\" で $A1$ と `cache1`、`params[1]` と \"sigmoid\" で $A2$ と `cache2` を求めます。$dA2 = −(Y / A2 − (1 − Y) / (1 − A2))$ と `cache2` から $dA1$、$dW2$、$db2$、$dA1$ と `cache1` から $dW1$、$db1$ を求め、最後に `updateParameters` です。"),
		words.T("`A1, cache1 := linearActivationForward(X, params[0].W, params[0].B, \"relu\")`; …; `dA1, dW2, db2 := linearActivationBackward(dA2, cache2, \"sigmoid\")`; `_, dW1, db1 := linearActivationBackward(…, …, \"relu\")`; `params = updateParameters(params, []week4.Gradients{{DW: dW1, DB: db1}, {DW: …, DB: …}}, alpha)`.",
			"`A1, cache1 := linearActivationForward(X, params[0].W, params[0].B, \"relu\")`、…、`dA1, dW2, db2 := linearActivationBackward(dA2, cache2, \"sigmoid\")`、`_, dW1, db1 := linearActivationBackward(…, …, \"relu\")`、`params = updateParameters(params, []week4.Gradients{{DW: dW1, DB: db1}, {DW: …, DB: …}}, alpha)` と書きます。"),
	},
}

// twoLayerModel trains the two layers of params on X (n_x×m) and Y (1×m).
// It returns the new layers and the costs of iterations 0, 100, 200 …
// ja: twoLayerModel は、params の 2 つの層を X（n_x×m）と Y（1×m）で訓練します。
// ja: 新しい層と、0、100、200 … 回目のコストを返します。
func twoLayerModel(X, Y nn.Matrix, params []Layer, iterations int, alpha float64) ([]Layer, []float64) {
	var costs []float64
	for i := range iterations {
		//: _ = i
		// BLANK
		// en: forward: A1 with the ReLU, A2 with the sigmoid
		// ja: 順伝播：A1 は ReLU、A2 はシグモイド関数
		A1, cache1 := linearActivationForward(X, params[0].W, params[0].B, "relu")
		A2, cache2 := linearActivationForward(A1, params[1].W, params[1].B, "sigmoid")

		// en: the cost of every 100th iteration
		// ja: 100 回に 1 回、コストを記録します
		if i%100 == 0 {
			costs = append(costs, computeCost(A2, Y))
		}

		// en: backward, from dA2 = −(Y / A2 − (1 − Y) / (1 − A2))
		// ja: 逆伝播。dA2 = −(Y / A2 − (1 − Y) / (1 − A2)) から始めます
		notY, notA2 := Y.Scale(-1).AddScalar(1), A2.Scale(-1).AddScalar(1)
		dA2 := notY.Div(notA2).Sub(Y.Div(A2))
		dA1, dW2, db2 := linearActivationBackward(dA2, cache2, "sigmoid")
		_, dW1, db1 := linearActivationBackward(dA1, cache1, "relu")

		// en: one step downhill
		// ja: 一歩下ります
		params = updateParameters(params,
			[]Gradients{{DW: dW1, DB: db1}, {DW: dW2, DB: db2}}, alpha)
		// END
	}
	return params, costs
}

// lesson draws what a network of these sizes is trained with: at most 20 examples, a few iterations. None is far out: in one training of
// twenty, the network would grow so sure of such an example that A is 1 as numbers have it, and its slope dA = (1 − Y) / (1 − A) is 0/0.
// modelForward and modelBackward have examples far out, for one step.
func lesson(d *lessons.Draw, sizes []int) []any {
	m := d.Dim(10, 20)
	return []any{d.Matrix(sizes[0], m), d.Labels(m), randomNetwork(d, sizes...), d.Size(8, 25), d.Uniform(0.02, 0.1)}
}

// epoch is where training stands before its step, for the mistakes to spoil.
type epoch struct {
	i, iterations int
	X, Y, AL      nn.Matrix
	caches        []Cache
	params        []Layer
	grads         []Gradients
	alpha         float64
	costs         []float64
}

// note notes the cost of every 100th iteration.
func (e *epoch) note() {
	if e.i%100 == 0 {
		e.costs = append(e.costs, computeCost(e.AL, e.Y))
	}
}

// step takes the step downhill.
func (e *epoch) step() { e.params = updateParameters(e.params, e.grads, e.alpha) }

// epochs is training with another end of each iteration: ends notes the cost and takes the step.
func epochs(ends func(e *epoch)) Training {
	return func(X, Y nn.Matrix, params []Layer, iterations int, alpha float64) ([]Layer, []float64) {
		e := epoch{X: X, Y: Y, params: params, alpha: alpha, iterations: iterations}
		for e.i = range iterations {
			e.AL, e.caches = modelForward(X, e.params)
			e.grads = modelBackward(e.AL, Y, e.caches)
			ends(&e)
		}
		return e.params, e.costs
	}
}

// trainingMistakes are those that one makes when putting a training together, with two layers or with many.
var trainingMistakes = []lessons.Mistake[Training]{
	lessons.Wrong(epochs(func(e *epoch) { e.note() }),
		"The layers are not updated: `params = updateParameters(params, …, alpha)`, with params in front.",
		"層が更新されていません。`params = updateParameters(params, …, alpha)` と、結果を params に代入してください。").Unassigned("updateParameters"),
	lessons.Wrong(epochs(func(e *epoch) {
		e.note()
		e.alpha = -e.alpha
		e.step()
		e.alpha = -e.alpha
	}),
		"The steps go uphill.", "坂を上っています。"),
	lessons.Wrong(epochs(func(e *epoch) {
		e.note()
		e.alpha = 0.0075
		e.step()
	}),
		"The learning rate is written into the function as 0.0075; use the argument alpha.",
		"学習率が 0.0075 という数で書かれています。引数の alpha を使ってください。"),
	lessons.Wrong(epochs(func(e *epoch) { e.step() }),
		"The layers are right. The costs are empty: append the cost when `i%100 == 0`.",
		"層は正しくできています。costs が空です。`i%100 == 0` のときに、append でコストを加えてください。"),
	lessons.Wrong(epochs(func(e *epoch) {
		e.costs = append(e.costs, computeCost(e.AL, e.Y))
		e.step()
	}),
		"The layers are right. The costs are noted in every iteration; note every 100th: `if i%100 == 0`.",
		"層は正しくできています。コストが毎回記録されています。100 回に 1 回だけ、`if i%100 == 0` のときに記録してください。"),
	lessons.Wrong(epochs(func(e *epoch) {
		e.step()
		e.AL, _ = modelForward(e.X, e.params)
		e.note()
	}),
		"The layers are right. The costs are those after the step; note the cost of the answers from before it.",
		"層は正しくできています。コストが、一歩進んだ後のものになっています。進む前の答えのコストを記録してください。"),
	lessons.Wrong(epochs(func(e *epoch) {
		e.note()
		if e.i < e.iterations-1 {
			e.step()
		}
	}),
		"One step is missing: the loop runs iterations times.",
		"一歩足りません。ループは iterations 回繰り返します。"),
	lessons.Wrong(epochs(func(e *epoch) {
		e.note()
		last := len(e.grads) - 1
		e.grads = changed(e.grads, func(l int, g Gradients) Gradients {
			if l == last {
				return g
			}
			return Gradients{DW: g.DW.Scale(0), DB: g.DB.Scale(0)}
		})
		e.step()
	}),
		"Only the last layer learns: go on back through the layers before it.",
		"最後の層しか学習していません。その前の層まで戻ってください。"),
	lessons.Wrong(epochs(func(e *epoch) {
		e.note()
		dA := e.AL.Sub(e.Y)
		for l := len(e.caches) - 1; l >= 0; l-- {
			dA, e.grads[l].DW, e.grads[l].DB = linearActivationBackward(dA, e.caches[l], name(l, len(e.caches)))
		}
		e.step()
	}),
		"The way back begins with $A − Y$. That is $dZ$ of the last layer; its $dA$ is $−(Y / A − (1 − Y) / (1 − A))$.",
		"逆伝播が $A − Y$ から始まっています。これは最後の層の $dZ$ です。$dA$ は $−(Y / A − (1 − Y) / (1 − A))$ です。"),
}
