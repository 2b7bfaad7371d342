package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type updating = func(params []Layer, grads []Gradients, alpha float64) []Layer

// UpdateParameters is the exercise of one step downhill, in all layers.
var UpdateParameters = &lessons.Exercise[updating]{
	ID:    "week4/updateParameters",
	Title: words.T("One step downhill", "パラメーターを更新する"),
	Prompt: words.T("The function should take one step of gradient descent in every layer, put the new $W$ and $b$ into `updated`, and leave `params` as it is. With the mistake that is in it, the cost still falls, only not as it should. Find it, and put it right.",
		"関数は、すべての層で勾配降下法の一歩を進み、新しい $W$ と $b$ を `updated` に入れ、`params` は変えないはずです。間違いが 1 つあり、コストは下がるものの、正しい下がり方になりません。見つけて、直してください。"),
	Points: 15,

	Formula:   "W_l := W_l − α dW_l\nb_l := b_l − α db_l,   l = 1, …, L",
	Reference: updateParameters,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/update_parameters", Inputs: []string{"W1 b1 W2 b2", "dW1 db1 dW2 db2", "learning_rate"}, Outputs: []string{"W1 b1 W2 b2"}},

	Cases: []lessons.Case{
		{
			Args: []any{
				[]Layer{
					{
						W: nn.Rows([][]float64{
							{-0.4167578474054706, -0.056266827226329474, -2.136196095668454, 1.6402708084049886},
							{-1.7934355851948631, -0.841747365656204, 0.5028814171580428, -1.2452880866072316},
							{-1.057952218862339, -0.9090076149268493, 0.5514540445464243, 2.2922080128149576},
						}),
						B: nn.Column(0.04153939299840346, -1.1179254451135168, 0.5390583205807888),
					},
					{W: nn.Row(-0.596159699806467, -0.019130496521151476, 1.175001219500291), B: nn.Row(-0.7478709492938624)},
				},
				[]Gradients{
					{
						DW: nn.Rows([][]float64{
							{1.7886284734303186, 0.43650985051198943, 0.09649746807200862, -1.8634927033644908},
							{-0.27738820251439905, -0.35475897926898675, -0.08274148148245977, -0.6270006768238473},
							{-0.04381816897592824, -0.47721803035950267, -1.3138647533626822, 0.8846223804995846},
						}),
						DB: nn.Column(0.8813180422075299, 1.7095730636529485, 0.05003364217686021),
					},
					{DW: nn.Row(-0.40467741460089085, -0.5453599476195304, -1.5464773155829683), DB: nn.Row(0.9823674342581601)},
				},
				0.1,
			},
			Want: []any{[]Layer{
				{
					W: nn.Rows([][]float64{
						{-0.5956206947485024, -0.09991781227752843, -2.145845842475655, 1.8266200787414377},
						{-1.7656967649434232, -0.8062714677293054, 0.5111555653062888, -1.1825880189248468},
						{-1.053570401964746, -0.861285811890899, 0.6828405198826926, 2.203745774764999},
					}),
					B: nn.Column(-0.046592411222349535, -1.2888827514788117, 0.5340549563631029),
				},
				{W: nn.Row(-0.5556919583463779, 0.035405498240801574, 1.3296489510585878), B: nn.Row(-0.8461076927196785)},
			}},
		},
	},
	Random: func(d *lessons.Draw) []any {
		sizes := randomSizes(d)
		var grads []Gradients
		for _, l := range randomNetwork(d, sizes...) {
			grads = append(grads, Gradients{DW: l.W, DB: l.B})
		}
		return []any{randomNetwork(d, sizes...), grads, d.Uniform(0.2, 0.9)}
	},

	Mistakes: []lessons.Mistake[updating]{
		lessons.Wrong(stepping(func(_, _ int, p Layer, g Gradients, alpha float64) Layer {
			return Layer{p.W.Add(g.DW.Scale(alpha)), p.B.Add(g.DB.Scale(alpha))}
		}),
			"The step goes uphill: the gradient points to where the cost grows, so subtract it.",
			"坂を上っています。勾配はコストが増える向きを指すので、足すのではなく引いてください。"),
		lessons.Wrong(stepping(func(_, _ int, p Layer, g Gradients, _ float64) Layer {
			return Layer{p.W.Sub(g.DW), p.B.Sub(g.DB)}
		}),
			"The learning rate $α$ is forgotten: the step is $α$ times the gradient.",
			"学習率 $α$ を忘れています。一歩の大きさは、勾配の $α$ 倍です。"),
		lessons.Wrong(stepping(func(_, _ int, p Layer, g Gradients, alpha float64) Layer {
			return Layer{p.W.Sub(g.DW.Scale(alpha)), p.B}
		}),
			"The biases stay as they were: $b$ has its own step, $b − α db$.",
			"バイアスが更新されていません。$b$ も $b − α db$ と更新します。"),
		lessons.Wrong(stepping(func(_, _ int, p Layer, g Gradients, alpha float64) Layer {
			return Layer{p.W, p.B.Sub(g.DB.Scale(alpha))}
		}),
			"The weights stay as they were: $W$ has its own step, $W − α dW$.",
			"重みが更新されていません。$W$ も $W − α dW$ と更新します。"),
		lessons.Wrong(stepping(func(l, L int, p Layer, g Gradients, alpha float64) Layer {
			if l < L-1 {
				return p
			}
			return Layer{p.W.Sub(g.DW.Scale(alpha)), p.B.Sub(g.DB.Scale(alpha))}
		}),
			"Only the last layer is updated; every layer takes its step.",
			"更新されているのは最後の層だけです。すべての層を更新してください。"),
		lessons.Wrong(stepping(func(l, L int, p Layer, g Gradients, alpha float64) Layer {
			if l == L-1 {
				return p
			}
			return Layer{p.W.Sub(g.DW.Scale(alpha)), p.B.Sub(g.DB.Scale(alpha))}
		}),
			"The last layer is not updated; every layer takes its step.",
			"最後の層が更新されていません。すべての層を更新してください。"),
		lessons.Wrong(stepping(func(_, _ int, p Layer, g Gradients, _ float64) Layer {
			return Layer{p.W.Sub(g.DW.Scale(0.0075)), p.B.Sub(g.DB.Scale(0.0075))}
		}),
			"The learning rate is written into the function as 0.0075; use the argument alpha.",
			"学習率が 0.0075 という数で書かれています。引数の alpha を使ってください。"),
		lessons.Wrong(stepping(func(_, _ int, p Layer, g Gradients, alpha float64) Layer {
			return Layer{g.DW.Scale(-alpha), g.DB.Scale(-alpha)}
		}),
			"That is the step alone, $−α dW$; it starts from where you are: $W − α dW$.",
			"これは一歩の分 $−α dW$ だけです。今いる場所から進むので、$W − α dW$ です。"),
	},
	Hints: []words.Text{
		words.T("The gradient points uphill; a small step the other way lowers the cost. All layers take their step at once.",
			"勾配は上り坂の方を向いています。逆へ小さく進めば、コストが下がります。すべての層が同時に一歩進みます。"),
		words.T("$W_l − α dW_l$ and $b_l − α db_l$, with the same $α$ for all. In Go: `params[l].W`, `grads[l].DW`.",
			"どの層でも同じ $α$ を使い、$W_l − α dW_l$、$b_l − α db_l$ とします。Go では `params[l].W` と `grads[l].DW` です。"),
		words.T("`updated[l].W = params[l].W.Sub(grads[l].DW.Scale(…))`; `updated[l].B = …`",
			"`updated[l].W = params[l].W.Sub(grads[l].DW.Scale(…))`、`updated[l].B = …` と書きます。"),
	},
	Avoid: []string{"Blocks"},
}

// updateParameters returns the layers after one step of gradient descent with learning rate alpha.
// ja: updateParameters は、学習率 alpha の勾配降下法で一歩進んだあとの層を返します。
func updateParameters(params []Layer, grads []Gradients, alpha float64) []Layer {
	updated := make([]Layer, len(params))
	for l := range params {
		updated[l].W = params[l].W.Sub(grads[l].DW.Scale(alpha))
		// BLANK
		//: updated[l].B = params[l].B.Sub(grads[l].DB)
		updated[l].B = params[l].B.Sub(grads[l].DB.Scale(alpha))
		// END
	}
	return updated
}

// stepping is updateParameters with another step.
func stepping(step func(l, L int, p Layer, g Gradients, alpha float64) Layer) updating {
	return func(params []Layer, grads []Gradients, alpha float64) []Layer {
		return changed(params, func(l int, p Layer) Layer { return step(l, len(params), p, grads[l], alpha) })
	}
}
