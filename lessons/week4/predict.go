package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type prediction = func(X nn.Matrix, params []Layer) nn.Matrix

// Predict is the exercise of the decision of a deep network.
var Predict = &lessons.Exercise[prediction]{
	ID:    "week4/predict",
	Title: words.T("From probability to answer", "確率から答えへ"),
	Prompt: words.T("Let the network judge the examples $X$: 1 where its answer is above 0.5, else 0.",
		"例 $X$ をネットワークに判定させてください。答えが 0.5 より大きければ 1、そうでなければ 0 です。"),
	Points: 10,

	Formula:   "Ŷ = 1 (A_L > 0.5),  0 (A_L ≤ 0.5)",
	Reference: predict,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{
			nn.Rows([][]float64{{1, -2, 0, 0.5, 3}, {2, 1, 0, -1, -1}}),
			[]Layer{{W: nn.Rows([][]float64{{1, 0.5}, {-1, 1}}), B: nn.Column(0, 0)}, {W: nn.Row(0.8, -0.6), B: nn.Row(0)}},
		}},
	},
	Random: func(d *lessons.Draw) []any {
		sizes := randomSizes(d)
		params := randomNetwork(d, sizes...)
		last := &params[len(params)-1]
		last.B = last.B.Scale(0.1)
		X := d.Matrix(sizes[0], d.Dim(12, 20))
		if d.Far() {
			X = lessons.Outward(X, 20)
		}
		return []any{X, params}
	},

	Mistakes: []lessons.Mistake[prediction]{
		lessons.Wrong(deciding(func(a float64) float64 { return truth(a >= 0.5) }),
			"At exactly 0.5 the answer is 0: the comparison is >, not >=.",
			"ちょうど 0.5 のときは 0 です。>= ではなく > で比べてください。"),
		lessons.Wrong(deciding(func(a float64) float64 { return a }),
			"These are the probabilities. Turn them into decisions: 1 where the probability is above 0.5, else 0.",
			"これは確率です。求めるのは判定で、確率が 0.5 より大きければ 1、そうでなければ 0 です。"),
		lessons.Wrong(deciding(func(a float64) float64 { return truth(a <= 0.5) }),
			"The answers are the wrong way round: 1 belongs where the probability is above 0.5.",
			"判定が逆です。確率が 0.5 より大きいほうが 1 です。"),
		lessons.Wrong(deciding(func(a float64) float64 { return 2*truth(a > 0.5) - 1 }),
			"Where the answer is no, it is 0, not −1.", "「いいえ」は −1 ではなく 0 です。"),
		lessons.Wrong(func(X nn.Matrix, params []Layer) nn.Matrix { return predict(X, params).T() },
			"The decisions are in a column; like the labels $Y$, they should be a row, $1×m$.",
			"判定が列ベクトルになっています。ラベル $Y$ と同じ行ベクトル（$1×m$）にしてください。"),
		lessons.Wrong(deciding(func(float64) float64 { return 1 }),
			"Everything is a 1, whatever the network says.", "ネットワークの答えに関係なく、すべて 1 になっています。"),
	},
	Hints: []words.Text{
		words.T("The way forward gives probabilities; the caches are of no use here. The line is drawn at one half.",
			"順伝播で確率が得られます。ここでは caches を使いません。境目は ½ です。"),
		words.T("`AL, _ := modelForward(X, params)`, then 1 for each entry above 0.5, and 0 for the others: Apply.",
			"`AL, _ := modelForward(X, params)` を求め、0.5 より大きい成分を 1、ほかを 0 にします。Apply を使います。"),
		words.T("`return AL.Apply(func(a float64) float64 { if a > … { return 1 }; return 0 })`",
			"`return AL.Apply(func(a float64) float64 { if a > … { return 1 }; return 0 })` と書きます。"),
	},
}

// predict returns what the network decides for each example of X (n_x×m): 1 or 0, 1×m.
// ja: predict は、X（n_x×m）の各例に対するネットワークの判定（1 か 0）を 1×m で返します。
func predict(X nn.Matrix, params []Layer) (Y nn.Matrix) {
	// BLANK
	// en: A_L: what the network says
	// ja: A_L：ネットワークの答え
	AL, _ := modelForward(X, params)

	// en: Ŷ = 1 if A_L > 0.5, else 0
	// ja: A_L > 0.5 なら Ŷ = 1、そうでなければ 0
	Y = AL.Apply(func(a float64) float64 {
		if a > 0.5 {
			return 1
		}
		return 0
	})
	// END
	return Y
}

// deciding is predict with another decision.
func deciding(decide func(a float64) float64) prediction {
	return func(X nn.Matrix, params []Layer) nn.Matrix {
		AL, _ := modelForward(X, params)
		return AL.Apply(decide)
	}
}

func truth(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
