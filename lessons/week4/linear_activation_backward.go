package week4

import (
	"math"

	"nekonote/lessons"
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
	"nekonote/nn/words"
)

type activationReturn = func(dA nn.Matrix, cache Cache, activation string) (dAPrev, dW, db nn.Matrix)

// LinearActivationBackward is the exercise of a whole layer, backward.
var LinearActivationBackward = &lessons.Exercise[activationReturn]{
	ID:    "week4/linearActivationBackward",
	Title: words.T("A layer, backward", "1 つの層の逆伝播"),
	Prompt: words.T("Go back through the activation function, from $dA$ ($n \\times m$) to $dZ$, then on with your `linearBackward`. For `\"sigmoid\"` the slope is $s(1 - s)$ with $s = \\sigma(Z)$, for `\"relu\"` it is 1 where $Z > 0$ and 0 elsewhere.",
		"活性化関数を逆向きにたどって $dA$（$n \\times m$）から $dZ$ を求め、`linearBackward` に渡してください。傾きは、`\"sigmoid\"` なら $s(1 - s)$（$s = \\sigma(Z)$）、`\"relu\"` なら $Z > 0$ のところで 1、それ以外で 0 です。"),
	Points: 20,

	Formula:   "dZ = dA ∗ g′(Z)\nsigmoid:  s = σ(Z),  g′(Z) = s ∗ (1 − s)\nrelu:  g′(Z) = 1 (Z > 0),  0 (Z ≤ 0)",
	Reference: linearActivationBackward,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/linear_activation_backward[sigmoid]", Inputs: []string{"dA", "A_prev W b Z", ""}, Outputs: []string{"dA_prev", "dW", "db"}},

	Cases: []lessons.Case{
		{
			Args: publishedReturn("sigmoid"),
			Want: []any{
				nn.Rows([][]float64{{0.11017993605984745, 0.011053394707826071}, {0.09466817036241484, 0.009497234167163682}, {-0.05743092200648364, -0.005761544906208916}}),
				nn.Row(0.10266786376828209, 0.09778550500304704, -0.019680842338378787),
				nn.Row(-0.057296222176291135),
			},
		},
		{
			Args: publishedReturn("relu"),
			Want: []any{
				nn.Rows([][]float64{{0.4409098893909097, 0}, {0.37883605687209465, 0}, {-0.2298228005482083, 0}}),
				nn.Row(0.44513824323337786, 0.37371417697309084, -0.1047898884574992),
				nn.Row(-0.2083789237027353),
			},
		},
	},
	Random: func(d *lessons.Draw) []any {
		n, nPrev, m := d.Dim(2, 4), d.Dim(5, 7), d.Dim(8, 10)
		how := either(d)
		A := d.Matrix(nPrev, m)
		if d.Far() {
			A = lessons.Outward(A, 12)
		}
		_, cache := linearActivationForward(A, d.Matrix(n, nPrev), d.Matrix(n, 1), how)
		return []any{d.Matrix(n, m), cache, how}
	},

	Mistakes: []lessons.Mistake[activationReturn]{
		lessons.Wrong(turning(func(dA, Z nn.Matrix, _ string) nn.Matrix { return dA }),
			"The slope of the activation function is missing: $dZ = dA ∗ g′(Z)$, not $dA$.",
			"活性化関数の傾きがかかっていません。$dZ$ は $dA$ そのものではなく、$dA ∗ g′(Z)$ です。"),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix {
			if how == "sigmoid" {
				return dA.Mul(Z.Sigmoid())
			}
			return dA.Mul(step(Z))
		}),
			"The slope of the sigmoid is $s(1 − s)$; the factor $1 − s$ is missing.",
			"シグモイド関数の傾きは $s(1 − s)$ です。$1 − s$ がかかっていません。"),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix {
			if how == "sigmoid" {
				return dA.Mul(Z).Mul(formulas.OneMinus(Z))
			}
			return dA.Mul(step(Z))
		}),
			"There is $Z$ where $σ(Z)$ belongs: the slope of the sigmoid is $s(1 − s)$ with $s = σ(Z)$.",
			"$σ(Z)$ のところが $Z$ になっています。シグモイド関数の傾きは $s(1 − s)$、$s = σ(Z)$ です。"),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix {
			if how == "sigmoid" {
				return dA.Mul(formulas.OneMinus(Z.Tanh().Mul(Z.Tanh())))
			}
			return dA.Mul(step(Z))
		}),
			"$1 − a²$ is the slope of tanh. That of the sigmoid is $s(1 − s)$.",
			"$1 − a²$ は tanh の傾きです。シグモイド関数の傾きは $s(1 − s)$ です。"),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix {
			if how == "relu" {
				return dA.ReLU()
			}
			return slopeOf(dA, Z, how)
		}),
			"The ReLU asks whether $Z$ is positive, not whether $dA$ is.",
			"ReLU では、$dA$ ではなく $Z$ が正かどうかを調べます。"),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix {
			if how == "relu" {
				return dA.Mul(Z.ReLU())
			}
			return slopeOf(dA, Z, how)
		}),
			"The slope of the ReLU is 1 where $Z > 0$, not $Z$ itself.",
			"ReLU の傾きは、$Z > 0$ のところで 1 です。$Z$ そのものではありません。"),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix { return dA.Mul(step(Z)) }),
			`The slope of the ReLU is used for "sigmoid" too. Look at the argument activation.`,
			`"sigmoid" のときも ReLU の傾きを使っています。引数 activation で切り替えてください。`),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix { return slopeOf(dA, Z, "sigmoid") }),
			`The slope of the sigmoid is used for "relu" too. Look at the argument activation.`,
			`"relu" のときもシグモイド関数の傾きを使っています。引数 activation で切り替えてください。`),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix {
			if how == "relu" {
				return dA.Mul(formulas.OneMinus(step(Z)))
			}
			return slopeOf(dA, Z, how)
		}),
			"The ReLU is the wrong way round: $dA$ passes where $Z > 0$, and is stopped elsewhere.",
			"ReLU の向きが逆です。$dA$ は $Z > 0$ のところを通り、それ以外では止まります。"),
		lessons.Wrong(turning(func(dA, Z nn.Matrix, how string) nn.Matrix {
			if how == "relu" {
				return step(Z)
			}
			return formulas.OneMinus(Z.Sigmoid()).Mul(Z.Sigmoid())
		}),
			"$dA$ is forgotten: that is $g′(Z)$ alone. The chain rule multiplies: $dZ = dA ∗ g′(Z)$.",
			"$dA$ を忘れています。これは $g′(Z)$ だけです。連鎖律ではかけ合わせるので、$dZ = dA ∗ g′(Z)$ です。"),
	},
	Hints: []words.Text{
		words.T("The way back undoes the layer in the reverse order: first through the activation function ($dA$ becomes $dZ$), then through the sums (`linearBackward`). $Z$ is in the cache.",
			"逆伝播では、順番を逆にたどります。まず活性化関数を戻り（$dA$ から $dZ$ へ）、それから足し算の部分を戻ります（`linearBackward`）。$Z$ は cache に入っています。"),
		words.T("sigmoid: $s = σ(Z)$, $dZ = dA ∗ s ∗ (1 − s)$. relu: $dZ = dA$ where $Z > 0$, else 0; `cache.Z.Apply(f)` can make ones and zeros.",
			"sigmoid では $s = σ(Z)$、$dZ = dA ∗ s ∗ (1 − s)$ です。relu では、$Z > 0$ なら $dZ = dA$、それ以外は 0 です。1 と 0 は `cache.Z.Apply(f)` で作れます。"),
		words.T("\"sigmoid\": `s := cache.Z.Sigmoid()`; `dZ = dA.Mul(s).Mul(…)`. \"relu\": `dZ = dA.Mul(cache.Z.Apply(func(z float64) float64 { if z > 0 { return 1 }; return … }))`. Then `return linearBackward(dZ, cache)`.",
			"\"sigmoid\" なら `s := cache.Z.Sigmoid()`、`dZ = dA.Mul(s).Mul(…)` です。\"relu\" なら `dZ = dA.Mul(cache.Z.Apply(func(z float64) float64 { if z > 0 { return 1 }; return … }))` です。最後に `linearBackward(dZ, cache)` を呼びます。"),
	},
	Avoid: []string{"Blocks", "Backward"},

	// The mean over the examples of what changes by dA: its slopes are dW and db. The published Z is a random number of
	// its own, which W and b do not give; of such a case finite differences know nothing.
	Cost: func(a []any) float64 {
		dA, cache, how := a[0].(nn.Matrix), a[1].(Cache), a[2].(string)
		A, again := linearActivationForward(cache.APrev, cache.W, cache.B, how)
		if !again.Z.Equal(cache.Z, 0.01) {
			return math.NaN()
		}
		return A.Mul(dA).Sum() / formulas.Examples(dA)
	},
	Slopes: map[string]string{"dW": "cache.W", "db": "cache.B"},
}

// linearActivationBackward returns dAPrev (n_prev×m), dW (n×n_prev) and db (n×1),
// for dA (n×m) and the layer's cache.
// ja: linearActivationBackward は、dA（n×m）と層の cache から、
// ja: dAPrev（n_prev×m）、dW（n×n_prev）、db（n×1）を返します。
func linearActivationBackward(dA nn.Matrix, cache Cache, activation string) (dAPrev, dW, db nn.Matrix) {
	// BLANK
	// en: sigmoid: dZ = dA ∗ s ∗ (1 − s), where s = σ(Z)
	// en: relu: dZ = dA where Z > 0, else 0
	// ja: sigmoid：dZ = dA ∗ s ∗ (1 − s)、s = σ(Z)
	// ja: relu：Z > 0 なら dZ = dA、それ以外は 0
	var dZ nn.Matrix
	switch activation {
	case "sigmoid":
		s := cache.Z.Sigmoid()
		dZ = dA.Mul(s).Mul(s.Scale(-1).AddScalar(1))
	case "relu":
		dZ = dA.Mul(cache.Z.Apply(func(z float64) float64 {
			if z > 0 {
				return 1
			}
			return 0
		}))
	}

	// en: then back through the sums: linearBackward
	// ja: それから linearBackward で足し算の部分を戻ります
	dAPrev, dW, db = linearBackward(dZ, cache)
	// END
	return dAPrev, dW, db
}

// step is 1 where Z is positive, and 0 elsewhere.
func step(Z nn.Matrix) nn.Matrix {
	return Z.Apply(func(z float64) float64 {
		if z > 0 {
			return 1
		}
		return 0
	})
}

// slopeOf is dA ∗ g′(Z).
func slopeOf(dA, Z nn.Matrix, activation string) nn.Matrix {
	if activation == "sigmoid" {
		s := Z.Sigmoid()
		return dA.Mul(s).Mul(formulas.OneMinus(s))
	}
	return dA.Mul(step(Z))
}

// turning is linearActivationBackward with another way from dA to dZ.
func turning(dZ func(dA, Z nn.Matrix, activation string) nn.Matrix) activationReturn {
	return func(dA nn.Matrix, cache Cache, activation string) (nn.Matrix, nn.Matrix, nn.Matrix) {
		return linearBackward(dZ(dA, cache.Z, activation), cache)
	}
}

// publishedReturn is the layer of the course's published cases.
func publishedReturn(activation string) []any {
	return []any{
		nn.Row(-0.4167578474054706, -0.056266827226329474),
		Cache{
			APrev: nn.Rows([][]float64{{-2.136196095668454, 1.6402708084049886}, {-1.7934355851948631, -0.841747365656204}, {0.5028814171580428, -1.2452880866072316}}),
			W:     nn.Row(-1.057952218862339, -0.9090076149268493, 0.5514540445464243),
			B:     nn.Row(2.2922080128149576),
			Z:     nn.Row(0.04153939299840346, -1.1179254451135168),
		},
		activation,
	}
}
