package week4

import (
	"nekonote/lessons"
	"nekonote/lessons/internal/formulas"
	"nekonote/nn"
	"nekonote/nn/words"
)

type linearReturn = func(dZ nn.Matrix, cache Cache) (dAPrev, dW, db nn.Matrix)

// LinearBackward is the exercise of the way back through a layer's sums.
var LinearBackward = &lessons.Exercise[linearReturn]{
	ID:    "week4/linearBackward",
	Title: words.T("The linear part, backward", "線形部分の逆伝播"),
	Prompt: words.T("$dZ$ ($n \\times m$) says how the loss of each example changes with $Z$. Find $dW$, $db$, and $dA_{prev}$, which the layer before will need.",
		"$dZ$（$n \\times m$）は、$Z$ を変えたときの各例の損失の変わり方です。$dW$ と $db$、そして前の層に渡す $dA_{prev}$ を求めてください。"),
	Points: 25,

	Formula:   "dW = (1/m) dZ·A_prevᵀ\ndb = (1/m) Σ dZ⁽ⁱ⁾   (n×1, i = 1, …, m)\ndA_prev = Wᵀ·dZ",
	Reference: linearBackward,
	Week:      week,
	Published: lessons.Figure{Key: "week4_steps/linear_backward", Inputs: []string{"dZ", "A_prev W b"}, Outputs: []string{"dA_prev", "dW", "db"}},

	Cases: []lessons.Case{
		{
			Args: []any{
				nn.Row(1.6243453636632417, -0.6117564136500754),
				Cache{
					APrev: nn.Rows([][]float64{{-0.5281717522634557, -1.0729686221561705}, {0.8654076293246785, -2.3015386968802827}, {1.74481176421648, -0.7612069008951028}}),
					W:     nn.Row(0.31903909605709857, -0.2493703754774101, 1.462107937044974),
					B:     nn.Row(-2.060140709497654),
				},
			},
			Want: []any{
				nn.Rows([][]float64{{0.5182296765076597, -0.19517421321805253}, {-0.4050636132416928, 0.15255392657263311}, {2.3749682487142305, -0.8944539079359436}}),
				nn.Row(-0.10076895037885643, 1.4068509647263443, 1.6499250517036985),
				nn.Row(0.5062944750065832),
			},
		},
		{Args: []any{
			nn.Rows([][]float64{{1, 0, -1}, {0.5, 2, 1}}),
			Cache{APrev: nn.Rows([][]float64{{1, 2, 3}, {-1, 0, 1}, {2, 2, 0}, {0, 1, 0}}), W: nn.Rows([][]float64{{1, 0, 2, -1}, {0, 1, -1, 0.5}}), B: nn.Column(1, -1)},
		}},
	},
	Random: func(d *lessons.Draw) []any {
		n, nPrev, m := d.Dim(2, 4), d.Dim(5, 7), d.Dim(8, 10)
		return []any{d.Matrix(n, m), Cache{APrev: d.Matrix(nPrev, m), W: d.Matrix(n, nPrev), B: d.Matrix(n, 1)}}
	},

	Avoid: []string{"Blocks"},
	Mistakes: []lessons.Mistake[linearReturn]{
		lessons.Wrong(returned(func(r *linearSlopes) { r.dW = r.dW.Scale(r.m) }),
			"$dW$ lacks the factor $1/m$: it is the mean over the examples, not their sum.",
			"$dW$ に $1/m$ がかかっていません。合計ではなく、例についての平均です。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.db = r.db.Scale(r.m) }),
			"$db$ lacks the factor $1/m$: it is the mean over the examples, not their sum.",
			"$db$ に $1/m$ がかかっていません。合計ではなく、例についての平均です。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.dAPrev = r.dAPrev.Scale(1 / r.m) }),
			"`dAPrev` is divided by $m$. Only $dW$ and $db$ are means over the examples; `dAPrev` keeps one column for each of them.",
			"`dAPrev` を $m$ で割っています。例について平均するのは $dW$ と $db$ だけです。`dAPrev` は例ごとに 1 列を保ちます。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.db = r.dZ.SumCols().Scale(1 / r.m) }),
			"$db$ is summed over the units. Sum over the examples, along each row: `SumRows`.",
			"$db$ がユニットについての和になっています。例について、つまり各行に沿って足してください。`SumRows` です。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.db = nn.Row(r.dZ.Sum() / r.m) }),
			"$db$ is a single number. Each unit has its own bias, so $db$ is $n×1$: use `SumRows`.",
			"$db$ が一つの数になっています。バイアスはユニットごとにあるので、$db$ は $n×1$ です。`SumRows` を使ってください。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.db = r.dZ.Scale(1 / r.m) }),
			"$db$ is not summed yet: it still has a column for each example.",
			"$db$ がまだ足し合わされていません。例ごとの列が残っています。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.dW = r.cache.APrev.Dot(r.dZ.T()).Scale(1 / r.m) }),
			"$dW$ lies on its side. It has the shape of $W$, $n×n_prev$: $dZ·A_prevᵀ$.",
			"$dW$ の行と列が逆です。$W$ と同じ $n×n_prev$ にします。$dZ·A_prevᵀ$ です。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.dW = r.dZ.Dot(r.cache.APrev).Scale(1 / r.m) }),
			"$A_prev$ is not transposed. In $dZ·A_prevᵀ$ the $m$ columns of $dZ$ meet $m$ rows, and the product sums over the examples.",
			"$A_prev$ を転置していません。$dZ·A_prevᵀ$ なら、$dZ$ の $m$ 列が $m$ 行と組になり、例について足し合わされます。"),
		lessons.Wrong(returned(func(r *linearSlopes) { r.dAPrev = r.cache.W.Dot(r.dZ) }),
			"$W$ is not transposed. Going back, each unit of the layer before collects from all units that it fed: $Wᵀ·dZ$.",
			"$W$ を転置していません。逆伝播では、前の層の各ユニットが、値を渡した先のすべてのユニットから誤差を集めます。$Wᵀ·dZ$ です。"),
		lessons.Wrong(returned(func(r *linearSlopes) {
			n, _ := r.cache.APrev.Dims()
			k := r.m / float64(n)
			r.dW, r.db = r.dW.Scale(k), r.db.Scale(k)
		}),
			"$m$ is counted wrongly: the examples are the columns of $A_prev$, not its rows. `_, m := cache.APrev.Dims()`.",
			"$m$ の数え方が違います。例は $A_prev$ の行ではなく列です。`_, m := cache.APrev.Dims()` です。"),
	},
	Hints: []words.Text{
		words.T("$Z = W·A_prev + b$ has three ingredients, and each gets its slope: $W$ (times $A_prev$), $b$ (times 1), and $A_prev$ (times $W$). What all examples share, $W$ and $b$, gets the mean over the examples.",
			"$Z = W·A_prev + b$ の材料は三つで、それぞれに傾きがあります。$W$ の傾きには $A_prev$、$b$ の傾きには 1、$A_prev$ の傾きには $W$ をかけます。すべての例に共通の $W$ と $b$ は、例について平均します。"),
		words.T("$dW = (1/m) dZ·A_prevᵀ$ ($n×n_prev$), $db = (1/m) Σ dZ$ ($n×1$, `SumRows`), $dA_prev = Wᵀ·dZ$ ($n_prev×m$). Check: each has the shape of what it belongs to.",
			"$dW = (1/m) dZ·A_prevᵀ$（$n×n_prev$）、$db = (1/m) Σ dZ$（$n×1$、`SumRows`）、$dA_prev = Wᵀ·dZ$（$n_prev×m$）です。どれも、もとの行列と同じ形になります。"),
		words.T("`_, m := dZ.Dims()`; `dW = dZ.Dot(cache.APrev.T()).Scale(1 / float64(m))`; `db = dZ.SumRows().Scale(…)`; `dAPrev = cache.W.T().Dot(…)`.",
			"`_, m := dZ.Dims()`、`dW = dZ.Dot(cache.APrev.T()).Scale(1 / float64(m))`、`db = dZ.SumRows().Scale(…)`、`dAPrev = cache.W.T().Dot(…)` と書きます。"),
	},

	// The mean over the examples of what changes by dZ: its slopes are dW and db.
	Cost: func(a []any) float64 {
		dZ, cache := a[0].(nn.Matrix), a[1].(Cache)
		return linearForward(cache.APrev, cache.W, cache.B).Mul(dZ).Sum() / formulas.Examples(dZ)
	},
	Slopes: map[string]string{"dW": "cache.W", "db": "cache.B"},
}

// linearBackward returns dAPrev (n_prev×m), dW (n×n_prev) and db (n×1),
// for dZ (n×m) and the cache of the way forward.
// ja: linearBackward は、dZ（n×m）と順伝播の cache から、dAPrev（n_prev×m）、dW（n×n_prev）、db（n×1）を返します。
func linearBackward(dZ nn.Matrix, cache Cache) (dAPrev, dW, db nn.Matrix) {
	// BLANK
	// en: the number m of examples
	// ja: 例の数 m
	_, m := dZ.Dims()

	// dW = (1/m) dZ·A_prevᵀ
	dW = dZ.Dot(cache.APrev.T()).Scale(1 / float64(m))

	// en: db = (1/m) Σ dZ, the sum of each row
	// ja: db = (1/m) Σ dZ（行ごとの和）
	db = dZ.SumRows().Scale(1 / float64(m))

	// dA_prev = Wᵀ·dZ
	dAPrev = cache.W.T().Dot(dZ)
	// END
	return dAPrev, dW, db
}

// linearSlopes is what linearBackward works with and gives, for the mistakes to spoil.
type linearSlopes struct {
	dZ, dAPrev, dW, db nn.Matrix
	cache              Cache
	m                  float64
}

// returned is linearBackward with another ending.
func returned(spoil func(r *linearSlopes)) linearReturn {
	return func(dZ nn.Matrix, cache Cache) (nn.Matrix, nn.Matrix, nn.Matrix) {
		dAPrev, dW, db := linearBackward(dZ, cache)
		r := linearSlopes{dZ, dAPrev, dW, db, cache, formulas.Examples(dZ)}
		spoil(&r)
		return r.dAPrev, r.dW, r.db
	}
}
