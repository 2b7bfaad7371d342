package stdio

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// Reader is the reading end of a program's output. Its methods belong to one goroutine.
type Reader struct {
	Name string // stdout or stderr

	file  *os.File
	raw   syscall.RawConn
	again chan struct{}
	held  []byte // read, and not handed out yet
	mark  string // before which what is held stopped; "" for none
}

// watch says again and again that there is something to read, and waits each time until it is read.
func (r *Reader) watch(ready chan<- *Reader, closed <-chan struct{}) {
	for {
		if r.raw.Read(func(fd uintptr) bool { return readable(int(fd)) }) != nil {
			return // closed
		}
		select {
		case ready <- r:
		case <-closed:
			return
		}
		select {
		case <-r.again:
		case <-closed:
			return
		}
	}
}

func readable(fd int) bool {
	asked := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
	n, err := unix.Poll(asked, 0)
	return n > 0 && err == nil && asked[0].Revents&unix.POLLIN != 0
}

// State says what a Read has found.
type State int

const (
	More  State = iota // there may be more
	Empty              // nothing more for now
	Ended              // nothing more, and no program that could write more
)

// pieceSize is how much is read at once: no more fits into a pipe.
const pieceSize = 64 << 10

// Read reads what is there, at most as much as fits into a pipe, without waiting. Text returns it.
func (r *Reader) Read() State {
	piece := make([]byte, pieceSize)
	n, err := 0, error(nil)
	if closed := r.raw.Control(func(fd uintptr) {
		for {
			if n, err = unix.Read(int(fd), piece); !errors.Is(err, unix.EINTR) {
				return
			}
		}
	}); closed != nil {
		return Ended
	}
	switch {
	case n > 0:
		r.held = append(r.held, piece[:n]...)
		return More
	case errors.Is(err, unix.EAGAIN):
		return Empty
	}
	return Ended
}

// Again asks for word when there is something to read.
func (r *Reader) Again() {
	select {
	case r.again <- struct{}{}:
	default:
	}
}

// Text takes, of what was read, what is whole: up to half a character at the end, or to a mark. See Mark.
func (r *Reader) Text() string {
	if r.mark != "" {
		return ""
	}
	var text string
	text, r.mark, r.held = split(r.held)
	return text
}

// Rest takes all that was read, whole or not: no more will come.
func (r *Reader) Rest() string {
	text := ""
	for len(r.held) > 0 {
		r.mark = ""
		part := r.Text()
		if part == "" && r.mark == "" {
			part, r.held = string(r.held), nil
		}
		text += part
	}
	r.mark = ""
	return text
}

// Mark is the mark before which Text has stopped, or "".
func (r *Reader) Mark() string { return r.mark }

// Pass goes on behind the mark.
func (r *Reader) Pass() { r.mark = "" }
