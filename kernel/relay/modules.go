package relay

import (
	"regexp"
	"strings"

	"nekonote/kernel/relay/advice"
	"nekonote/kernel/relay/gocell"
)

// GoNB runs go get for every cell, which costs a cell its quickness and, without a network, its life. The relay switches
// that off, and on for one run when the compiler misses a module.

// The lines for GoNB that switch go get on and off.
const (
	fetchOn  = "%autoget"
	fetchOff = "%noautoget"
)

var missingModule = regexp.MustCompile(`no required module provides package|cannot find module providing package|missing go\.sum entry`)

// modules knows what one cell misses.
type modules struct {
	unfetched []problem // why go get has been run for it
}

func moduleStep() step {
	m := &modules{}
	return step{name: "modules that are missing", before: noFetchStep, after: m.after}
}

// after runs the cell once more, with go get, when a module is missing. What the cell does beside Go is not done
// twice.
func (m *modules) after(l *loop, c *cell) {
	f := c.engineFailure()
	if f == nil {
		return
	}
	if m.unfetched != nil {
		if strings.Contains(f.Value, `go get"`) {
			m.unfetched[0].said = strings.TrimSuffix(m.unfetched[0].said, "; to add it:")
			m.unfetched[0].more = lastLines(f.Value, 2)
			c.fail(report(compileErrorName, m.unfetched))
			l.notebook.broke(c, m.unfetched[0])
		}
		return
	}
	if c.sent.Commands() || !missingModule.MatchString(f.Value) {
		return
	}
	if _, ours := advice.Machine(f.Value, l.notebook.imported(c)); ours {
		return
	}
	if m.unfetched = l.compilerProblems(c, f); len(m.unfetched) == 0 {
		return
	}
	c.again, l.fetching = true, true
	c.sent = c.sent.Copy()
	if c.sent.Lines[0] == fetchOff {
		c.sent.Lines[0] = fetchOn
	} else {
		c.sent.Insert(0, fetchOn, 0)
	}
}

// noFetchStep switches go get off again after such a run.
func noFetchStep(l *loop, c *cell) {
	if l.fetching && !gocell.Foreign(c.sent.Lines) && strings.TrimSpace(c.sent.Code()) != "" {
		c.sent = c.sent.Copy()
		c.sent.Insert(0, fetchOff, 0)
		l.fetching = false
	}
}

// lastLines are the last n lines of text that say something.
func lastLines(text string, n int) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "failed to run") {
			lines = append(lines, line)
		}
	}
	return lines[max(0, len(lines)-n):]
}
