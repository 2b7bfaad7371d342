package lessons

import (
	"fmt"
	"math"
	"time"
)

// Try runs f and prints what it panics with, if it does, so that the cell goes on.
func Try(f func()) {
	defer func() {
		if broken := recover(); broken != nil {
			fmt.Println(broken)
		}
	}()
	f()
}

// Seconds returns how long f takes, in seconds: the shortest of three runs, since whatever else the machine does only makes a
// run longer.
func Seconds(f func()) float64 {
	best := math.Inf(1)
	for range 3 {
		start := time.Now()
		f()
		best = min(best, time.Since(start).Seconds())
	}
	return best
}
