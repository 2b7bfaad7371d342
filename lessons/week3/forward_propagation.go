package week3

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type going = func(X nn.Matrix, params Params) (nn.Matrix, Cache)

// ForwardPropagation is the exercise of the way from the examples to the answers.
var ForwardPropagation = &lessons.Exercise[going]{
	ID:    "week3/forwardPropagation",
	Title: words.T("Forward through two layers", "2 層の順伝播"),
	Prompt: words.T("Compute the answers $A^{[2]}$ of the network for the examples $X$. Keep $Z^{[1]}$, $A^{[1]}$, $Z^{[2]}$ and $A^{[2]}$ in the cache.",
		"例 $X$ に対するネットワークの答え $A^{[2]}$ を求めてください。$Z^{[1]}$、$A^{[1]}$、$Z^{[2]}$、$A^{[2]}$ を `cache` に入れておきます。"),
	Points: 15,

	Formula:   "Z1 = W1·X + b1\nA1 = tanh(Z1)\nZ2 = W2·A1 + b2\nA2 = σ(Z2)",
	Reference: forwardPropagation,
	Week:      week,
	Published: lessons.Figure{Key: "week3/forward_propagation", Inputs: []string{"X", "W1 b1 W2 b2"}, Outputs: []string{"A2", "Z1 A1 Z2 A2"}},

	Cases: []lessons.Case{
		{
			Args: []any{courseX(), courseParams()},
			Want: []any{
				nn.Row(0.5002307023021203, 0.49985830530495645, 0.5002396329502165),
				Cache{
					Z1: nn.Rows([][]float64{
						{-0.0061658619960670395, 0.002062604883607664, 0.0034962048098717614},
						{-0.05229879383308686, 0.027263346413736563, -0.026468687953723334},
						{-0.020099913328326596, 0.0036869169970977643, 0.0288455552817525},
						{0.02153007370371948, -0.013853224129592338, 0.026004709818106545},
					}),
					A1: nn.Rows([][]float64{
						{-0.006165783859641237, 0.002062601958605907, 0.0034961905647154295},
						{-0.05225116401935273, 0.027256593563350646, -0.026462508440022948},
						{-0.02009720693370225, 0.0036869002913290116, 0.02883755747445098},
						{0.021526747607744475, -0.013852337998469643, 0.025998849552211004},
					}),
					Z2: nn.Row(0.0009228092739681387, -0.0005667787953468683, 0.0009585318742561693),
					A2: nn.Row(0.5002307023021203, 0.49985830530495645, 0.5002396329502165),
				},
			},
		},
		{ // as later versions of the course have it, with biases
			Args: []any{courseX(), Params{
				W1: courseParams().W1, B1: nn.Column(1.74481176421648, -0.7612069008951028, 0.31903909605709857, -0.2493703754774101),
				W2: courseParams().W2, B2: nn.Row(-1.3),
			}},
		},
	},
	Random: func(d *lessons.Draw) []any {
		nx := d.Dim(2, 4)
		X, params := d.Matrix(nx, d.Dim(5, 9)), randomParams(d, nx, d.Dim(5, 7), 1)
		if d.Far() {
			params.W1, params.W2 = params.W1.Scale(12), params.W2.Scale(12)
		}
		return []any{X, params}
	},

	Mistakes: []lessons.Mistake[going]{
		lessons.Wrong(passing(same, nn.Matrix.Sigmoid),
			"tanh is forgotten: $A1 = tanh(Z1)$. Without it both layers together are one straight line again.",
			"tanh を忘れています。$A1 = tanh(Z1)$ です。これがないと、2 つの層を合わせてもまた直線になってしまいます。"),
		lessons.Wrong(passing(nn.Matrix.Sigmoid, nn.Matrix.Sigmoid),
			"The hidden layer uses the sigmoid; here it should be tanh.",
			"隠れ層でシグモイド関数を使っています。ここでは tanh にします。"),
		lessons.Wrong(passing(nn.Matrix.ReLU, nn.Matrix.Sigmoid),
			"The hidden layer uses the ReLU; here it should be tanh.",
			"隠れ層で ReLU を使っています。ここでは tanh にします。"),
		lessons.Wrong(passing(nn.Matrix.Tanh, nn.Matrix.Tanh),
			"The output uses tanh, which runs from −1 to 1. It should be a probability: $σ(Z2)$.",
			"出力層で、−1 から 1 の値をとる tanh を使っています。確率になるように $σ(Z2)$ にしてください。"),
		lessons.Wrong(passing(nn.Matrix.Tanh, same),
			"The sigmoid is forgotten: $A2 = σ(Z2)$.", "シグモイド関数を忘れています。$A2 = σ(Z2)$ です。"),
		lessons.Wrong(func(X nn.Matrix, p Params) (nn.Matrix, Cache) {
			n, m := p.B1.Dims()
			return forwardPropagation(X, Params{p.W1, nn.Zeros(n, m), p.W2, p.B2})
		},
			"The bias $b1$ is forgotten: $Z1 = W1·X + b1$.", "バイアス $b1$ を忘れています。$Z1 = W1·X + b1$ です。"),
		lessons.Wrong(func(X nn.Matrix, p Params) (nn.Matrix, Cache) {
			n, m := p.B2.Dims()
			return forwardPropagation(X, Params{p.W1, p.B1, p.W2, nn.Zeros(n, m)})
		},
			"The bias $b2$ is forgotten: $Z2 = W2·A1 + b2$.", "バイアス $b2$ を忘れています。$Z2 = W2·A1 + b2$ です。"),
		lessons.Wrong(func(X nn.Matrix, p Params) (nn.Matrix, Cache) {
			Z1 := p.W1.Dot(X).Add(p.B1)
			Z2 := p.W2.Dot(Z1).Add(p.B2)
			return Z2.Sigmoid(), Cache{Z1, Z1.Tanh(), Z2, Z2.Sigmoid()}
		},
			"The output gets $Z1$; it should get the output of the hidden layer, $A1$: $Z2 = W2·A1 + b2$.",
			"出力層に $Z1$ を渡しています。渡すのは隠れ層の出力 $A1$ です。$Z2 = W2·A1 + b2$ とします。"),
		lessons.Wrong(func(X nn.Matrix, p Params) (nn.Matrix, Cache) {
			A2, _ := forwardPropagation(X, p)
			return A2, Cache{}
		},
			"$A2$ is right; the cache is empty. The way back will need it: fill in $Z1$, $A1$, $Z2$ and $A2$.",
			"$A2$ は正しくできています。cache が空です。逆伝播で使うので、$Z1$、$A1$、$Z2$、$A2$ を入れてください。"),
		lessons.Wrong(func(X nn.Matrix, p Params) (nn.Matrix, Cache) {
			A2, c := forwardPropagation(X, p)
			return A2, Cache{c.A1, c.Z1, c.A2, c.Z2}
		},
			"$A2$ is right; in the cache $Z$ and $A$ are swapped.",
			"$A2$ は正しくできています。cache の中で $Z$ と $A$ が入れ替わっています。"),
		lessons.Wrong(func(X nn.Matrix, p Params) (nn.Matrix, Cache) { return p.W1.T().Dot(X), Cache{} },
			"$W1ᵀ·X$ does not fit. $W1$ is $n_h×n_x$ already, as the product with $X$ ($n_x×m$) needs it: $W1·X$.",
			"$W1ᵀ·X$ は形が合いません。$W1$ は $n_h×n_x$ なので、そのまま $X$（$n_x×m$）とかけられます。$W1·X$ です。"),
		lessons.Wrong(func(X nn.Matrix, p Params) (nn.Matrix, Cache) { return X.Dot(p.W1), Cache{} },
			"$X·W1$ does not fit: the weights come first, $W1·X$.",
			"$X·W1$ は形が合いません。重みが先で、$W1·X$ です。"),
	},
	Hints: []words.Text{
		words.T("Each layer does what the neuron of week 2 did: weigh, add the bias, bend. The second layer takes what the first one says for its examples.",
			"どの層も、第 2 週のニューロンと同じことをします。重みをかけて足し、バイアスを加え、曲げます。2 つ目の層は、1 つ目の層の出力を入力にします。"),
		words.T("$Z1 = W1·X + b1$, $A1 = tanh(Z1)$, $Z2 = W2·A1 + b2$, $A2 = σ(Z2)$. Dot is the product; Add repeats the column $b$ for all examples; `Z.Tanh()` and `Z.Sigmoid()` bend each entry.",
			"$Z1 = W1·X + b1$、$A1 = tanh(Z1)$、$Z2 = W2·A1 + b2$、$A2 = σ(Z2)$ です。積は Dot です。Add は列ベクトル $b$ をすべての例に足します。`Z.Tanh()` と `Z.Sigmoid()` は成分ごとに計算します。"),
		words.T("`Z1 := params.W1.Dot(X).Add(params.B1)`; `A1 := Z1.Tanh()`; `Z2 := params.W2.Dot(…).Add(…)`; `A2 = Z2.…`; `cache = week3.Cache{Z1: Z1, A1: A1, Z2: Z2, A2: A2}`.",
			"`Z1 := params.W1.Dot(X).Add(params.B1)`、`A1 := Z1.Tanh()`、`Z2 := params.W2.Dot(…).Add(…)`、`A2 = Z2.…`、`cache = week3.Cache{Z1: Z1, A1: A1, Z2: Z2, A2: A2}` と書きます。"),
	},
}

// forwardPropagation returns the answers A2 (n_y×m) of the network for the examples X (n_x×m),
// and all that led to them.
// ja: forwardPropagation は、例 X（n_x×m）に対する答え A2（n_y×m）と、途中の値を返します。
func forwardPropagation(X nn.Matrix, params Params) (A2 nn.Matrix, cache Cache) {
	// BLANK
	// Z1 = W1·X + b1
	// A1 = tanh(Z1)
	Z1 := params.W1.Dot(X).Add(params.B1)
	A1 := Z1.Tanh()

	// Z2 = W2·A1 + b2
	// A2 = σ(Z2)
	Z2 := params.W2.Dot(A1).Add(params.B2)
	A2 = Z2.Sigmoid()

	// en: keep them all for the way back
	// ja: 逆伝播のために、すべて残しておきます
	cache = Cache{Z1: Z1, A1: A1, Z2: Z2, A2: A2}
	// END
	return A2, cache
}

// passing is forwardPropagation with other activation functions.
func passing(hidden, output func(nn.Matrix) nn.Matrix) going {
	return func(X nn.Matrix, p Params) (nn.Matrix, Cache) {
		Z1 := p.W1.Dot(X).Add(p.B1)
		A1 := hidden(Z1)
		Z2 := p.W2.Dot(A1).Add(p.B2)
		A2 := output(Z2)
		return A2, Cache{Z1, A1, Z2, A2}
	}
}

func same(Z nn.Matrix) nn.Matrix { return Z }
