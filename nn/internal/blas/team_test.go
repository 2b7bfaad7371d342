package blas

import (
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

// A panic of one part reaches the caller, who can recover from it, but not before the other parts are done: a helper would
// still write into a matrix that the caller takes for his own again. The next product is computed as if nothing had been.
func TestPanicInOnePart(t *testing.T) {
	for _, count := range []int{2, 5} {
		before := runtime.GOMAXPROCS(count)
		for failing := range count {
			var begun, done atomic.Int32
			func() {
				defer func() {
					if got := recover(); got != "no such number" {
						t.Errorf("the caller recovers from %v", got)
					}
					if begun.Load() != done.Load() {
						t.Error("the caller goes on while other parts are still computed")
					}
				}()
				share(count*piece, count, func(i int) {
					if i == failing {
						panic("no such number")
					}
					begun.Add(1)
					time.Sleep(20 * time.Millisecond)
					done.Add(1)
				})
			}()
			var parts atomic.Int32
			share(count*piece, count, func(int) { parts.Add(1) })
			if int(parts.Load()) != count {
				t.Errorf("%d parts of %d are done after a panic", parts.Load(), count)
			}
		}
		runtime.GOMAXPROCS(before)
	}
}
