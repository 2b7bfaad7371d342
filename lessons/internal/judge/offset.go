package judge

import (
	"math"

	"nekonote/lessons/internal/values"
	"nekonote/nn/words"
)

// offset finds a difference that is the same everywhere, or along each row or column: then something was added that
// should not have been, or forgotten, as a bias is.
func offset(got, want values.Leaf, args []values.Leaf) (words.Text, bool) {
	if len(got.Data) < 2 || got.Kind != values.Matrix && got.Kind != values.List {
		return words.Text{}, false
	}
	d := differenceOf(got, want)
	for _, a := range args {
		if (a.Kind == values.Matrix || a.Kind == values.Number) && d.lacks(a) {
			return sayForgotten.Fill(want.Name, a.Name), true
		}
	}
	rows, cols := d.rows, d.cols
	switch {
	case d.even(func(int) int { return 0 }):
		return sayOffset.Fill(want.Name, values.Digits(d.data[0])), true
	case rows > 1 && cols > 1 && d.even(func(i int) int { return i / cols * cols }):
		return sayOffsetRows.Fill(want.Name), true
	case rows > 1 && cols > 1 && d.even(func(i int) int { return i % cols }):
		return sayOffsetColumns.Fill(want.Name), true
	}
	return words.Text{}, false
}

// gap is by how much a result is off, entry by entry, and how far two of those may be from one another to count as equal.
type gap struct {
	data       []float64
	rows, cols int
	tolerance  float64
}

func differenceOf(got, want values.Leaf) gap {
	d := gap{tolerance: 1e-9}
	d.rows, d.cols = want.Grid()
	for i, g := range got.Data {
		d.data = append(d.data, g-want.Data[i])
		d.tolerance = math.Max(d.tolerance, 1e-9*math.Abs(want.Data[i]))
	}
	return d
}

// even reports whether each entry is off by as much as the one that index names.
func (d gap) even(index func(i int) int) bool {
	for i, x := range d.data {
		if math.Abs(x-d.data[index(i)]) > d.tolerance {
			return false
		}
	}
	return true
}

// lacks reports whether a result is off by just a value: a number, or a column that belongs to each row.
func (d gap) lacks(l values.Leaf) bool {
	column := len(l.Data) == d.rows && d.cols > 0
	if !column && len(l.Data) != 1 {
		return false
	}
	for i, x := range d.data {
		missing := l.Data[0]
		if column {
			missing = l.Data[i/d.cols]
		}
		if math.Abs(x+missing) > d.tolerance {
			return false
		}
	}
	return true
}
