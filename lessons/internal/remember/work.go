package remember

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"
)

// work is one value that is being computed. The loops in it that run over Steps keep where they are under the value's key, so
// that they need no name, and so that changed code or other arguments begin anew.
type work struct {
	store     *store
	goroutine string // that computes it: a loop in another one is none of its loops
	unkept    string // a variable that a loop forgets to keep: then none is kept on the way
	eager     bool   // it keeps every iteration

	mu        sync.Mutex
	saved     time.Time     // when a loop was kept last, or the work began
	began     time.Time     // of this program's part
	earlier   time.Duration // what programs before it have spent
	frames    []frame       // the loops that it is in, the outermost first
	children  int           // of the loops outside of all others, how many have begun
	continued [2]int        // where it went on, and of how many; 0 of 0 where it did not
}

// frame is a loop that is being run.
type frame struct {
	id       string
	i        int
	children int // loops that have begun in this iteration
}

// running are the values that are being computed by this program; one may need another.
var running struct {
	sync.Mutex
	all []*work
}

// begin makes w what this goroutine computes, until the end is called.
func (w *work) begin() (end func()) {
	w.goroutine, w.began, w.saved = goroutine(), time.Now(), time.Now()
	running.Lock()
	defer running.Unlock()
	running.all = append(running.all, w)
	return func() {
		running.Lock()
		defer running.Unlock()
		running.all = slices.DeleteFunc(running.all, func(other *work) bool { return other == w })
	}
}

// current is what this goroutine computes; nil where that is nothing to be remembered.
func current() *work {
	running.Lock()
	defer running.Unlock()
	me := goroutine()
	for _, w := range slices.Backward(running.all) {
		if w.goroutine == me {
			return w
		}
	}
	return nil
}

// goroutine is the name of the goroutine that calls it, as the runtime writes it: "goroutine 18".
func goroutine() string {
	head := make([]byte, 64)
	name, _, _ := bytes.Cut(head[:runtime.Stack(head, false)], []byte(" ["))
	return string(name)
}

// spent is the time of all programs that have worked at the value.
func (w *work) spent() time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.earlier + time.Since(w.began)
}

// enter notes that a loop begins, and returns its name: the loops and the iterations that it stands in, and which one of them it
// is. Since the code and its arguments are the same in the next program, that finds the same loop there.
func (w *work) enter() (id string) {
	count, around := &w.children, ""
	if n := len(w.frames); n > 0 {
		top := &w.frames[n-1]
		count, around = &top.children, fmt.Sprintf("%s@%d,", top.id, top.i)
	}
	*count++
	id = fmt.Sprintf("%s%d", around, *count)
	w.frames = append(w.frames, frame{id: id})
	return id
}

// at notes that the innermost loop is at iteration i.
func (w *work) at(i int) {
	top := &w.frames[len(w.frames)-1]
	top.i, top.children = i, 0
}

func (w *work) leave() { w.frames = w.frames[:len(w.frames)-1] }

// wentOn notes that a loop goes on at iteration i of n, or is done if that is n, after so much work of programs before this one.
func (w *work) wentOn(i, n int, spent time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if i < n {
		w.continued = [2]int{i, n}
	}
	w.earlier = max(w.earlier, spent)
}

// continues is where the work went on, if it did.
func (w *work) continues() (i, n int, yes bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.continued[0], w.continued[1], w.continued[1] > 0
}
