package week2

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type prediction = func(w nn.Matrix, b float64, X nn.Matrix) nn.Matrix

// Predict is the exercise of the decision: cat or not.
var Predict = &lessons.Exercise[prediction]{
	ID:    "week2/predict",
	Title: words.T("Find the mistake: cat or not", "間違い探し：猫かどうかを判定する"),
	Prompt: words.T("The function should decide for each example of $X$: 1 (cat) where the probability is above 0.5, else 0. There is a mistake in it that does not show at first sight. Find it, and put it right.",
		"関数は $X$ の例ごとに判定し、確率が 0.5 より大きければ 1（猫）、そうでなければ 0 を返すはずです。一目では気づきにくい間違いが 1 つあります。見つけて、直してください。"),
	Points: 10,

	Formula:   "A = σ(wᵀX + b)\nŶ = 1 (A > 0.5),  0 (A ≤ 0.5)",
	Reference: predict,
	Week:      week,
	Published: lessons.Figure{Key: "week2/predict", Inputs: []string{"w", "b", "X"}, Outputs: []string{"predictions"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Column(1, 2), 2.0, nn.Rows([][]float64{{1, 2}, {3, 4}})}, Want: []any{nn.Row(1, 1)}},
		{Args: []any{nn.Column(1, -1), 0.3, nn.Rows([][]float64{{1, 0, -0.1, 0}, {0, 2, 0, 0.3}})}},
		{Args: []any{nn.Column(4, -1), 0.5, nn.Rows([][]float64{{10, -10, 1}, {0, 1, 5}})}},
		{Args: []any{nn.Column(1, -1), 0.0, nn.Rows([][]float64{{1, 2, 3, 0}, {1, 0, 3, 1}})}},
	},
	Random: func(d *lessons.Draw) []any {
		n := d.Dim(2, 6)
		w, b, X := d.Matrix(n, 1), d.Uniform(-1, 1), d.Matrix(n, d.Dim(8, 20))
		if d.Far() {
			X = lessons.SureOf(w, b, X, nil)
		}
		return []any{w, b, X}
	},

	Mistakes: []lessons.Mistake[prediction]{
		lessons.Wrong(deciding(func(z float64) float64 { return truth(logistic(z) >= 0.5) }),
			"At exactly 0.5 the answer is 0: the comparison is >, not >=.",
			"ちょうど 0.5 のときは 0 です。>= ではなく > で比べてください。"),
		lessons.Wrong(deciding(logistic),
			"These are the probabilities. Turn them into decisions: 1 where the probability is above 0.5, else 0.",
			"これは確率です。求めるのは判定で、確率が 0.5 より大きければ 1、そうでなければ 0 です。"),
		lessons.Wrong(deciding(func(z float64) float64 { return truth(logistic(z) < 0.5) }),
			"The answers are the wrong way round: 1 means a cat, where the probability is above 0.5.",
			"判定が逆です。1 は猫、つまり確率が 0.5 より大きいほうです。"),
		lessons.Wrong(deciding(func(z float64) float64 { return truth(z > 0.5) }),
			"The sigmoid is forgotten: compare $A = σ(wᵀX + b)$ with 0.5, not $wᵀX + b$.",
			"シグモイド関数を忘れています。$wᵀX + b$ ではなく、$A = σ(wᵀX + b)$ を 0.5 と比べてください。"),
		lessons.Wrong(func(w nn.Matrix, _ float64, X nn.Matrix) nn.Matrix { return predict(w, 0, X) },
			"The bias $b$ is forgotten: $A = σ(wᵀX + b)$.", "バイアス $b$ を忘れています。$A = σ(wᵀX + b)$ です。"),
		lessons.Wrong(func(w nn.Matrix, b float64, X nn.Matrix) nn.Matrix { return predict(w, b, X).T() },
			"The decisions are in a column; like the labels $Y$, they should be a row, $1×m$.",
			"判定が列ベクトルになっています。ラベル $Y$ と同じ行ベクトル（$1×m$）にしてください。"),
		lessons.Wrong(deciding(func(z float64) float64 { return 2*truth(z > 0) - 1 }),
			"Where it is not a cat, the answer is 0, not −1.", "猫でないときは −1 ではなく 0 です。"),
		lessons.Wrong(func(w nn.Matrix, b float64, X nn.Matrix) nn.Matrix { return w.Dot(X).AddScalar(b) },
			"$w·X$ does not fit: $w$ is $n×1$. Transpose it first, $wᵀX$: `w.T().Dot(X)`.",
			"$w·X$ は形が合いません。$w$ は $n×1$ なので、先に転置して $wᵀX$ とします。`w.T().Dot(X)` です。"),
	},
	Hints: []words.Text{
		words.T("The network gives a probability; a decision is yes or no. The line between them is drawn at one half.",
			"ネットワークが出すのは確率です。判定は「はい」か「いいえ」です。その境目を ½ とします。"),
		words.T("$A = σ(wᵀX + b)$, $1×m$, as in propagate. Then each entry becomes 1 where it is above 0.5, else 0.",
			"propagate と同じく $A = σ(wᵀX + b)$（$1×m$）を求めます。次に、それぞれの成分を、0.5 より大きければ 1、そうでなければ 0 にします。"),
		words.T("`return A.Apply(func(a float64) float64 { if a > … { return 1 }; return 0 })`",
			"`return A.Apply(func(a float64) float64 { if a > … { return 1 }; return 0 })` と書きます。"),
	},
}

// predict returns a row (1×m): 1 for each example of X (n×m) that w (n×1) and b
// take for a cat, else 0.
// ja: predict は 1×m の行ベクトルを返します。w（n×1）と b が猫と判定した X（n×m）の例は 1、それ以外は 0 です。
func predict(w nn.Matrix, b float64, X nn.Matrix) (Y nn.Matrix) {
	// BLANK
	//: A := w.T().Dot(X).AddScalar(b)
	A := sigmoid(w.T().Dot(X).AddScalar(b))
	// END

	// en: Ŷ = 1 if A > 0.5, else 0
	// ja: A > 0.5 なら Ŷ = 1、そうでなければ 0
	Y = A.Apply(func(a float64) float64 {
		if a > 0.5 {
			return 1
		}
		return 0
	})
	return Y
}

// deciding is predict with another decision about z = wᵀx + b.
func deciding(decide func(z float64) float64) prediction {
	return func(w nn.Matrix, b float64, X nn.Matrix) nn.Matrix {
		return w.T().Dot(X).AddScalar(b).Apply(decide)
	}
}

func truth(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
