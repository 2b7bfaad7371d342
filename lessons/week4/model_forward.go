package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type modelRun = func(X nn.Matrix, params []Layer) (nn.Matrix, []Cache)

// ModelForward is the exercise of the way through all layers.
var ModelForward = &lessons.Exercise[modelRun]{
	ID:    "week4/modelForward",
	Title: words.T("The whole network, forward", "ネットワーク全体の順伝播"),
	Prompt: words.T("Send the examples $X$ through all layers with your `linearActivationForward`: the ReLU in the hidden layers, the sigmoid in the last one. Keep the cache of each layer, in order.",
		"`linearActivationForward` を使って、例 $X$ をすべての層に通してください。隠れ層では ReLU、最後の層ではシグモイド関数を使います。各層の `cache` を順に残します。"),
	Points: 25,

	Formula:   "A_0 = X\nA_l = ReLU(W_l·A_(l−1) + b_l),   l = 1, …, L − 1\nA_L = σ(W_L·A_(L−1) + b_L)",
	Reference: modelForward,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/L_model_forward", Inputs: []string{"X", "W1 b1 W2 b2"}, Outputs: []string{"AL", ""}},

	Cases: []lessons.Case{
		publishedRun(),
		{Args: []any{nn.Rows([][]float64{{1, -1, 2}, {0.5, 2, -1}}), []Layer{
			{W: nn.Rows([][]float64{{1, -1}, {0.5, 1}, {-1, 1}}), B: nn.Column(0.1, -0.2, 0.3)},
			{W: nn.Rows([][]float64{{1, 0.5, -1}, {0.5, -0.5, 1}}), B: nn.Column(0, 0.2)},
			{W: nn.Row(1, -1), B: nn.Row(0.1)},
		}}},
	},
	Random: func(d *lessons.Draw) []any {
		sizes := randomSizes(d)
		X := d.Matrix(sizes[0], d.Dim(6, 9))
		if d.Far() {
			X = lessons.Outward(X, 20)
		}
		return []any{X, randomNetwork(d, sizes...)}
	},

	Mistakes: []lessons.Mistake[modelRun]{
		lessons.Wrong(running(func(l, L int, A, X nn.Matrix) (nn.Matrix, string) { return A, "relu" }),
			"The last layer has a ReLU. It should give a probability: use the sigmoid.",
			"最後の層が ReLU になっています。確率を出す層なので、シグモイド関数にしてください。"),
		lessons.Wrong(running(func(l, L int, A, X nn.Matrix) (nn.Matrix, string) { return A, "sigmoid" }),
			"The hidden layers have a sigmoid; they should have the ReLU.",
			"隠れ層がシグモイド関数になっています。隠れ層では ReLU を使ってください。"),
		lessons.Wrong(running(func(l, L int, A, X nn.Matrix) (nn.Matrix, string) { return X, name(l, L) }),
			"Every layer gets $X$. Each one gets what the layer before has given: the $A$ of one step is the `APrev` of the next.",
			"どの層にも $X$ を渡しています。前の層の出力を次の層に渡してください。ある層の $A$ が、次の層の `APrev` になります。"),
		lessons.Wrong(func(X nn.Matrix, params []Layer) (nn.Matrix, []Cache) {
			AL, caches := modelForward(X, params)
			return AL, caches[:len(caches)-1]
		},
			"$AL$ is right. The last layer's cache is missing: append it too.",
			"$AL$ は正しくできています。最後の層の cache がありません。これも加えてください。"),
		lessons.Wrong(func(X nn.Matrix, params []Layer) (nn.Matrix, []Cache) {
			AL, _ := modelForward(X, params)
			return AL, nil
		},
			"$AL$ is right. The caches are empty: `caches = append(caches, cache) after each layer`.",
			"$AL$ は正しくできています。caches が空です。層ごとに `caches = append(caches, cache)` としてください。"),
		lessons.Wrong(func(X nn.Matrix, params []Layer) (nn.Matrix, []Cache) {
			L := len(params)
			A, caches := hidden(X, params[:L-2])
			AL, cache := linearActivationForward(A, params[L-1].W, params[L-1].B, "sigmoid")
			return AL, append(caches, cache)
		},
			"A hidden layer is left out: they are $l = 1, …, L − 1$, in Go `params[0]` up to and including `params[L-2]`.",
			"隠れ層が一つ抜けています。隠れ層は $l = 1, …, L − 1$、Go では `params[0]` から `params[L-2]` までです。"),
		lessons.Wrong(func(X nn.Matrix, params []Layer) (nn.Matrix, []Cache) {
			return hidden(X, params[:len(params)-1])
		},
			"The last layer is missing: after the hidden layers comes one with the sigmoid.",
			"最後の層がありません。隠れ層のあとに、シグモイド関数の層が続きます。"),
		lessons.Wrong(func(X nn.Matrix, params []Layer) (nn.Matrix, []Cache) {
			var without []Layer
			for _, p := range params {
				n, _ := p.W.Dims()
				without = append(without, Layer{W: p.W, B: nn.Zeros(n, 1)})
			}
			return modelForward(X, without)
		},
			"The biases are forgotten: pass `params[l].B` too.", "バイアスを忘れています。`params[l].B` も渡してください。"),
	},
	Hints: []words.Text{
		words.T("One layer after the other: what one gives, the next one gets. Only the last one is different: it has the sigmoid.",
			"層を一つずつ通ります。ある層の出力が、次の層の入力です。最後の層だけが違い、シグモイド関数を使います。"),
		words.T("$A = X$. For each hidden layer: `A, cache = linearActivationForward(A, W_l, b_l, \"relu\")`, and append the cache. Then the last layer with \"sigmoid\". Layer $l$ is `params[l-1]` in Go.",
			"$A = X$ から始めます。隠れ層ごとに `A, cache = linearActivationForward(A, W_l, b_l, \"relu\")` とし、cache を加えます。最後の層は \"sigmoid\" です。第 $l$ 層は、Go では `params[l-1]` です。"),
		words.T("`for l := range L-1 { var cache week4.Cache; A, cache = linearActivationForward(A, params[l].W, params[l].B, …); caches = append(caches, cache) }`; then `AL, cache := linearActivationForward(A, params[L-1].W, …, …)` and its cache.",
			"`for l := range L-1 { var cache week4.Cache; A, cache = linearActivationForward(A, params[l].W, params[l].B, …); caches = append(caches, cache) }` のあと、`AL, cache := linearActivationForward(A, params[L-1].W, …, …)` とし、その cache も加えます。"),
	},
	Avoid: []string{"Blocks"},
}

// modelForward returns what the network says of the examples X (n_x×m): AL (n_L×m),
// and the cache of each layer.
// ja: modelForward は、例 X（n_x×m）に対するネットワークの答え AL（n_L×m）と、各層の cache を返します。
func modelForward(X nn.Matrix, params []Layer) (AL nn.Matrix, caches []Cache) {
	// BLANK
	// en: A_0 = X; the network has L layers
	// ja: A_0 = X。ネットワークは L 層です
	A, L := X, len(params)

	// en: the hidden layers 1, …, L − 1, in Go params[0], …, params[L-2]: ReLU
	// ja: 隠れ層 1, …, L − 1（Go では params[0], …, params[L-2]）：ReLU
	for l := range L - 1 {
		var cache Cache
		A, cache = linearActivationForward(A, params[l].W, params[l].B, "relu")
		caches = append(caches, cache)
	}

	// en: the last layer L, in Go params[L-1]: sigmoid
	// ja: 最後の層 L（Go では params[L-1]）：シグモイド関数
	AL, cache := linearActivationForward(A, params[L-1].W, params[L-1].B, "sigmoid")
	caches = append(caches, cache)
	// END
	return AL, caches
}

// name is the activation function of layer l of L, counted from 0.
func name(l, L int) string {
	if l == L-1 {
		return "sigmoid"
	}
	return "relu"
}

// hidden runs through the given layers as hidden ones.
func hidden(X nn.Matrix, params []Layer) (A nn.Matrix, caches []Cache) {
	A = X
	for _, p := range params {
		var cache Cache
		A, cache = linearActivationForward(A, p.W, p.B, "relu")
		caches = append(caches, cache)
	}
	return A, caches
}

// running is modelForward where each layer gets what choose says, with the activation function that it says.
func running(choose func(l, L int, A, X nn.Matrix) (nn.Matrix, string)) modelRun {
	return func(X nn.Matrix, params []Layer) (nn.Matrix, []Cache) {
		A := X
		var caches []Cache
		for l, p := range params {
			in, how := choose(l, len(params), A, X)
			var cache Cache
			A, cache = linearActivationForward(in, p.W, p.B, how)
			caches = append(caches, cache)
		}
		return A, caches
	}
}

// publishedRun is the course's published case.
func publishedRun() lessons.Case {
	X := nn.Rows([][]float64{{1.6243453636632417, -0.6117564136500754}, {-0.5281717522634557, -1.0729686221561705}, {0.8654076293246785, -2.3015386968802827}, {1.74481176421648, -0.7612069008951028}})
	first := Layer{
		W: nn.Rows([][]float64{
			{0.31903909605709857, -0.2493703754774101, 1.462107937044974, -2.060140709497654},
			{-0.3224172040135075, -0.38405435466841564, 1.1337694423354374, -1.0998912673140309},
			{-0.17242820755043575, -0.8778584179213718, 0.04221374671559283, 0.5828152137158222},
		}),
		B: nn.Column(-1.1006191772129212, 1.1447237098396141, 0.9015907205927955),
	}
	last := Layer{W: nn.Row(0.5024943389018682, 0.9008559492644118, -0.6837278591743331), B: nn.Row(-0.12289022551864817)}
	Z1 := nn.Rows([][]float64{{-2.779917494784667, -2.8251314734886708}, {-0.11407701647158497, -0.018126647934037596}, {2.1386027196520003, 1.408189785347873}})
	A1 := nn.Rows([][]float64{{0, 0}, {0, 0}, {2.1386027196520003, 1.408189785347873}})
	return lessons.Case{
		Args: []any{X, []Layer{first, last}},
		Want: []any{
			nn.Row(0.17007264766912278, 0.25242719787681334),
			[]Cache{
				{APrev: X, W: first.W, B: first.B, Z: Z1},
				{APrev: A1, W: last.W, B: last.B, Z: nn.Row(-1.5851124846507167, -1.085708812765713)},
			},
		},
	}
}
