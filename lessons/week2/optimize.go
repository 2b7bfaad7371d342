package week2

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type optimization = func(w nn.Matrix, b float64, X, Y nn.Matrix, iterations int, alpha float64) (nn.Matrix, float64, []float64)

// Optimize is the exercise of gradient descent: many small steps downhill.
var Optimize = &lessons.Exercise[optimization]{
	ID:    "week2/optimize",
	Title: words.T("Gradient descent", "勾配降下法"),
	Prompt: words.T("Walk downhill: in each iteration find the gradient with your `propagate`, then take a step against it. Record the cost of iterations 0, 100, 200 …, before the step.",
		"坂を下りていきましょう。繰り返しのたびに、自分の `propagate` で勾配を求め、その逆向きに一歩進みます。0、100、200 … 回目には、一歩進む前のコストを記録してください。"),
	Points: 20,

	Formula:   "w := w − α dw\nb := b − α db",
	Reference: optimize,
	Week:      week,
	Published: lessons.Figure{Key: "week2/optimize", Inputs: []string{"w", "b", "X", "Y", "num_iterations", "learning_rate"}, Outputs: []string{"w", "b", "costs"}},

	Cases: []lessons.Case{
		{
			Args: []any{nn.Column(1, 2), 2.0, nn.Rows([][]float64{{1, 2}, {3, 4}}), nn.Row(1, 0), 100, 0.009},
			Want: []any{nn.Column(0.1124578970863515, 0.23106774677612976), 1.5593049248448891, []float64{6.000064773191601}},
		},
		{Args: []any{nn.Column(0.5, -1), 0.1, nn.Rows([][]float64{{1, 0, 2}, {-1, 1, 0.5}}), nn.Row(1, 0, 1), 1, 0.1}},
		{Args: []any{nn.Column(0, 0), 0.0, nn.Rows([][]float64{{1, 0, 2}, {-1, 1, 0.5}}), nn.Row(1, 0, 1), 101, 0.05}},
	},
	Random: func(d *lessons.Draw) []any {
		n, m := d.Dim(2, 5), d.Dim(3, 7)
		w, b, X, Y := d.Matrix(n, 1), d.Normal(), d.Matrix(n, m), d.Labels(m)
		if d.Far() { // of these it is sure, and rightly so: they hardly move it
			X = lessons.SureOf(w, b, X, &Y)
		}
		return []any{w, b, X, Y, d.Size(2, 30), d.Uniform(0.01, 0.2)}
	},

	Mistakes: []lessons.Mistake[optimization]{
		lessons.Wrong(steps(func(s *descent) { s.w, s.b = s.w.Add(s.dw.Scale(s.alpha)), s.b+s.alpha*s.db }),
			"The steps go uphill: the gradient points to where the cost grows, so subtract it.",
			"坂を上っています。勾配はコストが増える向きを指すので、足すのではなく引いてください。"),
		lessons.Wrong(steps(func(s *descent) { s.w = s.w.Sub(s.dw.Scale(s.alpha)) }),
			"Only $w$ is updated; $b$ has its own step: $b = b − α db$.",
			"$w$ しか更新されていません。$b$ も $b = b − α db$ と更新します。"),
		lessons.Wrong(steps(func(s *descent) { s.b -= s.alpha * s.db }),
			"Only $b$ is updated; $w$ has its own step: $w = w − α dw$. Sub returns a new matrix, so assign it: `w = w.Sub(…)`.",
			"$b$ しか更新されていません。$w$ も $w = w − α dw$ と更新します。Sub は新しい行列を返すので、`w = w.Sub(…)` と代入してください。"),
		lessons.Wrong(steps(func(s *descent) { s.w, s.b = s.w.Sub(s.dw), s.b-s.db }),
			"The learning rate $α$ is forgotten: the step is $α$ times the gradient.",
			"学習率 $α$ を忘れています。一歩の大きさは、勾配の $α$ 倍です。"),
		lessons.Wrong(steps(func(s *descent) { s.w, s.b = s.w.Sub(s.dw.Scale(0.009)), s.b-0.009*s.db }),
			"The learning rate is written into the function as 0.009; use the argument alpha.",
			"学習率が 0.009 という数で書かれています。引数の alpha を使ってください。"),
		lessons.Wrong(func(w nn.Matrix, b float64, X, Y nn.Matrix, iterations int, alpha float64) (nn.Matrix, float64, []float64) {
			dw, db, cost := propagate(w, b, X, Y)
			var costs []float64
			for i := range iterations {
				if i%100 == 0 {
					costs = append(costs, cost)
				}
				w, b = w.Sub(dw.Scale(alpha)), b-alpha*db
			}
			return w, b, costs
		},
			"The gradient is computed once, before the loop. It changes with every step: call propagate inside the loop.",
			"勾配が、ループの前に一度だけ計算されています。勾配は一歩ごとに変わるので、ループの中で propagate を呼び出してください。"),
		lessons.Wrong(func(w nn.Matrix, b float64, X, Y nn.Matrix, iterations int, alpha float64) (nn.Matrix, float64, []float64) {
			return optimize(w, b, X, Y, iterations-1, alpha)
		},
			"One step is missing: the loop runs iterations times, from 0 up to iterations − 1.",
			"一歩足りません。ループは 0 から iterations − 1 まで、iterations 回繰り返します。"),
		lessons.Wrong(noting(func(int) bool { return true }, 0),
			"$w$ and $b$ are right. The costs are noted in every iteration; note every 100th: `if i%100 == 0`.",
			"$w$ と $b$ は正しくできています。コストが毎回記録されています。100 回に 1 回だけ、`if i%100 == 0` のときに記録してください。"),
		lessons.Wrong(noting(func(i int) bool { return i%100 == 0 }, 1),
			"$w$ and $b$ are right. The costs are those after the step; note the cost that propagate gave, before $w$ and $b$ change.",
			"$w$ と $b$ は正しくできています。コストが、一歩進んだ後のものになっています。$w$ と $b$ を変える前に propagate が返したコストを記録してください。"),
		lessons.Wrong(noting(func(int) bool { return false }, 0),
			"$w$ and $b$ are right. The costs are empty: append the cost when `i%100 == 0`.",
			"$w$ と $b$ は正しくできています。costs が空です。`i%100 == 0` のときに、append でコストを加えてください。"),
	},
	Hints: []words.Text{
		words.T("The gradient says where the cost grows fastest; a small step the other way makes it smaller. After that the gradient is different, so find it anew in every iteration.",
			"勾配は、コストがいちばん速く増える向きを表します。その逆に小さく一歩進むと、コストは減ります。進むと勾配も変わるので、繰り返しのたびに求め直します。"),
		words.T("In each iteration: `dw, db, cost := propagate(w, b, X, Y)`; note the cost if `i%100 == 0`; then $w = w − α dw$ and $b = b − α db$.",
			"繰り返しのたびに、`dw, db, cost := propagate(w, b, X, Y)` を計算し、`i%100 == 0` ならコストを記録します。それから $w = w − α dw$、$b = b − α db$ と更新します。"),
		words.T("`costs = append(costs, cost)`; `w = w.Sub(dw.Scale(…))`; `b -= …`",
			"`costs = append(costs, cost)`、`w = w.Sub(dw.Scale(…))`、`b -= …` と書きます。"),
	},
}

// optimize takes that many steps of gradient descent with learning rate alpha, from w and b on.
// It returns the new w and b, and the costs of iterations 0, 100, 200 …
// ja: optimize は、w と b から始めて、学習率 alpha の勾配降下法を iterations 回行います。
// ja: 新しい w と b、そして 0、100、200 … 回目のコストを返します。
func optimize(w nn.Matrix, b float64, X, Y nn.Matrix, iterations int, alpha float64) (nn.Matrix, float64, []float64) {
	var costs []float64
	for i := range iterations {
		//: _ = i
		// BLANK
		// en: the gradient here, and the cost
		// ja: 今の位置での勾配とコスト
		dw, db, cost := propagate(w, b, X, Y)

		// en: every 100th iteration, note the cost
		// ja: 100 回に 1 回、コストを記録します
		if i%100 == 0 {
			costs = append(costs, cost)
		}

		// w := w − α dw
		// b := b − α db
		w = w.Sub(dw.Scale(alpha))
		b -= alpha * db
		// END
	}
	return w, b, costs
}

// descent is where gradient descent stands, for the mistakes to take a wrong step.
type descent struct {
	w, dw        nn.Matrix
	b, db, alpha float64
}

// steps is optimize with another step.
func steps(step func(s *descent)) optimization {
	return func(w nn.Matrix, b float64, X, Y nn.Matrix, iterations int, alpha float64) (nn.Matrix, float64, []float64) {
		s := descent{w: w, b: b, alpha: alpha}
		var costs []float64
		for i := range iterations {
			var cost float64
			s.dw, s.db, cost = propagate(s.w, s.b, X, Y)
			if i%100 == 0 {
				costs = append(costs, cost)
			}
			step(&s)
		}
		return s.w, s.b, costs
	}
}

// noting is optimize that notes other costs: those of the iterations that due picks, late steps after them.
func noting(due func(i int) bool, late int) optimization {
	return func(w nn.Matrix, b float64, X, Y nn.Matrix, iterations int, alpha float64) (nn.Matrix, float64, []float64) {
		var costs []float64
		for i := range iterations + late {
			dw, db, cost := propagate(w, b, X, Y)
			if i >= late && due(i-late) {
				costs = append(costs, cost)
			}
			if i < iterations {
				w, b = w.Sub(dw.Scale(alpha)), b-alpha*db
			}
		}
		return w, b, costs
	}
}
