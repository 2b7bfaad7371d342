package week2

import (
	"slices"

	"nekonote/lessons"
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
	"nekonote/nn/words"
)

type flattening = func(pictures []pixels.Picture) nn.Matrix

// Flatten is the exercise of turning pictures into the columns of a matrix.
var Flatten = &lessons.Exercise[flattening]{
	ID:    "week2/flatten",
	Title: words.T("A picture becomes a column", "画像を列ベクトルにする"),
	Prompt: words.T("Make the matrix $X$: one column for each picture, which holds all its numbers: row by row, in each row pixel by pixel, for each pixel red, green, blue.",
		"行列 $X$ を作ってください。画像 1 枚が 1 列になり、その画像のすべての数が入ります。上の行から順に、行の中では左のピクセルから順に、ピクセルごとに赤・緑・青の順に並べます。"),
	Points: 5,

	Formula:   "X[(row·width + column)·3 + channel, i] = pictures[i][row][column][channel]",
	Reference: flatten,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{[]pixels.Picture{
			{{{1, 2, 3}, {4, 5, 6}}, {{7, 8, 9}, {10, 11, 12}}},
			{{{255, 0, 0}, {0, 255, 0}}, {{0, 0, 255}, {9, 9, 9}}},
			{{{0, 0, 0}, {50, 60, 70}}, {{80, 90, 100}, {255, 255, 255}}},
		}}},
	},
	Random: func(d *lessons.Draw) []any { return []any{photos(d, d.Dim(2, 6), d.Dim(2, 5), d.Dim(2, 5))} },

	Mistakes: []lessons.Mistake[flattening]{
		lessons.Wrong(func(pictures []pixels.Picture) nn.Matrix { return flatten(pictures).T() },
			"Each picture is a row here; make it a column, so that $X$ is $n_x×m$.",
			"画像が行になっています。$X$ が $n_x×m$ になるように、1 枚を 1 列にしてください。"),
		lessons.Wrong(ordered(func(x []float64) []float64 {
			var out []float64
			for channel := range 3 {
				for i := channel; i < len(x); i += 3 {
					out = append(out, x[i])
				}
			}
			return out
		}),
			"First all red, then all green, then all blue: the three numbers of a pixel must stay together.",
			"赤だけ、緑だけ、青だけがまとまって並んでいます。一つのピクセルの 3 つの数は、続けて並べてください。"),
		lessons.Wrong(func(pictures []pixels.Picture) nn.Matrix {
			turned := make([]pixels.Picture, len(pictures))
			for i, p := range pictures {
				for column := range p[0] {
					var line [][3]uint8
					for row := range p {
						line = append(line, p[row][column])
					}
					turned[i] = append(turned[i], line)
				}
			}
			return flatten(turned)
		},
			"The pictures are read column by column; read them row by row: the loop over rows is the outer one.",
			"画像を列ごとに読んでいます。行ごとに読んでください。外側が行のループです。"),
		lessons.Wrong(func(pictures []pixels.Picture) nn.Matrix { return flatten(pictures).Scale(1.0 / 255) },
			"The order is right. Dividing by 255 comes in the next step; here the numbers stay as they are, 0 to 255.",
			"順番は正しくできています。255 で割るのは次の段階です。ここでは 0 から 255 のままにしてください。"),
		lessons.Wrong(func(pictures []pixels.Picture) nn.Matrix {
			X := flatten(pictures)
			n, m := X.Dims()
			var flat []float64
			for i := range n {
				for j := range m {
					flat = append(flat, X.T().At((i*m+j)/n, (i*m+j)%n))
				}
			}
			var rows [][]float64
			for row := range slices.Chunk(flat, m) {
				rows = append(rows, row)
			}
			return nn.Rows(rows)
		},
			"The shape is right, but the pictures are torn apart: all numbers were poured into rows. Turn each picture into a column, and put them side by side.",
			"形は合っていますが、画像がばらばらになっています。数が行の順に流し込まれたためです。画像を 1 枚ずつ列にして、横に並べてください。"),
		lessons.Wrong(ordered(func(x []float64) []float64 {
			for i := 0; i+2 < len(x); i += 3 {
				x[i], x[i+2] = x[i+2], x[i]
			}
			return x
		}),
			"The channels come as blue, green, red; their order is red, green, blue.",
			"チャンネルが青・緑・赤の順になっています。赤・緑・青の順にしてください。"),
		lessons.Wrong(func(pictures []pixels.Picture) nn.Matrix { return flatten(pictures[:1]) },
			"Only the first picture is there: each of the $m$ pictures has its column.",
			"最初の 1 枚しかありません。$m$ 枚の画像それぞれを 1 列にしてください。"),
	},
	Hints: []words.Text{
		words.T("The network reads a picture as one long list of numbers. Take the numbers as you read a page: from the top, each row from left to right.",
			"ネットワークは、画像を一つの長い数の列として読みます。本を読むように、上の行から、左から右へと数を取り出します。"),
		words.T("Three nested loops: over the picture's rows, over the row's pixels, over the pixel's three values. Collect them in a slice: `x = append(x, float64(value))`.",
			"三重のループを使います。画像の行、行のピクセル、ピクセルの 3 つの値の順です。値は `x = append(x, float64(value))` でスライスに集めます。"),
		words.T("`nn.Column(x...)` turns a slice into a column; `columns = append(columns, …)` collects them; `nn.ConcatCols(columns...)` puts them side by side.",
			"`nn.Column(x...)` はスライスから列ベクトルを作ります。`columns = append(columns, …)` で集め、`nn.ConcatCols(columns...)` で横に並べます。"),
	},
	Avoid: []string{"Columns", "TrainX", "TestX"},
}

// flatten returns X (n_x×m): one column for each of the m pictures, all its numbers in reading order.
// ja: flatten は X（n_x×m）を返します。m 枚の画像それぞれが 1 列になり、すべての数が読む順に並びます。
func flatten(pictures []pixels.Picture) (X nn.Matrix) {
	var columns []nn.Matrix
	for _, picture := range pictures {
		//: _, _ = picture, columns
		// BLANK
		// en: collect the numbers of this picture: for each row, each pixel, each of its three values
		// ja: この画像の数を集めます。行ごと、ピクセルごと、3 つの値ごとです
		var x []float64
		for _, row := range picture {
			for _, pixel := range row {
				for _, value := range pixel {
					x = append(x, float64(value))
				}
			}
		}

		// en: make a column of them: nn.Column(x...), and add it to columns
		// ja: nn.Column(x...) で列ベクトルにして、columns に加えます
		columns = append(columns, nn.Column(x...))
		// END
	}
	// BLANK
	// en: put the columns side by side: nn.ConcatCols
	// ja: 列ベクトルを横に並べます：nn.ConcatCols
	X = nn.ConcatCols(columns...)
	// END
	return X
}

// ordered is flatten with the numbers of each picture in another order.
func ordered(order func(x []float64) []float64) flattening {
	return func(pictures []pixels.Picture) nn.Matrix {
		X := flatten(pictures)
		_, m := X.Dims()
		var columns []nn.Matrix
		for i := range m {
			x := make([]float64, 0)
			for j := range len(pictures[i]) * len(pictures[i][0]) * 3 {
				x = append(x, X.At(j, i))
			}
			columns = append(columns, nn.Column(order(x)...))
		}
		return nn.ConcatCols(columns...)
	}
}
