package digits

import "nekonote/nn"

// Framed returns the pictures X (64×m, one a column) in the middle of larger ones, with a dark margin of so many pixels on every side.
func Framed(X nn.Matrix, margin int) nn.Matrix {
	return placed(X, margin, func(int) (down, right int) { return margin, margin })
}

// Scattered returns the pictures X (64×m, one a column) as large as Framed does, each moved by lot as far as the margin lets it.
func Scattered(X nn.Matrix, margin int, lot *nn.Stream) nn.Matrix {
	return placed(X, margin, func(int) (down, right int) { return lot.Intn(2*margin + 1), lot.Intn(2*margin + 1) })
}

// placed returns the pictures in larger ones, the top left corner of the j-th at the place that at gives it.
func placed(X nn.Matrix, margin int, at func(j int) (down, right int)) nn.Matrix {
	const pixels = side * side
	_, m := X.Dims()
	wide := side + 2*margin
	out := nn.Zeros(wide*wide, m)
	for j := range m {
		down, right := at(j)
		for i := range pixels {
			out.Dense().Set((i/side+down)*wide+i%side+right, j, X.At(i, j))
		}
	}
	return out
}
