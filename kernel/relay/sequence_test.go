package relay

import (
	"math/rand/v2"
	"testing"
	"time"

	"nekonote/kernel/relay/wire"
)

// Whatever is asked in whatever order, and whatever the engine does: each request gets one reply and one idle status, in time.
func TestEverySequenceOfRequestsIsAnswered(t *testing.T) {
	code := func(text string) map[string]any {
		return map[string]any{"code": text, "silent": false, "store_history": true, "allow_stdin": false, "stop_on_error": false}
	}
	at := map[string]any{"code": "fmt.Pri", "cursor_pos": 7, "detail_level": 0}
	requests := []struct {
		on      wire.Channel
		kind    string
		content map[string]any
	}{
		{wire.Shell, "execute_request", code("//many 3")}, {wire.Shell, "execute_request", code("")},
		{wire.Shell, "execute_request", code("//die")}, {wire.Shell, "execute_request", code("//mute")},
		{wire.Shell, "execute_request", code("//fail \"x\"")}, {wire.Shell, "execute_request", code("x := )")},
		{wire.Shell, "execute_request", code("//hang")}, {wire.Shell, "execute_request", code("//deaf")}, {wire.Shell, "execute_request", map[string]any{}},
		{wire.Shell, "complete_request", at}, {wire.Shell, "inspect_request", at}, {wire.Shell, "inspect_request", map[string]any{}},
		{wire.Shell, "is_complete_request", code("1")}, {wire.Shell, "comm_info_request", nil}, {wire.Shell, "kernel_info_request", nil},
		{wire.Shell, "history_request", map[string]any{"hist_access_type": "tail", "n": 3}}, {wire.Shell, "silent_request", nil},
		{wire.Control, "debug_request", nil}, {wire.Control, "kernel_info_request", nil}, {wire.Control, "interrupt_request", nil},
	}
	const seed = 1
	random := rand.New(rand.NewPCG(seed, seed))
	for range 3 {
		k := startFake(t)
		var kinds []string
		asked := map[string]int{}
		for range 40 {
			r := requests[random.IntN(len(requests))]
			id := k.send(r.on, r.kind, r.content)
			asked[id] = len(kinds)
			kinds = append(kinds, r.kind+" "+string(wire.Encode(r.content)))
			time.Sleep(time.Duration(random.IntN(50)) * time.Millisecond)
		}
		replies, idles := make([]int, len(kinds)), make([]int, len(kinds))
		again := time.NewTicker(time.Second) // some of them hang until they are interrupted
		late := time.After(3 * time.Minute)
		for left := 2 * len(kinds); left > 0; {
			select {
			case m := <-k.arrivals:
				n, ours := asked[m.ParentID()]
				if !ours {
					continue
				}
				var said struct {
					State string `json:"execution_state"`
				}
				m.Read(&said)
				if m.From != wire.IOPub {
					replies[n]++
					left--
				} else if said.State == "idle" {
					idles[n]++
					left--
				}
				if replies[n] > 1 || idles[n] > 1 {
					t.Fatalf("seed %d: %s has %d replies and %d idle statuses\n%s", seed, kinds[n], replies[n], idles[n], k.log)
				}
			case <-again.C:
				k.send(wire.Control, "interrupt_request", map[string]any{})
			case <-late:
				for n, kind := range kinds {
					if replies[n] != 1 || idles[n] != 1 {
						t.Errorf("seed %d: %s has %d replies and %d idle statuses", seed, kind, replies[n], idles[n])
					}
				}
				t.Fatalf("%s", k.log)
			}
		}
		again.Stop()
	}
}
