package plots

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// litter is how much that nobody uses any more may lie about while a grid is computed.
const litter = 64 << 20

// sweeping is how often Go collects what is left, and how many grids are computed that want it less often.
var sweeping struct {
	sync.Mutex
	grids, percent int
}

// sweepLess makes Go collect what is left less often, until the function that it returns is called: a network makes some matrices for each
// part of a grid, and to clear them away as often as Go does in a small program takes a quarter of the time. It never makes it more often.
func sweepLess() (done func()) {
	sweeping.Lock()
	defer sweeping.Unlock()
	if sweeping.grids++; sweeping.grids == 1 {
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		sweeping.percent = debug.SetGCPercent(-1)
		if sweeping.percent >= 0 {
			const smallest = 4 << 20 // the heap that Go lets be with 100 percent, however little is in use
			debug.SetGCPercent(max(sweeping.percent, int(100*litter/max(memory.HeapAlloc, smallest))))
		}
	}
	return func() {
		sweeping.Lock()
		defer sweeping.Unlock()
		if sweeping.grids--; sweeping.grids == 0 {
			debug.SetGCPercent(sweeping.percent)
		}
	}
}
