package values

import (
	"math"
	"strconv"

	"nekonote/lessons/verdict"
)

// whole values are shown up to this many rows and columns; of larger ones only the shape is.
const mostRows, mostCols = 6, 8

// Draw makes a grid of the leaf, with the differing entries marked. Of a large one it shows the corner where the first
// difference is.
func (l Leaf) Draw(marks []bool) verdict.Grid {
	g := verdict.Grid{Name: l.Name, Shape: l.Shape()}
	switch {
	case l.Kind == Missing:
		return g
	case l.Kind == text:
		g.Cells = [][]string{{l.Text}}
		return g
	}
	rows, cols := l.Grid()
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
			cells = append(cells, Digits(l.Data[i*cols+j]))
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

// Digits writes a number as a person would: 6 digits, no more zeros than needed.
func Digits(x float64) string {
	if x == math.Trunc(x) && math.Abs(x) < 1e6 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}
