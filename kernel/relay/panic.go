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

// endWords is what GoNB prints below a program that was stopped.
var endWords = regexp.MustCompile(`(?m)^(?:\^C|signal: (?:interrupt|killed)|exit status \d+)\n?`)

// traceKept is how much of a trace is kept: the first goroutine, which failed, comes first.
const traceKept = 1 << 20

// panics holds back the trace of one cell.
type panics struct {
	pending string // the beginning of a line of stderr that may begin a trace
	trace   string
}

func panicStep() step {
	p := &panics{}
	return step{name: "panics", output: p.output, after: p.after}
}

func (p *panics) output(_ *loop, c *cell, m *wire.Message) []*wire.Message {
	name, said := streamOf(m)
	if name != "stderr" {
		return []*wire.Message{m}
	}
	if !c.stopping.IsZero() {
		said = endWords.ReplaceAllString(said, "") // the failure says that it was stopped
	}
	if ranProgram.MatchString(said) && strings.Count(said, "\n") <= 1 {
		return nil // GoNB's own line about a program that failed, which may come before the program's last; the failure says it
	}
	if p.trace != "" {
		if len(p.trace) < traceKept {
			p.trace += said
		}
		return nil
	}
	text := p.pending + said
	p.pending = ""
	if at := traceBegins.FindStringIndex(text); at != nil {
		p.trace = text[at[0]:]
		text = text[:at[0]]
	} else if last := text[strings.LastIndexByte(text, '\n')+1:]; mayBegin(last) {
		p.pending = last
		text = text[:len(text)-len(last)]
	}
	if text == "" {
		return nil
	}
	return []*wire.Message{m.Edit(map[string]any{"text": text})}
}

// streamOf is what a message writes, and where: to stdout or stderr; "" for a message that writes nothing.
func streamOf(m *wire.Message) (name, text string) {
	if m.Kind != "stream" {
		return "", ""
	}
	var said struct {
		Name string `json:"name"`
		Text string `json:"text"`
	}
	m.Read(&said)
	return said.Name, said.Text
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

// after tells a panic as a failure.
func (p *panics) after(l *loop, c *cell) {
	held, trace := p.pending, p.trace
	p.pending, p.trace = "", ""
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
