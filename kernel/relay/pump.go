package relay

import "context"

// pump hands on what comes in, in order, and never makes the sender wait. Between GoNB and the loop it keeps the two from
// waiting for each other: GoNB to hand over what it says, the loop to hand over what it asks.
func pump(ctx context.Context, in <-chan arrival, out chan<- arrival) {
	var waiting []arrival
	for {
		var to chan<- arrival
		var first arrival
		if len(waiting) > 0 {
			to, first = out, waiting[0]
		}
		select {
		case m := <-in:
			waiting = append(waiting, m)
		case to <- first:
			waiting[0] = arrival{} // let go of what has been handed on
			if waiting = waiting[1:]; len(waiting) == 0 {
				waiting = nil
			}
		case <-ctx.Done():
			return
		}
	}
}
