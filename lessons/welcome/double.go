package welcome

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type doubling = func(x float64) float64

// Double is an exercise to try check, hint and solution on.
var Double = &lessons.Exercise[doubling]{
	ID:    "welcome/double",
	Title: words.T("Twice as much", "2 倍にする"),
	Prompt: words.T("Return twice the number $x$. First run the check as it is, then with a mistake, then right.",
		"数 $x$ の 2 倍を返してください。まずこのままチェックを実行し、次にわざと間違え、それから正しく書いてみましょう。"),
	Points: 10,

	Formula:   "y = 2x",
	Reference: double,
	Week:      week,

	Cases: []lessons.Case{{Args: []any{3.0}}, {Args: []any{-0.5}}},
	Random: func(d *lessons.Draw) []any {
		return []any{d.Uniform(3, 9)}
	},

	Mistakes: []lessons.Mistake[doubling]{
		lessons.Wrong(func(x float64) float64 { return x },
			"This is $x$ itself: multiply it by 2.", "$x$ がそのまま返っています。2 をかけてください。"),
		lessons.Wrong(func(x float64) float64 { return x * x },
			"This is $x$ times $x$, the square of $x$. Twice $x$ is 2 times $x$.", "$x$ かける $x$、つまり $x$ の 2 乗になっています。$x$ の 2 倍は、2 かける $x$ です。"),
		lessons.Wrong(func(x float64) float64 { return x + 2 },
			"This is $x$ plus 2. Twice $x$ is 2 times $x$: in Go, times is written *.", "$x$ に 2 を足しています。$x$ の 2 倍は 2 かける $x$ で、Go では「かける」を * と書きます。"),
		lessons.Wrong(func(x float64) float64 { return x / 2 },
			"This is half of $x$: / divides, * multiplies.", "$x$ の半分になっています。/ は割り算、* がかけ算です。"),
		lessons.Wrong(func(x float64) float64 { return -2 * x },
			"The size is right, but the sign is the wrong way round.", "大きさは合っていますが、符号が逆です。"),
	},
	Hints: []words.Text{
		words.T("The first hint gives the idea: here, twice as much as $x$.", "最初のヒントは、考え方です。ここでは、$x$ の 2 倍を求めます。"),
		words.T("The second one gives the formula: $y = 2x$. In Go, the sign for times cannot be left out: `2 * x`.", "2 つ目のヒントは、式です。$y = 2x$ です。Go では、かけ算の記号を省けないので `2 * x` と書きます。"),
		words.T("The last one is nearly the code: `y = 2 * …`", "最後のヒントは、ほとんどコードです。`y = 2 * …` です。"),
	},
}

// double returns twice x.
// ja: double は x の 2 倍を返します。
func double(x float64) (y float64) {
	// BLANK
	// y = 2x
	y = 2 * x
	// END
	return y
}
