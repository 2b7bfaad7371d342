package nn

import (
	"sync"

	"gonum.org/v1/gonum/mat"

	"nekonote/nn/internal/blas"
)

// What stands here saves time and memory, and changes no number: a first reader may leave it out.
//
// A step of training on the cats makes matrices of 2 and 20 MB, and to get so much memory from the system takes as long as
// to compute what goes into it. So training gives back what nobody can see any more, and the next product takes it.

// worthwhile is how many numbers a matrix needs for its memory to be kept; Go itself is as good at fewer.
const worthwhile = 1 << 13

// spare is the memory that was given back, as long as something is trained.
var spare struct {
	sync.Mutex
	trainings int
	matrices  map[int][]*mat.Dense // by how many numbers they hold
}

// keepSpare keeps what is given back until the function that it returns is called.
func keepSpare() (done func()) {
	spare.Lock()
	defer spare.Unlock()
	if spare.trainings++; spare.trainings == 1 {
		spare.matrices = map[int][]*mat.Dense{}
	}
	return func() {
		spare.Lock()
		defer spare.Unlock()
		if spare.trainings--; spare.trainings == 0 {
			spare.matrices = nil
		}
	}
}

// giveBack gives back the memory of matrices that unfilled has made, and that nobody will look at again.
func giveBack(all ...Matrix) {
	spare.Lock()
	defer spare.Unlock()
	for _, A := range all {
		held := []*mat.Dense{A.dense}
		if A.waiting != nil {
			held = []*mat.Dense{A.waiting.numbers.Load()}
			for _, factor := range A.waiting.copies() {
				held = append(held, factor.dense)
			}
		}
		for _, dense := range held {
			if dense == nil || spare.matrices == nil {
				continue
			}
			if n, m := dense.Dims(); n*m >= worthwhile {
				spare.matrices[n*m] = append(spare.matrices[n*m], dense)
			}
		}
	}
}

// unfilled returns an n×m matrix for a result that fills it; until then it holds any numbers.
func unfilled(n, m int) *mat.Dense {
	if kept := taken(n, m); kept != nil {
		return kept
	}
	return zeroed(n, m)
}

// taken returns an n×m matrix of memory that was given back; nil where there is none.
func taken(n, m int) *mat.Dense {
	if n*m < worthwhile {
		return nil
	}
	spare.Lock()
	defer spare.Unlock()
	kept := spare.matrices[n*m]
	if len(kept) == 0 {
		return nil
	}
	spare.matrices[n*m] = kept[:len(kept)-1]
	return mat.NewDense(n, m, kept[len(kept)-1].RawMatrix().Data)
}

// zeroed returns an n×m matrix of zeros.
func zeroed(n, m int) *mat.Dense {
	out := mat.NewDense(n, m, nil)
	blas.LargePages(out.RawMatrix().Data)
	return out
}

// operand is the matrix as gonum's products take it: a transpose is read as it lies, without a copy.
func (A Matrix) operand() mat.Matrix {
	if A.transposed {
		return A.numbers().T()
	}
	return A.numbers()
}

// pieces returns in how many pieces of memory n×m numbers lie, and how long each piece is: row by row, or all in one where
// the rows of every operand follow each other. A column would otherwise be n pieces of a single number.
func pieces(n, m int, strides ...int) (count, length int) {
	for _, stride := range strides {
		if stride != m {
			return n, m
		}
	}
	return 1, n * m
}
