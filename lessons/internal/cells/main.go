// Command cells calls what only cells call. Nobody runs it: it lets deadcode, which does not read notebooks, see that these
// functions are alive. Tests run them in programs of their own, which deadcode does not read either.
package main

import (
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/digits"
	"nekonote/lessons/data/pictures"
	"nekonote/lessons/data/planar"
	"nekonote/lessons/face/lessons"
	"nekonote/lessons/face/sight"
	"nekonote/lessons/face/week1"
	"nekonote/lessons/face/weeks"
	"nekonote/lessons/internal/bank"
	"nekonote/lessons/own"
	"nekonote/nn"
	"nekonote/plots"
)

func main() {
	lessons.Progress(weeks.Course()...)
	if lessons.Solved(week1.Sigmoid) {
		week1.Sigmoid.Check(nil)
		week1.Sigmoid.Hint()
		week1.Sigmoid.Solution()
		week1.Sigmoid.Reset()
		week1.Quiz.Check(1, "a")
	}
	lessons.Lecture("week1/neuron")
	lessons.WarmUp(week1.Quiz)
	lessons.Guess("one", "1", 1)
	lessons.Try(func() { _ = lessons.Seconds(func() {}) })
	own.Judge("cat.png")
	own.Mirrored(own.Shifted(own.Cropped(nn.Zeros(12288, 1), 1, nn.NewRand(1)), 1, nn.NewRand(1)))
	own.Creatures()
	own.Share(*nn.NewClassifier(768, 2), cats.Load())
	own.Right(own.Inputs(nn.Zeros(12288, 1), 16), nn.Row(0))
	own.Wrong(nn.Zeros(2, 1), nn.Row(0))
	pictures.Answers(pictures.Photo{}, nn.Zeros(2, 1), cats.Load().Kinds())
	plots.LearningCurve(nil)
	lessons.Mine(week1.Sigmoid)
	lessons.Remember("one", func() int { return 1 })
	for range lessons.Steps(1) {
		lessons.Forget("one")
	}
	for range lessons.Portions(1, 1, plots.LiveCost(1)) {
	}
	plots.LiveCost(1).Close()
	pictures.Judge("cat.png", func(nn.Matrix) float64 { return 0.5 })
	pictures.Collection{}.Show()
	pictures.Photo{}.Show()
	planar.Spirals(nn.NewRand(1))
	digits.Split(digits.Load())
	digits.Scattered(digits.Framed(nn.Zeros(64, 1), 2).Slice(0, 64, 0, 1), 2, nn.NewRand(1))
	nn.NewConvolutional(nn.Picture{Height: 12, Width: 12, Channels: 1}, 5, []int{8}, 10)
	sight.Picture(sight.Drawing(3))
	own.Moved(nn.Zeros(12288, 1), 8)
	digits.Picture(nn.Zeros(64, 1), 0)
	plots.Neuron(0, 0, []float64{0, 1}, []float64{0, 1})
	plots.HiddenLayer(*nn.NewTwoLayer(2, 4, 1), nn.Zeros(2, 1), nn.Zeros(1, 1))
	plots.WhyCat(nn.Zeros(3, 1), 0, nn.Zeros(3, 1))
	plots.FirstLayer(nn.Zeros(1, 3), nn.Row(0), nn.Zeros(1, 3), nn.Zeros(3, 1))
	plots.Covered(nn.Zeros(3, 1), nn.Matrix.SumCols)
	plots.ForwardBackward([]nn.Layer{{W: nn.Row(1), B: nn.Row(0), G: nn.Sigmoid}}, nn.Row(1), nn.Row(1))
	plots.Folding([]nn.Layer{{W: nn.Row(1, 1), B: nn.Row(0), G: nn.ReLU}, {W: nn.Row(1), B: nn.Row(0), G: nn.Sigmoid}}, nn.Zeros(2, 1), nn.Row(1))
	plots.MatrixProduct(nn.Row(1), nn.Row(1))
	plots.Broadcasting(nn.Row(1), nn.Row(1))
	bank.Serve(nil)
}
