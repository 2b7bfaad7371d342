package wire

import "context"

// Pump hands on what comes in, in order, and never makes the sender wait. Between GoNB and the loop it keeps the two from
// waiting for each other: GoNB to hand over what it says, the loop to hand over what it asks.
func Pump(ctx context.Context, in <-chan Arrival, out chan<- Arrival) {
	var waiting []Arrival
	for {
		var to chan<- Arrival
		var first Arrival
		if len(waiting) > 0 {
			to, first = out, waiting[0]
		}
		select {
		case m := <-in:
			waiting = append(waiting, m)
		case to <- first:
			waiting[0] = Arrival{} // let go of what has been handed on
			if waiting = waiting[1:]; len(waiting) == 0 {
				waiting = nil
			}
		case <-ctx.Done():
			return
		}
	}
}
