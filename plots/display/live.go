package display

import (
	"strconv"
	"sync"
	"time"
)

// interval is the least time between two pictures of one Live output: ten a second is smooth to the eye, and a flood of
// them makes JupyterLab cut the output off.
const interval = 100 * time.Millisecond

// Live is an output that is redrawn in place while a program runs, as a cost curve is during training. It may be used by
// several goroutines. Its zero value is ready: the first Update shows it.
type Live struct {
	mu    sync.Mutex
	id    string
	shown time.Time
}

// Due reports whether an Update would be shown now, so that a caller can spare itself the drawing of one that would not.
func (l *Live) Due() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return time.Since(l.shown) >= interval
}

// Update replaces what is shown, at most ten times a second; more frequent calls are dropped. Outside a notebook it
// shows nothing: Final alone is printed there.
func (l *Live) Update(html, text string) {
	if !InNotebook() || !l.Due() {
		return
	}
	l.show(html, text)
}

// Final replaces what is shown by the picture that stays. It is never dropped.
func (l *Live) Final(html, text string) {
	l.show(html, text)
}

func (l *Live) show(html, text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.id == "" {
		// A fresh id each run: a notebook clears a cell's outputs when it runs again, and an id that it has seen before would
		// only update what is no longer there.
		l.id = "nekonote-" + strconv.FormatInt(time.Now().UnixNano(), 36)
	}
	send(l.id, html, text)
	l.shown = time.Now()
}
