package week3

import (
	"nekonote/lessons"
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
	"nekonote/nn/words"
)

type returning = func(params Params, cache Cache, X, Y nn.Matrix) Gradients

// BackwardPropagation is the exercise of the way back: how the cost changes with each parameter.
var BackwardPropagation = &lessons.Exercise[returning]{
	ID:    "week3/backwardPropagation",
	Title: words.T("Backward through two layers", "2 層の逆伝播"),
	Prompt: words.T("Compute how the cost changes with each of the four parameters. The cache holds what your `forwardPropagation` computed for $X$.",
		"コストが 4 つのパラメーターのそれぞれでどう変わるか、つまり勾配を求めてください。`cache` には、`forwardPropagation` が $X$ について計算した値が入っています。"),
	Points: 25,

	Formula: "dZ2 = A2 − Y\ndW2 = (1/m) dZ2·A1ᵀ\ndb2 = (1/m) Σ dZ2   (n_y×1)\n" +
		"dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)\ndW1 = (1/m) dZ1·Xᵀ\ndb1 = (1/m) Σ dZ1   (n_h×1)",
	Reference: backwardPropagation,
	Week:      week,
	Published: lessons.Figure{Key: "week3/backward_propagation", Inputs: []string{"W1 b1 W2 b2", "Z1 A1 Z2 A2", "X", "Y"}, Outputs: []string{"dW1 db1 dW2 db2"}},

	Cases: []lessons.Case{
		{
			Args: []any{courseParams(), courseCache(), courseX(), nn.Row(1.74481176421648, -0.7612069008951028, 0.31903909605709857)},
			Want: []any{Gradients{
				DW1: nn.Rows([][]float64{
					{0.010187082960047115, -0.007087014255385344}, {0.008734474976814609, -0.006076800979684855},
					{-0.00530846643497638, 0.003693794140012005}, {-0.022063645547939693, 0.015351264628680817},
				}),
				DB1: nn.Column(-0.0006972764705326651, -0.0006060624632287404, 0.00036399554891959016, 0.001512069964124342),
				DW2: nn.Row(0.003636132544294253, 0.03153604026483585, 0.011629136535080565, -0.013183161328570458),
				DB2: nn.Row(0.06589489354050809),
			}},
		},
		{ // as later versions of the course have it
			Args: []any{courseParams(), courseCache(), courseX(), nn.Row(1, 0, 1)},
			Want: []any{Gradients{
				DW1: nn.Rows([][]float64{
					{0.0030102304128103437, -0.007472665923780146}, {0.002579678247345094, -0.006412884629391745},
					{-0.001568919040399583, 0.0038930020331950335}, {-0.006520366872770782, 0.016182429372528184},
				}),
				DB1: nn.Column(0.0017620133365788525, 0.0015099480049211977, -0.0009173633897839889, -0.0038142178737840815),
				DW2: nn.Row(0.0007884060322565668, 0.017654290819959863, -0.0008416578262350664, -0.010225270312098298),
				DB2: nn.Row(-0.16655711999999998),
			}},
		},
	},
	Random: func(d *lessons.Draw) []any {
		nx, m := d.Dim(2, 3), d.Dim(6, 9)
		X, params := d.Matrix(nx, m), randomParams(d, nx, d.Dim(4, 5), 1)
		if d.Far() { // the hidden layer alone: what is left of an answer that is sure has no digits to compare
			X = lessons.Outward(X, 20)
		}
		_, cache := forwardPropagation(X, params)
		return []any{params, cache, X, d.Labels(m)}
	},

	Mistakes: []lessons.Mistake[returning]{
		lessons.Wrong(bending(func(_, A1 nn.Matrix) nn.Matrix { return A1.Scale(0).AddScalar(1) }),
			"The slope of tanh is forgotten: $dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)$.",
			"tanh の傾きを忘れています。$dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)$ です。"),
		lessons.Wrong(bending(func(_, A1 nn.Matrix) nn.Matrix { return formulas.OneMinus(A1) }),
			"The slope of tanh is $1 − A1²$, with a square; this is $1 − A1$.",
			"tanh の傾きは $1 − A1²$ です。$1 − A1$ になっていて、2 乗が抜けています。"),
		lessons.Wrong(bending(func(_, A1 nn.Matrix) nn.Matrix { return formulas.OneMinus(A1).Mul(formulas.OneMinus(A1)) }),
			"This is $(1 − A1)²$. Square first, then subtract: $1 − A1²$.",
			"$(1 − A1)²$ になっています。先に 2 乗してから引きます。$1 − A1²$ です。"),
		lessons.Wrong(bending(func(Z1, _ nn.Matrix) nn.Matrix { return formulas.OneMinus(Z1.Mul(Z1)) }),
			"This is $1 − Z1²$. The slope of tanh is written with its value: $1 − A1²$.",
			"$1 − Z1²$ になっています。tanh の傾きは、tanh の値 $A1$ を使って $1 − A1²$ と書きます。"),
		lessons.Wrong(bending(func(_, A1 nn.Matrix) nn.Matrix { return A1.Mul(formulas.OneMinus(A1)) }),
			"$A1 (1 − A1)$ is the slope of the sigmoid. The hidden layer has tanh: $1 − A1²$.",
			"$A1 (1 − A1)$ はシグモイド関数の傾きです。隠れ層は tanh なので $1 − A1²$ です。"),
		lessons.Wrong(erring(func(A2, Y nn.Matrix) nn.Matrix { return A2.Sub(Y).Mul(A2).Mul(formulas.OneMinus(A2)) }),
			"$A2 (1 − A2)$, the slope of the sigmoid, is one factor too many in $dZ2$: in $A2 − Y$ it has been cancelled already.",
			"$dZ2$ に、シグモイド関数の傾き $A2 (1 − A2)$ が余分にかかっています。$A2 − Y$ では、もう打ち消されています。"),
		lessons.Wrong(erring(func(A2, Y nn.Matrix) nn.Matrix {
			return formulas.OneMinus(Y).Div(formulas.OneMinus(A2)).Sub(Y.Div(A2))
		}),
			"$−Y / A2 + (1 − Y) / (1 − A2)$ is $dA2$. One step is left, times $A2 (1 − A2)$: then $dZ2 = A2 − Y$.",
			"$−Y / A2 + (1 − Y) / (1 − A2)$ は $dA2$ です。もう一段階、$A2 (1 − A2)$ をかけると、$dZ2 = A2 − Y$ になります。"),
		lessons.Wrong(spoiled(func(g *Gradients, _ float64) {
			*g = Gradients{g.DW1.Scale(-1), g.DB1.Scale(-1), g.DW2.Scale(-1), g.DB2.Scale(-1)}
		}),
			"The sign is wrong: the error is $A2 − Y$, not $Y − A2$.",
			"符号が逆です。誤差は $Y − A2$ ではなく $A2 − Y$ です。"),
		lessons.Wrong(spoiled(func(g *Gradients, m float64) {
			*g = Gradients{g.DW1.Scale(m), g.DB1.Scale(m), g.DW2.Scale(m), g.DB2.Scale(m)}
		}),
			"The factor $1/m$ is missing: a gradient is the mean over the examples, not their sum.",
			"$1/m$ がかかっていません。勾配は合計ではなく、例についての平均です。"),
		lessons.Wrong(spoiled(func(g *Gradients, m float64) {
			*g = Gradients{g.DW1.Scale(1 / m), g.DB1.Scale(1 / m), g.DW2.Scale(1 / m), g.DB2.Scale(1 / m)}
		}),
			"This is divided by $m$ twice: the factor $1/m$ belongs to $dW$ and $db$, not to $dZ$ too.",
			"$m$ で 2 回割っています。$1/m$ をかけるのは $dW$ と $db$ だけで、$dZ$ にはかけません。"),
		lessons.Wrong(func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
			g := backwardPropagation(params, cache, X, Y)
			dZ2 := cache.A2.Sub(Y)
			g.DB2 = dZ2.SumCols().Scale(1 / formulas.Examples(X))
			g.DB1 = params.W2.T().Dot(dZ2).Mul(formulas.OneMinus(cache.A1.Mul(cache.A1))).SumCols().Scale(1 / formulas.Examples(X))
			return g
		},
			"$db$ is summed over the wrong axis ($1×m$): sum over the examples, along each row, with `SumRows`.",
			"$db$ を足す向きが違います（$1×m$ になっています）。`SumRows` を使い、行ごとに、例について足してください。"),
		lessons.Wrong(spoiled(func(g *Gradients, _ float64) { g.DB1 = nn.Row(g.DB1.Sum()) }),
			"$db1$ is summed up to one number; each hidden unit has its own: `SumRows` gives $n_h×1$.",
			"$db1$ が 1 つの数に足し合わされています。隠れユニットごとに 1 つずつ必要です。`SumRows` なら $n_h×1$ になります。"),
		lessons.Wrong(func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
			g := backwardPropagation(params, cache, X, Y)
			g.DW2 = cache.A2.Sub(Y).Dot(cache.Z1.T()).Scale(1 / formulas.Examples(X))
			return g
		},
			"$dW2$ is built with $Z1$; the output layer was fed with $A1$: $dW2 = (1/m) dZ2·A1ᵀ$.",
			"$dW2$ に $Z1$ を使っています。出力層への入力は $A1$ なので、$dW2 = (1/m) dZ2·A1ᵀ$ です。"),
		lessons.Wrong(func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
			g := backwardPropagation(params, cache, X, Y)
			g.DW2 = cache.A2.Sub(Y).Dot(X.T()).Scale(1 / formulas.Examples(X))
			return g
		},
			"$dW2$ is built with $X$; the output layer was fed with $A1$: $dW2 = (1/m) dZ2·A1ᵀ$.",
			"$dW2$ に $X$ を使っています。出力層への入力は $A1$ なので、$dW2 = (1/m) dZ2·A1ᵀ$ です。"),
		lessons.Wrong(spoiled(func(g *Gradients, _ float64) { g.DW1, g.DW2 = g.DW1.T(), g.DW2.T() }),
			"$dW$ is transposed; it has the shape of its $W$. With $dZ·Aᵀ$, in this order, it comes out right.",
			"$dW$ が転置されています。$dW$ は $W$ と同じ形です。$dZ·Aᵀ$ の順にかければ、その形になります。"),
		lessons.Wrong(func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
			return Gradients{DW1: params.W2.Dot(cache.A2.Sub(Y))}
		},
			"$W2·dZ2$ does not fit. On the way back $W2$ is transposed: $W2ᵀ·dZ2$, `params.W2.T().Dot(dZ2)`.",
			"$W2·dZ2$ は形が合いません。戻るときは $W2$ を転置します。$W2ᵀ·dZ2$、つまり `params.W2.T().Dot(dZ2)` です。"),
		lessons.Wrong(func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
			return Gradients{DW2: cache.A2.Sub(Y).Dot(cache.A1)}
		},
			"$dZ2·A1$ does not fit: transpose $A1$, $dZ2·A1ᵀ$. The sum over the examples is then done by the product.",
			"$dZ2·A1$ は形が合いません。$A1$ を転置して $dZ2·A1ᵀ$ とします。例についての和は、この積の中で計算されます。"),
		lessons.Wrong(func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
			return Gradients{DW1: params.W2.T().Dot(cache.A2.Sub(Y)).Dot(formulas.OneMinus(cache.A1.Mul(cache.A1)))}
		},
			"The slope of tanh is multiplied entry by entry, with Mul; Dot does not fit there.",
			"tanh の傾きは成分ごとに Mul でかけます。Dot では形が合いません。"),
	},
	Hints: []words.Text{
		words.T("Walk the way forward in reverse. At the end stands the error $A2 − Y$, as in week 2. $W2ᵀ$ carries it back to the hidden units, and the slope of tanh says how much each of them could have done about it.",
			"順伝播の道を逆にたどります。終点には、第 2 週と同じ誤差 $A2 − Y$ があります。$W2ᵀ$ がそれを隠れユニットへ運び戻し、tanh の傾きが、それぞれのユニットの影響の大きさを表します。"),
		words.T("$dZ2 = A2 − Y$; $dW2 = (1/m) dZ2·A1ᵀ$; $db2 = (1/m) Σ dZ2$ along the rows. $dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)$; $dW1$ and $db1$ like $dW2$ and $db2$, with $X$ for $A1$. Dot is the product, Mul goes entry by entry.",
			"$dZ2 = A2 − Y$、$dW2 = (1/m) dZ2·A1ᵀ$、$db2$ は $dZ2$ を行ごとに足して $m$ で割ったものです。$dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)$ です。$dW1$ と $db1$ は、$A1$ を $X$ に替えて同じように求めます。行列の積は Dot、成分ごとの積は Mul です。"),
		words.T("`dZ2 := cache.A2.Sub(Y)`; `grads.DW2 = dZ2.Dot(cache.A1.T()).Scale(1 / m)`; `grads.DB2 = dZ2.SumRows().Scale(1 / m)`; `slope := cache.A1.Mul(cache.A1).Scale(-1).AddScalar(1)`; `dZ1 := params.W2.T().Dot(dZ2).Mul(slope)`; then once more for layer 1.",
			"`dZ2 := cache.A2.Sub(Y)`、`grads.DW2 = dZ2.Dot(cache.A1.T()).Scale(1 / m)`、`grads.DB2 = dZ2.SumRows().Scale(1 / m)`、`slope := cache.A1.Mul(cache.A1).Scale(-1).AddScalar(1)`、`dZ1 := params.W2.T().Dot(dZ2).Mul(slope)` と書き、1 層目も同じように続けます。"),
	},
	Avoid: []string{"Backward"},

	Cost: func(a []any) float64 {
		return costOf(a[0].(Params), a[1].(Cache), a[2].(nn.Matrix), a[3].(nn.Matrix))
	},
	Slopes: map[string]string{"grads.DW1": "params.W1", "grads.DB1": "params.B1", "grads.DW2": "params.W2", "grads.DB2": "params.B2"},
}

// backwardPropagation returns how the cost changes with each parameter,
// for the examples X (n_x×m) with labels Y (1×m).
// ja: backwardPropagation は、例 X（n_x×m）とラベル Y（1×m）について、
// ja: コストが各パラメーターでどう変わるかを返します。
func backwardPropagation(params Params, cache Cache, X, Y nn.Matrix) (grads Gradients) {
	// en: m is the number of examples
	// ja: m は例の数です
	_, columns := X.Dims()
	m := float64(columns)
	//: _ = m
	// BLANK
	// dZ2 = A2 − Y
	// dW2 = (1/m) dZ2·A1ᵀ
	// db2 = (1/m) Σ dZ2
	dZ2 := cache.A2.Sub(Y)
	grads.DW2 = dZ2.Dot(cache.A1.T()).Scale(1 / m)
	grads.DB2 = dZ2.SumRows().Scale(1 / m)

	// dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)
	slope := cache.A1.Mul(cache.A1).Scale(-1).AddScalar(1)
	dZ1 := params.W2.T().Dot(dZ2).Mul(slope)

	// dW1 = (1/m) dZ1·Xᵀ
	// db1 = (1/m) Σ dZ1
	grads.DW1 = dZ1.Dot(X.T()).Scale(1 / m)
	grads.DB1 = dZ1.SumRows().Scale(1 / m)
	// END
	return grads
}

// bending is backwardPropagation with another slope of the hidden layer.
func bending(slope func(Z1, A1 nn.Matrix) nn.Matrix) returning {
	return func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
		g := backwardPropagation(params, cache, X, Y)
		dZ1 := params.W2.T().Dot(cache.A2.Sub(Y)).Mul(slope(cache.Z1, cache.A1))
		g.DW1, g.DB1 = dZ1.Dot(X.T()).Scale(1/formulas.Examples(X)), dZ1.SumRows().Scale(1/formulas.Examples(X))
		return g
	}
}

// erring is backwardPropagation with another error dZ2.
func erring(err func(A2, Y nn.Matrix) nn.Matrix) returning {
	return func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
		cache.A2 = Y.Add(err(cache.A2, Y))
		return backwardPropagation(params, cache, X, Y)
	}
}

// spoiled is backwardPropagation with other results.
func spoiled(spoil func(g *Gradients, m float64)) returning {
	return func(params Params, cache Cache, X, Y nn.Matrix) Gradients {
		g := backwardPropagation(params, cache, X, Y)
		spoil(&g, formulas.Examples(X))
		return g
	}
}

// courseCache is the cache of the course's case, typed there with eight digits.
func courseCache() Cache {
	return Cache{
		Z1: nn.Rows([][]float64{{-0.00616586, 0.0020626, 0.0034962}, {-0.05229879, 0.02726335, -0.02646869}, {-0.02009991, 0.00368692, 0.02884556}, {0.02153007, -0.01385322, 0.02600471}}),
		A1: nn.Rows([][]float64{{-0.00616578, 0.0020626, 0.00349619}, {-0.05225116, 0.02725659, -0.02646251}, {-0.02009721, 0.0036869, 0.02883756}, {0.02152675, -0.01385234, 0.02599885}}),
		Z2: nn.Row(0.00092281, -0.00056678, 0.00095853),
		A2: nn.Row(0.5002307, 0.49985831, 0.50023963),
	}
}
