package week1

import (
	"nekonote/lessons"
	"nekonote/nn/words"
)

type graph = func(a, b, c float64) (float64, float64, float64)

// ForwardGraph is the exercise of computing J = 3(a + bc) step by step.
var ForwardGraph = &lessons.Exercise[graph]{
	ID:    "week1/forwardGraph",
	Title: words.T("Through the graph, forward", "計算グラフを前へ進む"),
	Prompt: words.T("Compute $J = 3(a + bc)$ in three steps, and return all of them.",
		"$J = 3(a + bc)$ を 3 つの段階に分けて計算し、途中の値も返してください。"),
	Points: 5,

	Formula:   "u = b·c\nv = a + u\nJ = 3v",
	Reference: forwardGraph,
	Week:      week,

	Cases:  []lessons.Case{{Args: []any{5.0, 3.0, 2.0}}, {Args: []any{1.0, -2.0, 0.5}}},
	Random: func(d *lessons.Draw) []any { return []any{d.Uniform(1, 5), d.Uniform(2, 6), d.Uniform(-6, -2)} },

	Mistakes: []lessons.Mistake[graph]{
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) { return b + c, a + b + c, 3 * (a + b + c) },
			"$u$ is the product of $b$ and $c$, not their sum.", "$u$ は $b$ と $c$ の和ではなく、積です。"),
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) { return b * c, a * b * c, 3 * a * b * c },
			"$v$ is the sum of $a$ and $u$, not their product.", "$v$ は $a$ と $u$ の積ではなく、和です。"),
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) { return b * c, a + b*c, a + b*c },
			"$J$ lacks the factor 3.", "$J$ に 3 がかかっていません。"),
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) { return b * c, a + b*c, 3*a + b*c },
			"The 3 multiplies $a$ alone. It belongs to all of $v$: `3 * v`.", "3 が $a$ だけにかかっています。$v$ 全体にかけてください。`3 * v` です。"),
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) { return b * c, a + b*c, a + 3*b*c },
			"The 3 multiplies $u$ alone. It belongs to all of $v$: `3 * v`.", "3 が $u$ だけにかかっています。$v$ 全体にかけてください。`3 * v` です。"),
		lessons.Wrong(func(a, b, c float64) (float64, float64, float64) { return b * c, a - b*c, 3 * (a - b*c) },
			"$v$ is $a$ plus $u$.", "$v$ は $a$ に $u$ を足したものです。"),
	},
	Hints: []words.Text{
		words.T("A long formula is a chain of small ones. Begin with the innermost one: the product of $b$ and $c$.", "長い式も、短い式のつながりです。いちばん内側にある $b$ と $c$ の積から始めます。"),
		words.T("$u = b·c$, then $v = a + u$, then $J = 3v$: each step uses the one before.", "$u = b·c$、次に $v = a + u$、そして $J = 3v$ です。どの段階も、前の結果を使います。"),
		words.T("`u = b * c`; `v = a + u`; `J = …`", "`u = b * c`、`v = a + u`、`J = …` と書きます。"),
	},
}

// forwardGraph returns the steps of J = 3(a + bc).
// ja: forwardGraph は、J = 3(a + bc) の各段階の値を返します。
func forwardGraph(a, b, c float64) (u, v, J float64) {
	// BLANK
	// u = b·c
	u = b * c

	// v = a + u
	v = a + u

	// J = 3v
	J = 3 * v
	// END
	return u, v, J
}
