package week3

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type prediction = func(params Params, X nn.Matrix) nn.Matrix

// Predict is the exercise of the decision: red or blue.
var Predict = &lessons.Exercise[prediction]{
	ID:    "week3/predict",
	Title: words.T("The decision", "判定する"),
	Prompt: words.T("Decide for each example of $X$: 1 where the network's probability is above 0.5, else 0. Use your `forwardPropagation`.",
		"$X$ の例ごとに判定してください。ネットワークの確率が 0.5 より大きければ 1、そうでなければ 0 です。自分の `forwardPropagation` を使います。"),
	Points: 10,

	Formula:   "Ŷ = 1 (A2 > 0.5),  0 (A2 ≤ 0.5)",
	Reference: predict,
	Week:      week,
	Published: lessons.Figure{Key: "week3/predict", Inputs: []string{"W1 b1 W2 b2", "X"}, Outputs: []string{"predictions"}},

	Cases: []lessons.Case{
		{
			Args: []any{
				Params{
					W1: nn.Rows([][]float64{{-0.00615039, 0.0169021}, {-0.02311792, 0.03137121}, {-0.0169217, -0.01752545}, {0.00935436, -0.05018221}}),
					B1: nn.Column(-8.97523455e-07, 8.15562092e-06, 6.04810633e-07, -2.545607e-06),
					W2: nn.Row(-0.0104319, -0.04019007, 0.01607211, 0.04440255),
					B2: nn.Row(9.14954378e-05),
				},
				courseX(),
			},
			Want: []any{nn.Row(1, 0, 1)},
		},
		{Args: []any{ // one of them exactly on the line
			Params{W1: nn.Rows([][]float64{{1, 0}, {0, 1}}), B1: nn.Zeros(2, 1), W2: nn.Row(2, -2), B2: nn.Row(0)},
			nn.Rows([][]float64{{1, 0.3, 0, 0}, {1, 0, 2, 0}}),
		}},
	},
	Random: func(d *lessons.Draw) []any {
		nx := d.Dim(2, 4)
		params, X := randomParams(d, nx, d.Dim(4, 6), 1), d.Matrix(nx, d.Dim(9, 20))
		if d.Far() {
			params.W1, params.W2 = params.W1.Scale(12), params.W2.Scale(12)
		}
		return []any{params, X}
	},

	Mistakes: []lessons.Mistake[prediction]{
		lessons.Wrong(deciding(func(a float64) float64 { return truth(a >= 0.5) }),
			"At exactly 0.5 the answer is 0: the comparison is >, not >=.",
			"ちょうど 0.5 のときは 0 です。>= ではなく > で比べてください。"),
		lessons.Wrong(deciding(func(a float64) float64 { return a }),
			"These are the probabilities. Turn them into decisions: 1 where the probability is above 0.5, else 0.",
			"これは確率です。求めるのは判定で、確率が 0.5 より大きければ 1、そうでなければ 0 です。"),
		lessons.Wrong(deciding(func(a float64) float64 { return truth(a < 0.5) }),
			"The answers are the wrong way round: 1 where the probability is above 0.5.",
			"判定が逆です。確率が 0.5 より大きいほうが 1 です。"),
		lessons.Wrong(deciding(func(a float64) float64 { return truth(a > 0) }),
			"The probability is compared with 0, and every probability is above that. Compare it with 0.5.",
			"確率を 0 と比べています。確率はいつも 0 より大きいので、0.5 と比べてください。"),
		lessons.Wrong(deciding(func(a float64) float64 { return 2*truth(a > 0.5) - 1 }),
			"The other class is 0, not −1.", "もう一方のクラスは −1 ではなく 0 です。"),
		lessons.Wrong(func(params Params, X nn.Matrix) nn.Matrix { return predict(params, X).T() },
			"The decisions are in a column; like the labels $Y$, they should be a row, $1×m$.",
			"判定が列ベクトルになっています。ラベル $Y$ と同じ行ベクトル（$1×m$）にしてください。"),
		lessons.Wrong(func(params Params, X nn.Matrix) nn.Matrix {
			_, cache := forwardPropagation(X, params)
			return cache.Z2.Apply(func(z float64) float64 { return truth(z > 0.5) })
		},
			"$Z2$ is compared with 0.5. The probability is $A2 = σ(Z2)$.",
			"$Z2$ を 0.5 と比べています。確率は $A2 = σ(Z2)$ です。"),
		lessons.Wrong(func(params Params, X nn.Matrix) nn.Matrix {
			_, cache := forwardPropagation(X, params)
			return cache.A1.Apply(func(a float64) float64 { return truth(a > 0.5) })
		},
			"That is what the hidden units say, $A1$. The network's answer is $A2$.",
			"これは隠れユニットの出力 $A1$ です。ネットワークの答えは $A2$ です。"),
	},
	Hints: []words.Text{
		words.T("The network gives a probability; a decision is yes or no. The line between them is drawn at one half.",
			"ネットワークが出すのは確率です。判定は「はい」か「いいえ」です。その境目を ½ とします。"),
		words.T("`A2, _ := forwardPropagation(X, params)`, then each entry becomes 1 where it is above 0.5, else 0.",
			"`A2, _ := forwardPropagation(X, params)` を求めます。次に、それぞれの成分を、0.5 より大きければ 1、そうでなければ 0 にします。"),
		words.T("`predictions = A2.Apply(func(a float64) float64 { if a > … { return 1 }; return 0 })`",
			"`predictions = A2.Apply(func(a float64) float64 { if a > … { return 1 }; return 0 })` と書きます。"),
	},
}

// predict returns a row (1×m): 1 for each example of X (n_x×m) whose probability
// is above 0.5, else 0.
// ja: predict は 1×m の行ベクトルを返します。
// ja: X（n_x×m）の例のうち、確率が 0.5 より大きいものは 1、それ以外は 0 です。
func predict(params Params, X nn.Matrix) (predictions nn.Matrix) {
	// BLANK
	// en: forward, to the probabilities A2
	// ja: 順伝播で確率 A2 を求めます
	A2, _ := forwardPropagation(X, params)

	// en: Ŷ = 1 if A2 > 0.5, else 0
	// ja: A2 > 0.5 なら Ŷ = 1、そうでなければ 0
	predictions = A2.Apply(func(a float64) float64 {
		if a > 0.5 {
			return 1
		}
		return 0
	})
	// END
	return predictions
}

// deciding is predict with another decision about the probability.
func deciding(decide func(a float64) float64) prediction {
	return func(params Params, X nn.Matrix) nn.Matrix {
		A2, _ := forwardPropagation(X, params)
		return A2.Apply(decide)
	}
}

func truth(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
