package nn

import (
	"fmt"
	"html"
	"io"
	"math"
	"strconv"
	"strings"
)

// How much of a matrix is shown: up to shown rows and columns whole, of more the first and last edge.
const (
	shown = 8
	edge  = 3
)

// String returns the shape and the numbers, aligned; of a large matrix the first and last three rows and columns.
func (A Matrix) String() string { return A.written(format(A.seen())) }

// Format prints the matrix by fmt's verbs: %v and %s as String does, and those of a number, such as %.2f or %8.1e, with
// each number in that form.
func (A Matrix) Format(state fmt.State, verb rune) {
	switch {
	case verb == 'v':
		_, _ = io.WriteString(state, A.String())
	case strings.ContainsRune("sq", verb):
		_, _ = fmt.Fprintf(state, fmt.FormatString(state, verb), A.String())
	case strings.ContainsRune("eEfFgGxXb", verb):
		one := fmt.FormatString(state, verb)
		_, _ = io.WriteString(state, A.written(func(x float64) string { return fmt.Sprintf(one, x) }))
	default:
		_, _ = fmt.Fprintf(state, "%%!%c(nn.Matrix=%s)", verb, A)
	}
}

// written is the shape and the numbers, aligned.
func (A Matrix) written(write func(float64) string) string {
	n, m := A.Dims()
	lines := []string{fmt.Sprintf("%d×%d", n, m)}
	cells := A.cells(write)
	width := 0
	for _, row := range cells {
		for _, cell := range row {
			width = max(width, len([]rune(cell)))
		}
	}
	for _, row := range cells {
		for j, cell := range row {
			row[j] = strings.Repeat(" ", width-len([]rune(cell))) + cell
		}
		lines = append(lines, "["+strings.Join(row, "  ")+"]")
	}
	return strings.Join(lines, "\n")
}

// HTML returns the same as a table, with the shape as its caption.
func (A Matrix) HTML() string {
	n, m := A.Dims()
	var b strings.Builder
	fmt.Fprintf(&b, `<table><caption>%d×%d</caption>`, n, m)
	for _, row := range A.cells(format(A.seen())) {
		b.WriteString("<tr>")
		for _, cell := range row {
			fmt.Fprintf(&b, `<td style="text-align:right">%s</td>`, html.EscapeString(cell))
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</table>")
	return b.String()
}

// seen returns the numbers that are shown of the matrix.
func (A Matrix) seen() []float64 {
	var numbers []float64
	A.cells(func(x float64) string {
		numbers = append(numbers, x)
		return ""
	})
	return numbers
}

// cells returns what is shown of the matrix: its numbers as write writes them, with "…" for what is left out.
func (A Matrix) cells(write func(float64) string) [][]string {
	n, m := A.Dims()
	rows, cols := places(n), places(m)
	table := make([][]string, len(rows))
	for r, i := range rows {
		table[r] = make([]string, len(cols))
		for c, j := range cols {
			table[r][c] = "…"
			if i >= 0 && j >= 0 {
				table[r][c] = write(A.At(i, j))
			}
		}
	}
	return table
}

// places lists the indices that are shown of n, with −1 for the gap.
func places(n int) []int {
	var list []int
	for i := range n {
		switch {
		case n <= shown || i < edge || i >= n-edge:
			list = append(list, i)
		case i == edge:
			list = append(list, -1)
		}
	}
	return list
}

// format chooses how to write all of the numbers, so that they can be compared at a glance: as many digits after the
// point as the longest of them needs, up to eight, or with powers of ten where the numbers are very large or small.
func format(numbers []float64) func(float64) string {
	largest, smallest, digits := 0.0, math.Inf(1), 0
	for _, x := range numbers {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			continue
		}
		if a := math.Abs(x); a > 0 {
			largest, smallest = max(largest, a), min(smallest, a)
		}
		short := strings.TrimRight(strconv.FormatFloat(x, 'f', 8, 64), "0")
		digits = max(digits, len(short)-strings.IndexByte(short, '.')-1)
	}
	if largest >= 1e9 || largest > 0 && smallest < 1e-5 {
		return func(x float64) string { return strconv.FormatFloat(x, 'e', 6, 64) }
	}
	return func(x float64) string { return strconv.FormatFloat(x, 'f', digits, 64) }
}
