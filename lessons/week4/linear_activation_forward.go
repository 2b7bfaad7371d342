package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type activation = func(APrev, W, b nn.Matrix, activation string) (nn.Matrix, Cache)

// publishedLayer is the layer of the course's published cases.
func publishedLayer(name string) []any {
	return []any{
		nn.Rows([][]float64{{-0.4167578474054706, -0.056266827226329474}, {-2.136196095668454, 1.6402708084049886}, {-1.7934355851948631, -0.841747365656204}}),
		nn.Row(0.5028814171580428, -1.2452880866072316, -1.057952218862339), nn.Row(-0.9090076149268493), name,
	}
}

// LinearActivationForward is the exercise of a whole layer, forward.
var LinearActivationForward = &lessons.Exercise[activation]{
	ID:    "week4/linearActivationForward",
	Title: words.T("A layer, forward", "1 つの層の順伝播"),
	Prompt: words.T("Compute the activations $A$ of a layer, with the activation function that is asked for: “sigmoid” or “relu”. Keep in the cache what the way back will need: $A_{prev}$, $W$, $b$ and $Z$.",
		"指定された活性化関数（“sigmoid” か “relu”）で、層の出力 $A$ を計算してください。逆伝播で使う $A_{prev}$、$W$、$b$、$Z$ は `cache` に入れておきます。"),
	Points: 25,

	Formula:   "Z = W·A_prev + b\nA = g(Z)\nsigmoid:  g(z) = 1 / (1 + e⁻ᶻ)\nrelu:  g(z) = max(0, z)",
	Reference: linearActivationForward,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/linear_activation_forward[sigmoid]", Inputs: []string{"A_prev", "W", "b", ""}, Outputs: []string{"A", ""}},

	Cases: []lessons.Case{
		{
			Args: publishedLayer("sigmoid"),
			Want: []any{nn.Row(0.968900232783661, 0.11013289483978989), publishedCache()},
		},
		{
			Args: publishedLayer("relu"),
			Want: []any{nn.Row(3.4389613134945427, 0), publishedCache()},
		},
		{Args: []any{nn.Rows([][]float64{{10, -10, 0.5}, {2, 1, -3}}), nn.Row(4, 0.5), nn.Row(-1), "sigmoid"}},
		{Args: []any{nn.Rows([][]float64{{10, -10, 0.5}, {2, 1, -3}}), nn.Row(4, 0.5), nn.Row(-1), "relu"}},
	},
	Random: func(d *lessons.Draw) []any {
		n, nPrev := d.Dim(2, 5), d.Dim(2, 5)
		A, W := d.Matrix(nPrev, d.Dim(6, 9)), d.Matrix(n, nPrev)
		if d.Far() {
			W = W.Scale(20)
		}
		return []any{A, W, d.Matrix(n, 1), either(d)}
	},

	Mistakes: []lessons.Mistake[activation]{
		lessons.Wrong(layer(func(l *forward) {
			if l.name == "relu" {
				l.A = l.cache.Z.Sigmoid()
			}
		}),
			`The sigmoid is used for "relu" too. Look at the argument activation.`,
			`"relu" のときもシグモイド関数を使っています。引数 activation で切り替えてください。`),
		lessons.Wrong(layer(func(l *forward) {
			if l.name == "sigmoid" {
				l.A = l.cache.Z.ReLU()
			}
		}),
			`The ReLU is used for "sigmoid" too. Look at the argument activation.`,
			`"sigmoid" のときも ReLU を使っています。引数 activation で切り替えてください。`),
		lessons.Wrong(layer(func(l *forward) {
			if l.name == "relu" {
				l.A = l.cache.Z.Sigmoid()
			} else {
				l.A = l.cache.Z.ReLU()
			}
		}),
			"The two activation functions are swapped.", "二つの活性化関数が入れ替わっています。"),
		lessons.Wrong(layer(func(l *forward) { l.A = l.cache.Z }),
			"$A$ is $Z$: no activation function was used. Without one, many layers are no more than a single one.",
			"$A$ が $Z$ のままで、活性化関数が使われていません。これでは、層を重ねても 1 層と変わりません。"),
		lessons.Wrong(layer(func(l *forward) {
			if l.name == "relu" {
				l.A = l.cache.Z.Scale(-1).ReLU()
			}
		}),
			"The ReLU is the wrong way round: it should keep what is positive and turn what is negative into zero.",
			"ReLU の向きが逆です。正の値を残し、負の値をゼロにします。"),
		lessons.Wrong(layer(func(l *forward) { l.cache.Z = l.A }),
			"The cache holds $A$ where $Z$ belongs. The way back needs $Z$, from before the activation function.",
			"cache の $Z$ に $A$ が入っています。逆伝播に必要なのは、活性化関数を通す前の $Z$ です。"),
		lessons.Wrong(layer(func(l *forward) { l.cache.APrev = l.A }),
			"The cache holds the layer's own output $A$ where `APrev` belongs, what came into the layer.",
			"cache の `APrev` に、この層の出力 $A$ が入っています。入れるのは、この層への入力 `APrev` です。"),
		lessons.Wrong(layer(func(l *forward) { l.cache = Cache{} }),
			"$A$ is right. The cache is empty: `week4.Cache{APrev: APrev, W: W, B: b, Z: Z}`.",
			"$A$ は正しくできています。cache が空です。`week4.Cache{APrev: APrev, W: W, B: b, Z: Z}` としてください。"),
		lessons.Wrong(layer(func(l *forward) { l.cache.Z = nn.Matrix{} }),
			"$A$ is right. $Z$ is missing in the cache: the way back asks where $Z$ was positive.",
			"$A$ は正しくできています。cache に $Z$ がありません。逆伝播では、$Z$ が正だったかどうかを使います。"),
	},
	Hints: []words.Text{
		words.T("A layer does two things: it adds up (`linearForward`, which you have), then it bends the sum with its activation function. Without the bend, a hundred layers could do no more than one.",
			"1 つの層がすることは二つです。まず足し合わせ（作ったばかりの `linearForward` です）、次に活性化関数で曲げます。曲げなければ、100 層あっても 1 層と同じことしかできません。"),
		words.T("`Z = linearForward(APrev, W, b)`. `A = Z.Sigmoid()` if `activation == \"sigmoid\"`, `A = Z.ReLU()` if `activation == \"relu\"`.",
			"`Z = linearForward(APrev, W, b)` です。`activation == \"sigmoid\"` なら `A = Z.Sigmoid()`、`activation == \"relu\"` なら `A = Z.ReLU()` です。"),
		words.T("`Z := linearForward(APrev, W, b)`; `if activation == \"sigmoid\" { A = … } else { A = … }`; `cache = week4.Cache{APrev: APrev, W: W, B: b, Z: …}`.",
			"`Z := linearForward(APrev, W, b)`、`if activation == \"sigmoid\" { A = … } else { A = … }`、`cache = week4.Cache{APrev: APrev, W: W, B: b, Z: …}` と書きます。"),
	},
	Avoid: []string{"Blocks"},
}

// linearActivationForward returns the activations A = g(W·A_prev + b) of a layer (n×m), and its cache.
// ja: linearActivationForward は、層の出力 A = g(W·A_prev + b)（n×m）と cache を返します。
func linearActivationForward(APrev, W, b nn.Matrix, activation string) (A nn.Matrix, cache Cache) {
	// BLANK
	// Z = W·A_prev + b
	Z := linearForward(APrev, W, b)

	// en: A = g(Z): the sigmoid or the ReLU
	// ja: A = g(Z)：シグモイド関数か ReLU
	switch activation {
	case "sigmoid":
		A = Z.Sigmoid()
	case "relu":
		A = Z.ReLU()
	}

	// en: keep what the way back needs
	// ja: 逆伝播で使うものを残します
	cache = Cache{APrev: APrev, W: W, B: b, Z: Z}
	// END
	return A, cache
}

// forward is a layer on its way forward, for the mistakes to spoil.
type forward struct {
	name  string
	A     nn.Matrix
	cache Cache
}

// layer is linearActivationForward with another ending.
func layer(spoil func(l *forward)) activation {
	return func(APrev, W, b nn.Matrix, name string) (nn.Matrix, Cache) {
		A, cache := linearActivationForward(APrev, W, b, name)
		l := forward{name, A, cache}
		spoil(&l)
		return l.A, l.cache
	}
}

// publishedCache is what the layer of the published cases keeps.
func publishedCache() Cache {
	args := publishedLayer("")
	return Cache{
		APrev: args[0].(nn.Matrix), W: args[1].(nn.Matrix), B: args[2].(nn.Matrix),
		Z: nn.Row(3.4389613134945427, -2.089384360040248),
	}
}

// either draws the name of an activation function.
func either(d *lessons.Draw) string {
	return []string{"sigmoid", "relu"}[d.Size(0, 1)]
}
