// Package mistakes holds the known mistakes that exercises of several weeks have in common. No cell has them.
package mistakes

import (
	"math"
	"strings"

	"nekonote/lessons"
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
)

// Cost are those that one makes with the cost J = −(1/m) Σ (Y log A + (1 − Y) log(1 − A)), whichever layer the
// answers A are from; name is what the week calls them.
func Cost(cost func(A, Y nn.Matrix) float64, name string) []lessons.Mistake[func(A, Y nn.Matrix) float64] {
	named := func(said string) string { return strings.ReplaceAll(said, "%s", name) }
	return []lessons.Mistake[func(A, Y nn.Matrix) float64]{
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -cost(A, Y) },
			"The sign is wrong: logarithms of probabilities are negative, so there is a minus in front of the sum.",
			"符号が逆です。確率の対数は負なので、和の前にマイナスをつけます。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return cost(A, Y) * formulas.Examples(Y) },
			"The factor $1/m$ is missing: the cost is the mean loss of the examples, not their sum.",
			"$1/m$ がかかっていません。コストは損失の合計ではなく、例についての平均です。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return cost(A, Y) / formulas.Examples(Y) },
			"The sum is divided by $m$ twice. (Mean divides already.)", "$m$ で 2 回割っています（Mean はすでに $m$ で割っています）。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return -Y.Mul(A.Log()).Sum() / formulas.Examples(Y) },
			named("The second term, $(1 − Y) log(1 − %s)$, is missing: without it, examples with the label 0 cost nothing."),
			named("第 2 項 $(1 − Y) log(1 − %s)$ が抜けています。これがないと、ラベルが 0 の例の損失が数えられません。")),
		lessons.Wrong(func(A, Y nn.Matrix) float64 {
			return -formulas.OneMinus(Y).Mul(formulas.OneMinus(A).Log()).Sum() / formulas.Examples(Y)
		},
			named("The first term, $Y log %s$, is missing: without it, examples with the label 1 cost nothing."),
			named("第 1 項 $Y log %s$ が抜けています。これがないと、ラベルが 1 の例の損失が数えられません。")),
		lessons.Wrong(func(A, Y nn.Matrix) float64 {
			return -Y.Mul(A.Log()).Sum()/formulas.Examples(Y) + formulas.OneMinus(Y).Mul(formulas.OneMinus(A).Log()).Sum()/formulas.Examples(Y)
		},
			"The second term has the wrong sign: the minus belongs to both.",
			"第 2 項の符号が逆です。マイナスは、両方の項の前につきます。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return A.Sub(Y).Mul(A.Sub(Y)).Sum() / formulas.Examples(Y) },
			"That is the squared error. Use the log loss here.", "これは二乗誤差です。ここでは対数損失を使います。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return cost(A, Y) * math.Log2E },
			"The logarithm has the base 2; here it has the base $e$: Log.", "対数の底が 2 になっています。ここでは底が $e$ の Log を使います。"),
		lessons.Wrong(func(A, Y nn.Matrix) float64 { return cost(A, formulas.OneMinus(Y)) },
			"$Y$ and $1 − Y$ are swapped.", "$Y$ と $1 − Y$ が入れ替わっています。"),
	}
}
