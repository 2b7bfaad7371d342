package week3

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type updating = func(params Params, grads Gradients, alpha float64) Params

// UpdateParameters is the exercise of one step downhill.
var UpdateParameters = &lessons.Exercise[updating]{
	ID:    "week3/updateParameters",
	Title: words.T("One step downhill", "坂を一歩下りる"),
	Prompt: words.T("Take one step of gradient descent with each of the four parameters, and put the new ones into `updated`.",
		"4 つのパラメーターのそれぞれについて、勾配降下法の一歩を進み、新しい値を `updated` に入れてください。"),
	Points: 10,

	Formula:   "W1 := W1 − α dW1,  b1 := b1 − α db1\nW2 := W2 − α dW2,  b2 := b2 − α db2",
	Reference: updateParameters,
	Week:      week,
	Published: lessons.Figure{Key: "week3/update_parameters", Inputs: []string{"W1 b1 W2 b2", "dW1 db1 dW2 db2", "learning_rate"}, Outputs: []string{"W1 b1 W2 b2"}},

	Cases: []lessons.Case{
		{
			Args: []any{
				Params{
					W1: nn.Rows([][]float64{{-0.00615039, 0.0169021}, {-0.02311792, 0.03137121}, {-0.0169217, -0.01752545}, {0.00935436, -0.05018221}}),
					B1: nn.Column(-8.97523455e-07, 8.15562092e-06, 6.04810633e-07, -2.545607e-06),
					W2: nn.Row(-0.0104319, -0.04019007, 0.01607211, 0.04440255),
					B2: nn.Row(9.14954378e-05),
				},
				Gradients{
					DW1: nn.Rows([][]float64{{0.00023322, -0.00205423}, {0.00082222, -0.00700776}, {-0.00031831, 0.0028636}, {-0.00092857, 0.00809933}}),
					DB1: nn.Column(1.05570087e-07, -3.81814487e-06, -1.90155145e-07, 5.46467802e-07),
					DW2: nn.Row(-1.75740039e-05, 0.00370231337, -0.00125683095, -0.00255715317),
					DB2: nn.Row(-1.0892314e-05),
				},
				1.2,
			},
			Want: []any{Params{
				W1: nn.Rows([][]float64{{-0.006430254000000001, 0.019367176}, {-0.024104584000000002, 0.039780522}, {-0.016539728, -0.02096177}, {0.010468644000000001, -0.059901406}}),
				B1: nn.Column(-1.0242075594e-06, 1.2737394764000001e-05, 8.329968070000001e-07, -3.2013683623999996e-06),
				W2: nn.Row(-0.010410811195319999, -0.044632846044, 0.01758030714, 0.047471133804),
				B2: nn.Row(0.0001045662146),
			}},
		},
	},
	Random: func(d *lessons.Draw) []any {
		nx, nh, ny := d.Dim(2, 4), d.Dim(2, 5), d.Dim(1, 2)
		g := randomParams(d, nx, nh, ny)
		return []any{randomParams(d, nx, nh, ny), Gradients{g.W1, g.B1, g.W2, g.B2}, d.Uniform(0.2, 0.9)}
	},

	Mistakes: []lessons.Mistake[updating]{
		lessons.Wrong(func(p Params, g Gradients, alpha float64) Params { return updateParameters(p, g, -alpha) },
			"The step goes uphill: the gradient points to where the cost grows, so subtract it.",
			"坂を上っています。勾配はコストが増える向きを指すので、足すのではなく引いてください。"),
		lessons.Wrong(func(p Params, g Gradients, _ float64) Params { return updateParameters(p, g, 1) },
			"The learning rate $α$ is forgotten: the step is $α$ times the gradient.",
			"学習率 $α$ を忘れています。一歩の大きさは、勾配の $α$ 倍です。"),
		lessons.Wrong(func(p Params, g Gradients, _ float64) Params { return updateParameters(p, g, 1.2) },
			"The learning rate is written into the function as 1.2; use the argument alpha.",
			"学習率が 1.2 という数で書かれています。引数の alpha を使ってください。"),
		lessons.Wrong(stepped(func(old, step Params) Params { return Params{step.W1, old.B1, step.W2, old.B2} }),
			"The biases stay as they were: each $b$ has its own step, $b − α db$.",
			"バイアスが更新されていません。$b$ も $b − α db$ と更新します。"),
		lessons.Wrong(stepped(func(old, step Params) Params { return Params{old.W1, step.B1, old.W2, step.B2} }),
			"The weights stay as they were: each $W$ has its own step, $W − α dW$.",
			"重みが更新されていません。$W$ も $W − α dW$ と更新します。"),
		lessons.Wrong(stepped(func(old, step Params) Params { return Params{old.W1, old.B1, step.W2, step.B2} }),
			"Only the output layer takes its step; the hidden layer, $W1$ and $b1$, learns too.",
			"更新されているのは出力層だけです。隠れ層の $W1$ と $b1$ も更新してください。"),
		lessons.Wrong(stepped(func(old, step Params) Params { return Params{step.W1, step.B1, old.W2, old.B2} }),
			"Only the hidden layer takes its step; the output layer, $W2$ and $b2$, learns too.",
			"更新されているのは隠れ層だけです。出力層の $W2$ と $b2$ も更新してください。"),
		lessons.Wrong(stepped(func(_, step Params) Params { return Params{W1: step.W1, B1: step.B1} }),
			"$W2$ and $b2$ of the result are missing; all four parameters belong in it.",
			"結果に $W2$ と $b2$ がありません。4 つのパラメーターをすべて入れてください。"),
		lessons.Wrong(func(p Params, g Gradients, alpha float64) Params {
			return Params{g.DW1.Scale(-alpha), g.DB1.Scale(-alpha), g.DW2.Scale(-alpha), g.DB2.Scale(-alpha)}
		},
			"That is the step alone, $−α dW$; it starts from where you are: $W − α dW$.",
			"これは一歩の分 $−α dW$ だけです。今いる場所から進むので、$W − α dW$ です。"),
	},
	Hints: []words.Text{
		words.T("The gradient points uphill; a small step the other way lowers the cost. All four parameters take their step at once.",
			"勾配は上り坂の方を向いています。逆へ小さく進めば、コストが下がります。4 つのパラメーターが同時に一歩進みます。"),
		words.T("$W1 − α dW1$, $b1 − α db1$, $W2 − α dW2$, $b2 − α db2$. Scale multiplies by a number, Sub subtracts; both return a new matrix.",
			"$W1 − α dW1$、$b1 − α db1$、$W2 − α dW2$、$b2 − α db2$ です。Scale は数をかけ、Sub は引きます。どちらも新しい行列を返します。"),
		words.T("`updated.W1 = params.W1.Sub(grads.DW1.Scale(alpha))`; `updated.B1 = …`, and so on.",
			"`updated.W1 = params.W1.Sub(grads.DW1.Scale(alpha))`、`updated.B1 = …`、と続けます。"),
	},
}

// updateParameters returns the parameters after one step of gradient descent
// with learning rate alpha.
// ja: updateParameters は、学習率 alpha の勾配降下法で一歩進んだあとのパラメーターを返します。
func updateParameters(params Params, grads Gradients, alpha float64) (updated Params) {
	// BLANK
	// W1 := W1 − α dW1
	// b1 := b1 − α db1
	updated.W1 = params.W1.Sub(grads.DW1.Scale(alpha))
	updated.B1 = params.B1.Sub(grads.DB1.Scale(alpha))

	// W2 := W2 − α dW2
	// b2 := b2 − α db2
	updated.W2 = params.W2.Sub(grads.DW2.Scale(alpha))
	updated.B2 = params.B2.Sub(grads.DB2.Scale(alpha))
	// END
	return updated
}

// stepped is updateParameters with another choice of old and new parameters.
func stepped(choose func(old, step Params) Params) updating {
	return func(p Params, g Gradients, alpha float64) Params { return choose(p, updateParameters(p, g, alpha)) }
}
