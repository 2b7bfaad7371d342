package own

import "nekonote/nn"

const (
	side     = 64 // of a picture, in pixels
	channels = 3
)

// moved returns pictures (12288×m, one a column) whose pixel at (row, column) is that of the original at from(j, row, column)
// for the j-th picture; what lies outside is taken from the edge.
func moved(X nn.Matrix, from func(j, row, column int) (int, int)) nn.Matrix {
	n, m := X.Dims()
	out := nn.Zeros(n, m)
	within := func(i int) int { return min(max(i, 0), side-1) }
	for j := range m {
		for row := range side {
			for column := range side {
				r, c := from(j, row, column)
				to, at := (row*side+column)*channels, (within(r)*side+within(c))*channels
				for k := range channels {
					out.Dense().Set(to+k, j, X.At(at+k, j))
				}
			}
		}
	}
	return out
}

// Mirrored returns pictures (12288×m, one a column) turned left to right.
func Mirrored(X nn.Matrix) nn.Matrix {
	return moved(X, func(_, row, column int) (int, int) { return row, side - 1 - column })
}

// Shifted returns pictures (12288×m, one a column), each moved by up to most pixels to any side, by lot. What comes in at the
// edge is the edge's colour.
func Shifted(X nn.Matrix, most int, lot *nn.Stream) nn.Matrix {
	_, m := X.Dims()
	by := make([][2]int, m)
	for j := range by {
		by[j] = [2]int{lot.Intn(2*most+1) - most, lot.Intn(2*most+1) - most}
	}
	return moved(X, func(j, row, column int) (int, int) { return row + by[j][0], column + by[j][1] })
}

// Moved returns pictures (12288×m, one a column), all moved to the left by so many pixels. What comes in at the right is the edge's
// colour.
func Moved(X nn.Matrix, left int) nn.Matrix {
	return moved(X, func(_, row, column int) (int, int) { return row, column + left })
}

// Cropped returns pictures (12288×m, one a column), of each a square cut out by lot and made as large as before: up to most
// pixels of its side are cut away.
func Cropped(X nn.Matrix, most int, lot *nn.Stream) nn.Matrix {
	_, m := X.Dims()
	cuts := make([][3]int, m)
	for j := range cuts {
		away := lot.Intn(most + 1)
		cuts[j] = [3]int{side - away, lot.Intn(away + 1), lot.Intn(away + 1)}
	}
	return moved(X, func(j, row, column int) (int, int) {
		size, top, left := cuts[j][0], cuts[j][1], cuts[j][2]
		return top + (2*row+1)*size/(2*side), left + (2*column+1)*size/(2*side)
	})
}

// Inputs returns pictures (12288×m, 0 … 255) as inputs of a network that sees them from afar: Coarse, moved so that 0 lies in
// the middle, −1 … 1. From such inputs a network learns in far fewer steps than from ones that are all positive.
func Inputs(X nn.Matrix, squares int) nn.Matrix { return Coarse(X, squares).Scale(2).AddScalar(-1) }

// Coarse returns pictures (12288×m, 0 … 255) as they look from afar, as inputs of a network (0 … 1): squares × squares
// squares, each the mean of its pixels, so that a picture is a column of squares·squares·3 numbers. It panics where squares
// does not divide 64.
func Coarse(X nn.Matrix, squares int) nn.Matrix {
	if squares < 1 || side%squares != 0 {
		panic(notSquares.Fill(squares).String())
	}
	step := side / squares
	_, m := X.Dims()
	out := nn.Zeros(squares*squares*channels, m)
	share := 1 / float64(255*step*step)
	for j := range m {
		for i := range side * side * channels {
			row, column, channel := i/channels/side, i/channels%side, i%channels
			square := (row/step*squares+column/step)*channels + channel
			out.Dense().Set(square, j, out.At(square, j)+X.At(i, j))
		}
	}
	return out.Scale(share)
}
