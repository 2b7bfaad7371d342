package week4

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type linearity = func(APrev, W, b nn.Matrix) nn.Matrix

// LinearForward is the exercise of a layer's sums.
var LinearForward = &lessons.Exercise[linearity]{
	ID:    "week4/linearForward",
	Title: words.T("The linear part", "線形部分の順伝播"),
	Prompt: words.T("Compute $Z$ for all units of a layer and all examples at once. `APrev` ($n_{prev} \\times m$) is the output of the layer before.",
		"層のすべてのユニットと、すべての例について、$Z$ を一度に計算してください。`APrev`（$n_{prev} \\times m$）は、前の層の出力です。"),
	Points: 15,

	Formula:   "Z = W·A_prev + b",
	Reference: linearForward,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/linear_forward", Inputs: []string{"A", "W", "b"}, Outputs: []string{"Z"}},

	Cases: []lessons.Case{
		{
			Args: []any{
				nn.Rows([][]float64{{1.6243453636632417, -0.6117564136500754}, {-0.5281717522634557, -1.0729686221561705}, {0.8654076293246785, -2.3015386968802827}}),
				nn.Row(1.74481176421648, -0.7612069008951028, 0.31903909605709857), nn.Row(-0.2493703754774101),
			},
			Want: []any{nn.Row(3.2629533746541735, -1.2342998686128757)},
		},
		{Args: []any{
			nn.Rows([][]float64{{1, 2, 3, 4}, {0, -1, 1, 0}}),
			nn.Rows([][]float64{{1, 0}, {0, 1}, {2, -1}}), nn.Column(10, 20, 30),
		}},
	},
	Random: func(d *lessons.Draw) []any {
		n, nPrev := d.Dim(2, 5), d.Dim(6, 8)
		return []any{d.Matrix(nPrev, d.Dim(9, 12)), d.Matrix(n, nPrev), d.Matrix(n, 1)}
	},

	Avoid: []string{"Blocks"},
	Mistakes: []lessons.Mistake[linearity]{
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return W.Dot(APrev) },
			"The bias $b$ is forgotten: $Z = W·A_prev + b$.", "バイアス $b$ を忘れています。$Z = W·A_prev + b$ です。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return W.Dot(APrev).Sub(b) },
			"The bias $b$ is subtracted; it is added.", "バイアス $b$ を引いています。足してください。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return APrev.Dot(W).Add(b) },
			"$A_prev$ and $W$ are swapped. The order matters with matrices: $W·A_prev$.",
			"$A_prev$ と $W$ の順番が逆です。行列の積では順番が大切です。$W·A_prev$ としてください。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return W.Mul(APrev).Add(b) },
			"Mul multiplies entry by entry. The matrix product is Dot.", "Mul は成分ごとの積です。行列の積は Dot です。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return W.T().Dot(APrev).Add(b) },
			"$W$ is transposed here. From week 3 on the weights of a unit are a row of $W$ already: $W·A_prev$, without the `T()`.",
			"$W$ を転置しています。第 3 週からは、ユニットの重みがはじめから $W$ の行に入っているので、転置せずに $W·A_prev$ とします。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return W.Dot(APrev).Add(b).T() },
			"$Z$ lies on its side: one row for each unit, one column for each example, $n×m$.",
			"$Z$ の行と列が逆です。行がユニット、列が例の、$n×m$ にしてください。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return W.Dot(APrev.Add(b)) },
			"$b$ is added before the product: first $W·A_prev$, then $+ b$.",
			"積の前に $b$ を足しています。先に $W·A_prev$ を計算し、そのあとで $b$ を足してください。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix {
			nPrev, _ := APrev.Dims()
			return W.Dot(APrev).Add(b.Scale(float64(nPrev)))
		},
			"The bias $b$ is added once for each input. Once for each unit is enough: behind the sum, not in it.",
			"バイアス $b$ を、入力の数だけ何度も足しています。足すのはユニットごとに 1 回だけです。和の中ではなく、和のあとで足してください。"),
		lessons.Wrong(func(APrev, W, b nn.Matrix) nn.Matrix { return W.Dot(APrev).AddScalar(b.At(0, 0)) },
			"The first unit's bias is added to all units. Add the whole column $b$: each row of $Z$ gets its own.",
			"1 番目のユニットのバイアスが、すべてのユニットに足されています。列ベクトル $b$ を足して、$Z$ の行ごとに自分のバイアスが加わるようにしてください。"),
	},
	Hints: []words.Text{
		words.T("Each unit weighs all inputs, adds them up and adds its bias. In $W$ each row holds the weights of one unit; one matrix product does it for all units and all examples.",
			"各ユニットは、すべての入力に重みをかけて足し、バイアスを加えます。$W$ の 1 行が 1 つのユニットの重みなので、行列の積 1 回で、すべてのユニットとすべての例の計算ができます。"),
		words.T("$Z = W·A_prev + b$: $(n×n_prev)·(n_prev×m)$ gives $n×m$, and the column $b$ ($n×1$) is added to each column.",
			"$Z = W·A_prev + b$ です。$(n×n_prev)·(n_prev×m)$ は $n×m$ になり、列ベクトル $b$（$n×1$）が各列に足されます。"),
		words.T("`Z = W.Dot(…).Add(…)`", "`Z = W.Dot(…).Add(…)` と書きます。"),
	},
}

// linearForward returns Z = W·A_prev + b (n×m), for APrev (n_prev×m), W (n×n_prev) and b (n×1).
// ja: linearForward は Z = W·A_prev + b（n×m）を返します。APrev は n_prev×m、W は n×n_prev、b は n×1 です。
func linearForward(APrev, W, b nn.Matrix) (Z nn.Matrix) {
	// BLANK
	// Z = W·A_prev + b
	Z = W.Dot(APrev).Add(b)
	// END
	return Z
}
