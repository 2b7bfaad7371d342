package week2

import (
	"math"

	"nekonote/lessons"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Trained is a classifier after its training: what it has learned, and how good it is.
type Trained struct {
	W             nn.Matrix // weights, n_x×1
	B             float64   // bias
	Costs         []float64 // the costs of iterations 0, 100, 200 …
	TrainAccuracy float64   // percent of the training examples that it gets right
	TestAccuracy  float64   // percent of the test examples
}

type modelling = func(trainX, trainY, testX, testY nn.Matrix, iterations int, alpha float64) Trained

// Model is the exercise of the whole: start, train, judge.
var Model = &lessons.Exercise[modelling]{
	ID:    "week2/model",
	Title: words.T("The whole model", "モデル全体"),
	Prompt: words.T("Put your functions together: start from zero, train on the training set, and find the percentage of each set that the trained model gets right: 100 times 1 minus the mean of $|\\hat{Y} - Y|$. `result` has the parts `W`, `B`, `Costs`, `TrainAccuracy` and `TestAccuracy`. This one you write all by yourself.",
		"これまでの関数を組み合わせましょう。ゼロから始めて訓練データで訓練し、訓練データとテストデータのそれぞれで、何パーセント正しく判定できるか、つまり、1 から $|\\hat{Y} - Y|$ の平均を引いて 100 倍したものを求めてください。`result` には、`W`、`B`、`Costs`、`TrainAccuracy`、`TestAccuracy` という部分があります。今度は、全部を自分で書いてみましょう。"),
	Points: 25,

	Formula:   "accuracy = 100 · (1 − (1/m) Σ |Ŷ − Y|)",
	Reference: model,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{
			nn.Rows([][]float64{{1, 2, -1, -2, 0.5}, {0, 1, 1, -1, -2}}), nn.Row(1, 1, 0, 0, 0),
			nn.Rows([][]float64{{2, -1, 0, 1}, {1, 0, -1, -3}}), nn.Row(1, 1, 0, 1), 30, 0.1}},
	},
	Random: func(d *lessons.Draw) []any {
		n, m, t := d.Dim(2, 6), d.Dim(8, 20), d.Dim(4, 7)
		X, T := d.Matrix(n, m), d.Matrix(n, t)
		if d.Far() { // what is trained with, not as far: at 20, what rounding leaves grows from step to step until it is a difference
			X, T = lessons.Outward(X, 10), lessons.Outward(T, 30)
		}
		return []any{X, d.Labels(m), T, d.Labels(t), d.Size(20, 50), d.Uniform(0.05, 0.5)}
	},

	Mistakes: []lessons.Mistake[modelling]{
		lessons.Wrong(judging(func(r *Trained) { r.TrainAccuracy, r.TestAccuracy = 100-r.TrainAccuracy, 100-r.TestAccuracy }),
			"These are the percentages of wrong answers; subtract them from 100.",
			"これは間違えた割合です。100 から引いてください。"),
		lessons.Wrong(judging(func(r *Trained) { r.TrainAccuracy, r.TestAccuracy = r.TrainAccuracy/100, r.TestAccuracy/100 }),
			"The accuracies are fractions of 1; they should be percentages, so multiply by 100.",
			"正解率が 0 から 1 の割合になっています。100 をかけてパーセントにしてください。"),
		lessons.Wrong(judging(func(r *Trained) { r.TrainAccuracy, r.TestAccuracy = r.TestAccuracy, r.TrainAccuracy }),
			"The two accuracies are swapped.", "二つの正解率が入れ替わっています。"),
		lessons.Wrong(judging(func(r *Trained) { r.TestAccuracy = r.TrainAccuracy }),
			"The accuracy on the test set is that of the training set: compare `predict(w, b, testX)` with `testY`.",
			"テストデータの正解率が、訓練データのものになっています。`predict(w, b, testX)` を `testY` と比べてください。"),
		lessons.Wrong(func(trainX, trainY, testX, testY nn.Matrix, iterations int, alpha float64) Trained {
			r := model(testX, testY, trainX, trainY, iterations, alpha)
			r.TrainAccuracy, r.TestAccuracy = r.TestAccuracy, r.TrainAccuracy
			return r
		},
			"The model is trained on the test set. It must never see it before it is judged, or the accuracy says nothing.",
			"テストデータで訓練しています。評価の前にテストデータを見せると、正解率に意味がなくなります。"),
		lessons.Wrong(func(trainX, trainY, testX, testY nn.Matrix, iterations int, _ float64) Trained {
			return model(trainX, trainY, testX, testY, iterations, 0.005)
		},
			"The learning rate is written into the function as 0.005; pass the argument alpha on.",
			"学習率が 0.005 という数で書かれています。引数の alpha を渡してください。"),
		lessons.Wrong(func(trainX, trainY, testX, testY nn.Matrix, iterations int, alpha float64) Trained {
			r := model(trainX, trainY, testX, testY, iterations, alpha)
			n, _ := trainX.Dims()
			w, b := initializeWithZeros(n)
			r.TrainAccuracy, r.TestAccuracy = rate(w, b, trainX, trainY), rate(w, b, testX, testY)
			return r
		},
			"The accuracies are those of the untrained weights: predict with the $w$ and $b$ that optimize returned.",
			"正解率が、訓練前の重みのものになっています。optimize が返した $w$ と $b$ で predict してください。"),
		lessons.Wrong(func(trainX, trainY, testX, testY nn.Matrix, iterations int, alpha float64) Trained {
			r := model(trainX, trainY, testX, testY, iterations, alpha)
			n, _ := trainX.Dims()
			r.W, r.B = initializeWithZeros(n)
			return r
		},
			"$W$ and $B$ of the result are the untrained ones: put in what optimize returned.",
			"結果の $W$ と $B$ が、訓練前のものです。optimize が返した値を入れてください。"),
	},
	Hints: []words.Text{
		words.T("Nothing new is computed here: `initializeWithZeros`, optimize and predict do the work. The training set teaches; both sets judge.",
			"ここで新しく計算するものはありません。`initializeWithZeros`、optimize、predict が仕事をします。学ぶのは訓練データからだけで、評価は両方のデータで行います。"),
		words.T("$|Ŷ − Y|$ is 1 where the answer is wrong and 0 where it is right, so its mean is the fraction of wrong answers. $accuracy = 100 · (1 − mean)$.",
			"$|Ŷ − Y|$ は、判定が間違いなら 1、正しければ 0 です。その平均は間違いの割合なので、正解率は、100 かける（1 引く平均）です。"),
		words.T("`w, b, costs := optimize(w, b, trainX, trainY, iterations, alpha)`; the accuracy is `100 * (1 - predict(w, b, X).Sub(Y).Apply(math.Abs).Mean())`, once for each set.",
			"`w, b, costs := optimize(w, b, trainX, trainY, iterations, alpha)` で訓練します。正解率は `100 * (1 - predict(w, b, X).Sub(Y).Apply(math.Abs).Mean())` で、データごとに求めます。"),
	},
}

// model trains on trainX (n×m) with labels trainY (1×m), and judges itself on both sets.
// Its accuracies are percent.
// ja: model は trainX（n×m）とラベル trainY（1×m）で訓練し、両方のデータで自分を評価します。正解率はパーセントです。
func model(trainX, trainY, testX, testY nn.Matrix, iterations int, alpha float64) Trained {
	var result Trained
	// BLANK
	n, _ := trainX.Dims()
	w, b := initializeWithZeros(n)
	w, b, costs := optimize(w, b, trainX, trainY, iterations, alpha)
	result.W, result.B, result.Costs = w, b, costs
	result.TrainAccuracy = 100 *
		(1 - predict(w, b, trainX).Sub(trainY).Apply(math.Abs).Mean())
	result.TestAccuracy = 100 *
		(1 - predict(w, b, testX).Sub(testY).Apply(math.Abs).Mean())
	// END
	return result
}

// rate is the accuracy of w and b, in percent.
func rate(w nn.Matrix, b float64, X, Y nn.Matrix) float64 {
	return 100 * (1 - predict(w, b, X).Sub(Y).Apply(math.Abs).Mean())
}

// judging is model with another result.
func judging(change func(r *Trained)) modelling {
	return func(trainX, trainY, testX, testY nn.Matrix, iterations int, alpha float64) Trained {
		r := model(trainX, trainY, testX, testY, iterations, alpha)
		change(&r)
		return r
	}
}
