package nn

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"nekonote/nn/words"
)

func ExampleConvolutional() {
	Seed(1)
	p := NewConvolutional(Picture{Height: 8, Width: 8, Channels: 1}, 3, []int{8}, 10)
	A, _ := p.Forward(Zeros(64, 2)) // two dark pictures
	fmt.Println(p.Filters[0].To())
	fmt.Println(A.Slice(0, 2, 0, 2))
	// Output:
	// {3 3 8}
	// 2×2
	// [0.1  0.1]
	// [0.1  0.1]
}

// byHand is what a layer of filters does to one picture, number by number, as the course's formula says it.
func byHand(picture []float64, c *Convolution, side int) (out []float64) {
	n, _ := c.W.Dims()
	at := func(row, column, channel int) float64 {
		return picture[(row*c.From.Width+column)*c.From.Channels+channel]
	}
	answer := func(filter, row, column int) float64 {
		z := c.B.At(filter, 0)
		for down := range side {
			for right := range side {
				for channel := range c.From.Channels {
					z += c.W.At(filter, (down*side+right)*c.From.Channels+channel) * at(row+down, column+right, channel)
				}
			}
		}
		return max(0, z)
	}
	for row := 0; row+1 < c.From.Height-side+1; row += 2 {
		for column := 0; column+1 < c.From.Width-side+1; column += 2 {
			for filter := range n {
				out = append(out, max(answer(filter, row, column), answer(filter, row, column+1),
					answer(filter, row+1, column), answer(filter, row+1, column+1)))
			}
		}
	}
	return out
}

// networks that see: one layer of filters and two, colours, pictures that are not square, odd sizes, hidden layers behind.
func seeing() map[string]*Convolutional {
	networks := map[string]*Convolutional{
		"one layer":     NewConvolutional(Picture{6, 6, 1}, 3, []int{4}, 3),
		"filters of 1":  NewConvolutional(Picture{4, 4, 2}, 1, []int{3}, 3),
		"two, coloured": NewConvolutional(Picture{11, 9, 3}, 2, []int{4, 3}, 5, 3),
		"odd sizes":     NewConvolutional(Picture{7, 10, 2}, 3, []int{3}, 4, 4, 3),
	}
	for _, p := range networks {
		for _, b := range p.parameters() {
			if strings.HasPrefix(b.name, "b") {
				*b.value = Randn(b.value.Dims()).Scale(0.3)
			}
		}
	}
	return networks
}

func TestConvolutionIsTheFormula(t *testing.T) {
	Seed(2)
	for name, p := range seeing() {
		X := Randn(p.Filters[0].From.numbers(), 5)
		A := X
		for l := range p.Filters {
			c := &p.Filters[l]
			out, _ := c.Forward(A)
			for j := range 5 {
				want := byHand(A.Slice(0, c.From.numbers(), j, j+1).values(), c, c.side())
				if got := out.Slice(0, c.To().numbers(), j, j+1); !got.Equal(Column(want...), 1e-12) {
					t.Fatalf("%s, layer %d, picture %d: %v; want %v", name, l+1, j, got, want)
				}
			}
			A = out
		}
		if lying, _ := p.Forward(X.T().Dot(identity(X)).T()); !lying.Equal(must(p.Forward(X)), 1e-12) {
			t.Errorf("%s: a transposed matrix gives something else", name)
		}
	}
}

// identity is the unit matrix as large as the columns of X are long.
func identity(X Matrix) Matrix {
	n, _ := X.Dims()
	out := Zeros(n, n)
	for i := range n {
		out.row(i)[i] = 1
	}
	return out
}

func must(A Matrix, _ ConvolutionalCache) Matrix { return A }

// A filter and what it finds as the course draws it: a bright half and a dark one, and an edge between them.
func TestTheVerticalEdge(t *testing.T) {
	c := Convolution{W: Row(1, 0, -1, 1, 0, -1, 1, 0, -1), B: Zeros(1, 1), From: Picture{6, 6, 1}}
	half := Row(10, 10, 10, 0, 0, 0)
	_, cache := c.Forward(ConcatCols(half, half, half, half, half, half).T())
	found := Row(0, 30, 30, 0)
	if want := ConcatCols(found, found, found, found); !cache.Z.Equal(want, 0) {
		t.Errorf("found %v; want %v", cache.Z, want)
	}
}

func TestConvolutionalGradients(t *testing.T) {
	Seed(3)
	for name, p := range seeing() {
		X, numbers := Randn(p.Filters[0].From.numbers(), 6), Row(0, 2, 1, 1, 0, 2)
		for kind, Y := range map[string]Matrix{"numbers": numbers, "one-hot": OneHot(numbers, 3)} {
			checks := CheckGradients(p, X, Y)
			if want := 2 * (len(p.Filters) + len(p.Classes.Hidden) + 1); len(checks) != want {
				t.Fatalf("%s: %d parameters; want %d", name, len(checks), want)
			}
			for _, c := range checks {
				if !(c.Difference < 1e-6) {
					t.Errorf("%s, %s: d%s differs by %v", name, kind, c.Name, c.Difference)
				}
			}
		}
		A, cache := p.Forward(X)
		slope := p.Backward(A, numbers, cache)[0].APrev // of the sum of the losses
		tried := NumericalGradient(func(X Matrix) float64 { return 6 * p.Cost(X, numbers) }, X)
		if d := GradientDifference(slope, tried); !(d < 1e-6) {
			t.Errorf("%s: dX differs by %v", name, d)
		}
	}
}

// Two kinds of strokes, each anywhere in the picture: no single pixel tells them apart, and filters do.
func strokes(m int, lot *Stream) (X, Y Matrix) {
	X, Y = Zeros(100, m), Zeros(1, m)
	for j := range m {
		kind, row, column := j%2, lot.Intn(8), lot.Intn(8)
		Y.row(0)[j] = float64(kind)
		for k := range 3 {
			if kind == 0 {
				X.row(row*10 + column + k)[j] = 1
			} else {
				X.row((row+k)*10 + column)[j] = 1
			}
		}
	}
	return X, Y
}

func TestConvolutionalLearns(t *testing.T) {
	Seed(1)
	X, Y := strokes(200, NewRand(4))
	testX, testY := strokes(100, NewRand(5))
	p := NewConvolutional(Picture{10, 10, 1}, 3, []int{4}, 2)
	var costs []float64
	err := p.Train(context.Background(), X, Y, Training{Alpha: 0.5, Iterations: 400, Each: func(_ int, cost float64) { costs = append(costs, cost) }})
	if err != nil || len(costs) != 400 || !(costs[399] < 0.1*costs[0]) {
		t.Fatalf("error %v, %d costs, the last %v", err, len(costs), costs[len(costs)-1])
	}
	if got := p.Accuracy(testX, testY); got < 95 || p.Accuracy(testX, OneHot(testY, 2)) != got {
		t.Errorf("%v %% of the test are right", got)
	}
	again := func() *Convolutional { Seed(1); return NewConvolutional(Picture{10, 10, 1}, 3, []int{4}, 2) }()
	_ = again.Train(context.Background(), X, Y, Training{Alpha: 0.5, Iterations: 400})
	if a, b := exactly(p), exactly(again); len(a) != len(b) || a[5] != b[5] || a[len(a)-1] != b[len(b)-1] {
		t.Error("without Each the training gives other numbers")
	}
}

func TestPicturesThatDoNotFit(t *testing.T) {
	const room, one, none = "do not fit", "must be 1 at least", "has a layer of filters at least"
	for name, c := range map[string]struct {
		want string
		do   func()
	}{
		"no room for the filter": {room, func() { NewConvolutional(Picture{3, 3, 1}, 3, []int{2}, 2) }},
		"none for the second":    {room, func() { NewConvolutional(Picture{8, 8, 1}, 3, []int{2, 2}, 2) }},
		"a side of 0":            {one, func() { NewConvolutional(Picture{8, 8, 1}, 0, []int{2}, 2) }},
		"a side below 0":         {one, func() { NewConvolutional(Picture{8, 8, 1}, -1, []int{2}, 2) }},
		"no channels":            {one, func() { NewConvolutional(Picture{8, 8, 0}, 3, []int{2}, 2) }},
		"no height":              {one, func() { NewConvolutional(Picture{0, 8, 1}, 3, []int{2}, 2) }},
		"0 filters":              {one, func() { NewConvolutional(Picture{8, 8, 1}, 3, []int{0}, 2) }},
		"0 in the second":        {"layer 2 has 0 filters", func() { NewConvolutional(Picture{9, 9, 1}, 2, []int{2, 0}, 2) }},
		"no layer":               {none, func() { NewConvolutional(Picture{8, 8, 1}, 3, nil, 2) }},
		"no layer of any":        {none, func() { NewConvolutional(Picture{8, 8, 1}, 3, []int{}, 2) }},
	} {
		func() {
			defer func() {
				e, ok := recover().(*PictureError)
				if !ok {
					t.Errorf("%s: %v; want a PictureError", name, e)
				} else if en := e.Words().In(words.English); !strings.Contains(en, c.want) || e.Words().In(words.Japanese) == en || e.Error() == "" {
					t.Errorf("%s: %q; want %q", name, en, c.want)
				}
			}()
			c.do()
		}()
	}
	defer func() {
		if e, ok := recover().(*ShapeError); !ok || !strings.Contains(e.Error(), "36") {
			t.Errorf("a picture of another size: %v", e)
		}
	}()
	NewConvolutional(Picture{6, 6, 1}, 3, []int{2}, 2).Predict(Zeros(64, 3))
}

// What cannot be a network is damage, even if every sum is right, and leaves the model as it was.
func TestSavedPicturesMustFit(t *testing.T) {
	for what, harm := range map[string]func(p *Convolutional){
		"W1 is 4×8":        func(p *Convolutional) { p.Filters[0].W = Zeros(4, 8) },
		"W1 is 4×64":       func(p *Convolutional) { p.Filters[0].W = Zeros(4, 64) },
		"W1 is 4×9":        func(p *Convolutional) { p.Filters[0].B = Zeros(3, 1) },
		"W2 looks at 5":    func(p *Convolutional) { p.Classes.W = Zeros(3, 5) },
		"size [6 0 1]":     func(p *Convolutional) { p.Filters[0].From.Width = 0 },
		"no filters":       func(p *Convolutional) { p.Filters = nil },
		"size [6 99999 1]": func(p *Convolutional) { p.Filters[0].From.Width = 99999 },
	} {
		bad, good := NewConvolutional(Picture{6, 6, 1}, 3, []int{4}, 3), NewConvolutional(Picture{6, 6, 1}, 3, []int{4}, 3)
		before := exactly(good)
		harm(bad)
		var buffer bytes.Buffer
		if err := Write(&buffer, bad); err != nil {
			t.Fatal(err)
		}
		err := Read(&buffer, good)
		if e := (*LoadError)(nil); !errors.As(err, &e) || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
		if after := exactly(good); len(after) != len(before) || math.Float64frombits(after[0]) != math.Float64frombits(before[0]) {
			t.Errorf("%s: a broken file changed the model", what)
		}
	}
}
