package own

import (
	"slices"
	"testing"

	"nekonote/nn"
)

func TestTheSurestComeFirst(t *testing.T) {
	A := nn.Rows([][]float64{{0.9, 0.4, 0.1, 0.2, 0.6}, {0.05, 0.3, 0.8, 0.75, 0.3}, {0.05, 0.3, 0.1, 0.05, 0.1}})
	Y := nn.Row(0, 2, 1, 0, 1)
	if got := Right(A, Y); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("right: %v", got)
	}
	if got := Wrong(A, Y); !slices.Equal(got, []int{3, 4, 1}) {
		t.Errorf("wrong: %v", got)
	}
}
