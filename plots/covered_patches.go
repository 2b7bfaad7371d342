package plots

import (
	"math"
	"slices"

	"nekonote/nn"
)

// patch is a square that covers a part of the picture, and what the network answers then.
type patch struct {
	Size    int       `json:"size"`
	Stride  int       `json:"stride"`
	Places  int       `json:"places"` // in each direction
	Answers []float64 `json:"answers"`
	Most    float64   `json:"most"`  // the strongest change on the map
	Turns   int       `json:"turns"` // at how many places the answer is the other one

	Strongest string `json:"strongest"` // the strongest change, in words

	change []float64 // the map
}

// patches are the sizes that she may choose from: an eighth, a quarter and three eighths of the picture's side, as far as they differ;
// start is the middle one.
func patches(x nn.Matrix, side int, first float64, predict func(nn.Matrix) nn.Matrix) (all []patch, start int) {
	sizes := slices.Compact([]int{max(1, side/8), max(1, side/4), max(1, 3*side/8)})
	for _, size := range sizes {
		p := patch{Size: size, Stride: max(1, side/16), Most: 1e-12}
		p.Places = (side-size)/p.Stride + 1
		p.Answers = probabilitiesOf(predict, allCovered(x, side, p))
		p.change = p.missed(first, side)
		for _, v := range p.change {
			p.Most = max(p.Most, math.Abs(v))
		}
		p.Strongest = mostWord.Fill(fixed(p.Most, min(max(2, 1-int(math.Floor(math.Log10(p.Most)))), 4))).String()
		for _, a := range p.Answers {
			p.Turns += b2i((a > 0.5) != (first > 0.5))
		}
		all = append(all, p)
	}
	return all, slices.Index(sizes, max(1, side/4))
}

// allCovered are the pictures with the patch at each place, row by row, a column each; the patch has the picture's mean brightness.
func allCovered(x nn.Matrix, side int, p patch) nn.Matrix {
	n, _ := x.Dims()
	X, mean := nn.Zeros(n, p.Places*p.Places), x.Mean()
	for k := range p.Places * p.Places {
		top, left := k/p.Places*p.Stride, k%p.Places*p.Stride
		for i := range n {
			v := x.At(i, 0)
			if row, column := i/3/side, i/3%side; row >= top && row < top+p.Size && column >= left && column < left+p.Size {
				v = mean
			}
			X.Dense().Set(i, k, v)
		}
	}
	return X
}

// missed is for each pixel how far, on average, the answer falls when the patch covers it.
func (p patch) missed(first float64, side int) []float64 {
	sum, times := make([]float64, side*side), make([]float64, side*side)
	for k, a := range p.Answers {
		for y := range p.Size {
			for x := range p.Size {
				i := (k/p.Places*p.Stride+y)*side + k%p.Places*p.Stride + x
				sum[i] += first - a
				times[i]++
			}
		}
	}
	for i := range sum {
		sum[i] /= max(times[i], 1)
	}
	return sum
}
