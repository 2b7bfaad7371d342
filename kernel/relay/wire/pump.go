package wire

import "context"

// pumpLimit is how many bytes of content a pump holds before it makes the sender wait after all.
const pumpLimit = 16 << 20

// Pump hands on what comes in, in order, and makes the sender wait only when much has piled up. Between GoNB and the loop it
// keeps the two from waiting for each other: GoNB to hand over what it says, the loop to hand over what it asks.
func Pump(ctx context.Context, in <-chan Arrival, out chan<- Arrival) {
	var waiting []Arrival
	size := 0
	for {
		var to chan<- Arrival
		var first Arrival
		leaves := 0 // bytes; whoever has been handed a message may change it
		if len(waiting) > 0 {
			to, first = out, waiting[0]
			leaves = first.size()
		}
		from := in
		if size > pumpLimit {
			from = nil
		}
		select {
		case m := <-from:
			waiting = append(waiting, m)
			size += m.size()
		case to <- first:
			size -= leaves
			waiting[0] = Arrival{} // let go of what has been handed on
			if waiting = waiting[1:]; len(waiting) == 0 {
				waiting = nil
			}
		case <-ctx.Done():
			return
		}
	}
}

// size is about how many bytes the message holds.
func (m *Message) size() int {
	n := len(m.Header) + len(m.Parent) + len(m.Metadata) + len(m.Content)
	for _, b := range m.Buffers {
		n += len(b)
	}
	return n
}
