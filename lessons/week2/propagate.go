package week2

import (
	"nekonote/lessons"
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
	"nekonote/nn/words"
)

type propagation = func(w nn.Matrix, b float64, X, Y nn.Matrix) (nn.Matrix, float64, float64)

// Propagate is the exercise of one pass forward, to the cost, and back, to its gradient.
var Propagate = &lessons.Exercise[propagation]{
	ID:    "week2/propagate",
	Title: words.T("Forward and backward", "順伝播と逆伝播"),
	Prompt: words.T("Compute the cost of $w$ and $b$ on the examples $X$ with labels $Y$, and its gradient: $dw$ and $db$.",
		"例 $X$ とラベル $Y$ について、$w$ と $b$ のコストと、その勾配 $dw$、$db$ を求めてください。"),
	Points: 20,

	Formula:   "A = σ(wᵀX + b)\nJ = −(1/m) Σ (Y log A + (1 − Y) log(1 − A))\ndw = (1/m) X (A − Y)ᵀ\ndb = (1/m) Σ (A − Y)",
	Reference: propagate,
	Week:      week,
	Published: lessons.Figure{Key: "week2/propagate", Inputs: []string{"w", "b", "X", "Y"}, Outputs: []string{"dw", "db", "cost"}},

	Cases: []lessons.Case{
		{
			Args: []any{nn.Column(1, 2), 2.0, nn.Rows([][]float64{{1, 2}, {3, 4}}), nn.Row(1, 0)},
			Want: []any{nn.Column(0.9999321585374047, 1.9998026197868162), 0.4999352306247058, 6.000064773191601},
		},
		{Args: []any{nn.Column(0.5, -1, 0.25), 0.5, nn.Rows([][]float64{{1, 0, 2, -1}, {0, 1, 1, 2}, {3, -2, 0, 1}}), nn.Row(1, 0, 0, 1)}},
	},
	Random: func(d *lessons.Draw) []any {
		n, m := d.Dim(2, 6), d.Dim(3, 8)
		w, b, X, Y := d.Matrix(n, 1), d.Uniform(0.3, 1), d.Matrix(n, m), d.Labels(m)
		if d.Far() {
			X = lessons.SureOf(w, b, X, &Y)
		}
		return []any{w, b, X, Y}
	},

	Avoid: []string{"Cost"},
	Mistakes: []lessons.Mistake[propagation]{
		lessons.Wrong(spoiled(func(p *pass) { p.dw = p.dw.Scale(p.m) }),
			"$dw$ lacks the factor $1/m$: it is the mean over the examples, not their sum.",
			"$dw$ に $1/m$ がかかっていません。合計ではなく、例についての平均です。"),
		lessons.Wrong(spoiled(func(p *pass) { p.db *= p.m }),
			"$db$ lacks the factor $1/m$: it is the mean over the examples, not their sum.",
			"$db$ に $1/m$ がかかっていません。合計ではなく、例についての平均です。"),
		lessons.Wrong(spoiled(func(p *pass) { p.cost *= p.m }),
			"The cost lacks the factor $1/m$: it is the mean loss of the examples, not their sum.",
			"コストに $1/m$ がかかっていません。コストは損失の合計ではなく、例についての平均です。"),
		lessons.Wrong(spoiled(func(p *pass) { p.dw = p.dw.Scale(1 / p.m) }),
			"$dw$ is divided by $m$ twice.", "$dw$ を $m$ で 2 回割っています。"),
		lessons.Wrong(spoiled(func(p *pass) { p.cost = -p.cost }),
			"The cost has the wrong sign: logarithms of probabilities are negative, so there is a minus in front of the sum.",
			"コストの符号が逆です。確率の対数は負なので、和の前にマイナスをつけます。"),
		lessons.Wrong(spoiled(func(p *pass) { p.dw, p.db = p.dw.Scale(-1), -p.db }),
			"$dw$ and $db$ have the wrong sign: the error is $A − Y$, not $Y − A$.",
			"$dw$ と $db$ の符号が逆です。誤差は $Y − A$ ではなく $A − Y$ です。"),
		lessons.Wrong(func(w nn.Matrix, b float64, X, Y nn.Matrix) (nn.Matrix, float64, float64) {
			_, _, cost := propagate(w, b, X, Y)
			A := sigmoid(w.T().Dot(X).AddScalar(b))
			dZ := A.Sub(Y).Mul(A).Mul(formulas.OneMinus(A))
			return X.Dot(dZ.T()).Scale(1 / formulas.Examples(X)), dZ.Sum() / formulas.Examples(X), cost
		},
			"$A (1 − A)$, the slope of the sigmoid, is one factor too many in the error: in $A − Y$ it has been cancelled already.",
			"誤差に、シグモイド関数の傾き $A (1 − A)$ が余分にかかっています。$A − Y$ では、もう打ち消されています。"),
		lessons.Wrong(spoiled(func(p *pass) { p.cost = -p.Y.Mul(p.A.Log()).Sum() / p.m }),
			"The cost lacks its second term, $(1 − Y) log(1 − A)$: without it, examples without a cat cost nothing.",
			"コストの第 2 項 $(1 − Y) log(1 − A)$ が抜けています。これがないと、猫でない例の損失が数えられません。"),
		lessons.Wrong(spoiled(func(p *pass) {
			p.cost = -formulas.OneMinus(p.Y).Mul(formulas.OneMinus(p.A).Log()).Sum() / p.m
		}),
			"The cost lacks its first term, $Y log A$: without it, examples with a cat cost nothing.",
			"コストの第 1 項 $Y log A$ が抜けています。これがないと、猫の例の損失が数えられません。"),
		lessons.Wrong(spoiled(func(p *pass) { p.cost = p.A.Sub(p.Y).Mul(p.A.Sub(p.Y)).Sum() / p.m }),
			"The cost is the squared error. Use the log loss here: with it the cost has no false valleys.",
			"コストが二乗誤差になっています。ここでは、コストに行き止まりの谷ができない対数損失を使います。"),
		lessons.Wrong(spoiled(func(p *pass) { p.dw = p.dw.T() }),
			"$dw$ lies on its side ($1×n$): like $w$ it is a column. $X (A − Y)ᵀ$ gives $n×1$.",
			"$dw$ が横向き（$1×n$）です。$w$ と同じ列ベクトルにします。$X (A − Y)ᵀ$ なら $n×1$ になります。"),
		lessons.Wrong(func(w nn.Matrix, _ float64, X, Y nn.Matrix) (nn.Matrix, float64, float64) {
			return propagate(w, 0, X, Y)
		},
			"The bias $b$ is forgotten: $A = σ(wᵀX + b)$.", "バイアス $b$ を忘れています。$A = σ(wᵀX + b)$ です。"),
		lessons.Wrong(func(w nn.Matrix, b float64, X, Y nn.Matrix) (nn.Matrix, float64, float64) {
			return backward(w.T().Dot(X).AddScalar(b), X, Y)
		},
			"The sigmoid is forgotten: $A = σ(wᵀX + b)$. Without it $A$ is not a probability, and its logarithm may not exist.",
			"シグモイド関数を忘れています。$A = σ(wᵀX + b)$ です。これがないと $A$ は確率にならず、対数が計算できないこともあります。"),
		lessons.Wrong(func(w nn.Matrix, b float64, X, Y nn.Matrix) (nn.Matrix, float64, float64) {
			return backward(sigmoid(w.Dot(X).AddScalar(b)), X, Y)
		},
			"$w·X$ does not fit: $w$ is $n×1$. Transpose it first, $wᵀX$: `w.T().Dot(X)`.",
			"$w·X$ は形が合いません。$w$ は $n×1$ なので、先に転置して $wᵀX$ とします。`w.T().Dot(X)` です。"),
	},
	Hints: []words.Text{
		words.T("First forward: what does the network say ($A$), and how wrong is that (the cost)? Then back: how does the cost change with each weight? The answer to both is built from the error $A − Y$.",
			"まず順伝播です。ネットワークの答え $A$ と、その間違いの大きさ（コスト）を求めます。次に逆伝播です。それぞれの重みでコストがどう変わるかを求めます。その答えは、どちらも誤差 $A − Y$ から作られます。"),
		words.T("$A = σ(wᵀX + b)$, $J = −(1/m) Σ (Y log A + (1 − Y) log(1 − A))$, $dw = (1/m) X (A − Y)ᵀ$, $db = (1/m) Σ (A − Y)$. Products of matrices are Dot, entry by entry is Mul.",
			"$A = σ(wᵀX + b)$、$J = −(1/m) Σ (Y log A + (1 − Y) log(1 − A))$、$dw = (1/m) X (A − Y)ᵀ$、$db = (1/m) Σ (A − Y)$ です。行列の積は Dot、成分ごとの積は Mul です。"),
		words.T("`A := sigmoid(w.T().Dot(X).AddScalar(b))`; `dZ := A.Sub(Y)`; `dw = X.Dot(dZ.T()).Scale(…)`; `db = dZ.Sum() / …`; $1 − A$ is `A.Scale(-1).AddScalar(1)`.",
			"`A := sigmoid(w.T().Dot(X).AddScalar(b))`、`dZ := A.Sub(Y)`、`dw = X.Dot(dZ.T()).Scale(…)`、`db = dZ.Sum() / …` です。$1 − A$ は `A.Scale(-1).AddScalar(1)` と書けます。"),
	},

	Cost: func(a []any) float64 {
		_, _, cost := propagate(a[0].(nn.Matrix), a[1].(float64), a[2].(nn.Matrix), a[3].(nn.Matrix))
		return cost
	},
	Slopes: map[string]string{"dw": "w", "db": "b"},
}

// propagate returns the cost of w (n×1) and b on the examples X (n×m) with labels Y (1×m),
// and its gradient dw, db.
// ja: propagate は、例 X（n×m）とラベル Y（1×m）について、w（n×1）と b のコストと、その勾配 dw、db を返します。
func propagate(w nn.Matrix, b float64, X, Y nn.Matrix) (dw nn.Matrix, db, cost float64) {
	// BLANK
	// en: A = σ(wᵀX + b): what the network says, 1×m
	// ja: A = σ(wᵀX + b)：ネットワークの答え、1×m
	A := sigmoid(w.T().Dot(X).AddScalar(b))

	// en: the cost; _, m := X.Dims() gives the number m of examples
	// ja: コスト。例の数 m は _, m := X.Dims() で得られます
	// J = −(1/m) Σ (Y log A + (1 − Y) log(1 − A))
	_, m := X.Dims()
	notY, notA := Y.Scale(-1).AddScalar(1), A.Scale(-1).AddScalar(1)
	cost = -Y.Mul(A.Log()).Add(notY.Mul(notA.Log())).Sum() / float64(m)

	// en: the gradient
	// ja: 勾配
	// dw = (1/m) X (A − Y)ᵀ
	// db = (1/m) Σ (A − Y)
	dZ := A.Sub(Y)
	dw = X.Dot(dZ.T()).Scale(1 / float64(m))
	db = dZ.Sum() / float64(m)
	// END
	return dw, db, cost
}

// pass is what one pass over the examples computes, for the mistakes to spoil.
type pass struct {
	A, Y, dw    nn.Matrix
	db, cost, m float64
}

// spoiled is propagate with a wrong ending.
func spoiled(spoil func(p *pass)) propagation {
	return func(w nn.Matrix, b float64, X, Y nn.Matrix) (nn.Matrix, float64, float64) {
		dw, db, cost := propagate(w, b, X, Y)
		_, m := X.Dims()
		p := pass{A: sigmoid(w.T().Dot(X).AddScalar(b)), Y: Y, dw: dw, db: db, cost: cost, m: float64(m)}
		spoil(&p)
		return p.dw, p.db, p.cost
	}
}

// backward is propagate from a given A on, for the mistakes made before it.
func backward(A, X, Y nn.Matrix) (dw nn.Matrix, db, cost float64) {
	_, m := X.Dims()
	notY, notA := Y.Scale(-1).AddScalar(1), A.Scale(-1).AddScalar(1)
	dZ := A.Sub(Y)
	cost = -Y.Mul(A.Log()).Add(notY.Mul(notA.Log())).Sum() / float64(m)
	return X.Dot(dZ.T()).Scale(1 / float64(m)), dZ.Sum() / float64(m), cost
}
