package scenes

import (
	"fmt"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/scene"
)

func init() {
	course["week2/oneneuron"] = map[string]func() *Scene{"graph": oneGraph, "mean": oneMean, "weights": oneWeights}
}

func oneGraph() *Scene {
	s := newScene()
	s.Graph("z = w*x + b; a = sigmoid(z); L = -log(a)", map[string]float64{"w": 2, "x": 0.5, "b": -0.5},
		map[string]scene.Point{"w": at(60, 70), "x": at(60, 155), "b": at(60, 240), "z": at(215, 150), "a": at(390, 150), "L": at(560, 150)})
	s.Add("truth", text(at(560, 78), words.T("truth: y = 1, a cat", "正解：y = 1（猫）"), Letters{Size: 14}))
	s.Add("forward", line(arrow(blue, 2.5), at(60, 24), at(440, 24)), text(at(250, 12), words.T("forward", "順伝播"), bold(blue)))
	s.Add("backward", line(arrow(orange, 2.5), at(560, 290), at(60, 290)), text(at(310, 277), words.T("backward", "逆伝播"), bold(orange)))
	s.Add("shortcut", line(Pen{Colour: purple, Width: 2.5, Dashed: true, Arrow: true}, at(560, 205), at(560, 225), at(215, 225), at(215, 192)), text(at(400, 239), "a − y", large(purple, 18)))
	s.Formula(320, 330, 25, term("dz", `dz=a-y`), term("dw", `\qquad dw=x\cdot dz`), term("db", `\qquad db=dz`))
	return s
}

// oneMean shows how the slopes of four examples become one.
func oneMean() *Scene {
	s := newScene()
	X := nn.Rows([][]float64{{0.5, -1, 2, 1}})
	Y := nn.Row(1, 0, 1, 0)
	neuron := &nn.LogisticRegression{W: nn.Column(0.5), B: nn.Column(0)}
	A := neuron.Forward(X)
	dw, db := neuron.Backward(X, A, Y)
	head := func(name string, y float64, said any, colour Colour) {
		s.Add(name, text(at(80, y), said, Letters{Colour: colour, Bold: true}))
	}
	head("x", 50, "x", green)
	head("y", 100, "y", "")
	head("a", 150, "a", blue)
	head("dz", 200, "dz = a − y", orange)
	head("push", 250, "x · dz", purple)
	for j := range 4 {
		x := 200 + 85*float64(j)
		e := A.At(0, j) - Y.At(0, j)
		s.Add(fmt.Sprint("example", j+1), text(at(x, 50), number(X.At(0, j)), bold(green)), text(at(x, 100), number(Y.At(0, j)), bold("")))
		s.Add(fmt.Sprint("answer", j+1), text(at(x, 150), fixed(A.At(0, j), 2), bold(blue)))
		s.Add(fmt.Sprint("error", j+1), text(at(x, 200), fixed(e, 2), bold(orange)))
		s.Add(fmt.Sprint("wish", j+1), text(at(x, 250), fixed(X.At(0, j)*e, 2), bold(purple)))
	}
	s.Add("dw.value", line(soft, at(505, 30), at(505, 270)), text(at(570, 250), "dw = "+fixed(dw.At(0, 0), 2), large(purple, 18)))
	s.Add("db.value", text(at(570, 200), "db = "+fixed(db.At(0, 0), 2), large(orange, 18)))
	s.Formula(320, 322, 24, term("dw", `dw=\frac{1}{m}X(A-Y)^{T}`), term("db", `\qquad db=\frac{1}{m}\sum_{i=1}^{m}\big(a^{(i)}-y^{(i)}\big)`))
	return s
}

func oneWeights() *Scene {
	s := newScene()
	c := trainedCatNeuron()
	d := photographs()
	s.Add("cat", picture(photograph(d.TrainImages[shownCat], 1, 1, 1), 40, 60, 200, 200, false))
	s.Add("times", text(at(265, 160), "·", large("", 40)))
	s.Add("weights", picture(weightImage(c.neuron.W), 290, 60, 200, 200, true))
	s.Add("name", text(at(390, 280), words.T("the weights, as a picture", "重みを画像にしたもの"), Letters{Size: 14}))
	z := c.neuron.W.T().Dot(column(inputs(d.TrainX), shownCat)).Add(c.neuron.B).At(0, 0)
	s.Add("answer", text(at(560, 140), "z = "+fixed(z, 2), large("", 18)), text(at(560, 175), "a = "+fixed(sigmoid(z), 2), large(orange, 22)))
	return s
}
