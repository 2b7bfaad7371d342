package blas

import (
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

// A panic of one half reaches the caller, who can recover from it, but not before the other half is done: the helper would
// still write into a matrix that the caller takes for his own again. The next product is computed as if nothing had been.
func TestPanicInOneHalf(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	for _, mine := range []bool{true, false} {
		var done atomic.Bool
		slowly := func() {
			time.Sleep(20 * time.Millisecond)
			done.Store(true)
		}
		fail := func() { panic("no such number") }
		func() {
			defer func() {
				if got := recover(); got != "no such number" {
					t.Errorf("the caller recovers from %v", got)
				}
				if !done.Load() {
					t.Error("the caller goes on while the other half is still computed")
				}
			}()
			if mine {
				both(shareful, fail, slowly)
			} else {
				both(shareful, slowly, fail)
			}
		}()
		count := 0
		both(shareful, func() {}, func() { count++ })
		if count != 1 {
			t.Error("the helper does not work after a panic")
		}
	}
}
