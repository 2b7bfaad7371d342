package sight

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type pooling = func(Z nn.Matrix) nn.Matrix

// MaxPool is the exercise of keeping the largest number of each 2×2 square.
var MaxPool = &lessons.Exercise[pooling]{
	ID:    "sight/maxPool",
	Title: words.T("The largest of four", "4 つのうち、いちばん大きいもの"),
	Prompt: words.T("Divide $Z$ ($h \\times w$) into squares of $2 \\times 2$ that do not overlap, from the top left, and return the largest number of each. Where $h$ or $w$ is odd, the last row or column has no partner and falls away: $P$ has $\\lfloor h/2 \\rfloor$ rows and $\\lfloor w/2 \\rfloor$ columns.",
		"$Z$（$h \\times w$）を、左上から、重ならない $2 \\times 2$ の正方形に分け、それぞれのいちばん大きい数を返してください。$h$ や $w$ が奇数のときは、最後の行や列は相手がいないので捨てます。$P$ は $\\lfloor h/2 \\rfloor$ 行、$\\lfloor w/2 \\rfloor$ 列です。"),
	Points: 35,

	Formula:   "p_ij = max(z_(2i, 2j), z_(2i, 2j+1), z_(2i+1, 2j), z_(2i+1, 2j+1))",
	Reference: maxPool,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{nn.Rows([][]float64{{1, 3, 2, 0}, {5, 2, 1, 7}, {-4, -1, 0, 6}, {-2, -3, 9, 8}})}},
		{Args: []any{nn.Rows([][]float64{{4, 1, 0, 2, 9}, {3, 8, 5, 1, 9}, {2, 0, 7, 6, 9}, {1, 3, 2, 4, 9}, {9, 9, 9, 9, 9}})}},
		{Args: []any{nn.Rows([][]float64{{-5, -3, -8, -2, -6}, {-1, -4, -7, -9, -6}})}},
	},
	Random: func(d *lessons.Draw) []any {
		small, large := d.Size(4, 7), d.Size(8, 11) // even or odd, and never a square
		if d.Size(0, 1) == 0 {
			small, large = large, small
		}
		return []any{d.Matrix(small, large).AddScalar(-0.7)}
	},

	Mistakes: []lessons.Mistake[pooling]{
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return square(Z, 2, 2, 2, nn.Matrix.Mean) },
			"This is the mean of each square. Max pooling keeps the largest number: whether something is there, not how much on average.",
			"それぞれの正方形の平均になっています。最大プーリングでは、いちばん大きい数を残します。平均してどれだけかではなく、どこかにあるかどうかです。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return square(Z, 2, 2, 2, nn.Matrix.Sum) },
			"This is the sum of each square. Keep the largest of the four.",
			"それぞれの正方形の和になっています。4 つのうち、いちばん大きいものを残してください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return maxPool(Z.Scale(-1)).Scale(-1) },
			"This is the smallest of the four. Keep the largest.",
			"4 つのうち、いちばん小さいものになっています。いちばん大きいものを残してください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return maxPool(Z).ReLU() },
			"Where all four are negative, 0 comes out. Begin with one of the four, not with 0.",
			"4 つとも負のところで、0 になっています。0 からではなく、4 つのうちの 1 つから始めてください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return square(Z, 1, 2, 2, nn.Matrix.Max) },
			"The squares overlap: they begin at $(i, j)$. They begin at $(2i, 2j)$, so that each number belongs to one square.",
			"正方形が重なっています。$(i, j)$ から始まっているからです。$(2i, 2j)$ から始めれば、どの数も 1 つの正方形だけに入ります。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix {
			h, w := Z.Dims()
			return each(h/2, w/2, func(i, j int) float64 { return Z.Slice(i, i+2, j, j+2).Max() })
		},
			"The squares begin at $(i, j)$ instead of $(2i, 2j)$: only the top left quarter of $Z$ is looked at.",
			"正方形が $(2i, 2j)$ ではなく $(i, j)$ から始まっています。これでは、$Z$ の左上の 4 分の 1 しか見ていません。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix {
			h, w := Z.Dims()
			return maxPool(withEdge(Z, h%2, w%2))
		},
			"The last row or column, which has no partner, has become squares of its own. It falls away: ⌊$h/2$⌋ rows, ⌊$w/2$⌋ columns.",
			"相手のいない最後の行や列が、それだけで正方形になっています。捨ててください。⌊$h/2$⌋ 行、⌊$w/2$⌋ 列です。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return square(Z, 2, 1, 2, nn.Matrix.Max) },
			"Only two numbers of one row are compared. A square has four: two rows, too.",
			"1 つの行の 2 つの数しか比べていません。正方形には 4 つあります。次の行も見てください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return square(Z, 2, 2, 1, nn.Matrix.Max) },
			"Only two numbers of one column are compared. A square has four: two columns, too.",
			"1 つの列の 2 つの数しか比べていません。正方形には 4 つあります。次の列も見てください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return square(Z, 2, 1, 1, nn.Matrix.Max) },
			"This is the top left number of each square. Compare all four.",
			"それぞれの正方形の、左上の数になっています。4 つすべてを比べてください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix {
			return square(Z, 2, 2, 2, func(S nn.Matrix) float64 { return max(S.At(0, 0), S.At(1, 1)) })
		},
			"Only the two numbers on the diagonal are compared. Compare all four.",
			"対角線上の 2 つの数しか比べていません。4 つすべてを比べてください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return Z.AddScalar(0) },
			"This is $Z$ as it came. Each square of $2×2$ is still to become one number.",
			"$Z$ がそのまま返っています。$2×2$ の正方形を、それぞれ 1 つの数にしてください。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix { return maxPool(Z).T() },
			"Rows and columns are swapped: $i$ goes down, $j$ across.",
			"行と列が入れ替わっています。$i$ は縦、$j$ は横に進みます。"),
		lessons.Wrong(func(Z nn.Matrix) nn.Matrix {
			return square(Z, 2, 2, 2, func(S nn.Matrix) float64 { return S.Apply(math.Abs).Max() })
		},
			"This is the largest without its sign. −9 is smaller than 1: compare the numbers as they are.",
			"符号を除いた大きさで比べています。−9 は 1 より小さい数です。そのまま比べてください。"),
	},
	Hints: []words.Text{
		words.T("As in convolve, two loops go through the places of the result. The square of place $(i, j)$ begins at $(2i, 2j)$.",
			"convolve と同じように、2 つのループで、結果の場所を回ります。場所 $(i, j)$ の正方形は、$(2i, 2j)$ から始まります。"),
		words.T("`P = nn.Zeros(h/2, w/2)`: whole numbers are divided without a rest, so an odd one loses its last row by itself. The square is `Z.Slice(2*i, 2*i+2, 2*j, 2*j+2)`, and `Max()` its largest number.",
			"`P = nn.Zeros(h/2, w/2)` です。整数の割り算では余りが捨てられるので、奇数なら最後の行が自然に落ちます。正方形は `Z.Slice(2*i, 2*i+2, 2*j, 2*j+2)`、そのいちばん大きい数は `Max()` です。"),
		words.T("`for i := range h / 2 { for j := range w / 2 { P.Dense().Set(i, j, Z.Slice(…).Max()) } }`",
			"`for i := range h / 2 { for j := range w / 2 { P.Dense().Set(i, j, Z.Slice(…).Max()) } }` と書きます。"),
	},
	Avoid: []string{"Convolution", "Convolutional", "NewConvolutional"},
}

// maxPool returns the largest number of each 2×2 square of Z (h×w): ⌊h/2⌋×⌊w/2⌋.
// ja: maxPool は、Z（h×w）の 2×2 の正方形それぞれの、いちばん大きい数（⌊h/2⌋×⌊w/2⌋）を返します。
func maxPool(Z nn.Matrix) (P nn.Matrix) {
	// BLANK
	// en: p_ij = the largest number of the square that begins at (2i, 2j)
	// ja: p_ij = (2i, 2j) から始まる正方形の、いちばん大きい数
	h, w := Z.Dims()
	P = nn.Zeros(h/2, w/2)
	for i := range h / 2 {
		for j := range w / 2 {
			P.Dense().Set(i, j, Z.Slice(2*i, 2*i+2, 2*j, 2*j+2).Max())
		}
	}
	// END
	return P
}

// square is maxPool with squares that begin at multiples of step, of which the first rows and columns are looked at.
func square(Z nn.Matrix, step, rows, columns int, of func(S nn.Matrix) float64) nn.Matrix {
	h, w := Z.Dims()
	return each((h-2)/step+1, (w-2)/step+1, func(i, j int) float64 {
		return of(Z.Slice(step*i, step*i+rows, step*j, step*j+columns))
	})
}

// withEdge is a picture whose last row and column are there twice, where more says so.
func withEdge(Z nn.Matrix, more, across int) nn.Matrix {
	h, w := Z.Dims()
	return each(h+more, w+across, func(i, j int) float64 { return Z.At(min(i, h-1), min(j, w-1)) })
}
