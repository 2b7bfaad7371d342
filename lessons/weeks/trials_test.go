package weeks_test

import (
	"slices"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/weeks"
	"nekonote/nn"
)

// dims are the sizes of the matrices among the arguments.
func dims(args []any) (all [][2]int) {
	for _, a := range args {
		if m, ok := a.(nn.Matrix); ok {
			n, k := m.Dims()
			all = append(all, [2]int{n, k})
		}
	}
	return all
}

// TestTrialsTellMistakesApart: in every random case the examples are as many as nothing else, labels are of both kinds, and where
// a z goes through an activation, or the loss asks for it, some are far from 0 on either side.
func TestTrialsTellMistakesApart(t *testing.T) {
	for _, e := range weeks.All {
		info, parts := e.Info(), e.Anatomy()
		farAbove, farBelow := 0.0, 0.0
		look := func(args []any) {
			if z := squeezed[info.ID]; z != nil {
				for _, x := range z(args) {
					farAbove, farBelow = max(farAbove, x), min(farBelow, x)
				}
			}
		}
		kinds := map[float64]bool{}
		for _, c := range parts.Cases {
			look(c.Args)
		}
		for seed := range uint64(50) {
			args := parts.Random(lessons.NewDraw(seed))
			look(args)
			for _, d := range dims(args) {
				if d[0] == d[1] && d[0] > 1 {
					t.Errorf("%s, seed %d: a square matrix, %d×%d: what is transposed would look right", info.ID, seed, d[0], d[1])
				}
			}
			for _, y := range labels(args) {
				kinds[y] = true
			}
		}
		if labelled[info.ID] && len(kinds) != 2 {
			t.Errorf("%s: the labels are %v; want both kinds", info.ID, kinds)
		}
		if _, ok := squeezed[info.ID]; ok && (farAbove < 30 || farBelow > -30) {
			t.Errorf("%s: z is from %v to %v; want it from −30 to 30 at least", info.ID, farBelow, farAbove)
		}
	}
}

// labelled are exercises that have labels among their arguments.
var (
	labelled = map[string]bool{
		"week1/loss": true, "week1/lossSlope": true, "week1/cost": true, "week1/gradientStep": true, "basics/l1": true, "basics/l2": true,
		"week2/propagate": true, "week2/optimize": true, "week2/model": true, "week3/computeCost": true, "week3/backwardPropagation": true, "week3/nnModel": true,
		"week4/computeCost": true, "week4/modelBackward": true, "week4/twoLayerModel": true, "week4/deepModel": true,
	}
)

// labels are the zeros and ones of an argument that is nothing else.
func labels(args []any) (all []float64) {
	for _, a := range args {
		var data []float64
		switch x := a.(type) {
		case nn.Matrix:
			data = x.Dense().RawMatrix().Data
		case []float64:
			data = x
		case float64:
			data = []float64{x}
		}
		if !slices.ContainsFunc(data, func(x float64) bool { return x != 0 && x != 1 }) {
			all = append(all, data...)
		}
	}
	return all
}
