package week1

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type stepping = func(x, h float64) float64

// Slope is the exercise of a derivative by a small step.
var Slope = &lessons.Exercise[stepping]{
	ID:    "week1/slope",
	Title: words.T("A slope by a small step", "小さな一歩で傾きを求める"),
	Prompt: words.T("How steep is $f(x) = x^2$ at $x$? Take a step $h$ to the right, and divide the growth of $f$ by $h$.",
		"$f(x) = x^2$ の、$x$ での傾きを求めましょう。右へ $h$ だけ進み、$f$ が増えた量を $h$ で割ってください。"),
	Points: 10,

	Formula:   "f′(x) ≈ ((x + h)² − x²) / h",
	Reference: slope,
	Week:      week,

	Cases:  []lessons.Case{{Args: []any{3.0, 0.5}}, {Args: []any{-2.0, 0.25}}},
	Random: func(d *lessons.Draw) []any { return []any{d.Uniform(1.5, 5), d.Uniform(0.05, 0.6)} },

	Mistakes: []lessons.Mistake[stepping]{
		lessons.Wrong(func(x, h float64) float64 { return (x+h)*(x+h) - x*x },
			"That is how much $f$ grows. A slope is growth per unit of distance: divide by $h$.",
			"$f$ が増えた量のままです。傾きは「進んだ距離あたりの増え方」なので、$h$ で割ってください。"),
		lessons.Wrong(func(x, h float64) float64 { return (x*x - (x+h)*(x+h)) / h },
			"The sign is the wrong way round: the value after the step comes first, $f(x + h) − f(x)$.",
			"符号が逆です。進んだあとの値が先で、$f(x + h) − f(x)$ です。"),
		lessons.Wrong(func(x, h float64) float64 { return (x*x + h*h - x*x) / h },
			"$(x + h)²$ is not $x² + h²$: first add, then square, `(x + h) * (x + h)`.",
			"$(x + h)²$ は $x² + h²$ ではありません。足してから 2 乗します。`(x + h) * (x + h)` です。"),
		lessons.Wrong(func(x, h float64) float64 { return ((x+h)*(x+h) - x*x) / x },
			"You divide by $x$, but the length of the step is $h$.", "$x$ で割っています。進んだ距離は $h$ です。"),
		lessons.Wrong(func(x, h float64) float64 { return ((x+h)*(x+h) - x*x) / (2 * h) },
			"You divide by $2h$, but from $x$ to $x + h$ it is only $h$.", "$2h$ で割っています。$x$ から $x + h$ までの距離は $h$ です。"),
		lessons.Wrong(func(x, h float64) float64 { return (x+h)*(x+h) - x*x/h },
			"Only $x²$ is divided by $h$: put the difference in parentheses, $(… − …) / h$.",
			"$x²$ だけが $h$ で割られています。差全体をかっこに入れて、$(… − …) / h$ としてください。"),
		lessons.Wrong(func(x, _ float64) float64 { return 2 * x },
			"This is $2x$, what is left when $h$ becomes smaller and smaller. You are ahead of the story: here the step goes from $x$ to $x + h$.",
			"$2x$ になっています。これは、$h$ をどんどん小さくしたときの答えです。少し先回りしていますね。ここでは、$x$ から $x + h$ まで進んだときの傾きを求めます。"),
		lessons.Wrong(func(x, h float64) float64 { return (x*x - (x-h)*(x-h)) / h },
			"You step to the left, from $x − h$ to $x$. The step goes to the right: $f(x + h) − f(x)$.",
			"$x − h$ から $x$ までの、左側の傾きになっています。右へ進んでください。$f(x + h) − f(x)$ です。"),
		lessons.Wrong(func(x, h float64) float64 { return ((x+h)*2 - x*2) / h },
			"That is twice the number, not its square: $x²$ is `x * x`.", "2 乗ではなく 2 倍になっています。$x²$ は `x * x` と書きます。"),
	},
	Hints: []words.Text{
		words.T("A road is steep when it climbs a lot over a short distance. Climb divided by distance: that is a slope.", "短い距離でたくさん登る道は急です。登った高さ ÷ 進んだ距離が、傾きです。"),
		words.T("The climb is $f(x + h) − f(x) = (x + h)² − x²$, the distance is $h$.", "登った高さは $f(x + h) − f(x) = (x + h)² − x²$、進んだ距離は $h$ です。"),
		words.T("`return ((x+h)*(x+h) - …) / …` . Go has no sign for squares: multiply.", "`return ((x+h)*(x+h) - …) / …` と書きます。Go に 2 乗の記号はないので、かけ算で書きます。"),
	},
}

// slope returns how steep f(x) = x² is between x and x + h.
// ja: slope は、x と x + h の間での f(x) = x² の傾きを返します。
func slope(x, h float64) (s float64) {
	// BLANK
	// slope = ((x + h)² − x²) / h
	s = ((x+h)*(x+h) - x*x) / h
	// END
	return s
}
