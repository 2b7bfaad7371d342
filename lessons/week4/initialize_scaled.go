package week4

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// InitializeScaled is the exercise of a start that deep networks can learn from.
var InitializeScaled = &lessons.Exercise[deepInitialization]{
	ID:    "week4/initializeScaled",
	Title: words.T("A start that fits the layer", "層に合わせた初期化"),
	Prompt: words.T("Make all layers of a network as before, but divide the random weights of each layer by the square root of the number of its inputs, instead of multiplying them by 0.01.",
		"これまでと同じように、ネットワークのすべての層を作ってください。ただし、乱数の重みには 0.01 をかけるかわりに、その層への入力の数の平方根で割ります。"),
	Points: 15,

	Formula:   "W_l = randn(n_l, n_(l−1)) / √n_(l−1),  b_l = 0 (n_l×1),   l = 1, …, L",
	Reference: initializeScaled,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{[]int{4, 3, 1}}},
		{Args: []any{[]int{9, 5, 2, 1}}},
	},
	Random: func(d *lessons.Draw) []any {
		sizes := []int{d.Dim(5, 9)}
		for range d.Size(1, 3) {
			sizes = append(sizes, d.Dim(2, 6))
		}
		return []any{append(sizes, 1)}
	},

	Mistakes: []lessons.Mistake[deepInitialization]{
		lessons.Wrong(scaled(func(W nn.Matrix, _, _ float64) nn.Matrix { return W.Scale(0.01) }),
			"The weights are still multiplied by 0.01. Here each layer has its own factor: $1/√n_(l−1)$.",
			"重みにまだ 0.01 がかかっています。ここでは、層ごとに $1/√n_(l−1)$ をかけます。"),
		lessons.Wrong(scaled(func(W nn.Matrix, _, _ float64) nn.Matrix { return W }),
			"The weights are not scaled: divide them by $√n_(l−1)$.",
			"重みの大きさが調整されていません。$√n_(l−1)$ で割ってください。"),
		lessons.Wrong(scaled(func(W nn.Matrix, _, nPrev float64) nn.Matrix { return W.Scale(1 / nPrev) }),
			"The weights are divided by $n_(l−1)$. Divide by its square root: math.Sqrt.",
			"重みを $n_(l−1)$ で割っています。その平方根で割ってください。math.Sqrt です。"),
		lessons.Wrong(scaled(func(W nn.Matrix, n, _ float64) nn.Matrix { return W.Scale(1 / math.Sqrt(n)) }),
			"The weights are divided by the root of the layer's own number of units, $n_l$. What counts is how many inputs are added up: $n_(l−1)$.",
			"その層のユニットの数 $n_l$ の平方根で割っています。大切なのは、足し合わせる入力の数 $n_(l−1)$ です。"),
		lessons.Wrong(scaled(func(W nn.Matrix, _, nPrev float64) nn.Matrix { return W.Scale(math.Sqrt(nPrev)) }),
			"The weights are multiplied by $√n_(l−1)$; divide by it.",
			"重みに $√n_(l−1)$ をかけています。割ってください。"),
		lessons.Wrong(scaled(func(W nn.Matrix, _, nPrev float64) nn.Matrix { return W.Scale(math.Sqrt(2 / nPrev)) }),
			"$√(2/n_(l−1))$ is a good start too, named after He. Here we use the start of the online course, which has 1 in place of 2.",
			"$√(2/n_(l−1))$ もよい初期化で、He の初期化と呼ばれます。ここでは、2 のところが 1 の、オンライン講座の式を使ってください。"),
		lessons.Wrong(func(sizes []int) []Layer {
			return changed(initializeScaled(sizes), func(l int, p Layer) Layer {
				return Layer{W: nn.Zeros(sizes[l+1], sizes[l]), B: p.B}
			})
		},
			"The weights are all zero: draw them with nn.Randn.", "重みがすべてゼロです。nn.Randn で乱数にしてください。"),
		lessons.Wrong(func(sizes []int) []Layer {
			return changed(initializeScaled(sizes), func(l int, p Layer) Layer {
				return Layer{W: p.W, B: p.B.Add(nn.Randn(sizes[l+1], 1))}
			})
		},
			"The biases are random; they should be zero.", "バイアスが乱数になっています。ゼロにしてください。"),
	},
	Hints: []words.Text{
		words.T("A sum of $n$ random numbers is about $√n$ times as large as one of them. Dividing the weights by $√n$ makes up for that: the sums of every layer begin with about the same size, however many inputs it has.",
			"$n$ 個の乱数の和は、1 個のおよそ $√n$ 倍の大きさになります。重みを $√n$ で割れば、ちょうど打ち消されます。入力が何個あっても、どの層の和も同じくらいの大きさから始まります。"),
		words.T("$W_l = randn(n_l, n_(l−1)) / √n_(l−1)$: all is as in `initializeParametersDeep`, except for the factor. math.Sqrt takes a `float64`: `float64(sizes[l-1])`.",
			"$W_l = randn(n_l, n_(l−1)) / √n_(l−1)$ です。`initializeParametersDeep` と違うのは、かける数だけです。math.Sqrt には `float64` を渡すので、`float64(sizes[l-1])` とします。"),
		words.T("`W := nn.Randn(sizes[l], sizes[l-1]).Scale(1 / math.Sqrt(…))`; `b := nn.Zeros(…, 1)`; `params = append(params, week4.Layer{W: W, B: b})`.",
			"`W := nn.Randn(sizes[l], sizes[l-1]).Scale(1 / math.Sqrt(…))`、`b := nn.Zeros(…, 1)`、`params = append(params, week4.Layer{W: W, B: b})` と書きます。"),
	},
	Avoid: []string{"Blocks"},
}

// initializeScaled returns the layers of a new network, with weights of a size that fits each layer.
// ja: initializeScaled は、新しいネットワークのすべての層を返します。重みの大きさは層に合わせます。
func initializeScaled(sizes []int) []Layer {
	// en: the same random numbers each time, those of the online course
	// ja: いつも同じ、オンライン講座と同じ乱数を使います
	nn.Seed(1)
	var params []Layer
	for l := 1; l < len(sizes); l++ {
		// BLANK
		// W_l = randn(n_l, n_(l−1)) / √n_(l−1)
		// b_l = 0 (n_l×1)
		W := nn.Randn(sizes[l], sizes[l-1]).Div(nn.Row(math.Sqrt(float64(sizes[l-1]))))
		b := nn.Zeros(sizes[l], 1)
		params = append(params, Layer{W: W, B: b})
		// END
	}
	return params
}

// scaled is initializeScaled with another factor.
func scaled(scale func(W nn.Matrix, n, nPrev float64) nn.Matrix) deepInitialization {
	return func(sizes []int) []Layer {
		nn.Seed(1)
		var params []Layer
		for l := 1; l < len(sizes); l++ {
			W := scale(nn.Randn(sizes[l], sizes[l-1]), float64(sizes[l]), float64(sizes[l-1]))
			params = append(params, Layer{W: W, B: nn.Zeros(sizes[l], 1)})
		}
		return params
	}
}
