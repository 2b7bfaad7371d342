package relay

import (
	"context"
	"strings"
	"time"

	"nekonote/kernel/relay/wire"
)

// task is one request that is worked on: a cell by GoNB, which ends when both the reply and the idle status have come, or a
// question about Go by gopls.
type task struct {
	request *wire.Message
	id      string // the msg_id under which GoNB knows it
	reply   *wire.Message
	idle    bool
	cell    *cell // for execute_request
	cursor  *cursor
	unwatch func() // ends the watch over the cell's processes
	cancel  func() // gives up the question about Go
}

// forward passes on, unchanged, what the relay has no part in.
func (l *loop) forward(m wire.Arrival) {
	asks := strings.HasSuffix(m.Kind, "_request")
	if l.engine == nil {
		if asks {
			l.refuse(m)
		}
		return
	}
	if asks {
		l.unanswered[m.ID] = true
		l.whenSilent(patience, func() {
			if l.unanswered[m.ID] {
				l.refuse(m)
			}
		})
	}
	l.remember(m.ID, m.Message)
	l.engine.send(m.From, m.Message)
}

// remember keeps the head of the request that GoNB knows as id, so that what GoNB sends for it gets the true parent.
func (l *loop) remember(id string, request *wire.Message) {
	const enough = 20000
	l.parents[id] = &wire.Message{IDs: request.IDs, Header: request.Header, ID: request.ID}
	l.recent = append(l.recent, id)
	if len(l.recent) > enough {
		delete(l.parents, l.recent[0])
		l.recent = l.recent[1:]
	}
}

// answered takes a message from GoNB.
func (l *loop) answered(m wire.Arrival) {
	l.heard = time.Now()
	id := m.ParentID()
	request := l.parents[id]
	if request == nil {
		l.answeredUs(m, id)
		return
	}
	if m.From != wire.IOPub {
		delete(l.unanswered, id)
	}
	m.Parent, m.IDs = request.Header, request.IDs
	if l.current == nil || l.current.id != id {
		if began := request.ID != id; !began || m.Kind != "status" && !strings.HasSuffix(m.Kind, "_reply") {
			l.pass(m) // a task that is over has had its reply and its idle status
		}
		return
	}
	l.answeredNow(l.current, m)
}

// answeredNow takes an answer to the cell that GoNB is busy with, and ends it when both its reply and its idle are there.
func (l *loop) answeredNow(t *task, m wire.Arrival) {
	switch {
	case m.From == wire.Shell:
		t.reply = m.Message
	case m.From == wire.IOPub && m.Kind == "status":
		var status struct {
			State string `json:"execution_state"`
		}
		m.Read(&status)
		t.idle = t.idle || status.State == "idle"
	case m.From == wire.IOPub && strings.HasSuffix(m.Kind, "display_data"):
		l.displayed(t.cell, m.Message)
	case m.From == wire.IOPub:
		l.output(t.cell, m.Message)
	case t.cell != nil && m.Kind == "input_request":
		l.asks(t.cell, m)
	default:
		l.pass(m)
	}
	switch {
	case t.reply != nil && t.idle:
		l.ended(t)
	case t.reply != nil || t.idle:
		l.expectOther(t)
	}
}

// answeredUs takes an answer to a question of the relay's own, or what has no request.
func (l *loop) answeredUs(m wire.Arrival, id string) {
	if m.From == wire.IOPub && id == "" {
		l.front.Publish(m.Message)
	}
}

// ended finishes the cell under way, whose reply and idle status have both come.
func (l *loop) ended(t *task) {
	if l.dry() || !t.cell.stopping.IsZero() {
		l.executed(t)
		return
	}
	id := t.id
	time.AfterFunc(watchInterval, func() {
		l.tell(func() {
			if l.current == t && t.id == id {
				l.ended(t)
			}
		})
	})
}

// expectOther is called when one of the two has come that end a task, its reply and its idle status: the other one must follow,
// unless the engine has lost it. Outputs may still be on their way, so it counts only when nothing comes any more.
func (l *loop) expectOther(t *task) {
	id := t.id
	l.whenSilent(halfPatience, func() {
		if l.current == t && t.id == id && (t.reply == nil || !t.idle) && l.engine != nil {
			l.log.Print("GoNB has ended a cell by half; another is started")
			go l.engine.gonb.End()
		}
	})
}

// pass hands a message of GoNB's on to Jupyter.
func (l *loop) pass(m wire.Arrival) {
	if m.From == wire.IOPub {
		l.publish(m.Message)
	} else {
		l.front.Reply(m.From, m.Message)
	}
}

// begin makes a cell what GoNB is busy with.
func (l *loop) begin(t *task, content any) {
	t.id, t.reply, t.idle = wire.NewID(), nil, false
	sent := wire.NewMessage(t.request.Kind, t.request.Session, content)
	sent.Header = wire.Encode(wire.Header{ID: t.id, Session: t.request.Session, Username: "nekonote", Kind: t.request.Kind, Version: wire.ProtocolVersion})
	l.current = t
	l.remember(t.id, t.request)
	l.engine.send(wire.Shell, sent)
	if t.unwatch == nil {
		var ctx context.Context
		ctx, t.unwatch = context.WithCancel(context.Background())
		go l.engine.watch(ctx, l.workers)
	}
}
