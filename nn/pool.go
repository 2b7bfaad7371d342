package nn

// maxPool keeps of each 2×2 square of what the filters have found (Z, n×P·m, places in the order of patches) the largest number, and
// returns it as pictures again, one a column. from is the size of what goes in.
func maxPool(Z Matrix, from Picture) Matrix {
	_, columns := Z.Dims()
	m := columns / (from.Height * from.Width)
	out := unfilled(from.halved().numbers(), m)
	eachSquare(from, func(filter, at int, four [4]int) {
		best, z := out.RawRowView(at), Z.row(filter)
		copy(best, z[four[0]*m:])
		for _, place := range four[1:] {
			for j, x := range z[place*m : (place+1)*m] {
				if x > best[j] {
					best[j] = x
				}
			}
		}
	})
	return Matrix{dense: out}
}

// maxPoolBackward returns how the cost changes with Z, when dA says how it changes with A = maxPool(Z): only the largest number of a
// square matters, the first of them where there are several, and the others get 0.
func maxPoolBackward(dA, Z, A Matrix, from Picture) Matrix {
	n, columns := Z.Dims()
	m := columns / (from.Height * from.Width)
	dZ := Zeros(n, columns)
	eachSquare(from, func(filter, at int, four [4]int) {
		z, to, best, slope := Z.row(filter), dZ.row(filter), A.row(at), dA.row(at)
		for j := range m {
			for _, place := range four {
				if z[place*m+j] == best[j] {
					to[place*m+j] = slope[j]
					break
				}
			}
		}
	})
	return dZ
}

// eachSquare goes through the squares of each filter: at is the number in the picture that comes out, four are the places that it
// is taken from.
func eachSquare(from Picture, do func(filter, at int, four [4]int)) {
	half := from.halved()
	for row := range half.Height {
		for column := range half.Width {
			first := 2*row*from.Width + 2*column
			four := [4]int{first, first + 1, first + from.Width, first + from.Width + 1}
			for filter := range from.Channels {
				do(filter, (row*half.Width+column)*half.Channels+filter, four)
			}
		}
	}
}
