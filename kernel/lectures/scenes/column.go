package scenes

import (
	"fmt"

	"nekonote/nn/words"
)

func init() {
	course["week2/column"] = map[string]func() *Scene{"pixels": columnPixels, "flatten": columnFlatten, "matrix": columnMatrix}
}

const shownCat = 10 // the picture of week 2's notebook

func columnPixels() *Scene {
	s := newScene()
	p := photographs().TrainImages[shownCat]
	const row, col, zoom = 20, 28, 5
	s.Add("cat", picture(photograph(p, 1, 1, 1), 30, 40, 256, 256, true))
	s.Add("window", rect(Pen{Colour: orange, Width: 2.5}, 30+4*col, 40+4*row, 4*zoom, 4*zoom))
	part := p[row : row+zoom]
	cut := make([][][3]uint8, zoom)
	for i := range cut {
		cut[i] = part[i][col : col+zoom]
	}
	s.Add("zoom", line(thin, at(30+4*col+4*zoom, 40+4*row), at(350, 40)), line(thin, at(30+4*col+4*zoom, 40+4*(row+zoom)), at(350, 210)),
		picture(photograph(cut, 1, 1, 1), 350, 40, 170, 170, true))
	s.Add("pixel", rect(Pen{Colour: orange, Width: 3}, 350, 40, 34, 34))
	pixel := cut[0][0]
	for k, c := range []struct {
		name   words.Text
		colour Colour
	}{{words.T("red", "赤"), "#cc3333"}, {words.T("green", "緑"), "#2e8b3d"}, {words.T("blue", "青"), "#2f62c9"}} {
		y := 236 + 34*float64(k)
		s.Add([]string{"red", "green", "blue"}[k], text(at(380, y), c.name, Letters{Colour: c.colour, Bold: true}),
			rect(filled(c.colour, 0.6), 420, y-9, 150*float64(pixel[k])/255+1, 18), text(at(600, y), fmt.Sprint(pixel[k]), large(c.colour, 17)))
	}
	s.Add("count", text(at(158, 325), "64 × 64 × 3 = "+fmt.Sprint(len(p)*len(p[0])*3), large("", 20)))
	return s
}

// tiny is the picture that is flattened before our eyes: 3 × 3 pixels of a photograph.
func tiny() [][][3]uint8 {
	p := photographs().TrainImages[shownCat]
	var cut [][][3]uint8
	for i := range 3 {
		var row [][3]uint8
		for j := range 3 {
			row = append(row, p[6+22*i][8+22*j])
		}
		cut = append(cut, row)
	}
	return cut
}

func hexOf(pixel [3]uint8) Colour {
	return Colour(fmt.Sprintf("#%02x%02x%02x", pixel[0], pixel[1], pixel[2]))
}

func columnFlatten() *Scene {
	s := newScene()
	p := tiny()
	const side = 66
	s.Add("picture", grid(40, 60, side, 3, 3, func(i, j int) (Colour, float64, string) { return hexOf(p[i][j]), 1, "" }))
	channels := []Colour{"#cc3333", "#2e8b3d", "#2f62c9"}
	s.Film("column", steps(0, 9, 10), func(k float64) []Mark {
		var marks []Mark
		for pixel := range int(k) {
			i, j := pixel/3, pixel%3
			y := 12 + 37*float64(pixel)
			marks = append(marks, rect(Pen{Opacity: 0.5, Width: 1, Fill: hexOf(p[i][j])}, 330, y, 26, 33))
			for c := range 3 {
				marks = append(marks, text(at(385+38*float64(c), y+16), fmt.Sprint(p[i][j][c]), Letters{Colour: channels[c], Size: 14, Bold: true}))
			}
			if pixel == int(k)-1 && k < 9 {
				marks = append(marks, rect(Pen{Colour: orange, Width: 3}, 40+side*float64(j), 60+side*float64(i), side, side))
			}
		}
		return marks
	})
	s.Add("x", text(at(570, 150), "x", Letters{Size: 30, Italic: true, Bold: true}), text(at(570, 186), words.T("one column", "1 本の列ベクトル"), Letters{Size: 14}))
	s.Add("long", text(at(570, 240), fmt.Sprintf("%d × 1", 64*64*3), large(orange, 20)))
	s.Add("order", line(arrow(orange, 2), at(52, 40), at(236, 40)))
	return s
}

func columnMatrix() *Scene {
	s := newScene()
	d := photographs()
	for j := range 5 {
		x := 50 + 84*float64(j)
		marks := []Mark{picture(photograph(d.TrainImages[j+8], 1, 1, 1), x, 24, 64, 64, false)}
		s.Add(fmt.Sprint("photo", j+1), marks...)
		var cells Mark
		for i := range 9 {
			v := d.TrainX.At(i*1365, j+8)
			cells += rect(Pen{Width: 0.8, Opacity: 0.4, Fill: Colour(fmt.Sprintf("#%02[1]x%02[1]x%02[1]x", uint8(v)))}, x+16, 118+20*float64(i), 32, 20)
		}
		answer := "0"
		if d.TrainY.At(0, j+8) == 1 {
			answer = "1"
		}
		s.Add(fmt.Sprint("column", j+1), line(arrow("", 1.5), at(x+32, 92), at(x+32, 112)), cells)
		s.Add(fmt.Sprint("answer", j+1), text(at(x+32, 330), answer, large(orange, 18)))
	}
	s.Add("X", rect(Pen{Colour: blue, Width: 2.5}, 40, 112, 420, 192), text(at(548, 190), "X", Letters{Size: 30, Italic: true, Bold: true, Colour: blue}))
	m := len(d.TrainImages)
	s.Add("shape", text(at(548, 226), fmt.Sprintf("%d × %d", 12288, m), large(blue, 18)), text(at(548, 254), words.T("one example, one column", "1 つの例が 1 つの列"), Letters{Size: 13}))
	s.Add("Y", text(at(548, 330), fmt.Sprintf("Y: 1 × %d", m), large(orange, 18)))
	s.Add("scale", text(at(548, 60), "÷ 255", large(green, 24)), text(at(548, 90), words.T("from 0 to 1", "0 から 1 まで"), Letters{Size: 13}))
	return s
}
