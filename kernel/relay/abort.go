package relay

import (
	"encoding/json"
	"time"

	"nekonote/kernel/relay/wire"
)

// JupyterLab's Run All sends every cell at once and relies on the kernel to stop at the first error.

// inTheMail is how long after an error a cell that was asked for before it may still arrive.
const inTheMail = 300 * time.Millisecond

// abortQueue gives up the cells that wait. Other requests, such as completions, stay.
func (l *loop) abortQueue() {
	var rest []wire.Arrival
	for _, m := range l.queue {
		if m.Kind == "execute_request" {
			l.abort(m.Message)
		} else {
			rest = append(rest, m)
		}
	}
	l.queue = rest
}

// aborts reports whether a cell that arrives now was asked for before the error that stopped the notebook: then it was
// still on its way. A cell that answers the error is not: whoever sends it has read the reply.
func (l *loop) aborts(m *wire.Message) bool {
	if time.Since(l.stopped) > inTheMail {
		return false
	}
	var h wire.Header
	if json.Unmarshal(m.Header, &h) != nil {
		return false
	}
	asked, err := time.Parse(time.RFC3339Nano, h.Date)
	return err == nil && asked.Before(l.stopped)
}

// abort answers a cell that is not run. It gets no number, so that its prompt stays empty.
func (l *loop) abort(m *wire.Message) {
	l.waited(m)
	l.busy(m)
	l.front.Reply(wire.Shell, m.Answer("execute_reply", map[string]any{"status": "aborted"}))
	l.idle(m)
}
