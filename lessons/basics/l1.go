package basics

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type distance = func(yhat, y nn.Matrix) float64

// L1 is the exercise of a loss: the sum of the absolute errors.
var L1 = &lessons.Exercise[distance]{
	ID:    "basics/l1",
	Title: words.T("How wrong? The L1 loss", "どれだけ違うか：L1 損失"),
	Prompt: words.T("Add up the absolute differences between the labels $y$ and the answers $\\hat{y}$ (in Go: `yhat`); both are $1 \\times m$.",
		"ラベル $y$ と答え $\\hat{y}$（Go では `yhat`）の差の絶対値を、すべて足してください。どちらも $1 \\times m$ です。"),
	Points: 15,

	Formula:   "L1(ŷ, y) = Σ |y − ŷ|",
	Reference: l1,
	Week:      week,
	Published: lessons.Figure{Key: "basics/L1", Inputs: []string{"yhat", "y"}, Outputs: []string{"loss"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Row(0.9, 0.2, 0.1, 0.4, 0.9), nn.Row(1, 0, 0, 1, 1)}, Want: []any{1.1}},
		{Args: []any{nn.Row(0.9, 0.8, 0.1), nn.Row(0, 1, 0)}},
	},
	Random: guesses,

	Mistakes: []lessons.Mistake[distance]{
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return y.Sub(yhat).Sum() },
			"The absolute values are missing: errors of +0.5 and −0.5 would cancel, as if nothing were wrong.",
			"絶対値が抜けています。+0.5 と −0.5 の誤差が打ち消し合い、間違いがないように見えてしまいます。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return yhat.Sub(y).Sum() },
			"The absolute values are missing: $Σ (ŷ − y)$ lets errors up and down cancel.",
			"絶対値が抜けています。$Σ (ŷ − y)$ では、上と下の誤差が打ち消し合ってしまいます。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return math.Abs(y.Sub(yhat).Sum()) },
			"This is the absolute value of the sum. Take that of each difference, before you sum them.",
			"和の絶対値になっています。足す前に、差の一つ一つの絶対値をとってください。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return l2(yhat, y) },
			"The differences are squared; that is the $L2$ loss, which comes next. Here you need the absolute values.",
			"差を 2 乗しています。それは次に出てくる $L2$ 損失です。ここで求めるのは絶対値です。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return y.Sub(yhat).Apply(math.Abs).Mean() },
			"This is the mean of the absolute differences; here you need their sum.",
			"絶対値の平均になっています。ここで求めるのは和です。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return y.Sub(yhat).Apply(math.Abs).Max() },
			"This is the largest difference alone; add all of them up.",
			"いちばん大きい差だけになっています。すべての差を足してください。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return y.Add(yhat).Apply(math.Abs).Sum() },
			"$y$ and $ŷ$ are added; you need their difference: Sub.",
			"$y$ と $ŷ$ を足しています。求めるのは差、Sub です。"),
	},
	Hints: []words.Text{
		words.T("How far is each answer from the truth, no matter in which direction? Add up these distances.",
			"向きは気にせず、それぞれの答えが正解からどれだけ離れているかを求め、その距離を全部足します。"),
		words.T("$L1 = Σ |y − ŷ|$. `y.Sub(yhat)` gives the differences, `Apply(math.Abs)` their absolute values, `Sum()` adds up.",
			"$L1 = Σ |y − ŷ|$ です。`y.Sub(yhat)` で差、`Apply(math.Abs)` で絶対値、`Sum()` で和になります。"),
		words.T("`loss = y.Sub(yhat).Apply(…).Sum()`",
			"`loss = y.Sub(yhat).Apply(…).Sum()` と書きます。"),
	},
}

// l1 returns the L1 loss of the answers yhat (1×m) for the labels y (1×m).
// ja: l1 は、ラベル y（1×m）に対する答え yhat（1×m）の L1 損失を返します。
func l1(yhat, y nn.Matrix) (loss float64) {
	// BLANK
	// L1 = Σ |y − ŷ|
	loss = y.Sub(yhat).Apply(math.Abs).Sum()
	// END
	return loss
}

// guesses draws answers and labels.
func guesses(d *lessons.Draw) []any {
	m := d.Dim(3, 9)
	return []any{d.Between(1, m, 0.05, 0.95), d.Labels(m)}
}
