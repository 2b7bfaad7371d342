package nn

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// Model is a network that can be trained, whose gradients can be checked and whose parameters can be saved:
// *LogisticRegression, *TwoLayer, *Deep, *Classifier or *Convolutional.
type Model interface {
	Cost(X, Y Matrix) float64
	Train(ctx context.Context, X, Y Matrix, how Training) error
	Predict(X Matrix) Matrix
	Accuracy(X, Y Matrix) float64

	parameters() []parameter
	gradients(X, Y Matrix) []Matrix // in the order of parameters
	saved() savedModel
	restore(savedModel) error
}

// These are the models.
var (
	_ Model = (*LogisticRegression)(nil)
	_ Model = (*TwoLayer)(nil)
	_ Model = (*Deep)(nil)
	_ Model = (*Classifier)(nil)
	_ Model = (*Convolutional)(nil)
)

// parameter is one of a model's matrices with its name in the course.
type parameter struct {
	name  string
	value *Matrix
}

// SizesError is what making a network panics with when there can be none of these sizes.
type SizesError struct {
	Op    string // what should have made it, such as "NewDeep"
	Sizes []int  // of its layers, the inputs first
}

// Words says so in both languages.
func (e *SizesError) Words() words.Text {
	list := strings.Trim(strings.ReplaceAll(fmt.Sprint(e.Sizes), " ", ", "), "[]")
	possible := !slices.ContainsFunc(e.Sizes, func(n int) bool { return n < 1 })
	if possible && len(e.Sizes) > 1 {
		return words.T("%s(%s): the last size is the number of classes, two or more; one class alone is told apart from nothing",
			"%s(%s)：最後の大きさはクラスの数で、2 以上にします。クラスが 1 つだけでは、見分けるものがありません").Fill(e.Op, list)
	}
	if possible {
		return words.T("%s(%s): a network needs at least two sizes, its inputs and its outputs, such as %[1]s(12288, 20, 7, 5, 1)",
			"%s(%s)：ネットワークには、入力と出力の大きさが少なくとも必要です。たとえば %[1]s(12288, 20, 7, 5, 1)").Fill(e.Op, list)
	}
	return words.T("%s(%s): each layer needs at least one unit, and the network at least one input",
		"%s(%s)：どの層にも 1 個以上のユニットが、ネットワークには 1 個以上の入力が必要です").Fill(e.Op, list)
}

// Error says the same in the learner's language.
func (e *SizesError) Error() string { return e.Words().String() }

// checkSizes panics where a layer of one of these sizes, or a network of fewer than least sizes, is impossible.
func checkSizes(op string, least int, sizes ...int) {
	if len(sizes) < least || slices.ContainsFunc(sizes, func(n int) bool { return n < 1 }) {
		panic(&SizesError{Op: op, Sizes: sizes})
	}
}
