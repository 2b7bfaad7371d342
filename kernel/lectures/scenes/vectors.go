package scenes

import (
	"fmt"

	"nekonote/nn"
	"nekonote/nn/words"
)

func init() {
	course["week2/vectors"] = map[string]func() *Scene{"product": vectorsProduct, "shapes": vectorsShapes, "spread": vectorsSpread}
}

var (
	vectorW = nn.Row(2, -1, 3)
	vectorX = nn.Rows([][]float64{{1, 0, 2, 1}, {3, 1, 0, 2}, {0, 2, 1, 1}})
)

// matrixGrid draws a matrix with its numbers; lit says which cells are in colour.
func matrixGrid(M nn.Matrix, left, top, side float64, colour Colour, lit func(i, j int) bool) Mark {
	n, m := M.Dims()
	return grid(left, top, side, n, m, func(i, j int) (Colour, float64, string) {
		opacity := 0.08
		if lit(i, j) {
			opacity = 0.45
		}
		return colour, opacity, number(M.At(i, j))
	})
}

func all(int, int) bool { return false }

func vectorsProduct() *Scene {
	s := newScene()
	Z := vectorW.Dot(vectorX)
	const side = 46
	s.Add("w", matrixGrid(vectorW, 40, 196, side, orange, all), text(at(40+1.5*side, 262), "wᵀ: 1 × 3", bold(orange)))
	s.Add("X", matrixGrid(vectorX, 220, 150, side, blue, all), text(at(220+2*side, 132), "X: 3 × 4", bold(blue)))
	s.Film("step", steps(0, 4, 5), func(k float64) []Mark {
		if k == 0 {
			return nil
		}
		j := int(k) - 1
		x := 220 + side*float64(j)
		said := ""
		for i := range 3 {
			if i > 0 {
				said += " + "
			}
			factor := number(vectorW.At(0, i))
			if vectorW.At(0, i) < 0 {
				factor = "(" + factor + ")"
			}
			said += fmt.Sprintf("%s·%s", factor, number(vectorX.At(i, j)))
		}
		marks := []Mark{rect(Pen{Colour: green, Width: 3}, 40, 196, 3*side, side), rect(Pen{Colour: green, Width: 3}, x, 150, side, 3*side),
			text(at(320, 52), said+" = "+number(Z.At(0, j)), large(green, 20))}
		for l := range j + 1 {
			marks = append(marks, text(at(440+side*(float64(l)+0.5), 219), number(Z.At(0, l)), large(green, 18)))
		}
		return marks
	})
	s.Add("Z", grid(440, 196, side, 1, 4, func(int, int) (Colour, float64, string) { return green, 0.08, "" }), text(at(440+2*side, 262), "Z: 1 × 4", bold(green)))
	s.Add("once", matrixGrid(Z, 440, 196, side, green, func(int, int) bool { return true }))
	s.Add("equals", text(at(420, 219), "=", large("", 20)), text(at(202, 219), "·", large("", 26)))
	s.Formula(320, 326, 26, term("formula", `Z=w^{T}X+b`))
	return s
}

func vectorsShapes() *Scene {
	s := newScene()
	box := func(name string, x, y, wide, high float64, colour Colour, label, rows, columns string) {
		s.Add(name, rect(filled(colour, 0.18), x, y, wide, high), text(at(x+wide/2, y+high/2), label, large(colour, 20)))
		s.Add(name+".rows", text(at(x-16, y+high/2), rows, bold("")))
		s.Add(name+".columns", text(at(x+wide/2, y-14), columns, bold("")))
	}
	box("A", 60, 110, 120, 90, orange, "A", "n", "k")
	box("B", 250, 95, 90, 120, blue, "B", "k", "m")
	box("C", 440, 110, 90, 90, green, "A·B", "n", "m")
	s.Add("equals", text(at(395, 155), "=", large("", 22)))
	s.Add("inner", line(Pen{Colour: purple, Width: 3}, at(120, 76), at(120, 50), at(210, 50), at(210, 155), at(222, 155)), text(at(165, 36), words.T("must be equal", "等しくなければならない"), bold(purple)))
	s.Formula(320, 275, 26, term("left", `(n\times k)`), term("right", `\cdot(k\times m)`), term("result", `=(n\times m)`))
	s.Formula(320, 326, 22, term("dw", `dw=\frac{1}{m}X(A-Y)^{T}`), term("check", `:\;(n_x\times m)\cdot(m\times 1)=(n_x\times 1)`))
	return s
}

func vectorsSpread() *Scene {
	s := newScene()
	M := nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}})
	b := nn.Column(10, 20)
	const side = 52
	s.Add("M", matrixGrid(M, 60, 110, side, blue, all), text(at(60+1.5*side, 240), "2 × 3", bold(blue)))
	s.Add("plus", text(at(240, 110+side), "+", large("", 24)))
	s.Add("b", matrixGrid(b, 264, 110, side, orange, func(int, int) bool { return true }), text(at(264+side/2, 240), "2 × 1", bold(orange)))
	s.Add("copies", matrixGrid(nn.ConcatCols(b, b), 264+side, 110, side, orange, all))
	s.Add("sum", text(at(448, 110+side), "=", large("", 24)), matrixGrid(M.Add(b), 470, 110, side, green, func(int, int) bool { return true }), text(at(470+1.5*side, 240), "2 × 3", bold(green)))
	s.Formula(320, 310, 26, term("formula", `Z=W X+b`))
	return s
}
