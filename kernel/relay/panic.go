package relay

import (
	"regexp"
	"strings"

	"nekonote/kernel/relay/wire"
)

// When a program panics, the runtime prints its message and the stacks of all goroutines to stderr. They are held back
// and told as a failure: the message, the learner's own line first, and the runtime's frames folded.

// traceBegins is how the runtime begins its last words.
var traceBegins = regexp.MustCompile(`(?m)^(?:panic: |fatal error: |SIGSEGV: |SIGQUIT: |runtime: goroutine stack exceeds )`)

// traceKept is how much of a trace is kept: the first goroutine, which failed, comes first.
const traceKept = 1 << 20

// panicStep holds back a trace.
func panicStep(_ *loop, c *cell, m *wire.Message) []*wire.Message {
	if m.Kind != "stream" {
		return []*wire.Message{m}
	}
	var said struct {
		Name string `json:"name"`
		Text string `json:"text"`
	}
	m.Read(&said)
	if said.Name != "stderr" {
		return []*wire.Message{m}
	}
	if c.trace == "" && ranProgram.MatchString(said.Text) && strings.Count(said.Text, "\n") <= 1 {
		return nil // GoNB's own line below a program that failed; the failure says it
	}
	c.errors = lastPart(c.errors+said.Text, errorsKept)
	if c.trace != "" {
		if len(c.trace) < traceKept {
			c.trace += said.Text
		}
		return nil
	}
	text := c.pending + said.Text
	c.pending = ""
	if at := traceBegins.FindStringIndex(text); at != nil {
		c.trace = text[at[0]:]
		text = text[:at[0]]
	} else if last := text[strings.LastIndexByte(text, '\n')+1:]; mayBegin(last) {
		c.pending = last
		text = text[:len(text)-len(last)]
	}
	if text == "" {
		return nil
	}
	return []*wire.Message{m.Edit(map[string]any{"text": text})}
}

// errorsKept is how much of the end of stderr is kept for a program that ends itself.
const errorsKept = 10000

func lastPart(text string, n int) string {
	if len(text) > n {
		return text[len(text)-n:]
	}
	return text
}

// mayBegin reports whether a line that is not complete may become the beginning of a trace.
func mayBegin(line string) bool {
	if line == "" {
		return false
	}
	for _, begin := range []string{"panic: ", "fatal error: ", "SIGSEGV: ", "SIGQUIT: ", "runtime: goroutine stack exceeds "} {
		if strings.HasPrefix(begin, line) {
			return true
		}
	}
	return false
}

// release shows what was held back and was no trace after all.
func (l *loop) release(c *cell, text string) {
	if text != "" {
		l.show(c, c.task.request.Answer("stream", map[string]any{"name": "stderr", "text": text}))
	}
}

// panicked tells a panic as a failure.
func panicked(l *loop, c *cell) {
	held, trace := c.pending, c.trace
	c.pending, c.trace = "", ""
	f := c.engineFailure()
	if f == nil || trace == "" || c.failure != nil {
		// A program that is stopped prints where it was: nobody asked for that.
		if c.stopping.IsZero() {
			l.release(c, held+trace)
		}
		return
	}
	l.release(c, held)
	c.fail(l.panicFailure(trace))
}
