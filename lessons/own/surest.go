package own

import (
	"cmp"
	"slices"

	"nekonote/nn"
)

// Wrong returns the numbers of the examples (columns of A, C×m) whose most probable class is not that of Y (class numbers, 1×m):
// those of which the network is surest first.
func Wrong(A, Y nn.Matrix) []int {
	return bySureness(A, func(j, said int) bool { return float64(said) != Y.At(0, j) })
}

// Right returns the numbers of the examples whose most probable class is that of Y, those of which the network is surest first.
func Right(A, Y nn.Matrix) []int {
	return bySureness(A, func(j, said int) bool { return float64(said) == Y.At(0, j) })
}

func bySureness(A nn.Matrix, wanted func(j, said int) bool) []int {
	said, sure := nn.Largest(A), A.MaxCols()
	_, m := A.Dims()
	var all []int
	for j := range m {
		if wanted(j, int(said.At(0, j))) {
			all = append(all, j)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(sure.At(0, b), sure.At(0, a)) })
	return all
}
