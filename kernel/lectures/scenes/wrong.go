package scenes

import (
	"image"
	"image/color"

	"nekonote/lessons/data/cats"
	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week4/wrong"] = map[string]func() *Scene{"two": wrongTwo, "move": wrongMove, "sure": wrongSure, "window": wrongWindow}
}

// verdicts are the neuron's answers to the pictures that it has not learned from, and where they are wrong.
func verdicts() (answers nn.Matrix, missed, taken []int) {
	d := photographs()
	A := trainedCatNeuron().neuron.Forward(inputs(d.TestX))
	_, m := A.Dims()
	for j := range m {
		switch cat, said := d.TestY.At(0, j) > 0.5, A.At(0, j) > 0.5; {
		case cat && !said:
			missed = append(missed, j)
		case said && !cat:
			taken = append(taken, j)
		}
	}
	return A, missed, taken
}

func wrongTwo() *Scene {
	s := newScene()
	d := photographs()
	A, missed, taken := verdicts()
	_, m := A.Dims()
	s.Add("all", mark(m, func(j int) Mark {
		return picture(small(d.TestImages[j]), 90+46*float64(j%10), 60+46*float64(j/10), 43, 43, false)
	}))
	s.Add("right", text(at(320, 325), words.Build(func(l words.Lang) string {
		return words.T("%d of %d right", "%[2]d 枚のうち %[1]d 枚が正解").Fill(m-len(missed)-len(taken), m).In(l)
	}), large("", 19)))
	rows := func(name string, list []int, top float64, said words.Text, colour Colour) {
		shown := list[:min(len(list), 8)]
		s.Add(name, text(at(60, top-18), said.Fill(len(list)), Letters{Colour: colour, Bold: true, Anchor: "start"}), mark(len(shown), func(i int) Mark {
			j := shown[i]
			x := 60 + 66*float64(i)
			return picture(photograph(d.TestImages[j], 1, 1, 1), x, top, 60, 60, false) + text(at(x+30, top+74), fixed(A.At(0, j), 2), Letters{Colour: colour, Size: 13})
		}))
	}
	rows("missed", missed, 60, words.T("cats that it misses: %d", "見落とした猫：%d 枚"), blue)
	rows("taken", taken, 210, words.T("what it takes for a cat: %d", "猫だと思い込んだもの：%d 枚"), orange)
	return s
}

// shifted is a picture moved to the left, its last column repeated.
func shifted(p cats.Picture, by int) (img image.Image, X nn.Matrix) {
	out := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	X = nn.Zeros(12288, 1)
	for i := range 64 {
		for j := range 64 {
			pixel := p[i][min(63, j+by)]
			out.SetNRGBA(j, i, color.NRGBA{pixel[0], pixel[1], pixel[2], 255})
			for k := range 3 {
				X.Dense().Set((i*64+j)*3+k, 0, float64(pixel[k])/255)
			}
		}
	}
	return out, X
}

// known is a cat that the neuron recognises well, and that it loses most thoroughly when the picture moves by a quarter.
func known() int {
	d := photographs()
	neuron := trainedCatNeuron().neuron
	best, least := -1, 1.0
	for j, p := range d.TestImages {
		if d.TestY.At(0, j) < 0.5 || neuron.Forward(inputs(column(d.TestX, j))).At(0, 0) < 0.8 {
			continue
		}
		_, X := shifted(p, 16)
		if a := neuron.Forward(X).At(0, 0); a < least {
			best, least = j, a
		}
	}
	return best
}

func wrongMove() *Scene {
	s := newScene()
	p := photographs().TestImages[known()]
	neuron := trainedCatNeuron().neuron
	s.Film("cat", steps(0, 16, 17), func(by float64) []Mark {
		img, X := shifted(p, int(by))
		a := neuron.Forward(X).At(0, 0)
		colour := orange
		if a < 0.5 {
			colour = blue
		}
		return []Mark{picture(img, 50, 50, 240, 240, false), text(at(470, 120), "a = "+fixed(a, 2), large(colour, 30)), rect(Pen{Opacity: 0.4}, 360, 160, 220, 22), rect(filled(colour, 0.6), 360, 160, max(1, 220*a), 22)}
	})
	s.Add("frame", rect(Pen{Width: 2}, 50, 50, 240, 240))
	s.Add("half", line(thin, at(470, 152), at(470, 190)), text(at(470, 204), "0.5", Letters{Size: 13}))
	s.Add("weights", picture(weightImage(neuron.W), 400, 225, 110, 110, true))
	return s
}

// wrongSure shows what is not a cat and what the neuron is surest of.
func wrongSure() *Scene {
	s := newScene()
	d := photographs()
	A, _, taken := verdicts()
	worst := taken[0]
	for _, j := range taken {
		if A.At(0, j) > A.At(0, worst) {
			worst = j
		}
	}
	w := trainedCatNeuron().neuron.W
	s.Add("thing", picture(photograph(d.TestImages[worst], 1, 1, 1), 40, 50, 170, 170, false), text(at(125, 240), "a = "+fixed(A.At(0, worst), 2), large(orange, 22)))
	s.Add("weights", picture(weightImage(w), 235, 50, 170, 170, true), text(at(320, 240), words.T("weights", "重み"), Letters{}))
	agree := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	mean := inputs(d.TrainX).SumRows().Scale(1 / float64(len(d.TrainImages)))
	x := inputs(column(d.TestX, worst))
	for i := range 64 * 64 {
		push := 0.0
		for k := range 3 {
			push += w.At(3*i+k, 0) * (x.At(3*i+k, 0) - mean.At(3*i+k, 0))
		}
		c := color.NRGBA{0xd9, 0x5f, 0x0e, uint8(min(255, 255*60*max(0, push)))}
		if push < 0 {
			c = color.NRGBA{0x1f, 0x7a, 0xc4, uint8(min(255, -255*60*push))}
		}
		agree.SetNRGBA(i%64, i/64, c)
	}
	s.Add("push", rect(Pen{Opacity: 0.3}, 430, 50, 170, 170), picture(agree, 430, 50, 170, 170, true), text(at(515, 240), words.T("for a cat, against a cat", "猫らしい、猫らしくない"), Letters{Size: 13}))
	s.Add("sum", text(at(320, 300), words.T("only colours, and where they are", "見ているのは、色とその場所だけ"), large(purple, 18)))
	return s
}

// wrongWindow slides a small window over a picture.
func wrongWindow() *Scene {
	s := newScene()
	p := photographs().TestImages[known()]
	s.Add("cat", picture(photograph(p, 1, 1, 1), 60, 45, 256, 256, false))
	s.Film("window", steps(0, 48, 49), func(k float64) []Mark {
		x, y := 60+32*float64(int(k)%7), 45+32*float64(int(k)/7)
		return []Mark{rect(Pen{Colour: orange, Width: 4}, x, y, 64, 64), rect(filled(orange, 0.12), 440, 90, 110, 110), line(arrow(orange, 2), at(x+66, y+32), at(434, 145))}
	})
	s.Add("same", text(at(495, 225), words.T("the same weights,", "どの場所でも、"), Letters{}), text(at(495, 246), words.T("at every place", "同じ重み"), Letters{}))
	few, many := 8*8*3, 12288
	s.Add("count", text(at(495, 290), words.Build(func(l words.Lang) string {
		return words.T("%d weights, not %d", "重みは %d 個（%d 個ではなく）").Fill(few, many).In(l)
	}), bold(purple)))
	return s
}
