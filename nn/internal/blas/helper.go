package blas

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// A product is shared with one helper goroutine. To wake a goroutine takes 100 µs, as long as a third of a product; so
// the helper looks out for more work for a moment before it sleeps, and training keeps it awake.
const (
	awake    = 200 * time.Microsecond
	shareful = 100_000 // multiplications that are worth sharing
)

var helper struct {
	sync.Mutex // held by the caller whom the helper works for
	start      sync.Once
	task       atomic.Pointer[func()] // what to do; nil when it is done
	asleep     atomic.Bool
	wake       chan struct{}
}

// both runs two halves of some work, at the same time if that is worth it and the helper is free.
func both(work int, mine, others func()) {
	if work < shareful || runtime.GOMAXPROCS(0) < 2 || !helper.TryLock() {
		mine()
		others()
		return
	}
	defer helper.Unlock()
	helper.start.Do(func() {
		helper.wake = make(chan struct{}, 1)
		go help()
	})
	var failed any // what the helper's half panicked with
	task := func() {
		defer func() { failed = recover() }()
		others()
	}
	helper.task.Store(&task)
	if helper.asleep.CompareAndSwap(true, false) {
		helper.wake <- struct{}{}
	}
	defer func() {
		if failed != nil {
			panic(failed) // here, where the caller can recover from it
		}
	}()
	defer await() // even if mine panics: the helper may be writing into what the caller will take for his own again
	mine()
}

// await waits until the helper has done its task.
func await() {
	for spins := 0; helper.task.Load() != nil; spins++ {
		if spins > 1000 {
			runtime.Gosched()
		}
	}
}

func help() {
	for {
		until := time.Now().Add(awake)
		for helper.task.Load() == nil {
			if time.Now().Before(until) {
				continue
			}
			helper.asleep.Store(true)
			if helper.task.Load() != nil && helper.asleep.CompareAndSwap(true, false) {
				break // work came while it was falling asleep, and its giver did not see it asleep
			}
			<-helper.wake
		}
		(*helper.task.Load())()
		helper.task.Store(nil)
	}
}
