package plots

import (
	"runtime/debug"
	"testing"

	"nekonote/nn"
)

// While a grid is computed, Go collects what is left less often, and afterwards as before: also after a function of hers that panics, after
// grids within grids, and where nothing is to be collected.
func TestAGridLeavesCollectingAsItWas(t *testing.T) {
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	var within []int
	seen := func(X nn.Matrix) nn.Matrix {
		within = append(within, percent())
		return X.SumCols().Sigmoid()
	}
	w := window{0, 1, 0, 1}
	for _, before := range []int{100, 5000, -1} {
		was := debug.SetGCPercent(before)
		within = nil
		newGrid(seen, w, 10)
		newGrid(func(X nn.Matrix) nn.Matrix { newGrid(seen, w, 10); return seen(X) }, w, 10)
		func() {
			defer func() { _ = recover() }()
			newGrid(func(nn.Matrix) nn.Matrix { panic("hers") }, w, 10)
		}()
		if after := debug.SetGCPercent(was); after != before {
			t.Errorf("%d before, %d after", before, after)
		}
		for _, now := range within {
			if before == 100 && (now <= 100 || now > 1600) || before != 100 && now != before {
				t.Errorf("%d before, %d meanwhile", before, now)
			}
		}
	}
}
