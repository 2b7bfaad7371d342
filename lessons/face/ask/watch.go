package ask

import (
	"runtime"
	"runtime/metrics"
	"time"

	"nekonote/lessons/internal/wire"
)

// memoryLimit is how much a learner's function may take beyond what the cell's program had before.
const memoryLimit = 1 << 30

// looks is how often the watch looks at a function that does not end: one look does not tell in which loop it is.
const looks = 8

// watch waits until the function takes too long, or too much memory beyond base, and says then what all goroutines do. The runtime stops
// them for it, a tight loop included. It returns nothing of use when done is closed.
func watch(limit time.Duration, base uint64, done chan struct{}) wire.Back {
	deadline := time.Now().Add(limit)
	for time.Now().Before(deadline) {
		select {
		case <-done:
			return wire.Back{}
		case <-time.After(4 * time.Millisecond):
		}
		if inUse() > base+memoryLimit {
			return wire.Back{Stuck: []string{stacks()}, Memory: true}
		}
	}
	var late wire.Back
	for range looks {
		late.Stuck = append(late.Stuck, stacks())
		time.Sleep(3 * time.Millisecond)
	}
	return late
}

// inUse is the memory that the runtime has from the system, in bytes.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// stacks is the runtime's report on all goroutines.
func stacks() string {
	report := make([]byte, 1<<20)
	return string(report[:runtime.Stack(report, true)])
}
