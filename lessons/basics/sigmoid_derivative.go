package basics

import (
	"nekonote/lessons"
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
	"nekonote/nn/words"
)

type elementwise = func(x nn.Matrix) nn.Matrix

// SigmoidDerivative is the exercise of the sigmoid's slope.
var SigmoidDerivative = &lessons.Exercise[elementwise]{
	ID:    "basics/sigmoidDerivative",
	Title: words.T("The slope of the sigmoid", "シグモイド関数の傾き"),
	Prompt: words.T("Compute the slope of the sigmoid at every entry of $x$. `x.Sigmoid()` is the sigmoid of each of them.",
		"$x$ のすべての成分で、シグモイド関数の傾きを求めてください。シグモイド関数の値は `x.Sigmoid()` です。"),
	Points: 20,

	Formula:   "s = σ(x)\nds = s ∗ (1 − s)",
	Reference: sigmoidDerivative,
	Week:      week,
	Published: lessons.Figure{Key: "basics/sigmoid_derivative", Inputs: []string{"x"}, Outputs: []string{"ds"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Row(1, 2, 3)}, Want: []any{nn.Row(0.19661193324148185, 0.10499358540350652, 0.04517665973091213)}},
		{Args: []any{nn.Rows([][]float64{{-1, 0, 3}, {0.5, -4, 1}})}},
		{Args: []any{nn.Rows([][]float64{{40, -40, 1}, {-7, 0.25, 13}})}},
	},
	Random: func(d *lessons.Draw) []any {
		return []any{d.Between(d.Dim(2, 5), d.Dim(6, 8), -4, 4)}
	},

	Avoid: []string{"Slope", "Backward"},
	Mistakes: []lessons.Mistake[elementwise]{
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return x.Mul(formulas.OneMinus(x)) },
			"This is $x (1 − x)$. The slope is $s (1 − s)$, where $s$ is the sigmoid of $x$.",
			"$x (1 − x)$ になっています。傾きは $s (1 − s)$ で、$s$ は $x$ のシグモイド関数の値です。"),
		lessons.Wrong(nn.Matrix.Sigmoid,
			"This is the sigmoid $s$ itself; its slope is $s (1 − s)$.",
			"これはシグモイド関数の値 $s$ そのものです。傾きは $s (1 − s)$ です。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return formulas.OneMinus(x.Sigmoid()) },
			"This is $1 − s$ alone; multiply it by $s$, entry by entry.",
			"$1 − s$ だけになっています。成分ごとに $s$ をかけてください。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { s := x.Sigmoid(); return s.Mul(s.AddScalar(1)) },
			"This is $s (1 + s)$; the sign in the parentheses is a minus.",
			"$s (1 + s)$ になっています。かっこの中はマイナスです。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { s := x.Sigmoid(); return s.Mul(s.AddScalar(-1)) },
			"This is $s (s − 1)$, with the wrong sign: the sigmoid rises everywhere, so its slope is positive.",
			"$s (s − 1)$ になっていて、符号が逆です。シグモイド関数はどこでも上がっているので、傾きは正です。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { s := x.Sigmoid(); return formulas.OneMinus(s.Mul(s)) },
			"This is $1 − s²$, the slope of tanh. That of the sigmoid is $s (1 − s)$.",
			"$1 − s²$ になっています。これは tanh の傾きです。シグモイド関数の傾きは $s (1 − s)$ です。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { s := x.Sigmoid().Sigmoid(); return s.Mul(formulas.OneMinus(s)) },
			"The sigmoid is taken twice: $s$ is $σ(x)$, not $σ(σ(x))$.",
			"シグモイド関数を 2 回使っています。$s$ は $σ(σ(x))$ ではなく $σ(x)$ です。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { s := x.Sigmoid(); return s.Dot(formulas.OneMinus(s)) },
			"Dot is the product of matrices, and these shapes do not fit. Entry by entry is Mul.",
			"Dot は行列の積なので、この形では計算できません。成分ごとの積は Mul です。"),
	},
	Hints: []words.Text{
		words.T("The slope says how fast the curve rises. The sigmoid is steepest in the middle, at $x = 0$, where the slope is ¼, and almost flat far out on both sides.",
			"傾きは、曲線がどれくらい速く上がるかを表します。シグモイド関数は真ん中の $x = 0$ でいちばん急で、傾きは ¼ です。両端ではほとんど平らです。"),
		words.T("$s = σ(x)$, then $ds = s (1 − s)$, entry by entry: Mul. For $1 − s$ write `s.Scale(-1).AddScalar(1)`.",
			"$s = σ(x)$ を求めてから、$ds = s (1 − s)$ を成分ごと（Mul）に計算します。$1 − s$ は `s.Scale(-1).AddScalar(1)` と書きます。"),
		words.T("`s := x.Sigmoid()`; `ds = s.Mul(…)`",
			"`s := x.Sigmoid()`、`ds = s.Mul(…)` と書きます。"),
	},

	Cost:   func(a []any) float64 { return a[0].(nn.Matrix).Sigmoid().Sum() },
	Slopes: map[string]string{"ds": "x"},
}

// sigmoidDerivative returns the slope of the sigmoid at every entry of x, in a matrix of x's shape.
// ja: sigmoidDerivative は、x のすべての成分でのシグモイド関数の傾きを、x と同じ形の行列で返します。
func sigmoidDerivative(x nn.Matrix) (ds nn.Matrix) {
	// BLANK
	// s = σ(x)
	s := x.Sigmoid()

	// ds = s (1 − s)
	ds = s.Mul(s.Scale(-1).AddScalar(1))
	// END
	return ds
}
