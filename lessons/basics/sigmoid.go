package basics

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type elementwise = func(x nn.Matrix) nn.Matrix

// Sigmoid is the exercise of using a function on every entry of a matrix.
var Sigmoid = &lessons.Exercise[elementwise]{
	ID:    "basics/sigmoid",
	Title: words.T("The sigmoid of a matrix", "行列のシグモイド関数"),
	Prompt: words.T("Use your basicSigmoid on every entry of the matrix x, without writing a loop.",
		"行列 x のすべての成分に、先ほどの basicSigmoid を使ってください。ループは書きません。"),
	Points: 10,

	Formula:   "s = 1 / (1 + e⁻ˣ)",
	Reference: sigmoid,
	Week:      week,
	Published: lessons.Figure{Key: "basics/sigmoid", Inputs: []string{"x"}, Outputs: []string{"s"}},

	Cases: []lessons.Case{
		{Args: []any{nn.Row(1, 2, 3)}, Want: []any{nn.Row(0.7310585786300049, 0.8807970779778824, 0.9525741268224333)}},
		{Args: []any{nn.Rows([][]float64{{-1, 0, 3}, {0.5, -4, 1}})}},
	},
	Random: func(d *lessons.Draw) []any {
		return []any{d.Between(d.Size(2, 5), d.Size(2, 6), -4, 4)}
	},

	Mistakes: []lessons.Mistake[elementwise]{
		lessons.Wrong(each(func(x float64) float64 { return 1 / (1 + math.Exp(x)) }),
			"The sign of the exponent is the wrong way round: e⁻ˣ, not eˣ.",
			"指数の符号が逆です。eˣ ではなく e⁻ˣ です。"),
		lessons.Wrong(each(func(x float64) float64 { return 1 / math.Exp(-x) }),
			"The 1 + in the denominator is missing: 1 / (1 + e⁻ˣ).",
			"分母の「1 +」が抜けています。1 / (1 + e⁻ˣ) です。"),
		lessons.Wrong(each(func(x float64) float64 { return 1 + math.Exp(-x) }),
			"This is 1 + e⁻ˣ; 1 is still to be divided by it.",
			"1 + e⁻ˣ になっています。1 をこれで割ってください。"),
		lessons.Wrong(each(func(x float64) float64 { return math.Exp(-x) }),
			"This is e⁻ˣ of every entry; the sigmoid is 1 / (1 + e⁻ˣ).",
			"すべての成分が e⁻ˣ になっています。シグモイド関数は 1 / (1 + e⁻ˣ) です。"),
		lessons.Wrong(each(math.Tanh),
			"That is tanh, which runs from −1 to 1. The sigmoid runs from 0 to 1.",
			"これは −1 から 1 の値をとる tanh です。シグモイド関数は 0 から 1 の値をとります。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return sigmoid(x).T() },
			"The result is transposed; every entry should stay in its place.",
			"結果が転置されています。どの成分も、もとの場所に置いてください。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return nn.Row(basicSigmoid(x.At(0, 0))) },
			"Only the first entry is there: x.Apply(f) uses f on every entry.",
			"最初の成分しかありません。x.Apply(f) は、すべての成分に f を使います。"),
		lessons.Wrong(func(x nn.Matrix) nn.Matrix { return nn.Row(basicSigmoid(x.Sum())) },
			"The entries are summed first. Take the sigmoid of each one separately.",
			"先に成分を足し合わせています。シグモイド関数は、成分ごとに計算してください。"),
	},
	Hints: []words.Text{
		words.T("You have written the function already, for one number. A matrix holds many numbers, and each of them gets the same treatment.",
			"1 つの数についての関数は、もう書いてあります。行列は数の集まりなので、その一つ一つに同じ計算をすればよいのです。"),
		words.T("x.Apply(f) returns a new matrix of the same shape: f of every entry. In Go a function can be passed like any other value, by its name.",
			"x.Apply(f) は、すべての成分に f を使った、同じ形の新しい行列を返します。Go では、関数もほかの値と同じように、名前を書いて渡せます。"),
		words.T("s = x.Apply(…), with the name of your function for the …, and no parentheses after it.",
			"s = x.Apply(…) の … に、あなたの関数の名前を書きます。名前の後ろに括弧はつけません。"),
	},
	Avoid: []string{"Sigmoid"},
}

// sigmoid returns the sigmoid of every entry of x, in a matrix of x's shape.
// ja: sigmoid は、x のすべての成分のシグモイド関数の値を、x と同じ形の行列で返します。
func sigmoid(x nn.Matrix) (s nn.Matrix) {
	// BLANK
	// en: s = 1 / (1 + e⁻ˣ), entry by entry
	// ja: s = 1 / (1 + e⁻ˣ)、成分ごとに
	s = x.Apply(basicSigmoid)
	// END
	return s
}

// each makes a function of a matrix out of a function of a number.
func each(f scalar) elementwise {
	return func(x nn.Matrix) nn.Matrix { return x.Apply(f) }
}
