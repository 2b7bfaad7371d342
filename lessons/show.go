package lessons

import (
	"math"
	"strconv"
)

// whole values are shown up to this many rows and columns; of larger ones only the shape is.
const mostRows, mostCols = 6, 8

// show lays a failed call before the learner: the input, and what came back beside what was wanted.
func (e *evaluation) show(t trial) *Shown {
	shown := &Shown{}
	for _, l := range argumentLeaves(t.args, e.names) {
		shown.Inputs = append(shown.Inputs, l.draw(nil))
	}
	got, ok := t.got.leaf(t.fault.name)
	want, okWant := t.want.leaf(t.fault.name)
	if !ok || !okWant {
		return shown
	}
	var marks []bool
	if t.fault.reason == ReasonValue && len(got.data) == len(want.data) {
		marks = got.marks(want)
	}
	g, w := got.draw(marks), want.draw(marks)
	shown.Got, shown.Want = &g, &w
	return shown
}

// draw makes a grid of the leaf, with the differing entries marked. Of a large one it shows the corner where the first
// difference is.
func (l leaf) draw(marks []bool) Grid {
	g := Grid{Name: l.name, Shape: l.shape()}
	switch {
	case l.kind == missing:
		return g
	case l.kind == text:
		g.Cells = [][]string{{l.text}}
		return g
	}
	rows, cols := l.grid()
	firstRow, firstCol := 0, 0
	if rows > mostRows || cols > mostCols {
		first := -1
		for i, m := range marks {
			if m {
				first = i
				break
			}
		}
		if first < 0 {
			return g
		}
		firstRow = max(0, min(first/cols-1, rows-mostRows))
		firstCol = max(0, min(first%cols-1, cols-mostCols))
	}
	for i := firstRow; i < min(rows, firstRow+mostRows); i++ {
		var cells []string
		var marked []bool
		if firstCol > 0 {
			cells, marked = append(cells, "…"), append(marked, false)
		}
		for j := firstCol; j < min(cols, firstCol+mostCols); j++ {
			cells = append(cells, digits(l.data[i*cols+j]))
			marked = append(marked, marks != nil && marks[i*cols+j])
		}
		if firstCol+mostCols < cols {
			cells, marked = append(cells, "…"), append(marked, false)
		}
		g.Cells, g.Marks = append(g.Cells, cells), append(g.Marks, marked)
	}
	if len(g.Cells) == mostRows && (firstRow > 0 || firstRow+mostRows < rows) {
		g.Cells = append(g.Cells, []string{"⋮"})
		g.Marks = append(g.Marks, []bool{false})
	}
	return g
}

// digits writes a number as a person would: 6 digits, no more zeros than needed.
func digits(x float64) string {
	if x == math.Trunc(x) && math.Abs(x) < 1e6 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}
