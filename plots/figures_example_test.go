package plots_test

import (
	"image"
	"image/color"

	"nekonote/nn"
	"nekonote/plots"
)

// small is a picture of 2×2 pixels.
func small() image.Image {
	p := image.NewNRGBA(image.Rect(0, 0, 2, 2))
	for i, c := range []color.NRGBA{{255, 0, 10, 255}, {1, 2, 3, 255}, {0, 255, 0, 255}, {7, 8, 9, 255}} {
		p.SetNRGBA(i%2, i/2, c)
	}
	return p
}

func ExamplePicture() {
	plots.Picture(small(), plots.Title("Four pixels"))
	// Output:
	// Four pixels
	// a picture of 2×2 pixels
}

func ExamplePictures() {
	X := nn.Column(1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1) // red, green, blue, white
	plots.Picture(plots.Pictures(X)[0])
	// Output: a picture of 2×2 pixels
}

func ExampleGallery() {
	plots.Gallery([]image.Image{small(), small(), small()},
		plots.Labels(nn.Row(1, 0, 1), "not a cat", "cat"), plots.Probabilities(nn.Row(0.9, 0.6, 0.2)))
	// Output:
	// 2 of 3 wrong
	// 2: ✗ judged: not a cat, is: cat, ŷ = 0.20
	// 1: ✗ judged: cat, is: not a cat, ŷ = 0.60
	// 0: ✓ cat, ŷ = 0.90
}

func ExampleMislabelled() {
	plots.Mislabelled([]image.Image{small(), small()}, nn.Row(1, 0), nn.Row(0.9, 0.6), plots.Classes("not a cat", "cat"))
	// Output:
	// 1 of 2 wrong
	// 1: ✗ judged: cat, is: not a cat, ŷ = 0.60
}

func ExampleFlatten() {
	plots.Flatten(small())
	// Output: A picture of 2×2 pixels becomes a column of 12 numbers. Pixel (0, 0) is red 255, green 0, blue 10; these are the first three. The last three are 7, 8, 9.
}

func ExampleWeights() {
	plots.Weights(nn.Column(0.1, 0, 0, 0, -0.5, 0, 0, 0, 0.2, 0, 0, 0))
	// Output:
	// 12 weights, from −0.5 to 0.2; strongest at row 0, column 1, green (−0.5)
	// Orange: brightness here speaks for class 1. Blue: against it. Pale: it does not matter. The strongest colour is ±0.5.
}

func ExampleUnits() {
	plots.Units(nn.Rows([][]float64{{3, 0, 0, 0, -4, 0, 0, 0, 0, 0, 0, 0}}))
	// Output:
	// unit 1: weights from −4 to 3, length 5
	// Grey: no weight. Bright: this colour here excites the unit. Dark: it quiets it. Each picture has its own scale; |w| is the length of the unit's weights.
}

func ExampleFirstLayer() {
	W := nn.Rows([][]float64{{3, 0, 0, 0, -4, 0, 0, 0, 0, 0, 0, 0}})
	plots.FirstLayer(W, nn.Row(0), W.Scale(0.5), nn.ConcatCols(W.T(), W.T().Scale(-1)))
	// Output:
	// unit 1: on for 1 of 2 pictures; in the mean of the most exciting (1), the middle is darker by 0.08 and the rim brighter by 0.00 than in the mean of all; its weights have moved by 100 % of their length
	// Left: the mean of the pictures that excite the unit most, at most 10, less the mean of all. Right: how its weights have changed from the start, smoothed over 5×5 pixels, twice. Grey: no difference. Each picture has its own scale.
}

// How long a training took is not the same twice: TestLiveSays compares the rest.
func ExampleLiveCost() {
	live := plots.LiveCost(3, plots.Title("Training"))
	for i, cost := range []float64{0.69, 0.5, 0.4} {
		live.Add(i, cost)
	}
	live.Done()
}

func ExampleLive_Close() {
	live := plots.LiveCost(3)
	for i, cost := range []float64{0.69, 0.5, 0.4} {
		live.Add(i, cost)
	}
	live.Close()
}

func ExampleActivations() {
	plots.Activations()
	// Output:
	// sigmoid σ(z) (the function, its derivative): z = −2: 0.1192, 0.1050; z = 0: 0.5000, 0.2500; z = 2: 0.8808, 0.1050
	// tanh(z) (the function, its derivative): z = −2: −0.9640, 0.0707; z = 0: 0.0000, 1.0000; z = 2: 0.9640, 0.0707
	// ReLU(z) = max(0, z) (the function, its derivative): z = −2: 0.0000, 0.0000; z = 0: 0.0000, 0.0000; z = 2: 2.0000, 1.0000
	// leaky ReLU(z) = max(0.1 z, z) (the function, its derivative): z = −2: −0.2000, 0.1000; z = 0: 0.0000, 0.1000; z = 2: 2.0000, 1.0000
}

func ExampleLoss() {
	plots.Loss()
	// Output:
	// a = 0.01: −log(a) = 4.6052, −log(1 − a) = 0.0101
	// a = 0.1: −log(a) = 2.3026, −log(1 − a) = 0.1054
	// a = 0.5: −log(a) = 0.6931, −log(1 − a) = 0.6931
	// a = 0.9: −log(a) = 0.1054, −log(1 − a) = 2.3026
	// a = 0.99: −log(a) = 0.0101, −log(1 − a) = 4.6052
	// A sure and right answer costs almost nothing; a sure and wrong one costs without limit.
}

func ExampleTangent() {
	plots.Tangent(func(x float64) float64 { return x * x }, -2, 2)
	// Output:
	// A curve from x = −2 to 2 with its tangent at 61 places. First: x = −2.00 · f(x) = 4.000 · slope f′(x) = −4.000. Middle: x = 0.00 · f(x) = 0.000 · slope f′(x) = 0.000. Last: x = 2.00 · f(x) = 4.000 · slope f′(x) = 4.000.
	// One step Δx to the right takes the tangent up by slope · Δx.
}

func ExampleDescent() {
	plots.Descent(func(w, b float64) float64 { return w*w + 4*b*b }, 3, 2, 20, []float64{0.1, 0.26})
	// Output:
	// α = 0.1: J = 25 at the start, 0.001196 after 20 steps, at w = 0.03, b = 0
	// α = 0.26: J = 25 at the start, 347.6 after 20 steps, at w = 0, b = 9.32
}

func ExampleNetwork() {
	plots.Network([]nn.Matrix{nn.Rows([][]float64{{0.5, -1}, {2, 0.3}}), nn.Row(1, -0.8)},
		plots.Flow(nn.Column(1, 0), nn.Column(0.46, 0.96), nn.Column(0.42)))
	// Output:
	// input: 2 numbers → hidden layer 1: 2 units → output: 1 unit
	// W1 is 2×2, from −1 to 2
	// W2 is 1×2, from −0.8 to 1
	// input = 1, 0
	// hidden layer 1 = 0.46, 0.96
	// output = 0.42
}

func ExampleArchitecture() {
	plots.Architecture(12288, 20, 7, 5, 1)
	// Output: input: 12288 numbers → hidden layer 1: 20 units → hidden layer 2: 7 units → hidden layer 3: 5 units → output: 1 unit
}

func ExampleHiddenUnits() {
	plots.HiddenUnits([]int{1, 4, 20}, []float64{67.5, 90.5, 90}, nil)
	// Output: training set: 1: 67.5 %, 4: 90.5 %, 20: 90.0 %; best: 4 hidden units, 90.5 %
}

func ExampleLearningCurve() {
	plots.LearningCurve([]plots.Learned{{Examples: 100, Train: 99, Test: 55}, {Examples: 200, Train: 95.5, Test: 64.5}})
	// Output:
	// 100: training set 99.0 %, test set 55.0 %
	// 200: training set 95.5 %, test set 64.5 %
}

func ExampleConfusion() {
	plots.Confusion(nn.Row(1, 1, 0, 0), nn.Row(0.9, 0.2, 0.1, 0.3), plots.Classes("not a cat", "cat"))
	// Output:
	// truth not a cat, judged not a cat: 2
	// truth not a cat, judged cat: 0
	// truth cat, judged not a cat: 1
	// truth cat, judged cat: 1
	// 3 of 4 right (75.0 %)
}

func ExampleHistograms() {
	plots.Histograms([]plots.Layer{{Name: "layer 1", A: nn.Row(0, 0.5, 1), DW: nn.Row(-0.1, 0.1)}})
	// Output:
	// layer 1: activations: 3 values from 0 to 1, mean 0.5, standard deviation 0.4082
	// layer 1: gradients: 2 values from −0.1 to 0.1, mean 0, standard deviation 0.1
}
