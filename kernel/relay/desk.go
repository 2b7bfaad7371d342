package relay

import (
	"nekonote/kernel/desk"
	"nekonote/kernel/relay/wire"
)

// askedFromDesk answers a question of the page's buttons and panels, at once and whatever else is under way: it needs no
// engine and no compiler. It reports whether it was one.
func (l *loop) askedFromDesk(m wire.Arrival) bool {
	var opened struct {
		Comm   string   `json:"comm_id"`
		Target string   `json:"target_name"`
		Ask    desk.Ask `json:"data"`
	}
	if m.Kind != "comm_open" {
		return false
	}
	m.Read(&opened)
	if opened.Target != desk.Target {
		return false
	}
	l.busy(m.Message)
	l.front.Publish(m.Answer("comm_msg", map[string]any{"comm_id": opened.Comm, "data": map[string]any{"said": l.answerDesk(opened.Ask)}}))
	l.front.Publish(m.Answer("comm_close", map[string]any{"comm_id": opened.Comm, "data": map[string]any{}}))
	l.idle(m.Message)
	if l.current != nil {
		l.busy(l.current.request) // a page takes the last state that it hears for the kernel's
	}
	return true
}

// answerDesk answers a question: what cells have shown is the kernel's to say, everything else the exercises'.
func (l *loop) answerDesk(a desk.Ask) any {
	switch a.Kind {
	case desk.Unseen:
		return l.unseen.all()
	case desk.Saved:
		l.unseen.saved(a.Seen)
		return true
	}
	return desk.Answer(a)
}
