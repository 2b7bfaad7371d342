package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type deepInitialization = func(sizes []int) []Layer

// InitializeParametersDeep is the exercise of the weights of any number of layers before the first step.
var InitializeParametersDeep = &lessons.Exercise[deepInitialization]{
	ID:    "week4/initializeParametersDeep",
	Title: words.T("The start of any number of layers", "深いネットワークの初期化"),
	Prompt: words.T("Make all layers of a network. `sizes` holds the number of inputs, then the number of units of each layer: `{5, 4, 3}` is a network of two layers. Draw $W^{[1]}$, $W^{[2]}$, … in this order.",
		"ネットワークのすべての層を作ってください。`sizes` には、入力の数と、各層のユニットの数が順に入っています。`{5, 4, 3}` なら 2 層のネットワークです。$W^{[1]}$、$W^{[2]}$、… の順に乱数を作ります。"),
	Points: 20,

	Formula:   "W_l = 0.01 · randn(n_l, n_(l−1)),  b_l = 0 (n_l×1),   l = 1, …, L",
	Reference: initializeParametersDeep,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/initialize_parameters_deep", Inputs: []string{"layer_dims_0 layer_dims_1 layer_dims_2"}, Outputs: []string{"W1 b1 W2 b2"}},

	Cases: []lessons.Case{
		{
			Args: []any{[]int{5, 4, 3}},
			Want: []any{[]Layer{
				{
					W: nn.Rows([][]float64{
						{0.017886284734303187, 0.004365098505119894, 0.0009649746807200863, -0.01863492703364491, -0.0027738820251439907},
						{-0.0035475897926898676, -0.0008274148148245977, -0.0062700067682384735, -0.0004381816897592824, -0.004772180303595027},
						{-0.013138647533626821, 0.008846223804995846, 0.008813180422075299, 0.017095730636529485, 0.0005003364217686021},
						{-0.0040467741460089085, -0.0054535994761953045, -0.015464773155829684, 0.009823674342581601, -0.011010676301114757},
					}),
					B: nn.Zeros(4, 1),
				},
				{
					W: nn.Rows([][]float64{
						{-0.011850465270201728, -0.0020564989942254107, 0.014861483550745902, 0.0023671626722691235},
						{-0.010237851399264681, -0.007129932001120494, 0.006252449661628293, -0.0016051336318692391},
						{-0.0076883635031923005, -0.0023003072227793906, 0.007450562664053709, 0.019761107831263027},
					}),
					B: nn.Zeros(3, 1),
				},
			}},
		},
		{Args: []any{[]int{3, 4, 2, 5, 1}}},
	},
	Random: func(d *lessons.Draw) []any {
		sizes := []int{d.Dim(2, 6)}
		for range d.Size(2, 4) {
			sizes = append(sizes, d.Dim(2, 6))
		}
		return []any{append(sizes, 1)}
	},

	Mistakes: []lessons.Mistake[deepInitialization]{
		lessons.Wrong(layered(func(_, n, nPrev int) Layer { return Layer{nn.Randn(n, nPrev), nn.Zeros(n, 1)} }),
			"The weights lack the factor 0.01.", "重みに 0.01 がかかっていません。"),
		lessons.Wrong(layered(func(_, n, nPrev int) Layer { return Layer{nn.Zeros(n, nPrev), nn.Zeros(n, 1)} }),
			"The weights are all zero. Then all units of a layer stay equal for ever: draw them with nn.Randn.",
			"重みがすべてゼロです。これでは、同じ層のユニットがいつまでも同じままです。nn.Randn で乱数にしてください。"),
		lessons.Wrong(layered(func(_, n, nPrev int) Layer { return Layer{nn.Randn(nPrev, n).Scale(0.01), nn.Zeros(n, 1)} }),
			"The $W$ lie on their side: $W_l$ has $n_l$ rows, one for each unit of its layer, and $n_(l−1)$ columns.",
			"$W$ の行と列が逆です。$W_l$ は $n_l$ 行（その層のユニット）、$n_(l−1)$ 列（前の層のユニット）です。"),
		lessons.Wrong(layered(func(_, n, nPrev int) Layer { return Layer{nn.Randn(n, nPrev).Scale(0.01), nn.Zeros(nPrev, 1)} }),
			"$b_l$ has a row for each unit of the layer before; it needs one for each unit of its own layer: $n_l×1$.",
			"$b_l$ の行数が、前の層のユニットの数になっています。その層のユニットの数、つまり $n_l×1$ にしてください。"),
		lessons.Wrong(layered(func(_, n, nPrev int) Layer { return Layer{nn.Rand(n, nPrev).Scale(0.01), nn.Zeros(n, 1)} }),
			"nn.Rand draws numbers between 0 and 1. The weights should be both positive and negative: use nn.Randn.",
			"nn.Rand は 0 から 1 までの数を返します。正の重みも負の重みも必要なので、nn.Randn を使ってください。"),
		lessons.Wrong(func(sizes []int) []Layer { return initializeParametersDeep(sizes[:len(sizes)-1]) },
			"The last layer is missing: $l$ runs from 1 up to and including `len(sizes) - 1`.",
			"最後の層がありません。$l$ は 1 から `len(sizes) - 1` までです。"),
		lessons.Wrong(layered(func(_, n, nPrev int) Layer {
			nn.Seed(3)
			return Layer{nn.Randn(n, nPrev).Scale(0.01), nn.Zeros(n, 1)}
		}),
			"The random numbers start again in each layer, so that all layers begin with the same weights. Seed once, before the loop.",
			"乱数が層ごとに最初から始まり、どの層も同じ重みで始まっています。nn.Seed は、ループの前に 1 回だけです。"),
	},
	Hints: []words.Text{
		words.T("Each layer stands between two sizes: `sizes[l-1]` units before it, `sizes[l]` units in it. A network of $L$ layers has $L + 1$ sizes.",
			"それぞれの層は、二つの数の間にあります。前の層のユニットが `sizes[l-1]` 個、その層のユニットが `sizes[l]` 個です。$L$ 層のネットワークには、$L + 1$ 個の数があります。"),
		words.T("For $l = 1, …, L$: $W_l = 0.01 · randn(n_l, n_(l−1))$, $b_l = 0$, $n_l×1$. Add the layers to the list one after the other.",
			"$l = 1, …, L$ について、$W_l = 0.01 · randn(n_l, n_(l−1))$、$b_l = 0$（$n_l×1$）です。層を順にリストに加えていきます。"),
		words.T("`W := nn.Randn(sizes[l], …).Scale(0.01)`; `b := nn.Zeros(…, 1)`; `params = append(params, week4.Layer{W: W, B: b})`.",
			"`W := nn.Randn(sizes[l], …).Scale(0.01)`、`b := nn.Zeros(…, 1)`、`params = append(params, week4.Layer{W: W, B: b})` と書きます。"),
	},
	Avoid: []string{"Blocks"},
}

// initializeParametersDeep returns the layers of a new network.
// sizes holds the number of inputs, then the number of units of each layer.
// ja: initializeParametersDeep は、新しいネットワークのすべての層を返します。
// ja: sizes は、入力の数と各層のユニットの数です。
func initializeParametersDeep(sizes []int) []Layer {
	// en: the same random numbers each time, those of the online course
	// ja: いつも同じ、オンライン講座と同じ乱数を使います
	nn.Seed(3)
	var params []Layer
	for l := 1; l < len(sizes); l++ {
		// BLANK
		// W_l = 0.01 · randn(n_l, n_(l−1))
		// b_l = 0 (n_l×1)
		W := nn.Randn(sizes[l], sizes[l-1]).Scale(0.01)
		b := nn.Zeros(sizes[l], 1)

		// en: the layer joins the list
		// ja: 層をリストに加えます
		params = append(params, Layer{W: W, B: b})
		// END
	}
	return params
}

// layered is initializeParametersDeep with layers made in another way.
func layered(layer func(l, n, nPrev int) Layer) deepInitialization {
	return func(sizes []int) []Layer {
		nn.Seed(3)
		var params []Layer
		for l := 1; l < len(sizes); l++ {
			params = append(params, layer(l, sizes[l], sizes[l-1]))
		}
		return params
	}
}
