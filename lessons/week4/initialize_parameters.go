package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type initialization = func(nx, nh, ny int) []Layer

// InitializeParameters is the exercise of the weights of two layers before the first step.
var InitializeParameters = &lessons.Exercise[initialization]{
	ID:    "week4/initializeParameters",
	Title: words.T("The start of two layers", "2 層のネットワークの初期化"),
	Prompt: words.T("Draw the weights $W^{[1]}$ and $W^{[2]}$ as small random numbers, $W^{[1]}$ first, and set the biases $b^{[1]}$ and $b^{[2]}$ to zero. There are $n_x$ inputs, $n_h$ hidden units and $n_y$ outputs.",
		"重み $W^{[1]}$ と $W^{[2]}$ を小さな乱数にし（$W^{[1]}$ が先です）、バイアス $b^{[1]}$ と $b^{[2]}$ をゼロにしてください。入力は $n_x$ 個、隠れユニットは $n_h$ 個、出力は $n_y$ 個です。"),
	Points: 15,

	Formula:   "W1 = 0.01 · randn(n_h, n_x),  b1 = 0 (n_h×1)\nW2 = 0.01 · randn(n_y, n_h),  b2 = 0 (n_y×1)",
	Reference: initializeParameters,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/initialize_parameters", Inputs: []string{"n_x", "n_h", "n_y"}, Outputs: []string{"W1 b1 W2 b2"}},

	Cases: []lessons.Case{
		{
			Args: []any{2, 2, 1},
			Want: []any{[]Layer{
				{
					W: nn.Rows([][]float64{{0.01624345363663242, -0.006117564136500754}, {-0.005281717522634557, -0.010729686221561705}}),
					B: nn.Zeros(2, 1),
				},
				{W: nn.Row(0.008654076293246785, -0.02301538696880283), B: nn.Zeros(1, 1)},
			}},
		},
		{Args: []any{3, 5, 2}},
	},
	Random: func(d *lessons.Draw) []any { return []any{d.Dim(2, 6), d.Dim(7, 9), d.Dim(2, 4)} },

	Mistakes: []lessons.Mistake[initialization]{
		lessons.Wrong(started(func(n, nPrev int) Layer { return Layer{nn.Randn(n, nPrev), nn.Zeros(n, 1)} }),
			"The weights lack the factor 0.01: large weights push the sigmoid to where it is flat, and learning begins slowly.",
			"重みに 0.01 がかかっていません。重みが大きいと、シグモイド関数の平らなところから始まり、なかなか学習が進みません。"),
		lessons.Wrong(started(func(n, nPrev int) Layer { return Layer{nn.Zeros(n, nPrev), nn.Zeros(n, 1)} }),
			"The weights are all zero. Then all units of the hidden layer stay equal for ever: draw them with nn.Randn.",
			"重みがすべてゼロです。これでは、隠れ層のユニットがいつまでも同じままです。nn.Randn で乱数にしてください。"),
		lessons.Wrong(started(func(n, nPrev int) Layer { return Layer{nn.Rand(n, nPrev).Scale(0.01), nn.Zeros(n, 1)} }),
			"nn.Rand draws numbers between 0 and 1. The weights should be both positive and negative: use nn.Randn.",
			"nn.Rand は 0 から 1 までの数を返します。正の重みも負の重みも必要なので、nn.Randn を使ってください。"),
		lessons.Wrong(started(func(n, nPrev int) Layer { return Layer{nn.Randn(nPrev, n).Scale(0.01), nn.Zeros(n, 1)} }),
			"$W1$ and $W2$ lie on their side: $W$ has one row for each unit of its layer, and one column for each unit of the layer before.",
			"$W1$ と $W2$ の行と列が逆です。$W$ の行はその層のユニット、列は前の層のユニットに対応します。"),
		lessons.Wrong(started(func(n, nPrev int) Layer { return Layer{nn.Randn(n, nPrev).Scale(0.01), nn.Zeros(1, n)} }),
			"$b1$ and $b2$ are rows; they should be columns with one row for each unit: $n×1$.",
			"$b1$ と $b2$ が行ベクトルになっています。ユニットごとに 1 行の列ベクトル（$n×1$）にしてください。"),
		lessons.Wrong(started(func(n, nPrev int) Layer { return Layer{nn.Randn(n, nPrev).Scale(0.01), nn.Randn(n, 1).Scale(0.01)} }),
			"The biases are random; they may all be zero, since the weights make the units differ already.",
			"バイアスが乱数になっています。ユニットの違いは重みだけで生まれるので、バイアスはゼロでかまいません。"),
		lessons.Wrong(func(nx, nh, ny int) []Layer {
			nn.Seed(1)
			return []Layer{{nn.Zeros(nh, nx), nn.Zeros(nh, 1)}, {nn.Randn(ny, nh).Scale(0.01), nn.Zeros(ny, 1)}}
		},
			"$W1$ is all zero. Then all units of the hidden layer compute the same, and stay equal for ever: draw $W1$ with `nn.Randn`, too.",
			"$W1$ がすべてゼロです。これでは、隠れ層のユニットがみな同じ計算をし、いつまでも同じままです。$W1$ も `nn.Randn` で乱数にしてください。"),
		lessons.Wrong(func(nx, nh, ny int) []Layer {
			nn.Seed(1)
			return []Layer{{nn.Randn(nh, nx).Scale(0.01), nn.Zeros(nh, 1)}, {nn.Zeros(ny, nh), nn.Zeros(ny, 1)}}
		},
			"$W2$ is all zero. Then no error finds its way back to the hidden layer at first: draw $W2$ with `nn.Randn`, too.",
			"$W2$ がすべてゼロです。これでは、はじめは誤差が隠れ層まで戻りません。$W2$ も `nn.Randn` で乱数にしてください。"),
		lessons.Wrong(func(nx, nh, ny int) []Layer {
			nn.Seed(1)
			W2 := nn.Randn(ny, nh).Scale(0.01)
			W1 := nn.Randn(nh, nx).Scale(0.01)
			return []Layer{{W1, nn.Zeros(nh, 1)}, {W2, nn.Zeros(ny, 1)}}
		},
			"$W2$ is drawn before $W1$. The numbers come out of one stream, so draw $W1$ first.",
			"$W1$ より先に $W2$ を決めています。乱数は一つの列から順に出てくるので、$W1$ を先にしてください。"),
	},
	Hints: []words.Text{
		words.T("If all weights started equal, all hidden units would compute the same, get the same gradient, and stay the same. Random numbers make them differ; the factor 0.01 keeps them small.",
			"すべての重みが同じ値から始まると、隠れユニットはみな同じ計算をし、同じ勾配を受け取り、ずっと同じままです。乱数がその違いを作り、0.01 が値を小さく保ちます。"),
		words.T("$W1$ is $n_h×n_x$, $b1$ is $n_h×1$, $W2$ is $n_y×n_h$, $b2$ is $n_y×1$. `nn.Randn(rows, columns)` draws, `Scale(0.01)` makes small, `nn.Zeros(rows, columns)` makes zeros.",
			"$W1$ は $n_h×n_x$、$b1$ は $n_h×1$、$W2$ は $n_y×n_h$、$b2$ は $n_y×1$ です。`nn.Randn(行数, 列数)` で乱数を作り、`Scale(0.01)` で小さくします。ゼロは `nn.Zeros(行数, 列数)` です。"),
		words.T("`W1 = nn.Randn(nh, nx).Scale(0.01)`; `b1 = nn.Zeros(nh, 1)`; `W2 = nn.Randn(…, …).Scale(0.01)`; `b2 = nn.Zeros(…, 1)`.",
			"`W1 = nn.Randn(nh, nx).Scale(0.01)`、`b1 = nn.Zeros(nh, 1)`、`W2 = nn.Randn(…, …).Scale(0.01)`、`b2 = nn.Zeros(…, 1)` と書きます。"),
	},
	Avoid: []string{"Blocks"},
}

// initializeParameters returns the two layers of a network: nx inputs, nh hidden units, ny outputs.
// ja: initializeParameters は、入力 nx 個、隠れユニット nh 個、出力 ny 個のネットワークの 2 つの層を返します。
func initializeParameters(nx, nh, ny int) []Layer {
	// en: the same random numbers each time, those of the online course
	// ja: いつも同じ、オンライン講座と同じ乱数を使います
	nn.Seed(1)
	var W1, b1, W2, b2 nn.Matrix
	// BLANK
	// W1 = 0.01 · randn(n_h, n_x), b1 = 0 (n_h×1)
	W1 = nn.Randn(nh, nx).Scale(0.01)
	b1 = nn.Zeros(nh, 1)

	// W2 = 0.01 · randn(n_y, n_h), b2 = 0 (n_y×1)
	W2 = nn.Randn(ny, nh).Scale(0.01)
	b2 = nn.Zeros(ny, 1)
	// END
	return []Layer{{W: W1, B: b1}, {W: W2, B: b2}}
}

// started is initializeParameters with layers made in another way.
func started(layer func(n, nPrev int) Layer) initialization {
	return func(nx, nh, ny int) []Layer {
		nn.Seed(1)
		first := layer(nh, nx)
		return []Layer{first, layer(ny, nh)}
	}
}
