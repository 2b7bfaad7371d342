package week3

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type initialization = func(nx, nh, ny int) Params

// InitializeParameters is the exercise of the start: small random weights.
var InitializeParameters = &lessons.Exercise[initialization]{
	ID:    "week3/initializeParameters",
	Title: words.T("A random start", "乱数から始める"),
	Prompt: words.T("Draw the weights $W^{[1]}$ and $W^{[2]}$ as small random numbers, $W^{[1]}$ first, and set the biases $b^{[1]}$ and $b^{[2]}$ to zero.",
		"重み $W^{[1]}$ と $W^{[2]}$ を小さな乱数にし（$W^{[1]}$ が先です）、バイアス $b^{[1]}$ と $b^{[2]}$ をゼロにしてください。"),
	Points: 10,

	Formula:   "W1 = 0.01 · randn(n_h, n_x),  b1 = 0 (n_h×1)\nW2 = 0.01 · randn(n_y, n_h),  b2 = 0 (n_y×1)",
	Reference: initializeParameters,
	Week:      week,
	Published: lessons.Figure{Key: "week3/initialize_parameters", Inputs: []string{"n_x", "n_h", "n_y"}, Outputs: []string{"W1 b1 W2 b2"}},

	Cases: []lessons.Case{
		{
			Args: []any{2, 4, 1},
			Want: []any{Params{
				W1: nn.Rows([][]float64{
					{-0.004167578474054706, -0.0005626682722632948}, {-0.02136196095668454, 0.016402708084049887},
					{-0.017934355851948632, -0.00841747365656204}, {0.005028814171580428, -0.012452880866072316},
				}),
				B1: nn.Zeros(4, 1),
				W2: nn.Row(-0.010579522188623389, -0.009090076149268494, 0.005514540445464244, 0.022922080128149575),
				B2: nn.Zeros(1, 1),
			}},
		},
		{Args: []any{3, 5, 2}},
	},
	Random: func(d *lessons.Draw) []any { return []any{d.Dim(2, 6), d.Dim(7, 9), d.Dim(2, 4)} },

	Mistakes: []lessons.Mistake[initialization]{
		lessons.Wrong(started(func(n, nPrev int) (W, b nn.Matrix) { return nn.Randn(n, nPrev), nn.Zeros(n, 1) }),
			"The weights lack the factor 0.01. Large weights push tanh to where it is flat, and learning begins slowly.",
			"重みに 0.01 がかかっていません。重みが大きいと tanh の平らなところから始まり、なかなか学習が進みません。"),
		lessons.Wrong(started(func(n, nPrev int) (W, b nn.Matrix) { return nn.Zeros(n, nPrev), nn.Zeros(n, 1) }),
			"The weights are all zero. Then all hidden units stay equal for ever; the next notebook shows it. Draw them with nn.Randn.",
			"重みがすべてゼロです。これでは、隠れユニットがいつまでもみな同じままです（次のノートブックで確かめます）。nn.Randn で乱数にしてください。"),
		lessons.Wrong(started(func(n, nPrev int) (W, b nn.Matrix) { return nn.Rand(n, nPrev).Scale(0.01), nn.Zeros(n, 1) }),
			"nn.Rand draws numbers between 0 and 1. The weights should be both positive and negative: use nn.Randn.",
			"nn.Rand は 0 から 1 までの数を返します。正の重みも負の重みも必要なので、nn.Randn を使ってください。"),
		lessons.Wrong(started(func(n, nPrev int) (W, b nn.Matrix) { return nn.Randn(nPrev, n).Scale(0.01), nn.Zeros(n, 1) }),
			"$W1$ and $W2$ lie on their side: $W$ has one row for each unit of its layer, and one column for each unit of the layer before.",
			"$W1$ と $W2$ の行と列が逆です。$W$ の行はその層のユニット、列は前の層のユニットに対応します。"),
		lessons.Wrong(started(func(n, nPrev int) (W, b nn.Matrix) { return nn.Randn(n, nPrev).Scale(0.01), nn.Zeros(1, n) }),
			"$b1$ and $b2$ are rows; they should be columns with one row for each unit: $n×1$.",
			"$b1$ と $b2$ が行ベクトルになっています。ユニットごとに 1 行の列ベクトル（$n×1$）にしてください。"),
		lessons.Wrong(started(func(n, nPrev int) (W, b nn.Matrix) {
			return nn.Randn(n, nPrev).Scale(0.01), nn.Randn(n, 1).Scale(0.01)
		}),
			"The biases are random; they may all be zero, since the weights make the units differ already.",
			"バイアスが乱数になっています。ユニットの違いは重みだけで生まれるので、バイアスはゼロでかまいません。"),
		lessons.Wrong(func(nx, nh, ny int) Params {
			nn.Seed(2)
			return Params{nn.Zeros(nh, nx), nn.Zeros(nh, 1), nn.Randn(ny, nh).Scale(0.01), nn.Zeros(ny, 1)}
		},
			"$W1$ is all zero. Then all hidden units compute the same, and stay equal for ever: draw $W1$ with `nn.Randn`, too.",
			"$W1$ がすべてゼロです。これでは、隠れユニットがみな同じ計算をし、いつまでも同じままです。$W1$ も `nn.Randn` で乱数にしてください。"),
		lessons.Wrong(func(nx, nh, ny int) Params {
			nn.Seed(2)
			return Params{nn.Randn(nh, nx).Scale(0.01), nn.Zeros(nh, 1), nn.Zeros(ny, nh), nn.Zeros(ny, 1)}
		},
			"$W2$ is all zero. Then no error finds its way back to the hidden layer at first: draw $W2$ with `nn.Randn`, too.",
			"$W2$ がすべてゼロです。これでは、はじめは誤差が隠れ層まで戻りません。$W2$ も `nn.Randn` で乱数にしてください。"),
		lessons.Wrong(func(nx, nh, ny int) Params {
			nn.Seed(2)
			W2 := nn.Randn(ny, nh).Scale(0.01)
			W1 := nn.Randn(nh, nx).Scale(0.01)
			return Params{W1, nn.Zeros(nh, 1), W2, nn.Zeros(ny, 1)}
		},
			"$W2$ is drawn before $W1$. The numbers come out of one stream, so draw $W1$ first.",
			"$W1$ より先に $W2$ を決めています。乱数は一つの列から順に出てくるので、$W1$ を先にしてください。"),
	},
	Hints: []words.Text{
		words.T("If all weights started equal, all hidden units would compute the same, get the same gradient, and stay the same. Random numbers make them differ; the factor 0.01 keeps them small.",
			"すべての重みが同じ値から始まると、隠れユニットはみな同じ計算をし、同じ勾配を受け取り、ずっと同じままです。乱数がその違いを作り、0.01 が値を小さく保ちます。"),
		words.T("$W1$ is $n_h×n_x$, $b1$ is $n_h×1$, $W2$ is $n_y×n_h$, $b2$ is $n_y×1$. `nn.Randn(rows, columns)` draws, `Scale(0.01)` makes small, `nn.Zeros(rows, columns)` makes zeros.",
			"$W1$ は $n_h×n_x$、$b1$ は $n_h×1$、$W2$ は $n_y×n_h$、$b2$ は $n_y×1$ です。`nn.Randn(行数, 列数)` で乱数を作り、`Scale(0.01)` で小さくします。ゼロは `nn.Zeros(行数, 列数)` です。"),
		words.T("`params.W1 = nn.Randn(nh, nx).Scale(0.01)`; `params.B1 = nn.Zeros(nh, 1)`; `params.W2 = nn.Randn(…, …).Scale(0.01)`; `params.B2 = nn.Zeros(…, 1)`.",
			"`params.W1 = nn.Randn(nh, nx).Scale(0.01)`、`params.B1 = nn.Zeros(nh, 1)`、`params.W2 = nn.Randn(…, …).Scale(0.01)`、`params.B2 = nn.Zeros(…, 1)` と書きます。"),
	},
}

// initializeParameters returns a new network with nx inputs, nh hidden units and ny outputs.
// ja: initializeParameters は、入力 nx 個、隠れユニット nh 個、出力 ny 個の
// ja: 新しいネットワークを返します。
func initializeParameters(nx, nh, ny int) (params Params) {
	// en: the same random numbers each time, those of the online course
	// ja: いつも同じ、オンライン講座と同じ乱数を使います
	nn.Seed(2)
	// BLANK
	// W1 = 0.01 · randn(n_h, n_x), b1 = 0 (n_h×1)
	params.W1 = nn.Randn(nh, nx).Scale(0.01)
	params.B1 = nn.Zeros(nh, 1)

	// W2 = 0.01 · randn(n_y, n_h), b2 = 0 (n_y×1)
	params.W2 = nn.Randn(ny, nh).Scale(0.01)
	params.B2 = nn.Zeros(ny, 1)
	// END
	return params
}

// started is initializeParameters with layers made in another way.
func started(layer func(n, nPrev int) (W, b nn.Matrix)) initialization {
	return func(nx, nh, ny int) (params Params) {
		nn.Seed(2)
		params.W1, params.B1 = layer(nh, nx)
		params.W2, params.B2 = layer(ny, nh)
		return params
	}
}
