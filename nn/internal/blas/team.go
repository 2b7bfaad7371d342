package blas

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// A product is shared with helper goroutines, one for each further processor. To wake a goroutine takes long; so a helper
// looks out for more work for a moment before it sleeps, and training keeps it awake.

// team is the helpers. They work for one caller at a time; others do their work themselves.
var team struct {
	sync.Mutex // held by the caller whom they work for
	helpers    []*helper
}

// helper is a goroutine that does a task after the other.
type helper struct {
	task   atomic.Pointer[func()] // what to do; nil when it is done
	asleep atomic.Bool
	wake   chan struct{}
}

// processors is how many processors some work, counted in multiplications, is worth.
func processors(work int) int {
	if work < 2*piece {
		return 1
	}
	return max(1, min(work/piece, runtime.GOMAXPROCS(0), mostPieces))
}

// share does the parts 0 to n-1 of some work, on as many processors as it is worth. Each takes the next part when it has
// done with one.
//
// A panic of a part reaches the caller, but not before all others are done: they may be writing into what the caller will
// take for his own again.
func share(work, n int, part func(i int)) {
	count := min(processors(work), n)
	if count < 2 || !team.TryLock() {
		for i := range n {
			part(i)
		}
		return
	}
	defer team.Unlock()
	var next atomic.Int64
	var failed atomic.Pointer[any] // what a helper's part panicked with
	all := func() {
		for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
			part(int(i))
		}
	}
	guarded := func() {
		defer func() {
			if reason := recover(); reason != nil {
				failed.Store(&reason)
			}
		}()
		all()
	}
	defer func() {
		if reason := failed.Load(); reason != nil {
			panic(*reason) // here, where the caller can recover from it
		}
	}()
	for i := range count - 1 {
		h := hired(i)
		h.give(&guarded)
		defer h.await()
	}
	all()
}

// hired returns helper i, who begins when it is needed for the first time. The caller holds the team.
func hired(i int) *helper {
	if i == len(team.helpers) {
		h := &helper{wake: make(chan struct{}, 1)}
		team.helpers = append(team.helpers, h)
		go h.help()
	}
	return team.helpers[i]
}

// give gives the helper a task.
func (h *helper) give(task *func()) {
	h.task.Store(task)
	if h.asleep.CompareAndSwap(true, false) {
		h.wake <- struct{}{}
	}
}

// await waits until the helper has done its task.
func (h *helper) await() {
	for spins := 0; h.task.Load() != nil; spins++ {
		if spins > 1000 {
			runtime.Gosched()
		}
	}
}

func (h *helper) help() {
	for {
		until := time.Now().Add(awake)
		for h.task.Load() == nil {
			if time.Now().Before(until) {
				continue
			}
			h.asleep.Store(true)
			if h.task.Load() != nil && h.asleep.CompareAndSwap(true, false) {
				break // work came while it was falling asleep, and its giver did not see it asleep
			}
			<-h.wake
		}
		(*h.task.Load())()
		h.task.Store(nil)
	}
}

// split returns into how many parts n things are divided for so many processors: one for each, of whole units.
func split(processors, n, unit int) int { return max(1, min(processors, n/unit)) }

// begin is where part i of so many begins, at a whole unit; the last part ends with the rest, at n.
func begin(n, unit, parts, i int) int {
	if i == parts {
		return n
	}
	return n / unit * i / parts * unit
}
