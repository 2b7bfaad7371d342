package own

import (
	"bytes"
	"image/png"
	"math"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/own/share"
	"nekonote/nn"
)

// So many pictures are kept for a certificate: those about which the network is surest and right, and one about which it is surest and
// wrong.
const (
	mostRight = 3
	mostWrong = 1
)

// hers reports whether the data set is one that a learner has made, of her own pictures or of the creatures that own.Creatures has drawn.
// The others' pictures have authors whom a certificate has no room to name, or nobody knows their licence: they stay where they are.
func hers(data cats.Data) bool { return data.Name != cats.BuiltIn && data.Name != courses }

// courses is the name of the data set of the course's own files: its package reads HDF5, which no cell should link.
const courses = "course"

// best are pictures of the test with what the network says of them.
func best(net nn.Classifier, data cats.Data, squares int) ([]share.Picture, error) {
	if !hers(data) || len(data.TestImages) == 0 {
		return nil, nil
	}
	A, _ := net.Forward(Inputs(data.TestX, squares))
	Y, said := data.TestKinds(), nn.Largest(A)
	var all []share.Picture
	for _, j := range append(varied(Right(A, Y), Y, mostRight), varied(Wrong(A, Y), Y, mostWrong)...) {
		var packed bytes.Buffer
		if err := png.Encode(&packed, data.TestImages[j].RGBA()); err != nil {
			return nil, err
		}
		p := share.Picture{PNG: packed.Bytes(), Kind: int(Y.At(0, j)), Said: int(said.At(0, j))}
		if p.Percent = int(math.Round(100 * A.At(p.Said, j))); p.Whole(len(data.Kinds())) {
			all = append(all, p)
		}
	}
	return all, nil
}

// varied are the first n of some examples, one of each kind as long as there is another kind.
func varied(which []int, Y nn.Matrix, n int) []int {
	var chosen, rest []int
	seen := map[float64]bool{}
	for _, j := range which {
		if kind := Y.At(0, j); len(chosen) < n && !seen[kind] {
			seen[kind] = true
			chosen = append(chosen, j)
		} else {
			rest = append(rest, j)
		}
	}
	return append(chosen, rest[:min(len(rest), n-len(chosen))]...)
}
