package week1

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type chaining = func(w, x, b, y float64) float64

// Chain is the exercise of the chain rule on a squared error.
var Chain = &lessons.Exercise[chaining]{
	ID:    "week1/chain",
	Title: words.T("The chain rule", "連鎖律"),
	Prompt: words.T("A line predicts $z = wx + b$, the true value is $y$, and the error is $E = (z - y)^2$. How does $E$ change with $w$? Multiply the slopes of the two steps.",
		"直線の予想は $z = wx + b$、正しい値は $y$、誤差は $E = (z - y)^2$ です。$w$ を変えると $E$ はどう変わるでしょうか。2 つの段階の傾きをかけ合わせてください。"),
	Points: 10,

	Formula:   "dE/dz = 2(z − y)\ndz/dw = x\ndw = 2(z − y) · x",
	Reference: chain,
	Week:      week,

	Cases: []lessons.Case{{Args: []any{2.0, 3.0, 1.0, 4.0}}, {Args: []any{-1.0, 0.5, 2.0, 3.0}}},
	Random: func(d *lessons.Draw) []any {
		return []any{d.Uniform(1, 3), d.Uniform(1.5, 3), d.Uniform(0.5, 2), d.Uniform(-4, -1)}
	},

	Mistakes: []lessons.Mistake[chaining]{
		lessons.Wrong(func(w, x, b, y float64) float64 { return 2 * (w*x + b - y) },
			"The inner slope is missing: $z = wx + b$ grows by $x$ when $w$ grows by 1, so multiply by $x$.", "内側の傾きが抜けています。$w$ が 1 増えると $z = wx + b$ は $x$ だけ増えるので、$x$ をかけてください。"),
		lessons.Wrong(func(w, x, b, y float64) float64 { return (w*x + b - y) * x },
			"The factor 2 is missing: the slope of a square is twice what is squared.", "2 が抜けています。2 乗の傾きは、中身の 2 倍です。"),
		lessons.Wrong(func(w, x, b, y float64) float64 { return (w*x + b - y) * (w*x + b - y) },
			"That is the loss $(z − y)²$ itself. You need its slope: how it changes with $w$.",
			"損失 $(z − y)²$ そのものになっています。求めるのは傾き、つまり $w$ を変えたときの変わり方です。"),
		lessons.Wrong(func(w, x, b, y float64) float64 { return 2 * (y - w*x - b) * x },
			"The sign is the wrong way round: the error is $z − y$.", "符号が逆です。誤差は $z − y$ です。"),
		lessons.Wrong(func(w, x, b, y float64) float64 { return (w*x + b - y) * (w*x + b - y) * x },
			"The square is still there: its slope is $2(z − y)$, without the square.", "2 乗が残っています。傾きは $2(z − y)$ で、2 乗はなくなります。"),
		lessons.Wrong(func(w, x, b, y float64) float64 { return 2 * (w*x + b - y) * w },
			"You multiply by $w$, which is the slope with respect to $x$. The slope with respect to $w$ is $x$.", "$w$ をかけています。それは $x$ についての傾きです。$w$ についての傾きは $x$ です。"),
		lessons.Wrong(func(w, x, _, y float64) float64 { return 2 * (w*x - y) * x },
			"$z = wx + b$: the bias is forgotten.", "$z = wx + b$ のバイアス $b$ を忘れています。"),
		lessons.Wrong(func(w, x, b, y float64) float64 { return 2*(w*x+b-y) + x },
			"Slopes of steps in a row are multiplied, not added.", "続いた段階の傾きは、足すのではなくかけます。"),
	},
	Hints: []words.Text{
		words.T("Two steps: $w$ determines $z$, and $z$ determines $E$. If $z$ moves three times as much as $w$, and $E$ five times as much as $z$, then $E$ moves 15 times as much as $w$.", "2 段階です。$w$ から $z$ ができ、$z$ から $E$ ができます。$z$ が $w$ の 3 倍動き、$E$ が $z$ の 5 倍動くなら、$E$ は $w$ の 15 倍動きます。"),
		words.T("$dE/dz = 2(z − y)$, and $z = wx + b$ grows by $x$ when $w$ grows by 1.", "$dE/dz = 2(z − y)$ です。$w$ が 1 増えると、$z = wx + b$ は $x$ だけ増えます。"),
		words.T("`z := w*x + b`; `dw = 2 * (z - y) * …`", "`z := w*x + b`、`dw = 2 * (z - y) * …` と書きます。"),
	},

	Cost: func(a []any) float64 {
		e := a[0].(float64)*a[1].(float64) + a[2].(float64) - a[3].(float64)
		return e * e
	},
	Slopes: map[string]string{"dw": "w"},
}

// chain returns how E = (wx + b − y)² changes with w.
// ja: chain は、w を変えたときの E = (wx + b − y)² の変わり方を返します。
func chain(w, x, b, y float64) (dw float64) {
	// BLANK
	// z = wx + b
	z := w*x + b

	// dw = 2(z − y) · x
	dw = 2 * (z - y) * x
	// END
	return dw
}
