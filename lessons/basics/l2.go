package basics

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// L2 is the exercise of another loss: the sum of the squared errors.
var L2 = &lessons.Exercise[distance]{
	ID:    "basics/l2",
	Title: words.T("How wrong? The L2 loss", "どれだけ違うか：L2 損失"),
	Prompt: words.T("Add up the squared differences between the labels $y$ and the answers $\\hat{y}$ (in Go: `yhat`); both are $1 \\times m$.",
		"ラベル $y$ と答え $\\hat{y}$（Go では `yhat`）の差の 2 乗を、すべて足してください。どちらも $1 \\times m$ です。"),
	Points: 15,

	Formula:   "L2(ŷ, y) = Σ (y − ŷ)²",
	Reference: l2,
	Week:      week,
	Published: lessons.Figure{Key: "basics/L2", Inputs: []string{"yhat", "y"}, Outputs: []string{"loss"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Row(0.9, 0.2, 0.1, 0.4, 0.9), nn.Row(1, 0, 0, 1, 1)}, Want: []any{0.43}},
		{Args: []any{nn.Row(0.9, 0.8, 0.1), nn.Row(0, 1, 0)}},
	},
	Random: guesses,

	Mistakes: []lessons.Mistake[distance]{
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return math.Sqrt(l2(yhat, y)) },
			"The square root is one step too many: that is the distance of $y$ and $ŷ$. The loss is its square.",
			"平方根が余計です。それは $y$ と $ŷ$ の距離で、損失はその 2 乗です。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return y.Sub(yhat).Apply(math.Abs).Sum() },
			"This is the $L1$ loss, with absolute values. Here the differences are squared.",
			"絶対値を使った $L1$ 損失になっています。ここでは差を 2 乗します。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return y.Sub(yhat).Sum() },
			"The square is missing: errors up and down cancel.",
			"2 乗が抜けています。上と下の誤差が打ち消し合ってしまいます。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { sum := y.Sub(yhat).Sum(); return sum * sum },
			"The sum is squared. Square each difference before you add up.",
			"和を 2 乗しています。足す前に、差を一つずつ 2 乗してください。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { d := y.Sub(yhat); return d.Mul(d).Mean() },
			"This is the mean of the squares; here you need their sum.",
			"2 乗の平均になっています。ここで求めるのは和です。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return l2(yhat, y) / 2 },
			"This is half of it. Some books write a ½ in front, so that the derivative looks nicer; here there is none.",
			"半分になっています。微分をきれいにするために ½ をつける本もありますが、ここではつけません。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { return y.Mul(y).Sub(yhat.Mul(yhat)).Sum() },
			"This is $Σ (y² − ŷ²)$. Subtract first, then square: $Σ (y − ŷ)²$.",
			"$Σ (y² − ŷ²)$ になっています。先に引いてから 2 乗します。$Σ (y − ŷ)²$ です。"),
		lessons.Wrong(func(yhat, y nn.Matrix) float64 { d := y.Sub(yhat); return d.Dot(d).Sum() },
			"`d.Dot(d)` does not fit: $d$ is $1×m$. Entry by entry is `d.Mul(d)`, or transpose: `d.Dot(d.T())`.",
			"$d$ は $1×m$ なので、`d.Dot(d)` は形が合いません。成分ごとの積 `d.Mul(d)` か、転置した `d.Dot(d.T())` を使ってください。"),
	},
	Hints: []words.Text{
		words.T("As with $L1$, but each difference is squared before it is added: large errors weigh much more than small ones.",
			"$L1$ と似ていますが、足す前に差を 2 乗します。大きな誤差が、小さな誤差よりずっと重くなります。"),
		words.T("$L2 = Σ (y − ŷ)²$. With $d = y − ŷ$, `d.Mul(d)` has the squares, and `Sum()` adds them up.",
			"$L2 = Σ (y − ŷ)²$ です。$d = y − ŷ$ とすると、`d.Mul(d)` が 2 乗で、`Sum()` がその和です。"),
		words.T("`d := y.Sub(yhat)`; `loss = d.Mul(…).Sum()`",
			"`d := y.Sub(yhat)`、`loss = d.Mul(…).Sum()` と書きます。"),
	},
}

// l2 returns the L2 loss of the answers yhat (1×m) for the labels y (1×m).
// ja: l2 は、ラベル y（1×m）に対する答え yhat（1×m）の L2 損失を返します。
func l2(yhat, y nn.Matrix) (loss float64) {
	// BLANK
	// L2 = Σ (y − ŷ)²
	d := y.Sub(yhat)
	loss = d.Mul(d).Sum()
	// END
	return loss
}
