package week1

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type answering = func(z, y float64) float64

// LossSlope is the exercise of the slope that everything going back begins with.
var LossSlope = &lessons.Exercise[answering]{
	ID:    "week1/lossSlope",
	Title: words.T("Answer minus truth", "予測引く正解"),
	Prompt: words.T("How does the loss change with $z$, where $a = \\sigma(z)$? The chain rule cancels nearly everything. Use your `sigmoid`.",
		"$a = \\sigma(z)$ のとき、$z$ を変えると損失はどう変わるでしょうか。連鎖律を使うと、ほとんどが打ち消し合います。あなたの `sigmoid` を使ってください。"),
	Points: 10,

	Formula:   "a = σ(z)\ndz = a − y",
	Reference: lossSlope,
	Week:      week,

	Cases: []lessons.Case{{Args: []any{0.5, 1.0}}, {Args: []any{-1.0, 0.0}}, {Args: []any{2.0, 0.0}}, {Args: []any{-40.0, 0.0}}, {Args: []any{-40.0, 1.0}}, {Args: []any{35.0, 0.0}}, {Args: []any{35.0, 1.0}}},
	Random: func(d *lessons.Draw) []any {
		return []any{d.Uniform(0.3, 2), float64(d.Size(0, 1))}
	},

	Mistakes: []lessons.Mistake[answering]{
		lessons.Wrong(func(z, y float64) float64 { return y - sigmoid(z) },
			"The sign is the wrong way round: answer minus truth, $a − y$.", "符号が逆です。「予測引く正解」、$a − y$ です。"),
		lessons.Wrong(func(z, y float64) float64 { return z - y },
			"That is $z − y$. The answer is $a = σ(z)$.", "$z − y$ になっています。答えは $a = σ(z)$ です。"),
		lessons.Wrong(func(z, y float64) float64 { a := sigmoid(z); return -y/a + (1-y)/(1-a) },
			"That is $dL/da$, the slope with respect to $a$. One step is left: multiply by $da/dz = a(1 − a)$.", "$a$ についての傾き $dL/da$ になっています。あと一段階、$da/dz = a(1 − a)$ をかけてください。"),
		lessons.Wrong(func(z, y float64) float64 { a := sigmoid(z); return (a - y) * a * (1 - a) },
			"$a(1 − a)$ is one factor too many: in $a − y$ it has been cancelled already.", "$a(1 − a)$ が余分です。$a − y$ では、もう打ち消されています。"),
		lessons.Wrong(func(z, _ float64) float64 { return sigmoid(z) },
			"That is the answer $a$. Subtract the truth $y$.", "答え $a$ のままです。正解 $y$ を引いてください。"),
		lessons.Wrong(func(z, y float64) float64 { return loss(sigmoid(z), y) },
			"That is the loss itself; you need its slope.", "損失そのものになっています。求めるのは傾きです。"),
		lessons.Wrong(func(z, y float64) float64 { return 2 * (sigmoid(z) - y) },
			"The 2 belongs to the squared error. With the log loss there is none.", "2 は二乗誤差の微分に出てくる数です。対数損失にはありません。"),
	},
	Hints: []words.Text{
		words.T("Two steps back: from $L$ to $a$, from $a$ to $z$. Their slopes are multiplied.", "$L$ から $a$ へ、$a$ から $z$ へと、2 段階戻ります。それぞれの傾きをかけます。"),
		words.T("$dL/da = −y/a + (1 − y)/(1 − a)$, and $da/dz = a(1 − a)$. Multiplied: $−y(1 − a) + (1 − y)a = a − y$.", "$dL/da = −y/a + (1 − y)/(1 − a)$、$da/dz = a(1 − a)$ です。かけると $−y(1 − a) + (1 − y)a = a − y$ になります。"),
		words.T("`dz = sigmoid(z) - …`", "`dz = sigmoid(z) - …` と書きます。"),
	},

	Cost:   func(a []any) float64 { return loss(sigmoid(a[0].(float64)), a[1].(float64)) },
	Slopes: map[string]string{"dz": "z"},
}

// lossSlope returns how the loss of the answer σ(z) changes with z; the truth is y.
// ja: lossSlope は、正しい答えが y のとき、z を変えたときの答え σ(z) の損失の変わり方を返します。
func lossSlope(z, y float64) (dz float64) {
	// BLANK
	// a = σ(z)
	a := sigmoid(z)

	// dz = a − y
	dz = a - y
	// END
	return dz
}
