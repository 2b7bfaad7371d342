package primer

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type averaging = func(x []float64) float64

// Mean is the exercise of a loop.
var Mean = &lessons.Exercise[averaging]{
	ID:    "primer/mean",
	Title: words.T("The mean of many numbers", "たくさんの数の平均"),
	Prompt: words.T("Return the mean of the numbers in `x`: add them all up with a loop, and divide the sum by how many there are. `len(x)` is an `int`; `float64(len(x))` is the same number as a `float64`. (In the formula, $m$ is how many there are, and $\\sum$ means: add up all of them.)",
		"`x` の中の数の平均を返してください。ループで全部を足し、その和を個数で割ります。`len(x)` は `int` なので、`float64(len(x))` として `float64` にしてから割ります。（式の $m$ は個数で、$\\sum$ は「すべてを足す」という記号です。）"),
	Points: 35,

	Formula:   "(1/m) Σ xᵢ",
	Reference: mean,
	Week:      week,

	Cases: []lessons.Case{{Args: []any{[]float64{3, 1, 4, 1}}}, {Args: []any{[]float64{-2, 7}}}},
	Random: func(d *lessons.Draw) []any {
		x := make([]float64, d.Dim(4, 8))
		for i := range x {
			x[i] = d.Uniform(1, 9)
		}
		return []any{x}
	},

	Mistakes: []lessons.Mistake[averaging]{
		lessons.Wrong(sumOf, "That is the sum. Divide it by how many numbers there are.", "それは和です。個数で割ってください。"),
		lessons.Wrong(func(x []float64) float64 { return x[len(x)-1] / float64(len(x)) },
			"Only the last number has arrived: = gives sum a new value each time and forgets the old one. += adds to it.",
			"最後の数だけになっています。= だと、そのたびに前の値が消えます。+= なら、足されていきます。"),
		lessons.Wrong(func(x []float64) float64 { return sumOf(x) / float64(len(x)-1) },
			"You divide by one less than there are. Numbers are counted from 0, but there are `len(x)` of them.",
			"個数より 1 少ない数で割っています。番号は 0 からですが、個数は `len(x)` です。"),
		lessons.Wrong(func(x []float64) float64 { return x[0] / float64(len(x)) },
			"Only the first number has been added: `return` comes too early, and the loop ends after one round.",
			"最初の数しか足されていません。ループの中で return すると、1 回目で終わってしまいます。"),
		lessons.Wrong(func(x []float64) float64 { return (sumOf(x) - x[0]) / float64(len(x)) },
			"The first number is missing: slices are counted from 0.", "最初の数が抜けています。スライスの番号は 0 からです。"),
		lessons.Wrong(func(x []float64) float64 { return float64(len(x)-1) / 2 },
			"These are the places, not the numbers: in `for _, v := range x`, the number is $v$.",
			"足しているのは場所の番号です。`for _, v := range x` では、数は $v$ のほうです。"),
		lessons.Wrong(func(x []float64) float64 { return x[len(x)/2] },
			"That is the number in the middle of the list. The mean takes all of them: add them up, and divide by how many there are.", "列の真ん中にある数になっています。平均にはすべての数を使います。全部を足して、個数で割ってください。"),
		lessons.Wrong(func(x []float64) float64 { return (x[0] + x[len(x)-1]) / 2 },
			"That is the mean of the first number and the last. The ones between them count, too: add up all, in a loop.", "最初と最後の数だけの平均になっています。間の数も数に入ります。ループで全部を足してください。"),
	},
	Hints: []words.Text{
		words.T("Begin with a sum of 0. For each number of the slice, let the sum grow by that number. Divide when the loop has ended.", "和を 0 から始めます。スライスの数を 1 つずつ見て、その分だけ和を増やします。割るのは、ループが終わってからです。"),
		words.T("The loop: `for _, v := range x`, and in its braces `sum += v`.", "ループは `for _, v := range x` で、その波括弧の中に `sum += v` と書きます。"),
		words.T("After the loop: `return sum / float64(…)`", "ループのあとで `return sum / float64(…)` と書きます。"),
	},
}

// mean returns the mean of the numbers x, of which there is at least one.
// ja: mean は、数 x の平均を返します。x には、少なくとも 1 つの数があります。
func mean(x []float64) float64 {
	sum := 0.0
	// BLANK
	for _, v := range x {
		sum += v
	}
	sum /= float64(len(x))
	// END
	return sum
}

// sumOf is the sum of the numbers x.
func sumOf(x []float64) float64 { return mean(x) * float64(len(x)) }
