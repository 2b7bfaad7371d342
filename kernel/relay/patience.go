package relay

import (
	"strings"
	"time"

	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

// GoNB leaves some requests without an answer, and gopls may take any time for one. Jupyter waits for each, and a kernel that
// waits too runs no cell any more. So nothing is waited for longer than this, but cells.
const patience = 5 * time.Second

// tell runs something in the loop's goroutine.
func (l *loop) tell(do func()) {
	select {
	case l.told <- do:
	case <-l.ctx.Done():
	}
}

// halfPatience is how long GoNB may be silent between the two messages that end a cell.
var halfPatience = 30 * time.Second

// whenSilent calls do in the loop's goroutine as soon as GoNB has said nothing for so long: a loaded machine is slow, and what
// comes in order comes late, but it comes.
func (l *loop) whenSilent(quiet time.Duration, do func()) {
	asked := time.Now()
	var look func()
	look = func() {
		if since := time.Since(later(l.heard, asked)); since < quiet {
			time.AfterFunc(quiet-since, func() { l.tell(look) })
			return
		}
		do()
	}
	time.AfterFunc(quiet, func() { l.tell(look) })
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

var unsupported = words.T("this kernel does not know %s", "このカーネルは %s に対応していません")

// refuse answers a request that nobody else answers.
func (l *loop) refuse(m wire.Arrival) {
	delete(l.unanswered, m.ID)
	delete(l.parents, m.ID)
	said := unsupported.Fill(m.Kind).String()
	l.busy(m.Message)
	l.front.Reply(m.From, m.Answer(strings.TrimSuffix(m.Kind, "_request")+"_reply", map[string]any{
		"status": "error", "ename": "NotSupported", "evalue": said, "traceback": []string{said},
	}))
	l.idle(m.Message)
}

// own is what the relay itself knows to answer: the names of a package, and of everything else nothing.
func (k *cursor) own(request *wire.Message) *wire.Message {
	if request.Kind == "complete_request" {
		return request.Answer("complete_reply", k.ownMatches())
	}
	return request.Answer("inspect_reply", map[string]any{"status": "ok", "found": false, "data": map[string]any{}, "metadata": map[string]any{}})
}
