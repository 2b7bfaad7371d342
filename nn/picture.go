package nn

import "nekonote/nn/words"

// Picture is the size of the pictures that are the columns of a matrix: row after row from the top left, pixel after pixel, and
// of each pixel one channel after the other.
type Picture struct {
	Height, Width int
	Channels      int // 1 where a pixel is one number, 3 where it has a red, a green and a blue one
}

// numbers is how many a picture has: the rows of the matrix.
func (p Picture) numbers() int { return p.Height * p.Width * p.Channels }

// filtered is the size of what filters with the given side make of the picture, one channel a filter.
func (p Picture) filtered(filters, side int) Picture {
	return Picture{Height: p.Height - side + 1, Width: p.Width - side + 1, Channels: filters}
}

// halved is the size of what 2×2 pooling makes of it: a last row or column that has no partner falls away.
func (p Picture) halved() Picture {
	return Picture{Height: p.Height / 2, Width: p.Width / 2, Channels: p.Channels}
}

// patches returns all squares of the given side that lie in the pictures X (one a column): each a column of side·side·c numbers,
// in the order of a picture. Those of the same place stand together, one for each picture: column p·m + j is place p of picture j.
//
// A filter that is a row of as many numbers then looks at all places of all pictures in one product.
func (p Picture) patches(X Matrix, side int) Matrix {
	_, m := X.Dims()
	from, out := X.inOrder(), unfilled(side*side*p.Channels, p.filtered(1, side).numbers()*m)
	p.eachPatch(side, func(i, place, at int) {
		copy(out.RawRowView(i)[place*m:(place+1)*m], from.RawRowView(at))
	})
	return Matrix{dense: out}
}

// gathered is the way back from patches: each number of a patch is added where it was taken from.
func (p Picture) gathered(patches Matrix, side int) Matrix {
	_, columns := patches.Dims()
	m := columns / p.filtered(1, side).numbers()
	out := Zeros(p.numbers(), m)
	p.eachPatch(side, func(i, place, at int) {
		to, from := out.row(at), patches.row(i)[place*m:(place+1)*m]
		for j := range to {
			to[j] += from[j]
		}
	})
	return out
}

// eachPatch goes through all patches: number i of the patch at a place is number at of the picture.
func (p Picture) eachPatch(side int, do func(i, place, at int)) {
	places := p.filtered(1, side)
	for i := range side * side * p.Channels {
		down, right, channel := i/p.Channels/side, i/p.Channels%side, i%p.Channels
		for place := range places.numbers() {
			row, column := place/places.Width+down, place%places.Width+right
			do(i, place, (row*p.Width+column)*p.Channels+channel)
		}
	}
}

// check panics with a *ShapeError where the columns of X are no such pictures.
func (p Picture) check(op string, X Matrix) {
	if n, m := X.Dims(); n != p.numbers() {
		panic(misfit(op, Zeros(p.numbers(), max(1, m)), X,
			words.T("a picture of %d×%d pixels with %d channels is a column of %d numbers", "%d×%d ピクセルで %d チャンネルの画像は、%d 個の数の列です").
				Fill(p.Height, p.Width, p.Channels, p.numbers())))
	}
}

// PictureError is what NewConvolutional panics with where filters of this size find no room in the pictures that come to them, where one of
// these numbers is below 1, and where there are no filters.
type PictureError struct {
	Picture Picture
	Side    int // of the filters
	Filters int // how many there are
	Layer   int // of filters, from 1; 0 where not one was asked for
}

// Words says so in both languages.
func (e *PictureError) Words() words.Text {
	if e.Layer < 1 {
		return words.T("a network that sees has a layer of filters at least, []int{8} for one; without filters it is an nn.Classifier",
			"見るネットワークには、フィルターの層が少なくとも 1 つ必要です（たとえば []int{8}）。フィルターを使わないなら、nn.Classifier です")
	}
	if min(e.Filters, e.Side, e.Picture.Height, e.Picture.Width, e.Picture.Channels) < 1 {
		return words.T("layer %d has %d filters of %d×%d pixels, for pictures of %d×%d pixels with %d channels: each of these numbers must be 1 at least",
			"第 %d 層は、%d 個の %d×%d ピクセルのフィルターで、%d×%d ピクセルで %d チャンネルの画像を見ます。どの数も 1 以上でなければなりません").
			Fill(e.Layer, e.Filters, e.Side, e.Side, e.Picture.Height, e.Picture.Width, e.Picture.Channels)
	}
	return words.T("%d filters of %d×%d pixels do not fit pictures of %d×%d pixels with %d channels: what they find must be 2×2 at least, so that it can be pooled; take smaller or fewer layers of filters, or larger pictures",
		"%d 個の %d×%d ピクセルのフィルターは、%d×%d ピクセルで %d チャンネルの画像に合いません。プーリングするには、結果が 2×2 以上でなければなりません。フィルターを小さくするか、フィルターの層を減らすか、画像を大きくしてください").
		Fill(e.Filters, e.Side, e.Side, e.Picture.Height, e.Picture.Width, e.Picture.Channels)
}

// Error says the same in the learner's language.
func (e *PictureError) Error() string { return e.Words().String() }
