package kinds

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type sloping = func(Z, Y nn.Matrix) nn.Matrix

// SoftmaxBackward is the exercise of how the cost changes with the scores.
var SoftmaxBackward = &lessons.Exercise[sloping]{
	ID:    "kinds/softmaxBackward",
	Title: words.T("The way back: dZ of the last layer", "逆向きに：最後の層の dZ"),
	Prompt: words.T("Return how each example's loss changes with its scores: $dZ$ ($C \\times m$) for the scores $Z$ ($C \\times m$) and the one-hot labels $Y$ ($C \\times m$). Your `softmax` turns $Z$ into $A$.",
		"各例の損失が、その得点とともにどう変わるかを返してください。得点 $Z$（$C \\times m$）とワンホットのラベル $Y$（$C \\times m$）に対する $dZ$（$C \\times m$）です。$Z$ から $A$ を求めるには、あなたの `softmax` を使います。"),
	Points: 35,

	Formula:   "A = softmax(Z)\ndZ = A − Y",
	Reference: softmaxBackward,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{nn.Rows([][]float64{{2, 0}, {1, 0}, {0, 0}}), nn.OneHot(nn.Row(0, 2), 3)}},
		{Args: []any{nn.Rows([][]float64{{5, -1, 0.5, 2}, {2, -1, 3, 2.5}, {-1, 4, 0, 1}}), nn.OneHot(nn.Row(0, 1, 0, 2), 3)}},
		{Args: []any{nn.Rows([][]float64{{900, -900, 3, 1, 0}, {899, -901, 1, 2, 0}}), nn.OneHot(nn.Row(1, 0, 0, 1, 1), 2)}},
	},
	Random: func(d *lessons.Draw) []any {
		n, m := d.Dim(2, 6), d.Dim(3, 9)
		return []any{d.Between(n, m, -3, 3), oneHot(d, n, m)}
	},

	Mistakes: []lessons.Mistake[sloping]{
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { return Y.Sub(softmax(Z)) },
			"The sign is the wrong way round: $dZ = A − Y$. Where the probability is too small, $dZ$ is negative, and a step against it raises the score.",
			"符号が逆です。$dZ = A − Y$ です。確率が小さすぎるところでは $dZ$ が負になり、その逆へ一歩進むと得点が上がります。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { return Z.Sub(Y) },
			"$Y$ is taken away from the scores $Z$. The probabilities are `softmax(Z)`: $dZ = A − Y$.",
			"得点 $Z$ から $Y$ を引いています。確率は `softmax(Z)` です。$dZ = A − Y$ です。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { return softmax(Z).Sub(Y).Scale(1 / float64(examples(Y))) },
			"$dZ$ is divided by $m$. It keeps one column for each example; the mean comes with $dW$ and $db$, in `linearBackward`.",
			"$m$ で割っています。$dZ$ は例ごとに 1 列を保ちます。平均するのは、`linearBackward` で $dW$ と $db$ を求めるときです。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix {
			n, _ := Y.Dims()
			return softmax(Z).Sub(Y).Scale(1 / float64(n))
		},
			"$dZ$ is divided by $C$, the number of classes. Nothing is to be divided: $dZ = A − Y$.",
			"クラスの数 $C$ で割っています。何も割る必要はありません。$dZ = A − Y$ です。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { return Z.Sigmoid().Sub(Y) },
			"This is the sigmoid's $A$. The last layer has the softmax here: `A = softmax(Z)`.",
			"シグモイド関数の $A$ になっています。ここの最後の層はソフトマックスです。`A = softmax(Z)` です。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { A := softmax(Z); return A.Sub(Y).Mul(A).Mul(A.Scale(-1).AddScalar(1)) },
			"$A(1 − A)$ is too much: in $A − Y$ the slope of the softmax is already in it, as with the sigmoid in week 2.",
			"$A(1 − A)$ は余分です。第 2 週のシグモイド関数と同じように、ソフトマックスの傾きは $A − Y$ の中にもう入っています。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { return Y.Div(softmax(Z)).Scale(-1) },
			"This is $dA = −Y/A$, one step too early. Back through the softmax it becomes $dZ = A − Y$.",
			"これは一歩手前の $dA = −Y/A$ です。ソフトマックスを通って逆向きに進むと、$dZ = A − Y$ になります。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { return softmax(Z) },
			"This is $A$. $Y$ is still to be taken away: $dZ = A − Y$.",
			"$A$ そのものになっています。$Y$ を引いてください。$dZ = A − Y$ です。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix { return Y.Mul(softmax(Z).Sub(Y)) },
			"Only the own class gets a slope here. The others have one too: their probability is too large by all of $A$, and should fall.",
			"正しいクラスだけに傾きがあります。ほかのクラスにも傾きがあります。確率が $A$ の分だけ大きすぎるので、下がるべきです。"),
		lessons.Wrong(func(Z, Y nn.Matrix) nn.Matrix {
			return softmax(Z).Sub(Y).Apply(func(x float64) float64 { return x * x })
		},
			"The difference is squared. $dZ$ is the difference itself: $A − Y$.",
			"差を 2 乗しています。$dZ$ は差そのもの、$A − Y$ です。"),
	},
	Hints: []words.Text{
		words.T("In week 2 the last neuron had $dZ = A − Y$: the answer minus what it should have been. The softmax and its cross-entropy are made for each other just so.",
			"第 2 週のニューロンでは $dZ = A − Y$、つまり、答えと正解の差でした。ソフトマックスと交差エントロピーも、ちょうどそうなる組み合わせです。"),
		words.T("`A = softmax(Z)`; $dZ = A − Y$. In each column the entries of $dZ$ sum to 0: what one class wins, the others lose.",
			"`A = softmax(Z)`、$dZ = A − Y$ です。どの列でも $dZ$ の和は 0 になります。あるクラスが得た分を、ほかのクラスが失います。"),
		words.T("`A := softmax(Z)`; `dZ = A.Sub(…)`.",
			"`A := softmax(Z)`、`dZ = A.Sub(…)` と書きます。"),
	},
	Avoid: []string{"Blocks", "Softmax"},

	// The loss of each example, summed: dZ has a column of its own for each.
	Cost: func(a []any) float64 {
		Y := a[1].(nn.Matrix)
		return nn.SoftmaxCost(a[0].(nn.Matrix), Y) * float64(examples(Y))
	},
	Slopes: map[string]string{"dZ": "Z"},
}

// softmaxBackward returns dZ (C×m) for the scores Z (C×m) and the one-hot labels Y (C×m).
// ja: softmaxBackward は、得点 Z（C×m）とワンホットのラベル Y（C×m）から dZ（C×m）を返します。
func softmaxBackward(Z, Y nn.Matrix) (dZ nn.Matrix) {
	// BLANK
	// A = softmax(Z)
	A := softmax(Z)

	// dZ = A − Y
	dZ = A.Sub(Y)
	// END
	return dZ
}
