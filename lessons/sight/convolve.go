package sight

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type finding = func(A, W nn.Matrix) nn.Matrix

// Convolve is the exercise of one filter on one picture.
var Convolve = &lessons.Exercise[finding]{
	ID:    "sight/convolve",
	Title: words.T("One filter at every place", "1 つのフィルターを、すべての場所で"),
	Prompt: words.T("Lay the filter $W$ ($k \\times l$) on the picture $A$ ($h \\times w$) at every place where it fits whole, and return what it finds there: $Z$, with $h-k+1$ rows and $w-l+1$ columns. $z_{ij}$ is the sum of the products, entry by entry, of the filter and the patch whose top left corner is $(i, j)$.",
		"フィルター $W$（$k \\times l$）を、画像 $A$（$h \\times w$）からはみ出さないすべての場所に重ね、そこで見つかったものを返してください。結果は、$h-k+1$ 行、$w-l+1$ 列の $Z$ です。$z_{ij}$ は、左上の角が $(i, j)$ にある部分とフィルターの、成分ごとの積の和です。"),
	Points: 40,

	Formula:   "z_ij = Σ_p Σ_q w_pq · a_(i+p, j+q)",
	Reference: convolve,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{
			nn.Rows([][]float64{{1, 2, 0, 3}, {4, 1, 5, 2}, {0, 3, 1, 1}}),
			nn.Rows([][]float64{{1, -2}, {3, 0.5}}),
		}},
		{Args: []any{
			nn.Rows([][]float64{{10, 10, 10, 0, 0, 0}, {10, 10, 10, 0, 0, 0}, {10, 10, 10, 0, 0, 0}, {10, 10, 10, 0, 0, 0}, {10, 10, 10, 0, 0, 0}}),
			nn.Rows([][]float64{{1, 0, -1}, {1, 0, -1}, {1, 0, -1}}),
		}},
		{Args: []any{ // a filter as large as the picture fits at one place
			nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}}),
			nn.Rows([][]float64{{0.5, -1, 2}, {1, 0, -3}}),
		}},
	},
	Random: func(d *lessons.Draw) []any {
		k, l := d.Dim(2, 3), d.Dim(2, 3)
		return []any{d.Matrix(d.Dim(5, 11), d.Dim(5, 11)), d.Matrix(k, l)}
	},

	Mistakes: []lessons.Mistake[finding]{
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { return convolve(A, turned(W)) },
			"The filter is turned upside down and left to right. Mathematicians do that when they say convolution; here $w_00$ meets the patch's own top left corner.",
			"フィルターが上下左右とも逆になっています。数学の「畳み込み」では逆にしますが、ここでは、$w_00$ を部分の左上の成分にかけます。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { Z := convolve(A, W); h, w := Z.Dims(); return cut(Z, h-1, w-1) },
			"The last row and the last column are missing: the filter fits at $h−k+1$ places down, and at $w−l+1$ across.",
			"最後の行と最後の列が足りません。フィルターが収まる場所は、縦に $h−k+1$ か所、横に $w−l+1$ か所です。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix {
			h, w := A.Dims()
			z := convolve(A, W)
			zh, zw := z.Dims()
			return padded(z, 0, 0, h-zh, w-zw)
		},
			"$Z$ is as large as the picture. At the right and at the bottom the filter no longer fits: $Z$ has $h−k+1$ rows and $w−l+1$ columns.",
			"$Z$ が画像と同じ大きさになっています。右端と下端には、フィルターが収まりません。$Z$ は $h−k+1$ 行、$w−l+1$ 列です。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { k, l := W.Dims(); return convolve(padded(A, k/2, l/2, k/2, l/2), W) },
			"The picture has got a margin of zeros. Here the filter stays inside: $Z$ has $h−k+1$ rows and $w−l+1$ columns.",
			"画像のまわりに 0 の余白がついています。ここでは、フィルターを画像の外へ出しません。$Z$ は $h−k+1$ 行、$w−l+1$ 列です。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { k, l := W.Dims(); return convolve(A, W).Scale(1 / float64(k*l)) },
			"This is the mean of the products. $z$ is their sum.",
			"積の平均になっています。$z$ は積の和です。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix {
			return eachPatch(A, W, func(p nn.Matrix) float64 { k, l := W.Dims(); return p.At(k-1, l-1) * W.At(k-1, l-1) })
		},
			"Only the last product of each patch is left: the sum is forgotten. += adds, = replaces.",
			"どの部分でも、最後の積しか残っていません。和になっていないのです。+= は足し、= は置き換えます。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix {
			return eachPatch(A, W, func(p nn.Matrix) float64 { return p.At(0, 0) * W.At(0, 0) })
		},
			"Only the top left corner of each patch is multiplied. Sum the products of all $k·l$ entries.",
			"部分の左上の成分しかかけていません。$k·l$ 個の成分すべての積を足してください。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { return convolve(A, W.T()) },
			"Rows and columns of the filter are swapped: $w_pq$ meets the patch's entry in row $p$, column $q$.",
			"フィルターの行と列が入れ替わっています。$w_pq$ を、部分の $p$ 行 $q$ 列の成分にかけます。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { return convolve(A, W).T() },
			"Rows and columns of $Z$ are swapped: $i$ goes down the picture, $j$ across.",
			"$Z$ の行と列が入れ替わっています。$i$ は画像の縦、$j$ は横に進みます。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix {
			return eachPatch(A, W, func(p nn.Matrix) float64 { return p.Dot(W).Sum() })
		},
			"Dot is the matrix product. Patch and filter are multiplied entry by entry: Mul.",
			"Dot は行列の積です。部分とフィルターは、成分ごとにかけます。Mul です。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix {
			return eachPatch(A, W, func(p nn.Matrix) float64 { return p.Mul(W).Max() })
		},
			"This is the largest product. $z$ is the sum of all products; the maximum comes later, in the pooling.",
			"いちばん大きい積になっています。$z$ はすべての積の和です。最大値をとるのは、あとのプーリングです。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { return eachPatch(A, W, nn.Matrix.Sum) },
			"The patches are summed without the filter: multiply by $W$, entry by entry, before the sum.",
			"フィルターをかけずに、部分を足しています。和の前に、成分ごとに $W$ をかけてください。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix { return convolve(A, W).ReLU() },
			"What is negative has become 0. That is the ReLU's work, and comes later: $z$ is the sum as it is.",
			"負の数が 0 になっています。それは、あとで ReLU がする仕事です。$z$ は和そのものです。"),
		lessons.Wrong(func(A, W nn.Matrix) nn.Matrix {
			h, w := A.Dims()
			k, l := W.Dims()
			return each(h/k, w/l, func(i, j int) float64 { return A.Slice(i*k, i*k+k, j*l, j*l+l).Mul(W).Sum() })
		},
			"The filter jumps by its own size. It moves on by a single pixel, so that the patches overlap.",
			"フィルターが、自分の大きさだけ飛んでいます。1 ピクセルずつ進めるので、部分どうしは重なり合います。"),
	},
	Hints: []words.Text{
		words.T("Two loops go through all places: $i$ down, $j$ across. At each place cut the patch out, multiply it by the filter entry by entry, and sum.",
			"2 つのループで、すべての場所を回ります。$i$ は縦、$j$ は横です。どの場所でも、部分を切り取り、フィルターと成分ごとにかけて、足します。"),
		words.T("`Z = nn.Zeros(h-k+1, w-l+1)`. The patch is `A.Slice(i, i+k, j, j+l)`, its answer `patch.Mul(W).Sum()`, and `Z.Dense().Set(i, j, z)` writes it into $Z$.",
			"`Z = nn.Zeros(h-k+1, w-l+1)` です。部分は `A.Slice(i, i+k, j, j+l)`、その答えは `patch.Mul(W).Sum()` で、`Z.Dense().Set(i, j, z)` が $Z$ に書き込みます。"),
		words.T("`for i := range h - k + 1 { for j := range w - l + 1 { Z.Dense().Set(i, j, A.Slice(…).Mul(…).Sum()) } }`",
			"`for i := range h - k + 1 { for j := range w - l + 1 { Z.Dense().Set(i, j, A.Slice(…).Mul(…).Sum()) } }` と書きます。"),
	},
	Avoid: []string{"Convolution", "Convolutional", "NewConvolutional"},
}

// convolve returns what the filter W (k×l) finds at each place of the picture A (h×w): (h−k+1)×(w−l+1).
// ja: convolve は、フィルター W（k×l）が画像 A（h×w）のそれぞれの場所で見つけたもの（(h−k+1)×(w−l+1)）を返します。
func convolve(A, W nn.Matrix) (Z nn.Matrix) {
	// BLANK
	// en: the sizes: A.Dims(), W.Dims(); Z has a row and a column for each place where the filter fits
	// ja: 大きさは A.Dims() と W.Dims() から。Z の行と列は、フィルターが収まる場所の数だけ
	h, w := A.Dims()
	k, l := W.Dims()
	Z = nn.Zeros(h-k+1, w-l+1)

	// en: z_ij = Σ (the patch of A whose top left corner is (i, j), k×l) ∗ W
	// ja: z_ij = Σ（左上の角が (i, j) にある A の部分、k×l）∗ W
	for i := range h - k + 1 {
		for j := range w - l + 1 {
			patch := A.Slice(i, i+k, j, j+l)
			Z.Dense().Set(i, j, patch.Mul(W).Sum())
		}
	}
	// END
	return Z
}

// eachPatch is convolve with another answer of each patch.
func eachPatch(A, W nn.Matrix, answer func(patch nn.Matrix) float64) nn.Matrix {
	h, w := A.Dims()
	k, l := W.Dims()
	return each(h-k+1, w-l+1, func(i, j int) float64 { return answer(A.Slice(i, i+k, j, j+l)) })
}

// cut is the top left h×w of a matrix.
func cut(A nn.Matrix, h, w int) nn.Matrix { return each(h, w, A.At) }
