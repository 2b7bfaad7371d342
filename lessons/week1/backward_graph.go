package week1

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

// BackwardGraph is the exercise of the derivatives of J = 3(a + bc), from the end to the beginning.
var BackwardGraph = &lessons.Exercise[graph]{
	ID:    "week1/backwardGraph",
	Title: words.T("Through the graph, backward", "計算グラフを後ろへ戻る"),
	Prompt: words.T("How does $J = 3(a + bc)$ change with $a$, with $b$, and with $c$? Go back through the graph, from $J$ to $v$ to $u$. We write $da$ for $dJ/da$.",
		"$J = 3(a + bc)$ は、$a$、$b$、$c$ を変えるとどう変わるでしょうか。$J$ から $v$、$v$ から $u$ へとグラフを戻って求めてください。$dJ/da$ を $da$ と書きます。"),
	Points: 15,

	Formula:   "dv = 3\nda = dv,  du = dv\ndb = du · c\ndc = du · b",
	Reference: backwardGraph,
	Week:      week,

	Cases:  []lessons.Case{{Args: []any{5.0, 3.0, 2.0}}, {Args: []any{1.0, -2.0, 0.5}}},
	Random: func(d *lessons.Draw) []any { return []any{d.Uniform(4, 6), d.Uniform(1.5, 3.5), d.Uniform(-6, -4)} },

	Mistakes: []lessons.Mistake[graph]{
		lessons.Wrong(func(_, b, c float64) (float64, float64, float64) { return 3, 3 * b, 3 * c },
			"$db$ and $dc$ are swapped: when $b$ grows by 1, $bc$ grows by $c$.", "$db$ と $dc$ が入れ替わっています。$b$ が 1 増えると、$bc$ は $c$ だけ増えます。"),
		lessons.Wrong(func(_, b, c float64) (float64, float64, float64) { return 1, c, b },
			"The factor 3 of the last step is missing: slopes in a row are multiplied, back to the beginning.", "最後の段階の 3 が抜けています。続いた段階の傾きは、最初までかけ合わせます。"),
		lessons.Wrong(func(_, b, c float64) (float64, float64, float64) { return 3, c, b },
			"$da$ is right. $db$ and $dc$ lack the factor 3, which came from $J = 3v$.", "$da$ は合っています。$db$ と $dc$ には、$J = 3v$ から来る 3 が抜けています。"),
		lessons.Wrong(func(_, b, c float64) (float64, float64, float64) { return 1, 3 * c, 3 * b },
			"$da$ lacks the factor 3: $a$ goes into $v$, and $v$ is multiplied by 3.", "$da$ に 3 が抜けています。$a$ は $v$ に入り、$v$ は 3 倍されます。"),
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) { return 3 * a, 3 * b * c, 3 * b * c },
			"These are parts of $J$ itself. A slope says how $J$ changes when one input grows by 1.", "$J$ の一部の値になっています。傾きは、入力が 1 増えたときの $J$ の変わり方です。"),
		lessons.Wrong(forwardGraph,
			"These are $u$, $v$ and $J$ themselves, the way forward. You need the slopes: how much $J$ changes when $a$, $b$ or $c$ grows by 1.", "$u$、$v$、$J$ そのもの、つまり順方向の値になっています。必要なのは傾きで、$a$、$b$、$c$ が 1 増えたときに $J$ がどれだけ変わるかです。"),
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) {
			J := 3 * (a + b*c)
			return J, J * c, J * b
		},
			"It begins with $J$ itself. The way back begins with the slope of $J = 3v$: when $v$ grows by 1, $J$ grows by 3, so $dv = 3$.", "$J$ の値から始まっています。戻る道は $J = 3v$ の傾きから始まります。$v$ が 1 増えると $J$ は 3 増えるので、$dv = 3$ です。"),
		lessons.Wrong(func(_, b, c float64) (float64, float64, float64) { return -3, -3 * c, -3 * b },
			"The sizes are right; the signs are the wrong way round.", "大きさは合っていますが、符号が逆です。"),
		lessons.Wrong(func(_, b, c float64) (float64, float64, float64) { return 3, 3 + c, 3 + b },
			"Slopes of steps in a row are multiplied, not added.", "続いた段階の傾きは、足すのではなくかけます。"),
	},
	Hints: []words.Text{
		words.T("Begin at the end: when $v$ grows by 1, $J$ grows by 3. When $a$ grows by 1, so does $v$. So how much does $J$ grow with $a$?", "終わりから始めます。$v$ が 1 増えると、$J$ は 3 増えます。$a$ が 1 増えると、$v$ も 1 増えます。では、$a$ が 1 増えると $J$ はいくつ増えますか。"),
		words.T("$dv = 3$; $da = dv · 1$, $du = dv · 1$; $u = bc$ grows by $c$ when $b$ grows by 1: $db = du · c$, $dc = du · b$.", "$dv = 3$、$da = dv · 1$、$du = dv · 1$ です。$b$ が 1 増えると $u = bc$ は $c$ だけ増えるので、$db = du · c$、$dc = du · b$ です。"),
		words.T("`dv := 3.0`; `da = dv`; `du := dv`; `db = du * …`; `dc = du * …`", "`dv := 3.0`、`da = dv`、`du := dv`、`db = du * …`、`dc = du * …` と書きます。"),
	},

	Cost: func(a []any) float64 {
		_, _, J := forwardGraph(a[0].(float64), a[1].(float64), a[2].(float64))
		return J
	},
	Slopes: map[string]string{"da": "a", "db": "b", "dc": "c"},
}

// backwardGraph returns how J = 3(a + bc) changes with a, b and c.
// ja: backwardGraph は、a、b、c を変えたときの J = 3(a + bc) の変わり方を返します。
func backwardGraph(a, b, c float64) (da, db, dc float64) {
	// BLANK
	// dv = 3
	dv := 3.0

	// da = dv, du = dv
	da = dv
	du := dv

	// db = du · c
	// dc = du · b
	db = du * c
	dc = du * b
	// END
	return da, db, dc
}
