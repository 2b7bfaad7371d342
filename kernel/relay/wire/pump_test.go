package wire

import (
	"testing"
	"time"
)

// A sender whose messages nobody takes is made to wait before they fill the memory; none is lost or changes its place.
func TestPumpIsBounded(t *testing.T) {
	in, out := make(chan Arrival), make(chan Arrival)
	go Pump(t.Context(), in, out)
	const each = 1 << 20
	sent := 0
	send := func() bool {
		m := &Message{Content: make([]byte, each)}
		m.Content[0] = byte(sent)
		select {
		case in <- Arrival{Shell, m}:
			sent++
			return true
		case <-time.After(500 * time.Millisecond):
			return false
		}
	}
	for send() {
		if sent > 2*pumpLimit/each {
			t.Fatalf("%d MB wait, and more is taken", sent)
		}
	}
	if sent < pumpLimit/each {
		t.Errorf("the sender waits after %d MB", sent)
	}
	for i := range sent {
		if m := <-out; m.Content[0] != byte(i) {
			t.Fatalf("message %d comes as number %d", m.Content[0], i)
		}
	}
	if !send() {
		t.Error("the sender still waits")
	}
}
