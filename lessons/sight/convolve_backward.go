package sight

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type learning = func(A, dZ nn.Matrix) nn.Matrix

// ConvolveBackward is the exercise of how the cost changes with the numbers of a filter.
var ConvolveBackward = &lessons.Exercise[learning]{
	ID:    "sight/convolveBackward",
	Title: words.T("What a filter learns", "フィルターは何を学ぶか"),
	Prompt: words.T("$dZ$ says how the loss changes with each number that a filter has found in the picture $A$ ($h \\times w$). Return how it changes with each number of the filter: $dW$. $dZ$ has $h-k+1$ rows, so you know how large the filter $W$ is.",
		"$dZ$ は、フィルターが画像 $A$（$h \\times w$）で見つけたそれぞれの数とともに、損失がどう変わるかを表します。フィルターのそれぞれの数とともに損失がどう変わるか、$dW$ を返してください。$dZ$ の行数は $h-k+1$ なので、フィルター $W$ の大きさはわかります。"),
	Points: 25,

	Formula:   "dw_pq = Σ_i Σ_j dz_ij · a_(i+p, j+q)",
	Reference: convolveBackward,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{
			nn.Rows([][]float64{{1, 2, 0, 3}, {4, 1, 5, 2}, {0, 3, 1, 1}}),
			nn.Rows([][]float64{{1, 0, -2}, {0.5, 3, 0}}),
		}},
		{Args: []any{
			nn.Rows([][]float64{{1, 0, 2, -1, 3}, {0, 4, 1, 1, -2}, {2, 1, 0, 5, 1}, {3, -1, 2, 0, 1}, {1, 2, 2, 0, -3}, {0, 1, 4, 2, 2}}),
			nn.Rows([][]float64{{1, -1}, {2, 0}, {0, 0.5}}),
		}},
	},
	Random: func(d *lessons.Draw) []any {
		k, l := d.Dim(2, 3), d.Dim(2, 3)
		h, w := d.Dim(5, 11), d.Dim(5, 11)
		return []any{d.Matrix(h, w), d.Matrix(h-k+1, w-l+1)}
	},

	Mistakes: []lessons.Mistake[learning]{
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { return convolve(A, turned(dZ)) },
			"$dZ$ is turned upside down and left to right. $dz_ij$ meets $a_(i+p, j+q)$: nothing is turned.",
			"$dZ$ が上下左右とも逆になっています。$dz_ij$ は $a_(i+p, j+q)$ にかけます。逆にはしません。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { return turned(convolve(A, dZ)) },
			"$dW$ is turned upside down and left to right: $dw_00$ belongs to the filter's top left number.",
			"$dW$ が上下左右とも逆になっています。$dw_00$ は、フィルターの左上の数のものです。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { n, m := dZ.Dims(); return convolve(A, dZ).Scale(1 / float64(n*m)) },
			"This is the mean over the places. The same filter acts at all of them, so their slopes add up.",
			"場所についての平均になっています。同じフィルターがすべての場所で働くので、傾きは足し合わせます。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { return convolve(A, dZ).T() },
			"Rows and columns of $dW$ are swapped.",
			"$dW$ の行と列が入れ替わっています。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { return convolve(A, dZ.T()) },
			"Rows and columns of $dZ$ are swapped: $dz_ij$ belongs to the place in row $i$, column $j$.",
			"$dZ$ の行と列が入れ替わっています。$dz_ij$ は、$i$ 行 $j$ 列の場所のものです。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { return convolve(A, dZ).Scale(-1) },
			"The sign is the wrong way round: $dW$ is the slope itself. The minus comes with the step, $W − α·dW$.",
			"符号が逆です。$dW$ は傾きそのものです。マイナスは、一歩進むとき（$W − α·dW$）につきます。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { Z := convolve(A, dZ); h, w := Z.Dims(); return cut(Z, h-1, w-1) },
			"The last row and column are missing: $dW$ has one row for each of the $h−(h−k+1)+1 = k$ rows of the filter.",
			"最後の行と列が足りません。$dW$ の行は、フィルターの行数 $h−(h−k+1)+1 = k$ だけあります。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix { return eachPatch(A, dZ, nn.Matrix.Sum) },
			"The pixels are summed without $dZ$: multiply by it, entry by entry, before the sum.",
			"$dZ$ をかけずに、ピクセルを足しています。和の前に、成分ごとにかけてください。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix {
			return eachPatch(A, dZ, func(p nn.Matrix) float64 { return p.Mul(dZ).Max() })
		},
			"This is the largest product. The slopes of all places add up.",
			"いちばん大きい積になっています。傾きは、すべての場所のものを足し合わせます。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix {
			return eachPatch(A, dZ, func(p nn.Matrix) float64 { return p.At(0, 0) * dZ.At(0, 0) })
		},
			"Only the first place is looked at. The filter acts at every place, so sum over all of them.",
			"最初の場所しか見ていません。フィルターはすべての場所で働くので、そのすべてについて足してください。"),
		lessons.Wrong(func(A, dZ nn.Matrix) nn.Matrix {
			return eachPatch(A, dZ, func(p nn.Matrix) float64 { n, m := dZ.Dims(); return p.At(n-1, m-1) * dZ.At(n-1, m-1) })
		},
			"Only the last place is left: the sum is forgotten. += adds, = replaces.",
			"最後の場所しか残っていません。和になっていないのです。+= は足し、= は置き換えます。"),
	},
	Hints: []words.Text{
		words.T("Compare the formula with that of $z$: the same sum, only that $dZ$ stands where the filter stood. A filter as large as $dZ$ fits the picture just at $k·l$ places.",
			"式を、$z$ の式と比べてみましょう。フィルターのあったところに $dZ$ がある以外は、同じ和です。$dZ$ と同じ大きさのフィルターは、画像のちょうど $k·l$ か所に収まります。"),
		words.T("$dW$ is what $dZ$ finds in the picture, if you use it as a filter: you have that function already.",
			"$dW$ は、$dZ$ をフィルターとして使ったとき、画像の中に見つかるものです。その関数は、もうあります。"),
		words.T("`dW = convolve(A, …)`", "`dW = convolve(A, …)` と書きます。"),
	},
	Avoid: []string{"Convolution", "Convolutional", "NewConvolutional"},
}

// convolveBackward returns dW (k×l) for the picture A (h×w) and dZ ((h−k+1)×(w−l+1)).
// ja: convolveBackward は、画像 A（h×w）と dZ（(h−k+1)×(w−l+1)）から、dW（k×l）を返します。
func convolveBackward(A, dZ nn.Matrix) (dW nn.Matrix) {
	// BLANK
	// en: dw_pq = Σ dZ ∗ (the part of A that the filter's number w_pq has met)
	// ja: dw_pq = Σ dZ ∗（フィルターの数 w_pq が出会った A の部分）
	dW = convolve(A, dZ)
	// END
	return dW
}
