package week4

import (
	"nekonote/lessons"
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
	"nekonote/nn/words"
)

type modelReturn = func(AL, Y nn.Matrix, caches []Cache) []Gradients

// ModelBackward is the exercise of the way back through all layers.
var ModelBackward = &lessons.Exercise[modelReturn]{
	ID:    "week4/modelBackward",
	Title: words.T("The whole network, backward", "ネットワーク全体の逆伝播"),
	Prompt: words.T("Go back through all layers, from the last to the first, with your `linearActivationBackward`. `grads[l]` should hold the $dW$ and $db$ of the layer with `caches[l]`.",
		"`linearActivationBackward` を使って、最後の層から最初の層へ戻ってください。`grads[l]` には、`caches[l]` の層の $dW$ と $db$ を入れます。"),
	Points: 25,

	Formula:   "dA_L = −(Y / AL − (1 − Y) / (1 − AL))\ndA_l  →  dA_(l−1), dW_l, db_l,   l = L, …, 1",
	Reference: modelBackward,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/L_model_backward", Inputs: []string{"AL", "Y", "A1 W1 b1 Z1 A2 W2 b2 Z2"}, Outputs: []string{"dW1 db1 dW2 db2"}},

	Cases: []lessons.Case{
		publishedModelReturn(),
		{Args: []any{nn.Row(0.7, 0.4, 0.2), nn.Row(1, 0, 1), []Cache{
			{APrev: nn.Rows([][]float64{{1, -1, 2}, {0.5, 2, -1}}), W: nn.Rows([][]float64{{1, -1}, {0.5, 1}}), B: nn.Column(0.1, -0.2), Z: nn.Rows([][]float64{{0.6, -2.9, 3.1}, {0.8, 1.3, -0.2}})},
			{APrev: nn.Rows([][]float64{{0.6, 0, 3.1}, {0.8, 1.3, 0}}), W: nn.Rows([][]float64{{1, 0.5}, {-0.5, 1}}), B: nn.Column(0, 0.2), Z: nn.Rows([][]float64{{1, 0.65, 3.1}, {0.7, 1.5, -1.35}})},
			{APrev: nn.Rows([][]float64{{1, 0.65, 3.1}, {0.7, 1.5, 0}}), W: nn.Row(1, -1), B: nn.Row(0.1), Z: nn.Row(0.4, -0.75, 3.2)},
		}}},
	},
	Random: func(d *lessons.Draw) []any {
		sizes := randomSizes(d)
		m := d.Dim(6, 9)
		params := randomNetwork(d, sizes...)
		for l := range params { // narrow, so that no answer is so sure that its slope vanishes
			params[l].W = params[l].W.Scale(0.7)
		}
		X, Y := d.Matrix(sizes[0], m), d.Labels(m)
		if d.Far() {
			X = surely(params, X, Y)
		}
		AL, caches := modelForward(X, params)
		return []any{AL, Y, caches}
	},

	Mistakes: []lessons.Mistake[modelReturn]{
		lessons.Wrong(returning(func(AL, Y nn.Matrix) nn.Matrix { return firstSlope(AL, Y).Scale(-1) }, nil),
			"All gradients have the wrong sign: $dAL = −(Y / AL − (1 − Y) / (1 − AL))$, with a minus in front.",
			"すべての勾配の符号が逆です。$dAL = −(Y / AL − (1 − Y) / (1 − AL))$ と、前にマイナスがつきます。"),
		lessons.Wrong(returning(func(AL, Y nn.Matrix) nn.Matrix { return Y.Div(AL).Scale(-1) }, nil),
			"$dAL$ lacks its second term, $(1 − Y) / (1 − AL)$: examples with the label 0 teach nothing.",
			"$dAL$ の第 2 項 $(1 − Y) / (1 − AL)$ が抜けています。これがないと、ラベルが 0 の例から何も学べません。"),
		lessons.Wrong(returning(func(AL, Y nn.Matrix) nn.Matrix {
			return Y.Div(AL).Add(formulas.OneMinus(Y).Div(formulas.OneMinus(AL))).Scale(-1)
		}, nil),
			"The second term of $dAL$ has the wrong sign: $−Y / AL + (1 − Y) / (1 − AL)$.",
			"$dAL$ の第 2 項の符号が逆です。$−Y / AL + (1 − Y) / (1 − AL)$ です。"),
		lessons.Wrong(returning(func(AL, Y nn.Matrix) nn.Matrix { return AL.Sub(Y) }, nil),
			"$AL − Y$ is $dZ$ of the last layer, not $dA$: your `linearActivationBackward` multiplies by the slope of the sigmoid once more. Begin with $dAL = −(Y / AL − (1 − Y) / (1 − AL))$.",
			"$AL − Y$ は最後の層の $dA$ ではなく $dZ$ です。`linearActivationBackward` がシグモイド関数の傾きをもう一度かけてしまいます。$dAL = −(Y / AL − (1 − Y) / (1 − AL))$ から始めてください。"),
		lessons.Wrong(func(AL, Y nn.Matrix, caches []Cache) []Gradients {
			last := len(caches) - 1
			dA, dW, db := linearBackward(AL.Sub(Y), caches[last])
			grads := []Gradients{{dW, db}}
			for l := last - 1; l >= 0; l-- {
				dA, dW, db = linearActivationBackward(dA, caches[l], "relu")
				grads = append([]Gradients{{dW, db}}, grads...)
			}
			return grads
		},
			"A good thought: $dZ = AL − Y$ is short and right, as long as $AL$ is $σ(Z)$. The example of the online course does not keep to that, and neither would other last layers. Begin with $dAL$, and use `linearActivationBackward` for the last layer too.",
			"よい考えです。$AL$ が $σ(Z)$ であるかぎり、$dZ = AL − Y$ は短くて正しい式です。ただ、オンライン講座の例ではそうなっていませんし、最後の層が別の関数なら使えません。$dAL$ から始めて、最後の層でも `linearActivationBackward` を使ってください。"),
		lessons.Wrong(returning(firstSlope, func(int, int) string { return "relu" }),
			"The last layer goes back through the ReLU; it has the sigmoid.",
			"最後の層で ReLU を戻っています。最後の層はシグモイド関数です。"),
		lessons.Wrong(returning(firstSlope, func(int, int) string { return "sigmoid" }),
			"The hidden layers go back through the sigmoid; they have the ReLU.",
			"隠れ層でシグモイド関数を戻っています。隠れ層は ReLU です。"),
		lessons.Wrong(func(AL, Y nn.Matrix, caches []Cache) []Gradients {
			grads := make([]Gradients, len(caches))
			for l := range caches {
				_, grads[l].DW, grads[l].DB = linearActivationBackward(firstSlope(AL, Y), caches[l], name(l, len(caches)))
			}
			return grads
		},
			"Every layer gets $dAL$. Each one gets the `dAPrev` that the layer after it has given: `dA, … = linearActivationBackward(dA, …)`.",
			"どの層にも $dAL$ を渡しています。後ろの層が返した `dAPrev` を、前の層に渡してください。`dA, … = linearActivationBackward(dA, …)` とします。"),
		lessons.Wrong(func(AL, Y nn.Matrix, caches []Cache) []Gradients {
			grads := modelBackward(AL, Y, caches)
			return changed(grads, func(l int, _ Gradients) Gradients { return grads[len(grads)-1-l] })
		},
			"The gradients are in reverse order: `grads[0]` belongs to the first layer.",
			"勾配の順番が逆です。`grads[0]` が最初の層の勾配です。"),
		lessons.Wrong(func(AL, Y nn.Matrix, caches []Cache) []Gradients {
			return changed(modelBackward(AL, Y, caches), func(l int, g Gradients) Gradients {
				if l < len(caches)-1 {
					return Gradients{}
				}
				return g
			})
		},
			"Only the last layer has its gradients: go on down to the first one, $l = 0$ in Go.",
			"勾配があるのは最後の層だけです。最初の層（Go では $l = 0$）まで戻ってください。"),
		lessons.Wrong(func(AL, Y nn.Matrix, caches []Cache) []Gradients {
			return changed(modelBackward(AL, Y, caches), func(l int, g Gradients) Gradients {
				if l == 0 {
					return Gradients{}
				}
				return g
			})
		},
			"The first layer, $l = 0$ in Go, has no gradients: the loop ends too early ($l$ >= 0).",
			"最初の層（Go では $l = 0$）の勾配がありません。ループが早く終わっています（条件は $l$ >= 0）。"),
	},
	Hints: []words.Text{
		words.T("It is the way forward in reverse: begin with how the loss changes with the answer, and pass the slope from layer to layer. Each layer takes $dA$, keeps $dW$ and $db$, and passes `dAPrev` on.",
			"順伝播を後ろから読んでいきます。答えを変えると損失がどう変わるかから始めて、傾きを層から層へ渡します。各層は $dA$ を受け取り、$dW$ と $db$ を残し、`dAPrev` を前の層に渡します。"),
		words.T("$dAL = −(Y / AL − (1 − Y) / (1 − AL))$, entry by entry (Div). Then for $l = L−1$, …, 0 in Go: \"sigmoid\" for the last layer, \"relu\" for the others.",
			"$dAL = −(Y / AL − (1 − Y) / (1 − AL))$ です。割り算は成分ごと（Div）です。それから、Go の番号で $l = L−1$, …, 0 の順に、最後の層は \"sigmoid\"、ほかの層は \"relu\" で戻ります。"),
		words.T("`dA := notY.Div(notA).Sub(Y.Div(AL))`; `for l := len(caches) - 1; l >= 0; l-- { activation := \"relu\"; if l == len(caches)-1 { activation = … }; dA, grads[l].DW, grads[l].DB = linearActivationBackward(…, caches[l], activation) }`.",
			"`dA := notY.Div(notA).Sub(Y.Div(AL))`、`for l := len(caches) - 1; l >= 0; l-- { activation := \"relu\"; if l == len(caches)-1 { activation = … }; dA, grads[l].DW, grads[l].DB = linearActivationBackward(…, caches[l], activation) }` と書きます。"),
	},
	Avoid: []string{"Blocks", "Backward"},

	Cost: func(a []any) float64 { return costFrom(a[2].([]Cache), a[1].(nn.Matrix)) },
	Slopes: map[string]string{
		"grads[0].DW": "caches[0].W", "grads[0].DB": "caches[0].B",
		"grads[1].DW": "caches[1].W", "grads[1].DB": "caches[1].B",
		"grads[2].DW": "caches[2].W", "grads[2].DB": "caches[2].B",
		"grads[3].DW": "caches[3].W", "grads[3].DB": "caches[3].B",
	},
}

// modelBackward returns the gradients of all layers,
// for the answers AL (1×m), the labels Y (1×m) and the caches.
// ja: modelBackward は、答え AL（1×m）、ラベル Y（1×m）、各層の cache から、すべての層の勾配を返します。
func modelBackward(AL, Y nn.Matrix, caches []Cache) []Gradients {
	grads := make([]Gradients, len(caches))
	// BLANK
	// dAL = −(Y / AL − (1 − Y) / (1 − AL))
	notY, notA := Y.Scale(-1).AddScalar(1), AL.Scale(-1).AddScalar(1)
	dA := notY.Div(notA).Sub(Y.Div(AL))

	// en: from the last layer to the first: sigmoid there, ReLU in all others
	// ja: 最後の層から最初の層へ。最後はシグモイド関数、ほかは ReLU です
	for l := len(caches) - 1; l >= 0; l-- {
		activation := "relu"
		if l == len(caches)-1 {
			activation = "sigmoid"
		}
		dA, grads[l].DW, grads[l].DB =
			linearActivationBackward(dA, caches[l], activation)
	}
	// END
	return grads
}

// firstSlope is dAL.
func firstSlope(AL, Y nn.Matrix) nn.Matrix {
	return formulas.OneMinus(Y).Div(formulas.OneMinus(AL)).Sub(Y.Div(AL))
}

// returning is modelBackward with another beginning, and other activation functions unless nil.
func returning(begin func(AL, Y nn.Matrix) nn.Matrix, how func(l, L int) string) modelReturn {
	if how == nil {
		how = name
	}
	return func(AL, Y nn.Matrix, caches []Cache) []Gradients {
		grads := make([]Gradients, len(caches))
		dA := begin(AL, Y)
		for l := len(caches) - 1; l >= 0; l-- {
			dA, grads[l].DW, grads[l].DB = linearActivationBackward(dA, caches[l], how(l, len(caches)))
		}
		return grads
	}
}

// publishedModelReturn is the course's published case. Its numbers are plain random ones: AL is no probability.
func publishedModelReturn() lessons.Case {
	return lessons.Case{
		Args: []any{
			nn.Row(1.7886284734303186, 0.43650985051198943), nn.Row(1, 0),
			[]Cache{
				{
					APrev: nn.Rows([][]float64{{0.09649746807200862, -1.8634927033644908}, {-0.27738820251439905, -0.35475897926898675}, {-0.08274148148245977, -0.6270006768238473}, {-0.04381816897592824, -0.47721803035950267}}),
					W: nn.Rows([][]float64{
						{-1.3138647533626822, 0.8846223804995846, 0.8813180422075299, 1.7095730636529485},
						{0.05003364217686021, -0.40467741460089085, -0.5453599476195304, -1.5464773155829683},
						{0.9823674342581601, -1.1010676301114757, -1.1850465270201729, -0.20564989942254108},
					}),
					B: nn.Column(1.4861483550745902, 0.23671626722691233, -1.0237851399264681),
					Z: nn.Rows([][]float64{{-0.7129932001120494, 0.6252449661628293}, {-0.1605133631869239, -0.76883635031923}, {-0.23003072227793905, 0.7450562664053708}}),
				},
				{
					APrev: nn.Rows([][]float64{{1.9761107831263025, -1.244123328955937}, {-0.6264169111883692, -0.8037660945765764}, {-2.4190831731786697, -0.9237920216957886}}),
					W:     nn.Row(-1.0238757608428377, 1.1239779589574683, -0.1319142328009009),
					B:     nn.Row(-1.6232854458352473),
					Z:     nn.Row(0.6466754522701722, -0.35627075944674486),
				},
			},
		},
		Want: []any{[]Gradients{
			{
				DW: nn.Rows([][]float64{
					{0.41010002050287553, 0.0780720334504761, 0.13798443640617924, 0.10502167445111507},
					{0, 0, 0, 0},
					{0.052836517520190085, 0.01005865436969424, 0.0177776560038907, 0.01353079557355724},
				}),
				DB: nn.Column(-0.22007063390291245, 0, -0.028353487740947435),
			},
			{
				DW: nn.Row(-0.392024321654423, -0.13325855016644564, -0.046010889245427365),
				DB: nn.Row(0.1518786078084393),
			},
		}},
	}
}
