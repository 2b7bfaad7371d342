package basics

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type unrolling = func(image [][][]float64) nn.Matrix

// ImageToVector is the exercise of slices in slices: a picture becomes a column.
var ImageToVector = &lessons.Exercise[unrolling]{
	ID:    "basics/imageToVector",
	Title: words.T("A picture becomes a column", "画像を列ベクトルにする"),
	Prompt: words.T("Turn all the numbers of an image into a single column: row by row, in each row pixel by pixel, in each pixel channel by channel.",
		"画像のすべての数を 1 つの列ベクトルにしてください。上の行から順に、行の中では左のピクセルから順に、ピクセルの中ではチャンネルの順に並べます。"),
	Points: 15,

	Formula:   "v[(row · width + column) · channels + channel] = image[row][column][channel]",
	Reference: imageToVector,
	Week:      week,
	Published: lessons.Figure{Key: "basics/image2vector", Inputs: []string{"image"}, Outputs: []string{"v"}},

	Cases: []lessons.Case{
		{
			Args: []any{[][][]float64{
				{{0.67826139, 0.29380381}, {0.90714982, 0.52835647}, {0.4215251, 0.45017551}},
				{{0.92814219, 0.96677647}, {0.85304703, 0.52351845}, {0.19981397, 0.27417313}},
				{{0.60659855, 0.00533165}, {0.10820313, 0.49978937}, {0.34144279, 0.94630077}},
			}},
			Want: []any{nn.Column(0.67826139, 0.29380381, 0.90714982, 0.52835647, 0.4215251, 0.45017551, 0.92814219, 0.96677647,
				0.85304703, 0.52351845, 0.19981397, 0.27417313, 0.60659855, 0.00533165, 0.10820313, 0.49978937, 0.34144279, 0.94630077)},
		},
		{Args: []any{[][][]float64{{{1, 2, 3}, {4, 5, 6}}}}},
	},
	Random: func(d *lessons.Draw) []any { return []any{picture(d, d.Dim(2, 4), d.Dim(2, 5), d.Dim(2, 4))} },

	Mistakes: []lessons.Mistake[unrolling]{
		lessons.Wrong(func(image [][][]float64) nn.Matrix { return imageToVector(image).T() },
			"The numbers are in a row, $1×n$; it should be a column, $n×1$: nn.Column, not nn.Row.",
			"数が行ベクトル（$1×n$）に並んでいます。列ベクトル（$n×1$）にしてください。nn.Row ではなく nn.Column です。"),
		lessons.Wrong(reading(func(rows, columns, channels int, take func(row, column, channel int)) {
			for channel := range channels {
				for row := range rows {
					for column := range columns {
						take(row, column, channel)
					}
				}
			}
		}),
			"First come all numbers of channel 0, then all of channel 1, and so on. The channels of one pixel must stay together.",
			"チャンネル 0 の数が全部、次にチャンネル 1 の数が全部、という順になっています。1 つのピクセルのチャンネルは、続けて並べてください。"),
		lessons.Wrong(reading(func(rows, columns, channels int, take func(row, column, channel int)) {
			for column := range columns {
				for row := range rows {
					for channel := range channels {
						take(row, column, channel)
					}
				}
			}
		}),
			"The image is read column by column; read it row by row: the loop over rows is the outer one.",
			"画像を列ごとに読んでいます。行ごとに読んでください。外側が行のループです。"),
		lessons.Wrong(reading(func(rows, columns, _ int, take func(row, column, channel int)) {
			for row := range rows {
				for column := range columns {
					take(row, column, 0)
				}
			}
		}),
			"Only the first channel of each pixel is there; take all of them.",
			"どのピクセルも、最初のチャンネルしか入っていません。すべてのチャンネルを入れてください。"),
		lessons.Wrong(func(image [][][]float64) nn.Matrix { return imageToVector(image[:1]) },
			"Only the first row of pixels is there; the loop has to go through all rows.",
			"最初の行のピクセルしか入っていません。すべての行についてループしてください。"),
		lessons.Wrong(func(image [][][]float64) nn.Matrix { return imageToVector(image).Scale(1.0 / 255) },
			"The order is right, but the numbers are divided by 255; here they stay as they are.",
			"順番は正しくできていますが、255 で割っています。ここでは数を変えないでください。"),
	},
	Hints: []words.Text{
		words.T("An image is a slice of rows, a row is a slice of pixels, a pixel is a slice of numbers. Read it as you read a page, and write each number down.",
			"画像は行のスライス、行はピクセルのスライス、ピクセルは数のスライスです。本を読む順に読んで、数を一つずつ書き出していきます。"),
		words.T("Nested loops: `for _, row := range image`, in it `for _, pixel := range row`. A pixel is a slice of numbers; `x = append(x, pixel...)` adds them all to $x$.",
			"ループを重ねます。for `_, row := range image` の中に for `_, pixel := range row` です。ピクセルは数のスライスで、`x = append(x, pixel...)` とすると、全部が $x$ に加わります。"),
		words.T("`var x []float64`, then the loops, then `v = nn.Column(x...)`. The three dots pass the slice on as single numbers.",
			"`var x []float64` と書き、ループで集めて、`v = nn.Column(x...)` とします。三つの点は、スライスを一つ一つの数として渡す印です。"),
	},
}

// imageToVector returns the numbers of an image in reading order, as a column.
// ja: imageToVector は、画像の数を読む順に並べた列ベクトルを返します。
func imageToVector(image [][][]float64) (v nn.Matrix) {
	// BLANK
	// en: collect the numbers: for each row, for each pixel in it
	// ja: 数を集めます。行ごとに、その中のピクセルごとに
	var x []float64
	for _, row := range image {
		for _, pixel := range row {
			x = append(x, pixel...)
		}
	}

	// en: make a column of them: nn.Column(x...)
	// ja: 列ベクトルにします：nn.Column(x...)
	v = nn.Column(x...)
	// END
	return v
}

// picture draws an image of random numbers.
func picture(d *lessons.Draw, rows, columns, channels int) [][][]float64 {
	image := make([][][]float64, rows)
	for row := range image {
		image[row] = make([][]float64, columns)
		for column := range image[row] {
			image[row][column] = make([]float64, channels)
			for channel := range image[row][column] {
				image[row][column][channel] = d.Uniform(0, 1)
			}
		}
	}
	return image
}

// reading is imageToVector in another order.
func reading(order func(rows, columns, channels int, take func(row, column, channel int))) unrolling {
	return func(image [][][]float64) nn.Matrix {
		var x []float64
		order(len(image), len(image[0]), len(image[0][0]), func(row, column, channel int) {
			x = append(x, image[row][column][channel])
		})
		return nn.Column(x...)
	}
}
