package week1

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type descending = func(w, b float64, X, Y []float64, alpha float64) (float64, float64)

// GradientStep is the exercise of one step downhill.
var GradientStep = &lessons.Exercise[descending]{
	ID:    "week1/gradientStep",
	Title: words.T("One step downhill", "坂を一歩下る"),
	Prompt: words.T("Find the slopes of the cost with respect to $w$ and $b$, then take a step against them, with learning rate $\\alpha$. Use your `lossSlope`.",
		"$w$ と $b$ についてのコストの傾きを求め、その逆向きに、学習率 $\\alpha$ で一歩進んでください。あなたの `lossSlope` を使ってください。"),
	Points: 15,

	Formula:   "dw = (1/m) Σ (aᵢ − yᵢ) xᵢ\ndb = (1/m) Σ (aᵢ − yᵢ)\nw := w − α dw\nb := b − α db",
	Reference: gradientStep,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{1.0, 0.5, []float64{-2, 0, 1, 3}, []float64{0, 1, 0, 1}, 0.5}},
		{Args: []any{-0.5, 0.25, []float64{1, 2}, []float64{1, 0}, 0.1}},
	},
	Random: func(d *lessons.Draw) []any {
		w, b := d.Uniform(0.5, 2), d.Uniform(0.3, 1)
		X, Y := numbers(d, w, b)
		return []any{w, b, X, Y, d.Uniform(0.2, 0.9)}
	},

	Mistakes: []lessons.Mistake[descending]{
		lessons.Wrong(stepped(func(s *slopes) { s.dw, s.db = -s.dw, -s.db }),
			"You step uphill: the slope points to where the cost grows, so subtract it.", "坂を上っています。傾きはコストが増える向きなので、引いてください。"),
		lessons.Wrong(stepped(func(s *slopes) { s.dw, s.db = s.m*s.dw, s.m*s.db }),
			"The slopes lack the factor $1/m$: they are means over the examples.", "傾きに $1/m$ がかかっていません。例についての平均です。"),
		lessons.Wrong(stepped(func(s *slopes) { s.alpha = 1 }),
			"The learning rate is forgotten: multiply the slopes by alpha.", "学習率を忘れています。傾きに alpha をかけてください。"),
		lessons.Wrong(stepped(func(s *slopes) { s.db = 0 }),
			"$b$ stays as it was: it takes a step, too.", "$b$ が変わっていません。$b$ も一歩進めます。"),
		lessons.Wrong(stepped(func(s *slopes) { s.dw = 0 }),
			"$w$ stays as it was: it takes a step, too.", "$w$ が変わっていません。$w$ も一歩進めます。"),
		lessons.Wrong(stepped(func(s *slopes) { s.dw = s.db }),
			"$dw$ lacks its $x$: when $w$ grows by 1, $z = wx + b$ grows by $x$.", "$dw$ に $x$ がかかっていません。$w$ が 1 増えると、$z = wx + b$ は $x$ だけ増えます。"),
		lessons.Wrong(stepped(func(s *slopes) { s.w, s.b = 0, 0 }),
			"These are the steps themselves, $−α dw$ and $−α db$. Add them to $w$ and $b$.", "一歩の大きさ $−α dw$ と $−α db$ だけになっています。もとの $w$ と $b$ に加えてください。"),
		lessons.Wrong(erring(func(z, y float64) float64 { return z - y }),
			"The error is taken of $z = wx + b$. The answer is $a = σ(z)$: `lossSlope(w*x + b, y)` gives $a − y$.", "誤差を $z = wx + b$ で計算しています。答えは $a = σ(z)$ です。`lossSlope(w*x + b, y)` が $a − y$ を求めます。"),
		lessons.Wrong(erring(func(z, y float64) float64 { a := sigmoid(z); return (a - y) * a * (1 - a) }),
			"$a(1 − a)$, the slope of the sigmoid, is one factor too many: in $a − y$ it has been cancelled already.", "シグモイド関数の傾き $a(1 − a)$ が余分にかかっています。$a − y$ では、もう打ち消されています。"),
		lessons.Wrong(func(w, b float64, X, Y []float64, alpha float64) (float64, float64) {
			w2, _ := gradientStep(w, b, X, Y, alpha)
			_, b2 := gradientStep(w2, b, X, Y, alpha)
			return w2, b2
		},
			"$b$ takes its step with the new $w$ already. Find both slopes first, then move both.", "$b$ を進めるときに、もう新しい $w$ を使っています。先に両方の傾きを求めてから、両方を進めてください。"),
	},
	Hints: []words.Text{
		words.T("For each example, `lossSlope(w*x + b, y)` says how its loss changes with $z$. Through the chain rule it reaches $w$ (times $x$) and $b$ (times 1).", "それぞれの例で、`lossSlope(w*x + b, y)` は $z$ を変えたときの損失の変わり方です。連鎖律で、$w$ には $x$ をかけて、$b$ には 1 をかけて届きます。"),
		words.T("$dw = (1/m) Σ (aᵢ − yᵢ) xᵢ$, $db = (1/m) Σ (aᵢ − yᵢ)$; then $w − α dw$ and $b − α db$.", "$dw = (1/m) Σ (aᵢ − yᵢ) xᵢ$、$db = (1/m) Σ (aᵢ − yᵢ)$ です。そのあと $w − α dw$ と $b − α db$ にします。"),
		words.T("`for i, x := range X { dz := lossSlope(w*x+b, Y[i]); dw += dz * x; db += dz }`; then `w -= alpha * dw / m`, and $b$ likewise.", "`for i, x := range X { dz := lossSlope(w*x+b, Y[i]); dw += dz * x; db += dz }` のあと、`w -= alpha * dw / m` とし、$b$ も同じようにします。"),
	},
}

// gradientStep returns w and b after one step of gradient descent with learning rate alpha,
// on the numbers X with the right answers Y.
// ja: gradientStep は、数 X と正しい答え Y について、学習率 alpha の勾配降下法を一歩進めた w と b を返します。
func gradientStep(w, b float64, X, Y []float64, alpha float64) (float64, float64) {
	m := float64(len(X))
	dw, db := 0.0, 0.0
	//: _, _, _ = m, dw, db
	// BLANK
	for i, x := range X {
		dz := lossSlope(w*x+b, Y[i])
		dw += dz * x / m
		db += dz / m
	}
	w -= alpha * dw
	b -= alpha * db
	// END
	return w, b
}

// slopes is what a step is made of, for the mistakes to spoil.
type slopes struct {
	w, b, dw, db, m, alpha float64
}

// stepped is gradientStep with a wrong step.
func stepped(spoil func(s *slopes)) descending {
	return func(w, b float64, X, Y []float64, alpha float64) (float64, float64) {
		w1, b1 := gradientStep(w, b, X, Y, 1)
		s := slopes{w: w, b: b, dw: w - w1, db: b - b1, m: float64(len(X)), alpha: alpha}
		spoil(&s)
		return s.w - s.alpha*s.dw, s.b - s.alpha*s.db
	}
}

// erring is gradientStep with another error of an example than a − y.
func erring(slope func(z, y float64) float64) descending {
	return func(w, b float64, X, Y []float64, alpha float64) (float64, float64) {
		dw, db, m := 0.0, 0.0, float64(len(X))
		for i, x := range X {
			dz := slope(w*x+b, Y[i])
			dw, db = dw+dz*x/m, db+dz/m
		}
		return w - alpha*dw, b - alpha*db
	}
}
