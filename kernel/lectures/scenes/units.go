package scenes

import (
	"cmp"
	"slices"
	"sync"

	"nekonote/lessons/data/planar"
	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week3/units"] = map[string]func() *Scene{"draw": unitsDraw, "new": unitsNew, "curve": unitsCurve, "more": unitsMore}
}

// howMany are the sizes of the hidden layer that are compared.
var howMany = []float64{1, 2, 3, 5, 20}

// sized is a network of so many hidden units that has learned from fifty points of the flower.
type sized struct {
	net         *nn.TwoLayer
	train, test float64
}

var trainedSizes = sync.OnceValue(func() map[float64]sized {
	X, Y, newX, newY := planar.Split(planar.Flower())
	all := map[float64]sized{}
	for _, units := range howMany {
		net := trained(X, Y, int(units), nn.Tanh, 2, 3000)
		all[units] = sized{net, net.Accuracy(X, Y), net.Accuracy(newX, newY)}
	}
	return all
})

// sizedMap is a part that shows what the networks have learned, and how many of some points that gets right.
func sizedMap(s *Scene, right func(sized) float64) {
	s.Film("map", howMany, func(units float64) []Mark {
		n := trainedSizes()[units]
		return []Mark{plane.Map(answering(n.net), 44), text(at(500, 120), words.Build(func(l words.Lang) string {
			return words.T("hidden units: %s", "隠れユニット：%s 個").Fill(number(units)).In(l)
		}), large("", 20)), text(at(500, 160), percent(right(n)), large(orange, 20))}
	})
}

func unitsDraw() *Scene {
	s := newScene()
	X, Y, _, _ := planar.Split(planar.Flower())
	sizedMap(s, func(n sized) float64 { return n.train })
	s.Add("points", plane.Points(X, Y, 4.5))
	s.Add("count", text(at(500, 60), words.T("50 points to learn from", "学ぶための点：50 個"), Letters{}))
	return s
}

func unitsNew() *Scene {
	s := newScene()
	_, _, X, Y := planar.Split(planar.Flower())
	sizedMap(s, func(n sized) float64 { return n.test })
	s.Add("points", plane.Points(X, Y, 3))
	s.Add("count", text(at(500, 60), words.T("350 points that it never saw", "一度も見ていない点：350 個"), Letters{}))
	return s
}

// bestSize is the size of the hidden layer that gets most new points right.
func bestSize() float64 {
	return slices.MaxFunc(howMany, func(a, b float64) int { return cmp.Compare(trainedSizes()[a].test, trainedSizes()[b].test) })
}

func unitsCurve() *Scene {
	s := newScene()
	a := Axes{X0: 0, X1: 5, Y0: 50, Y1: 105, Left: 70, Top: 30, Width: 480, Height: 250}
	s.Add("axes", line(soft, a.At(0, 50), a.At(5, 50)), line(soft, a.At(0, 50), a.At(0, 105)), text(at(310, 330), words.T("hidden units", "隠れユニットの数"), Letters{}))
	var train, test []float64
	var ticks, numbers Mark
	best := bestSize()
	for i, units := range howMany {
		n, x := trainedSizes()[units], float64(i)+0.5
		train, test = append(train, x, n.train), append(test, x, n.test)
		ticks += text(a.At(x, 46), number(units), Letters{Bold: true})
		if units == best {
			x -= 0.2 // beside the line through it
		}
		numbers += text(a.At(x, n.train+3), fixed(n.train, 0), Letters{Colour: blue, Size: 13}) + text(a.At(x, n.test-3.5), fixed(n.test, 0), Letters{Colour: orange, Size: 13})
	}
	s.Add("ticks", ticks)
	s.Add("train", a.Line(in(blue, thick), train...), text(a.At(4.5, 95), words.T("learned from", "学んだ点"), bold(blue)))
	s.Add("test", a.Line(in(orange, thick), test...), text(a.At(4.5, 68), words.T("new", "新しい点"), bold(orange)))
	s.Add("numbers", numbers)
	middle := float64(slices.Index(howMany, best)) + 0.5
	s.Add("best", a.Line(in(green, Pen{Width: 2, Dashed: true}), middle, 50, middle, 105), text(a.At(middle, 107), number(best), large(green, 17)))
	s.Add("left", text(a.At(0.55, 57), words.T("too few", "少なすぎる"), bold(purple)))
	s.Add("right", text(a.At(4.3, 57), words.T("too many", "多すぎる"), bold(purple)))
	return s
}

// unitsMore compares many units that learn from few points and from all of them.
func unitsMore() *Scene {
	s := newScene()
	X, Y := planar.Flower()
	some, _, _, _ := planar.Split(X, Y)
	_, m := some.Dims()
	_, all := X.Dims()
	for i, kind := range []struct {
		name string
		net  *nn.TwoLayer
		m    int
	}{{"few", trainedSizes()[20].net, m}, {"all", trained(X, Y, 20, nn.Tanh, 2, 1200), all}} {
		a := Axes{X0: -4.4, X1: 4.4, Y0: -4.4, Y1: 4.4, Left: 25 + 310*float64(i), Top: 40, Width: 270, Height: 270}
		s.Add(kind.name, a.Map(answering(kind.net), 44), text(at(a.Left+135, 20), words.Build(func(l words.Lang) string {
			return words.T("20 units, %d points", "20 個、点は %d 個").Fill(kind.m).In(l)
		}), bold("")))
		s.Add(kind.name+".points", a.Points(X, Y, 1.8))
	}
	s.Add("choose", text(at(320, 338), words.T("choose by points that were kept apart", "取り分けておいた点で選ぶ"), bold(green)))
	return s
}
