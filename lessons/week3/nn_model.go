package week3

import (
	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

type modelling = func(X, Y nn.Matrix, nh, iterations int, alpha float64) (Params, []float64)

// NnModel is the exercise of the whole: start, and walk downhill.
var NnModel = &lessons.Exercise[modelling]{
	ID:    "week3/nnModel",
	Title: words.T("The whole network", "ネットワーク全体"),
	Prompt: words.T("Put your functions together: start a network with $n_h$ hidden units (in Go: `nh`) and train it. Record the cost of iterations 0, 1000, 2000 …, before the step. This one you write all by yourself.",
		"これまでの関数を組み合わせましょう。隠れユニットが $n_h$ 個（Go では `nh`）のネットワークを作り、訓練してください。0、1000、2000 … 回目には、一歩進む前のコストを記録します。今度は、全部を自分で書いてみましょう。"),
	Points: 15,

	Formula:   "params → A2 → J → grads → params → …",
	Reference: nnModel,
	Week:      week,
	Published: lessons.Figure{Key: "week3/nn_model", Inputs: []string{"X", "Y", "n_h", "num_iterations", ""}, Outputs: []string{"W1 b1 W2 b2", "costs_every_1000"}, Later: true},

	Cases: []lessons.Case{
		{ // of a later version of the course: the first one's labels are no labels, and its numbers hang on rounding
			Last: true,
			Args: []any{courseX(), nn.Row(1, 0, 1), 4, 10000, 1.2},
			Want: []any{
				Params{
					W1: nn.Rows([][]float64{
						{-0.6584816898869865, 1.218668114415443}, {-0.7620427286842822, 1.3937757289623218},
						{0.5792004964136719, -1.1039770323249776}, {0.76773391440998, -1.414771290287543},
					}),
					B1: nn.Column(0.2875920031313599, 0.35112640140181345, -0.2431245963923636, -0.3577280473414484),
					W2: nn.Row(-2.455662374069905, -3.2704227402788466, 2.007849575728796, 3.3677327292933863),
					B2: nn.Row(0.20459656371892254),
				},
				[]float64{0.6927392477233995, 0.00021762955473714112, 0.00010736974188767274, 7.118642291867257e-05, 5.322074322848264e-05,
					4.2486470800729815e-05, 3.535083410893523e-05, 3.0264780179222763e-05, 2.645654798732039e-05, 2.3498541401844063e-05},
			},
		},
		{Args: []any{nn.Rows([][]float64{{1, -1, 2, 0.5}, {0, 1, -1, -2}}), nn.Row(1, 0, 1, 0), 3, 20, 0.5}},
	},
	Random: func(d *lessons.Draw) []any {
		n, m := d.Dim(2, 4), d.Dim(6, 12)
		X := d.Matrix(n, m)
		if d.Far() { // |z| up to 14, and no more: what rounding leaves grows from step to step
			X = lessons.Outward(X, 10)
		}
		return []any{X, d.Labels(m), d.Dim(2, 5), d.Size(10, 30), d.Uniform(0.3, 0.9)}
	},

	Mistakes: []lessons.Mistake[modelling]{
		lessons.Wrong(func(X, Y nn.Matrix, nh, iterations int, alpha float64) (Params, []float64) {
			return nnModel(X, Y, nh, iterations-1, alpha)
		},
			"One step is missing: the loop runs iterations times, from 0 up to iterations − 1.",
			"一歩足りません。ループは 0 から iterations − 1 まで、iterations 回繰り返します。"),
		lessons.Wrong(trained(func(s *state) { s.params = updateParameters(s.params, s.once, s.alpha) }),
			"The gradient is computed once. It changes with every step: call `forwardPropagation` and `backwardPropagation` inside the loop.",
			"勾配が一度しか計算されていません。勾配は一歩ごとに変わるので、ループの中で `forwardPropagation` と `backwardPropagation` を呼び出してください。"),
		lessons.Wrong(trained(func(s *state) { s.params = updateParameters(s.start, s.grads, s.alpha) }),
			"Each step starts from the beginning again. Keep what was learned: `params = updateParameters(params, …)`, with the network made before the loop.",
			"毎回はじめの値から一歩進んでいます。ループの前にネットワークを作り、`params = updateParameters(params, …)` と、学んだ結果を引き継いでください。"),
		lessons.Wrong(trained(func(s *state) {}),
			"The network has not changed: `updateParameters` returns the new parameters, so assign them: `params = updateParameters(…)`.",
			"ネットワークが変わっていません。`updateParameters` は新しいパラメーターを返すので、`params = updateParameters(…)` と代入してください。").Unassigned("updateParameters"),
		lessons.Wrong(trained(func(s *state) { s.params = updateParameters(s.params, s.grads, 1.2) }),
			"The learning rate is written into the function as 1.2; pass the argument alpha on.",
			"学習率が 1.2 という数で書かれています。引数の alpha を渡してください。"),
		lessons.Wrong(func(X, Y nn.Matrix, _, iterations int, alpha float64) (Params, []float64) {
			return nnModel(X, Y, 4, iterations, alpha)
		},
			"The number of hidden units is written into the function as 4; use the argument nh.",
			"隠れユニットの数が 4 という数で書かれています。引数の nh を使ってください。"),
		lessons.Wrong(func(X, Y nn.Matrix, nh, iterations int, alpha float64) (Params, []float64) {
			params, _ := nnModel(X, Y, nh, iterations, alpha)
			return params, nil
		},
			"The network is right. The costs are empty: append the cost when `i%1000 == 0`.",
			"ネットワークは正しくできています。costs が空です。`i%1000 == 0` のときに、append でコストを加えてください。"),
		lessons.Wrong(noting(func(int) bool { return true }, false),
			"The network is right. The costs are noted in every iteration; note every 1000th: `if i%1000 == 0`.",
			"ネットワークは正しくできています。コストが毎回記録されています。1000 回に 1 回だけ、`if i%1000 == 0` のときに記録してください。"),
		lessons.Wrong(noting(func(i int) bool { return i%100 == 0 }, false),
			"The network is right. The costs are noted in every 100th iteration, as in week 2; here it is every 1000th: `if i%1000 == 0`.",
			"ネットワークは正しくできています。コストが、第 2 週と同じく 100 回に 1 回記録されています。ここでは 1000 回に 1 回、`if i%1000 == 0` のときに記録してください。"),
		lessons.Wrong(noting(func(i int) bool { return i%1000 == 0 }, true),
			"The network is right. The costs are those after the step; note the cost before the parameters change.",
			"ネットワークは正しくできています。コストが、一歩進んだ後のものになっています。パラメーターを変える前のコストを記録してください。"),
	},
	Hints: []words.Text{
		words.T("Nothing new is computed here. A network is made once; then in each iteration: forward, cost, backward, update.",
			"ここで新しく計算するものはありません。ネットワークは一度だけ作ります。それから、順伝播、コスト、逆伝播、更新を繰り返します。"),
		words.T("Before the loop: `nx, _, ny := layerSizes(X, Y)`, and `params = initializeParameters(nx, nh, ny)`. In it: `forwardPropagation`, if `i%1000 == 0` the cost, `backwardPropagation`, `updateParameters`.",
			"ループの前に `nx, _, ny := layerSizes(X, Y)` と `params = initializeParameters(nx, nh, ny)` を書きます。ループの中は `forwardPropagation`、`i%1000 == 0` ならコスト、`backwardPropagation`、`updateParameters` の順です。"),
		words.T("`A2, cache := forwardPropagation(X, params)`; `if i%1000 == 0 { costs = append(costs, computeCost(A2, Y)) }`; `grads := backwardPropagation(…)`; `params = updateParameters(…)`",
			"`A2, cache := forwardPropagation(X, params)`、`if i%1000 == 0 { costs = append(costs, computeCost(A2, Y)) }`、`grads := backwardPropagation(…)`、`params = updateParameters(…)` と書きます。"),
	},
}

// nnModel trains a network with nh hidden units on X (n_x×m) and Y (1×m).
// It returns the network, and the costs of iterations 0, 1000, 2000 …
// ja: nnModel は、隠れユニットが nh 個のネットワークを X（n_x×m）と Y（1×m）で訓練します。
// ja: ネットワークと、0、1000、2000 … 回目のコストを返します。
func nnModel(X, Y nn.Matrix, nh, iterations int, alpha float64) (params Params, costs []float64) {
	// BLANK
	nx, _, ny := layerSizes(X, Y)
	params = initializeParameters(nx, nh, ny)
	for i := range iterations {
		A2, cache := forwardPropagation(X, params)
		if i%1000 == 0 {
			costs = append(costs, computeCost(A2, Y))
		}
		grads := backwardPropagation(params, cache, X, Y)
		params = updateParameters(params, grads, alpha)
	}
	// END
	return params, costs
}

// state is where a training stands, for the mistakes to take a wrong step.
type state struct {
	start, params Params
	once, grads   Gradients // those of the first iteration, and of this one
	alpha         float64
}

// trained is nnModel with another step.
func trained(step func(s *state)) modelling {
	return func(X, Y nn.Matrix, nh, iterations int, alpha float64) (Params, []float64) {
		nx, _, ny := layerSizes(X, Y)
		s := state{start: initializeParameters(nx, nh, ny), alpha: alpha}
		s.params = s.start
		var costs []float64
		for i := range iterations {
			A2, cache := forwardPropagation(X, s.params)
			if i%1000 == 0 {
				costs = append(costs, computeCost(A2, Y))
			}
			s.grads = backwardPropagation(s.params, cache, X, Y)
			if i == 0 {
				s.once = s.grads
			}
			step(&s)
		}
		return s.params, costs
	}
}

// noting is nnModel with the costs of other iterations, or those after the step.
func noting(note func(i int) bool, after bool) modelling {
	return func(X, Y nn.Matrix, nh, iterations int, alpha float64) (Params, []float64) {
		nx, _, ny := layerSizes(X, Y)
		params := initializeParameters(nx, nh, ny)
		var costs []float64
		for i := range iterations {
			A2, cache := forwardPropagation(X, params)
			params = updateParameters(params, backwardPropagation(params, cache, X, Y), alpha)
			if after {
				A2, _ = forwardPropagation(X, params)
			}
			if note(i) {
				costs = append(costs, computeCost(A2, Y))
			}
		}
		return params, costs
	}
}
