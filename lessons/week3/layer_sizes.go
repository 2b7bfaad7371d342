package week3

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type sizing = func(X, Y nn.Matrix) (int, int, int)

// LayerSizes is the exercise of the network's form.
var LayerSizes = &lessons.Exercise[sizing]{
	ID:    "week3/layerSizes",
	Title: words.T("The sizes of the layers", "層の大きさ"),
	Prompt: words.T("Say how many inputs, hidden units and outputs the network has. The data decides about inputs and outputs; the hidden layer gets 4 units.",
		"入力、隠れユニット、出力の数を答えてください。隠れ層は 4 ユニットにします。"),
	Points: 5,

	Formula:   "n_x = rows(X),  n_h = 4,  n_y = rows(Y)",
	Reference: layerSizes,
	Week:      week,
	Published: lessons.Figure{Key: "week3/layer_sizes", Inputs: []string{"X", "Y"}, Outputs: []string{"n_x", "n_h", "n_y"}},

	Cases: []lessons.Case{
		{
			Args: []any{
				nn.Rows([][]float64{
					{1.6243453636632417, -0.6117564136500754, -0.5281717522634557},
					{-1.0729686221561705, 0.8654076293246785, -2.3015386968802827},
					{1.74481176421648, -0.7612069008951028, 0.31903909605709857},
					{-0.2493703754774101, 1.462107937044974, -2.060140709497654},
					{-0.3224172040135075, -0.38405435466841564, 1.1337694423354374},
				}),
				nn.Rows([][]float64{
					{-1.0998912673140309, -0.17242820755043575, -0.8778584179213718},
					{0.04221374671559283, 0.5828152137158222, -1.1006191772129212},
				}),
			},
			Want: []any{5, 4, 2},
		},
	},
	Random: func(d *lessons.Draw) []any {
		m := d.Dim(9, 12)
		return []any{d.Matrix(d.Dim(5, 8), m), d.Matrix(d.Dim(1, 3), m)}
	},

	Mistakes: []lessons.Mistake[sizing]{
		lessons.Wrong(func(X, Y nn.Matrix) (int, int, int) { _, nx := X.Dims(); _, ny := Y.Dims(); return nx, 4, ny },
			"These are the columns, the number of examples. A layer has one unit for each row: `nx, _ = X.Dims()`.",
			"列の数、つまり例の数になっています。層のユニットは行ごとに 1 つです。`nx, _ = X.Dims()` と書きます。"),
		lessons.Wrong(func(X, Y nn.Matrix) (int, int, int) { nx, nh, ny := layerSizes(X, Y); return ny, nh, nx },
			"nx and ny are swapped: nx belongs to $X$, ny to $Y$.",
			"nx と ny が入れ替わっています。nx は $X$、ny は $Y$ の行の数です。"),
		lessons.Wrong(func(X, Y nn.Matrix) (int, int, int) { nx, _, ny := layerSizes(X, Y); return nx, nx, ny },
			"The hidden layer has 4 units here, whatever the data is like.",
			"隠れ層の大きさは、データに関係なく、ここでは 4 です。"),
		lessons.Wrong(func(X, Y nn.Matrix) (int, int, int) { return 2, 4, 1 },
			"2, 4 and 1 are right for the flower, but the check brings other data too: read the sizes from $X$ and $Y$.",
			"2、4、1 は花のデータでは正しいのですが、チェックでは別のデータも使います。$X$ と $Y$ から読み取ってください。"),
		lessons.Wrong(func(X, Y nn.Matrix) (int, int, int) { nx, nh, _ := layerSizes(X, Y); return nx, nh, 1 },
			"ny is always 1 here. It is the number of rows of $Y$.",
			"ny がいつも 1 になっています。$Y$ の行の数にしてください。"),
	},
	Hints: []words.Text{
		words.T("One example is a column. So a column of $X$ has as many numbers as the network has inputs, and a column of $Y$ as many as it has outputs.",
			"1 つの例が 1 つの列です。$X$ の 1 列にある数の個数が入力の数、$Y$ の 1 列にある数の個数が出力の数になります。"),
		words.T("$n_x$ is the number of rows of $X$, $n_y$ that of $Y$, $n_h = 4$. `A.Dims()` returns rows and columns.",
			"$n_x$ は $X$ の行の数、$n_y$ は $Y$ の行の数、$n_h = 4$ です。`A.Dims()` は行の数と列の数を返します。"),
		words.T("`nx, _ = X.Dims()`; `nh = 4`; `ny, _ = …`. The _ takes what is not needed.",
			"`nx, _ = X.Dims()`、nh = 4、ny, _ = … と書きます。_ は、使わない値を受け取る印です。"),
	},
}

// layerSizes returns the numbers of inputs n_x, of hidden units n_h, and of outputs n_y,
// for X (n_x×m) and Y (n_y×m).
// ja: layerSizes は、X（n_x×m）と Y（n_y×m）から、
// ja: 入力 n_x、隠れユニット n_h、出力 n_y の数を返します。
func layerSizes(X, Y nn.Matrix) (nx, nh, ny int) {
	// BLANK
	// n_x = rows(X), n_h = 4, n_y = rows(Y)
	nx, _ = X.Dims()
	nh = 4
	ny, _ = Y.Dims()
	// END
	return nx, nh, ny
}
