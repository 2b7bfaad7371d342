package week1

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type costing = func(w, b float64, X, Y []float64) float64

// Cost is the exercise of the mean loss.
var Cost = &lessons.Exercise[costing]{
	ID:    "week1/cost",
	Title: words.T("Find the mistake: the cost of all answers", "間違い探し：すべての答えのコスト"),
	Prompt: words.T("A neuron with weight $w$ and bias $b$ answers $a = \\sigma(wx + b)$ to each number $x$ of `X`. The function should return the mean of its losses, with your `sigmoid` and your `loss`. It runs, but there is a mistake in it. Compare it with the formula, and put it right.",
		"重み $w$、バイアス $b$ のニューロンは、`X` の数 $x$ のそれぞれに $a = \\sigma(wx + b)$ と答えます。関数は、あなたの `sigmoid` と `loss` を使って、損失の平均を返すはずです。動きはしますが、間違いが 1 つあります。式と見比べて、直してください。"),
	Points: 10,

	Formula:   "J = (1/m) Σ L(σ(w xᵢ + b), yᵢ)",
	Reference: cost,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{1.0, 0.5, []float64{-2, 0, 1, 3}, []float64{0, 1, 0, 1}}},
		{Args: []any{-0.5, 0.25, []float64{1, 2}, []float64{1, 0}}},
	},
	Random: func(d *lessons.Draw) []any {
		w, b := d.Uniform(0.5, 2), d.Uniform(0.3, 1)
		X, Y := numbers(d, w, b)
		return []any{w, b, X, Y}
	},

	Avoid: []string{"Cost"},
	Mistakes: []lessons.Mistake[costing]{
		lessons.Wrong(func(w, b float64, X, Y []float64) float64 { return cost(w, b, X, Y) * float64(len(X)) },
			"That is the sum of the losses. Divide by $m$, their number: `float64(len(X))`.", "損失の合計になっています。個数 $m$、つまり `float64(len(X))` で割ってください。"),
		lessons.Wrong(func(w, b float64, X, Y []float64) float64 { return cost(w, b, X, Y) / float64(len(X)) },
			"You divide by $m$ twice.", "$m$ で 2 回割っています。"),
		lessons.Wrong(func(w, _ float64, X, Y []float64) float64 { return cost(w, 0, X, Y) },
			"The bias $b$ is forgotten: $z = wx + b$.", "バイアス $b$ を忘れています。$z = wx + b$ です。"),
		lessons.Wrong(func(w, b float64, X, Y []float64) float64 { return -cost(w, b, X, Y) },
			"The sign is the wrong way round: losses are positive, and so is their mean.", "符号が逆です。損失は正の数なので、平均も正になります。"),
		lessons.Wrong(func(w, b float64, X, Y []float64) float64 { return loss(sigmoid(w*X[0]+b), Y[0]) },
			"Only the first example counts. $A$ return inside the loop ends the function; put it after the loop.", "最初の例しか数えていません。ループの中の return は関数を終わらせます。ループの後に置いてください。"),
		lessons.Wrong(func(w, b float64, X, Y []float64) float64 {
			sum := 0.0
			for i, x := range X {
				a := sigmoid(w*x + b)
				sum += (a - Y[i]) * (a - Y[i])
			}
			return sum / float64(len(X))
		},
			"That is the mean squared error. Use the log loss, that is, your loss.", "二乗誤差の平均になっています。対数損失、つまりあなたの loss を使ってください。"),
		lessons.Wrong(func(w, b float64, X, Y []float64) float64 { return cost(b, w, X, Y) },
			"$w$ and $b$ are swapped: the weight multiplies $x$, the bias is added.", "$w$ と $b$ が入れ替わっています。重みは $x$ にかけ、バイアスは足します。"),
	},
	Hints: []words.Text{
		words.T("Go through the examples one by one, add up their losses, and divide by how many there are.", "例を 1 つずつ見て損失を足していき、最後に個数で割ります。"),
		words.T("For example $i$: $a = σ(w xᵢ + b)$, and its loss is $L(a, yᵢ)$. $J$ is the mean of these.", "$i$ 番目の例では $a = σ(w xᵢ + b)$、損失は $L(a, yᵢ)$ です。$J$ はその平均です。"),
		words.T("`for i, x := range X { J += loss(sigmoid(w*x+b), Y[i]) }`; then `J /= float64(len(X))`.", "`for i, x := range X { J += loss(sigmoid(w*x+b), Y[i]) }` のあと、`J /= float64(len(X))` とします。"),
	},
}

// cost returns the mean loss of a neuron with w and b, on the numbers X with the right answers Y.
// ja: cost は、重み w、バイアス b のニューロンの、数 X と正しい答え Y についての損失の平均を返します。
func cost(w, b float64, X, Y []float64) (J float64) {
	for i, x := range X {
		// BLANK
		//: J += loss(sigmoid(w*x), Y[i])
		J += loss(sigmoid(w*x+b), Y[i])
		// END
	}
	J /= float64(len(X))
	return J
}

// numbers draws some examples, of both kinds, for a neuron with w and b.
func numbers(d *lessons.Draw, w, b float64) (X, Y []float64) {
	for i := range d.Dim(4, 7) {
		X = append(X, d.Uniform(-3, 3))
		Y = append(Y, float64(i%2))
	}
	if d.Far() {
		for i, z := range lessons.Sure {
			X[i] = (z - b) / w
		}
	}
	return X, Y
}
