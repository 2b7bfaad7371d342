package relay

import "context"

// task is one request that GoNB works on: it ends when both the reply and the idle status have come.
type task struct {
	request *message
	id      string // the msg_id under which GoNB knows it
	reply   *message
	idle    bool
	cell    *cell // for execute_request
	cursor  *cursor
	unwatch func() // ends the watch over the cell's processes
}

// forward passes on, unchanged, what the relay has no part in.
func (l *loop) forward(m arrival) {
	if l.engine != nil {
		l.remember(m.id, m.message)
		l.engine.send(m.from, m.message)
	}
}

// remember keeps the head of the request that GoNB knows as id, so that what GoNB sends for it gets the true parent.
func (l *loop) remember(id string, request *message) {
	const enough = 20000
	l.parents[id] = &message{ids: request.ids, header: request.header}
	l.recent = append(l.recent, id)
	if len(l.recent) > enough {
		delete(l.parents, l.recent[0])
		l.recent = l.recent[1:]
	}
}

// answered takes a message from GoNB.
func (l *loop) answered(m arrival) {
	id := m.parentID()
	request := l.parents[id]
	if request == nil {
		if m.from == iopub && id == "" {
			l.front.publish(m.message)
		}
		return // an answer to a question of the relay's own
	}
	m.parent, m.ids = request.header, request.ids
	if l.current == nil || l.current.id != id {
		l.pass(m)
		return
	}
	t := l.current
	switch {
	case m.from == shell:
		t.reply = m.message
	case m.from == iopub && m.kind == "status":
		var status struct {
			State string `json:"execution_state"`
		}
		m.read(&status)
		t.idle = t.idle || status.State == "idle"
	case t.cell != nil && m.from == iopub:
		l.output(t.cell, m.message)
	default:
		l.pass(m)
	}
	if t.reply == nil || !t.idle {
		return
	}
	if t.cell != nil {
		l.executed(t)
		return
	}
	l.current = nil
	if t.cursor != nil {
		t.reply = t.cursor.back(t.reply)
	}
	l.front.reply(shell, t.reply)
	l.idle(t.request)
}

// pass hands a message of GoNB's on to Jupyter.
func (l *loop) pass(m arrival) {
	if m.from == iopub {
		l.front.publish(m.message)
	} else {
		l.front.reply(m.from, m.message)
	}
}

// begin makes a request what GoNB is busy with.
func (l *loop) begin(t *task, content any) {
	t.id, t.reply, t.idle = newID(), nil, false
	sent := newMessage(t.request.kind, t.request.session, content)
	sent.header = encode(header{ID: t.id, Session: t.request.session, Username: "nekonote", Kind: t.request.kind, Version: protocolVersion})
	l.current = t
	l.remember(t.id, t.request)
	l.engine.send(shell, sent)
	if t.cell != nil && t.unwatch == nil {
		var ctx context.Context
		ctx, t.unwatch = context.WithCancel(context.Background())
		go l.engine.watch(ctx, l.workers)
	}
}
