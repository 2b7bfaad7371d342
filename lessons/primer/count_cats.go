package primer

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type counting = func(answers []float64) int

// CountCats is the exercise of a decision within a loop.
var CountCats = &lessons.Exercise[counting]{
	ID:    "primer/countCats",
	Title: words.T("How many cats?", "猫は何匹？"),
	Prompt: words.T("Each of the `answers` is a probability of being a cat. Count those that are above 0.5, and return the number.",
		"`answers` の数は、それぞれ、猫である確率です。0.5 より大きいものを数えて、その個数を返してください。"),
	Points: 35,

	Formula:   "aᵢ > 0.5",
	Reference: countCats,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{[]float64{0.9, 0.2, 0.7, 0.6, 0.1, 0.5}}},
		{Args: []any{[]float64{0.1, 0.3}}},
		{Args: []any{[]float64{0.51, 0.52, 0.99}}},
	},
	Random: func(d *lessons.Draw) []any {
		a := []float64{0.5}
		for range d.Size(2, 5) {
			a = append(a, d.Uniform(0.6, 0.9), d.Uniform(0.6, 0.9), d.Uniform(0.1, 0.3))
		}
		return []any{a}
	},

	Mistakes: []lessons.Mistake[counting]{
		lessons.Wrong(func(a []float64) int { return counted(a, func(v float64) bool { return v >= 0.5 }) },
			"An answer of exactly 0.5 is undecided, and not above 0.5: > instead of >=.", "ちょうど 0.5 は、どちらとも決められない答えで、0.5 より大きくはありません。>= ではなく > です。"),
		lessons.Wrong(func(a []float64) int { return counted(a, func(v float64) bool { return v < 0.5 }) },
			"You count those that are *not* cats: > instead of <.", "猫ではないほうを数えています。< ではなく > です。"),
		lessons.Wrong(func(a []float64) int { return len(a) },
			"You count every answer. Only if an answer is above 0.5 does the number grow.", "すべての答えを数えています。増やすのは、0.5 より大きいときだけです。"),
		lessons.Wrong(func(a []float64) int { return countCats(a) + 1 },
			"One too many: begin with 0.", "1 つ多くなっています。0 から始めてください。"),
		lessons.Wrong(func(a []float64) int { return min(countCats(a), 1) },
			"At most one has been counted. Did you write `=` where $n$ should grow, or `return` inside the loop?", "1 つまでしか数えていません。$n$ を増やすところで = と書いたり、ループの中で return したりしていませんか。"),
		lessons.Wrong(func(a []float64) int {
			sum := 0.0
			for _, v := range a {
				sum += v
			}
			return int(sum)
		},
			"You add up the probabilities. Count instead: 1 for each answer above 0.5, however sure it is.", "確率を足し合わせています。どれほど確かでも、0.5 より大きい答え 1 つにつき 1 と数えてください。"),
		lessons.Wrong(func(a []float64) int { return len(a) - 1 },
			"You compare the place with 0.5, and every place but the first is above it. In `for _, a := range answers`, the answer is $a$.", "答えではなく、場所の番号を 0.5 と比べています。最初以外の番号は、どれも 0.5 より大きくなります。`for _, a := range answers` では、答えは $a$ のほうです。"),
	},
	Hints: []words.Text{
		words.T("Look at one answer after the other, and let $n$ grow by one whenever the answer is above 0.5.", "答えを 1 つずつ見て、0.5 より大きいときだけ $n$ を 1 増やします。"),
		words.T("A decision inside a loop: `if a > 0.5 {` … `}`. $n$ grows by one with `n += 1`.", "ループの中で判断します。`if a > 0.5 {` … `}` です。$n$ を 1 増やすには `n += 1` と書きます。"),
		words.T("`for _, a := range answers { if a > … { n += 1 } }, on several lines`", "`for _, a := range answers { if a > … { n += 1 } }` を、何行かに分けて書きます。"),
	},
}

// countCats returns how many of the answers say “cat”.
// ja: countCats は、「猫」という答えの個数を返します。
func countCats(answers []float64) int {
	n := 0
	// BLANK
	for _, a := range answers {
		if a > 0.5 {
			n += 1
		}
	}
	// END
	return n
}

// counted counts the answers for which what is asked is true.
func counted(answers []float64, asked func(float64) bool) (n int) {
	for _, a := range answers {
		if asked(a) {
			n++
		}
	}
	return n
}
