package plots

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
)

// MatrixProduct shows how A·B comes about: each entry of the result is where a row of A meets a column of B. She chooses an entry,
// transposes, or lets the two be added or multiplied entry by entry; where the shapes do not fit, one sees what finds no partner. It
// computes in the page and needs no kernel. It heeds Title. It panics where a matrix has more than eight rows or columns.
//
//	plots.MatrixProduct(A, B)
func MatrixProduct(A, B nn.Matrix, options ...Option) {
	matrices("Dot", A, B, heed("MatrixProduct", options)).show()
}

// Broadcasting shows how A + B comes about entry by entry, and how a row, a column or a single number is repeated until it fits. It is
// MatrixProduct with another beginning. It heeds Title.
//
//	plots.Broadcasting(A, nn.Row(1, 2, 3))
func Broadcasting(A, B nn.Matrix, options ...Option) {
	matrices("Add", A, B, heed("Broadcasting", options)).show()
}

var (
	matricesText = words.T("Two matrices and their result, entry by entry.", "二つの行列と、成分ごとに求めた結果。")
	matricesNote = words.T("Choose an entry of the result with the mouse, a finger or the arrow keys.", "結果の成分を、マウス、指、または矢印キーで選んでください。")
	matricesSays = map[string]words.Text{
		"meets": words.T("%s: %s and %s give %s. Row %s of the first meets column %s of the second: %s", "%s：%s と %s で %s。一つ目の %s 行目と二つ目の %s 列目：%s"),
		"alone": words.T("%s: %s and %s give %s. Row %s, column %s: %s", "%s：%s と %s で %s。%s 行 %s 列：%s"),
		"inner": words.T("%s: %s and %s do not fit. A row of the first has %s numbers, a column of the second has %s: the purple ones find no partner.",
			"%s：%s と %s は合いません。一つ目の行には数が %s 個、二つ目の列には %s 個あり、紫の数には相手がいません。"),
		"outer": words.T("%s: %s and %s do not fit. Only a size of 1 is repeated; the others must be equal.", "%s：%s と %s は合いません。繰り返されるのは大きさ 1 だけで、ほかは等しくなければなりません。"),
		"entry": words.T("entry of the result", "結果の成分"),
		"op":    words.T("operation", "演算"),
		"next":  words.T("Next entry", "次の成分"),
	}
	tooManyEntries = words.T("plots: %s shows matrices of 1 to %d rows and columns; A is %s, B is %s.", "plots: %s で描けるのは、行と列が 1 から %d までの行列です。A は %s、B は %s です。")
)

// The sizes of the drawing, which the script shares.
const (
	mostEntries = 8
	matrixGap   = 30.0
	matrixTop   = 26.0
)

// matricesData is what the script is told.
type matricesData struct {
	Op   string      `json:"op"`
	A    [][]float64 `json:"A"`
	B    [][]float64 `json:"B"`
	Side float64     `json:"side"`
}

// block is a matrix of the drawing.
type block struct {
	name          string
	left, top     float64
	rows, columns int
	at            func(i, j int) string
	light         func(i, j int) color.Color // nil for none
	pale          func(i, j int) bool
}

func matrices(op string, A, B nn.Matrix, o options) figure {
	for _, M := range []nn.Matrix{A, B} {
		if n, m := M.Dims(); n < 1 || m < 1 || n > mostEntries || m > mostEntries {
			panic(tooManyEntries.Fill(map[string]string{"Dot": "MatrixProduct", "Add": "Broadcasting"}[op], mostEntries, size(A), size(B)).String())
		}
	}
	p := pairOf(op, A, B)
	blocks, width, height := p.blocks()
	return living{
		title: o.title, script: "matrices", says: matricesSays, text: matricesText.String(), note: matricesNote.String(), said: p.state(),
		data: matricesData{op, rowsOf(A), rowsOf(B), p.side},
		panels: []panel{{width: width, height: height, draw: func(c draw.Canvas) {
			beginPart(c, "matrices")
			for _, b := range blocks {
				b.draw(board{c}, p.side)
			}
			endPart(c)
			beginPart(c, "hands")
			endPart(c)
		}}},
	}.figure()
}

// pair is two matrices and whether they fit.
type pair struct {
	op   string
	A, B nn.Matrix
	C    nn.Matrix // empty where they do not fit
	n, m int       // of the result
	side float64   // of an entry
}

func pairOf(op string, A, B nn.Matrix) pair {
	an, am := A.Dims()
	bn, bm := B.Dims()
	p := pair{op: op, A: A, B: B, n: an, m: bm, side: 44}
	if op == "Dot" {
		if am == bn {
			p.C = A.Dot(B)
		}
		return p
	}
	p.n, p.m = max(an, bn), max(am, bm)
	if (an == bn || an == 1 || bn == 1) && (am == bm || am == 1 || bm == 1) {
		p.C = A.Add(B)
	}
	p.side = min(44, math.Floor(700/float64(3*p.m)))
	return p
}

// blocks places the two and their result, with the first entry in the light, as the script does.
func (p pair) blocks() (all []block, width, height float64) {
	an, am := p.A.Dims()
	bn, bm := p.B.Dims()
	fits, first := !p.C.IsEmpty(), func(i, j int) bool { return i == 0 && j == 0 }
	lit := func(colour color.NRGBA, in func(i, j int) bool) func(i, j int) color.Color {
		return func(i, j int) color.Color {
			if in(i, j) {
				return alpha(colour, 0.28)
			}
			return nil
		}
	}
	result := block{rows: p.n, columns: p.m, at: func(i, j int) string { return "?" }, light: lit(green, func(i, j int) bool { return fits && first(i, j) }), pale: func(int, int) bool { return !fits }}
	if fits {
		result.name, result.at = size(p.C), func(i, j int) string { return brief(p.C.At(i, j)) }
	}
	given := func(name string, M nn.Matrix) block {
		n, m := M.Dims()
		b := block{name: name + " " + size(M), rows: n, columns: m, pale: func(i, j int) bool { return i >= n || j >= m },
			at: func(i, j int) string { return brief(M.At(min(i, n-1), min(j, m-1))) }}
		if p.op != "Dot" && fits {
			b.rows, b.columns = p.n, p.m
		}
		return b
	}
	a, b := given("A", p.A), given("B", p.B)
	if p.op == "Dot" {
		x, y := 4+float64(am)*p.side+matrixGap, matrixTop+float64(bn)*p.side+matrixGap+6
		a.left, a.top, b.left, b.top, result.left, result.top = 4, y, x, matrixTop, x, y
		few := min(am, bn)
		a.light = either(lit(blue, func(i, j int) bool { return i == 0 && j < few }), lit(purple, func(i, j int) bool { return i == 0 }))
		b.light = either(lit(orange, func(i, j int) bool { return j == 0 && i < few }), lit(purple, func(i, j int) bool { return j == 0 }))
		return []block{a, b, result}, x + float64(bm)*p.side + 12, y + float64(an)*p.side + 6
	}
	a.left, a.top, b.top, result.top = 4, matrixTop, matrixTop, matrixTop
	b.left = 4 + float64(a.columns)*p.side + matrixGap
	result.left = b.left + float64(b.columns)*p.side + matrixGap
	a.light, b.light = lit(blue, func(i, j int) bool { return fits && first(i, j) }), lit(orange, func(i, j int) bool { return fits && first(i, j) })
	return []block{a, b, result}, result.left + float64(p.m)*p.side + 12, matrixTop + float64(max(a.rows, b.rows, b2i(fits)*p.n))*p.side + 6
}

// either is the first light that is on.
func either(one, other func(i, j int) color.Color) func(i, j int) color.Color {
	return func(i, j int) color.Color {
		if c := one(i, j); c != nil {
			return c
		}
		return other(i, j)
	}
}

// state says what the script says of the first entry.
func (p pair) state() string {
	call := "A." + p.op + "(B)"
	_, am := p.A.Dims()
	bn, _ := p.B.Dims()
	switch {
	case p.C.IsEmpty() && p.op == "Dot":
		return matricesSays["inner"].Fill(call, size(p.A), size(p.B), fmt.Sprint(am), fmt.Sprint(bn)).String()
	case p.C.IsEmpty():
		return matricesSays["outer"].Fill(call, size(p.A), size(p.B)).String()
	}
	bracket := func(x float64) string {
		if x < 0 {
			return "(" + brief(x) + ")"
		}
		return brief(x)
	}
	sum, said := brief(p.A.At(0, 0))+" + "+bracket(p.B.At(0, 0)), "alone"
	if p.op == "Dot" {
		sum, said = "", "meets"
		for k := range am {
			if k > 0 {
				sum += " + "
			}
			sum += brief(p.A.At(0, k)) + "·" + bracket(p.B.At(k, 0))
		}
	}
	return matricesSays[said].Fill(call, size(p.A), size(p.B), size(p.C), "0", "0", sum+" = "+brief(p.C.At(0, 0))).String()
}

func (b block) draw(c board, side float64) {
	c.words(b.left, b.top-12, b.name, bold(lettering(13, strong)))
	for i := range b.rows {
		for j := range b.columns {
			x, y, rim, ink := b.left+float64(j)*side, b.top+float64(i)*side, medium, strong
			if b.pale(i, j) {
				rim, ink = faint, soft
			}
			c.box(x, y, side, side, 0, b.light(i, j), rim)
			c.words(x+side/2, y+side/2, b.at(i, j), centred(lettering(15, ink)))
		}
	}
}
