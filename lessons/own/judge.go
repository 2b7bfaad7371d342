package own

import (
	"context"
	"math"
	"sync"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/pictures"
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
	"nekonote/plots/display"
)

// Judge shows a picture together with what a small network says of it: cat or not. The network is trained there and then on the
// built-in pictures, which takes about half a second, since it looks at them from afar: 8×8 squares, each the mean of 8×8
// pixels. It is for a first look, before the learner has a network of her own. What cannot be opened is said, with what to do.
func Judge(name string) {
	photo, err := pictures.Open(name)
	if err != nil {
		display.Text(err.Error())
		return
	}
	X := Coarse(photo.X, squares)
	photo.Picture = afar(X)
	pictures.Verdict(photo, quick().Predict(X))
}

// afar is the picture of squares that a coarse column (192×1) holds: what that network sees.
func afar(X nn.Matrix) pixels.Picture {
	seen := pixels.New(squares, squares)
	for i := range squares * squares * channels {
		seen[i/channels/squares][i/channels%squares][i%channels] = uint8(math.Round(255 * X.At(i, 0)))
	}
	return seen
}

// sketch is a trained network that sees pictures from afar.
type sketch struct{ net *nn.Deep }

// Predict returns the probability of a cat for one coarse picture, 192×1.
func (s sketch) Predict(X nn.Matrix) float64 {
	A, _ := s.net.Forward(X)
	return A.At(0, 0)
}

// quick trains the network, once in a program.
var quick = sync.OnceValue(func() sketch {
	data, err := cats.Open(cats.BuiltIn)
	if err != nil {
		panic(err) // it is built in
	}
	defer nn.Seed(1) // for what the cell draws afterwards, as if nothing had been drawn
	nn.Seed(1)
	net := nn.NewDeep(squares*squares*3, 20, 7, 1)
	how := nn.Training{Alpha: 0.03, Iterations: 2000}
	if err := net.Train(context.Background(), Coarse(data.TrainX, squares), data.TrainY, how); err != nil {
		panic(err) // nobody stops it
	}
	return sketch{net}
})

const squares = 8 // along a side, of a picture that the first network sees
