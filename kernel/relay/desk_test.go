package relay

import (
	"strings"
	"testing"

	"nekonote/kernel/desk"
	"nekonote/kernel/relay/wire"
)

// deskSays opens a comm as the page does, and returns the data of the answer and the first n states that the kernel says it is in.
func deskSays(k *client, ask desk.Ask, n int) (data string, states []string) {
	id := k.send(wire.Shell, "comm_open", map[string]any{"comm_id": "c", "target_name": desk.Target, "data": ask})
	for m := range k.arrivals {
		switch {
		case m.Kind == "comm_msg" && m.ParentID() == id:
			data = string(m.Content)
		case m.Kind == "status" && (m.ParentID() == id || len(states) > 0):
			var status struct {
				State string `json:"execution_state"`
			}
			m.Read(&status)
			states = append(states, status.State)
		}
		if len(states) == n {
			break
		}
	}
	return data, states
}

func TestTheDeskIsAnsweredWhileACellRuns(t *testing.T) {
	k := startFake(t, "NEKONOTE_LANG=en", "NEKONOTE_DIR="+t.TempDir())
	data, states := deskSays(k, desk.Ask{Kind: desk.Hint, ID: "week2/sigmoid"}, 2)
	if !strings.Contains(data, "Hint 1 of 3") || strings.Join(states, " ") != "busy idle" {
		t.Errorf("%s: %s", states, data)
	}
	k.send(wire.Shell, "execute_request", request{Code: "//hang"})
	for m := range k.arrivals {
		if m.Kind == "execute_input" {
			break
		}
	}
	data, states = deskSays(k, desk.Ask{Kind: desk.Course}, 3)
	if !strings.Contains(data, "week2/sigmoid") || strings.Join(states, " ") != "busy idle busy" {
		t.Errorf("while a cell runs: %s: %.200s", states, data)
	}
	if data, _ = deskSays(k, desk.Ask{Kind: "nothing", ID: "week9/none"}, 2); !strings.Contains(data, `"said":null`) {
		t.Errorf("an unknown question: %s", data)
	}
}
